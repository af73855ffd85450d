const FIRST_PIECE = 40;

/** One of the codes below with the key written in it. */
export function withKey(code: string, key: string): string {
  return code
    .replaceAll('THE_KEY', () => key)
    .replaceAll('THE_HEAD', () => key.slice(0, FIRST_PIECE))
    .replaceAll('THE_TAIL', () => key.slice(FIRST_PIECE));
}

const MEDIA = 'https://www.wixapis.com/site-media/v1/files/generate-upload-url';

/** Code that holds a key, one place each: JavaScript, TypeScript and JSX at once. */
export const keyPositions: readonly string[] = [
  "export const config = { apiKey: 'THE_KEY' };",
  "export default 'THE_KEY';",
  "const key = 'THE_KEY';",
  "let apiKey; apiKey = 'THE_KEY'; export { apiKey };",
  "module.exports = { WIX_API_KEY: 'THE_KEY' };",
  "window.wixApiKey = 'THE_KEY';",
  "process.env.WIX_API_KEY = 'THE_KEY';",
  "const key = process.env.WIX_API_KEY ?? 'THE_KEY';",
  "const key = process.env.WIX_API_KEY || 'THE_KEY';",
  "const key = isLive ? 'THE_KEY' : '';",
  "const { apiKey = 'THE_KEY' } = options;",
  "function connect(apiKey = 'THE_KEY') { return apiKey; }",
  "connect('THE_KEY');",
  "new WixClient({ apiKey: 'THE_KEY' });",
  "new WixMediaManager('THE_KEY');",
  "mediaManager.upload({ apiKey: 'THE_KEY' });",
  "const header = 'Bearer THE_KEY';",
  'const header = `Bearer THE_KEY`;',
  'const header = `Bearer ${"THE_KEY"}`;',
  'const url = `https://example.com/?token=THE_KEY&x=${1}`;',
  "const url = 'https://www.wixapis.com/oauth/access?token=THE_KEY';",
  'const query = graphql`{ site(key: "THE_KEY") { id } }`;',
  "const key = 'THE_HEAD' + 'THE_TAIL';",
  "const key = ['THE_HEAD', 'THE_TAIL'].join('');",
  "const key = '  THE_KEY\\n'.trim();",
  "const key = 'THE_KEY'.replace('x', 'y');",
  "const keys = ['THE_KEY', 'THE_KEY'];",
  "const keys = new Map([['wix', 'THE_KEY']]);",
  "const keys = { 'THE_KEY': true };",
  "const keys = { ['THE_KEY']: true };",
  'class Client { apiKey = "THE_KEY"; }',
  'class Client { static #apiKey = "THE_KEY"; static key() { return Client.#apiKey; } }',
  'class Client { get apiKey() { return "THE_KEY"; } }',
  'const apiKey = () => "THE_KEY";',
  'async function apiKey() { return await "THE_KEY"; }',
  'function* keys() { yield "THE_KEY"; }',
  'switch (key) { case "THE_KEY": break; }',
  'if (key === "THE_KEY") throw new Error("THE_KEY");',
  'label: for (const key of ["THE_KEY"]) break label;',
  '"THE_KEY";',
  '// THE_KEY',
  '/* works with THE_KEY */',
  '/** @param {string} key such as THE_KEY */ function connect(key) { return key; }',
  'console.log("THE_KEY");',
  'import("THE_KEY");',
  'import config from "./THE_KEY";',
  'const page = <MediaManagerUploader apiKey="THE_KEY" />;',
  'const page = <MediaManagerUploader apiKey={"THE_KEY"} />;',
  'const page = <p>THE_KEY</p>;',
  '"use client"; export const apiKey = "THE_KEY";',
  `fetch('${MEDIA}', { headers: { Authorization: 'THE_KEY' } });`,
  `fetch('${MEDIA}', { headers: [['Authorization', 'THE_KEY']] });`,
  `fetch('${MEDIA}', { headers: new Headers({ authorization: 'THE_KEY' }) });`,
  `const headers = new Headers(); headers.set('Authorization', 'THE_KEY'); fetch('${MEDIA}', { headers });`,
  `const key = 'THE_KEY'; const options = { headers: { Authorization: key } }; fetch('${MEDIA}', options); fetch('${MEDIA}', options);`,
  `fetch('${MEDIA}?key=THE_KEY');`,
  `fetch('https://example.com', { headers: { Authorization: 'THE_KEY' } });`,
  `import axios from 'axios'; axios.create({ baseURL: 'https://www.wixapis.com', headers: { Authorization: 'THE_KEY' } }).get('/site-media/v1/files');`,
  "import { ApiKeyStrategy, createClient } from '@wix/sdk'; import { files } from '@wix/media'; createClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: 'THE_KEY', siteId: 'x' }) });",
  "import { AppStrategy } from '@wix/sdk'; AppStrategy({ appId: 'x', appSecret: 'THE_KEY' });",
];

/** Code that only TypeScript reads. */
export const typedKeyPositions: readonly string[] = [
  "const key = 'THE_KEY' as const;",
  "const key = <string>'THE_KEY';",
  "const config = { apiKey: 'THE_KEY' } satisfies Config;",
  "type Key = 'THE_KEY';",
  "interface Keys { 'THE_KEY': string }",
  "enum Keys { Wix = 'THE_KEY' }",
  "declare const apiKey: 'THE_KEY';",
  "class Client { constructor(private readonly apiKey = 'THE_KEY') {} }",
  "import config = require('./THE_KEY');",
];

/** Env files. */
export const envKeyPositions: readonly string[] = [
  'WIX_API_KEY=THE_KEY',
  'WIX_API_KEY="THE_KEY"',
  "export WIX_API_KEY='THE_KEY' # THE_KEY",
  '# WIX_API_KEY=THE_KEY',
  'WIX_API_KEY="line\nTHE_KEY"',
  'THE_KEY',
  'WIX_API_KEY="THE_KEY',
  'NEXT_PUBLIC_WIX_API_KEY=THE_KEY',
];

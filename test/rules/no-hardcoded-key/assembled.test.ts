import { accountKey, jwsKey, truncatedSample } from '../../fake-keys.js';
import { checkTable, type Row } from '../tables.js';

const RULE = { rule: 'no-hardcoded-key', messageId: 'hardcodedKey' } as const;
const KEY = accountKey(5);
const [HEAD, HEADER, PAYLOAD, SIGNATURE] = KEY.split('.') as [string, string, string, string];
const [FIRST, SECOND] = [KEY.slice(0, 70), KEY.slice(70)];
const BODY = KEY.slice(4);
const BASE64 = Buffer.from(KEY).toString('base64');
const HEX = Buffer.from(KEY).toString('hex');

const assembled: readonly Row[] = [
  ['two halves', `const a = «'${FIRST}'» + '${SECOND}';`],
  ['prefix and body', `const a = «'IST.'» + '${BODY}';`],
  ['three', `const a = «'IST.'» + '${HEADER}.' + '${PAYLOAD}.${SIGNATURE}';`],
  ['over lines', `const a = «'${FIRST}'» +\n  '${SECOND.slice(0, 90)}' +\n  '${SECOND.slice(90)}';`],
  ['behind Bearer', `const a = 'Bearer ' + «'IST.'» + '${BODY}';`],
  ['in a URL', `const a = 'https://example.com/?key=' + «'${FIRST}'» + '${SECOND}' + '&b=1';`],
  ['of constants', `const head = «'IST.'»;\nconst body = '${BODY}';\nexport const a = head + body;`],
  ['template', `const body = '${BODY}';\nconst a = «\`IST.\${body}\`»;`],
  ['template of two constants', `const head = «'${FIRST}'»;\nconst rest = '${SECOND}';\nconst a = \`\${head}\${rest}\`;`],
  ['template behind Bearer', `const head = «'${FIRST}'»;\nconst a = \`Bearer \${head}\${'${SECOND}'}\`;`],
  ['+=', `let a = «'${FIRST}'»;\na += '${SECOND}';`],
  ['join', `const a = [«'${HEAD}'», '${HEADER}', '${PAYLOAD}', '${SIGNATURE}'].join('.');`],
  ['join of halves', `const a = [«'${FIRST}'», '${SECOND}'].join('');`],
  ['join of a constant', `const parts = [«'${FIRST}'», '${SECOND}'];\nexport const a = parts.join('');`],
  ['join by a constant', `const dot = '.';\nconst a = [«'${HEAD}'», '${HEADER}', '${PAYLOAD}', '${SIGNATURE}'].join(dot);`],
  ['reversed', `const a = ['${SECOND}', «'${FIRST}'»].reverse().join('');`],
  ['concat', `const a = «'${FIRST}'».concat('${SECOND}');`],
  ['concat of three', `const a = «'IST.'».concat('${HEADER}.', '${PAYLOAD}.${SIGNATURE}');`],
  ['concat of arrays', `const a = [«'${FIRST}'»].concat(['${SECOND}']).join('');`],
  ['replace', `const a = «'${HEAD}#${BODY}'».replace('#', '.');`],
  ['replaceAll', `const a = «'${KEY.replaceAll('.', '|')}'».replaceAll('|', '.');`],
  ['replace by a pattern', `const a = «'${FIRST} ${SECOND}'».replace(/\\s/g, '');`],
  ['split and join', `const a = «'${KEY.replaceAll('.', '|')}'».split('|').join('.');`],
  ['trim of broken lines', `const a = «\`\n${FIRST}\n${SECOND}\n\`».replace(/\\n/g, '').trim();`],
  ['atob', `const a = atob(«'${BASE64}'»);`],
  ['atob of a constant', `const encoded = «'${BASE64}'»;\nexport const a = atob(encoded);`],
  ['atob of halves', `const a = atob(«'${BASE64.slice(0, 40)}'» + '${BASE64.slice(40)}');`],
  ['Buffer.from', `const a = Buffer.from(«'${BASE64}'», 'base64').toString();`],
  ['Buffer.from, utf8', `const a = Buffer.from(«'${BASE64}'», 'base64').toString('utf8');`],
  ['Buffer.from, base64url', `const a = Buffer.from(«'${Buffer.from(KEY).toString('base64url')}'», 'base64url').toString();`],
  ['Buffer.from, hex', `// wix\nconst a = Buffer.from(«'${HEX}'», 'hex').toString();`],
  ['decodeURIComponent', `const a = decodeURIComponent(«'${KEY.replaceAll('.', '%2E')}'»);`],
  ['object members', `const parts = { head: «'${FIRST}'», rest: '${SECOND}' };\nexport const a = parts.head + parts.rest;`],
  ['class fields', `class A { #head = «'${FIRST}'»; #rest = '${SECOND}'; get key() { return this.#head + this.#rest; } }`],
  ['in a sink', `fetch(url, { headers: { Authorization: «'${FIRST}'» + '${SECOND}' } });`],
  ['as an argument', `connect(«'${FIRST}'» + '${SECOND}');`],
  ['other kinds', `const a = «'JWS.'» + '${jwsKey(5).slice(4)}';`],
  ['in JSX', `const a = <B c={«'${FIRST}'» + '${SECOND}'} />;`],
  ['as const', `const a = («'${FIRST}'» + '${SECOND}') as string;`, { only: 'typescript' }],
  ['conditional inside', `const a = «'${FIRST}'» + (b ? '${SECOND}' : '${SECOND}x');`],
];
checkTable('assembled keys', assembled, RULE);

const fallbacks: readonly Row[] = [
  ['??', `const a = process.env.WIX_API_KEY ?? «'${KEY}'»;`],
  ['||', `const a = process.env.WIX_API_KEY || «'${KEY}'»;`],
  ['conditional', `const a = process.env.WIX_API_KEY ? process.env.WIX_API_KEY : «'${KEY}'»;`],
  ['default of a pattern', `const { WIX_API_KEY = «'${KEY}'» } = process.env;`],
  ['import.meta.env', `const a = import.meta.env.VITE_KEY ?? «'${KEY}'»;`],
  ['Deno', `const a = Deno.env.get('WIX_API_KEY') ?? «'${KEY}'»;`],
  ['template', `const a = process.env.WIX_API_KEY || «\`${KEY}\`»;`],
  ['Bearer', `const a = 'Bearer ' + (process.env.WIX_API_KEY || «'${KEY}'»);`],
  ['write', `process.env.WIX_API_KEY = «'${KEY}'»;`],
  ['write, bracket', `process.env['WIX_API_KEY'] = «'${KEY}'»;`],
  ['write, ??=', `process.env.WIX_API_KEY ??= «'${KEY}'»;`],
  ['write, ||=', `process.env.WIX_API_KEY ||= «'${KEY}'»;`],
  ['Object.assign', `Object.assign(process.env, { WIX_API_KEY: «'${KEY}'» });`],
  ['env option', `spawn('x', { env: { ...process.env, WIX_API_KEY: «'${KEY}'» } });`],
  ['stubbed', `vi.stubEnv('WIX_API_KEY', «'${KEY}'»);`],
];
checkTable('environment fallbacks and writes', fallbacks, RULE);

/** In a sink a text of another make is a key, if it is as long as one; a cut-off one is none. */
const sinks: readonly Row[] = [
  ['another make', `fetch('https://www.wixapis.com/x', { headers: { Authorization: «'IST.abcdefghijKLMNOPqrstuv-9876543210'» } });`],
  ['cut off', `fetch('https://www.wixapis.com/x', { headers: { Authorization: '${truncatedSample()}' } });`],
  ['placeholder', `fetch('https://www.wixapis.com/x', { headers: { Authorization: 'IST.your-api-key' } });`],
];
checkTable('sinks', sinks, RULE);

import { describe, expect, test } from 'vitest';
import { keysIn } from '../../src/analysis/keys.js';
import type { SourceFile } from '../../src/source/source-file.js';
import { sourceOf } from '../analysis/sources.js';
import { accountKey, instanceToken } from '../fake-keys.js';
import { read } from './scopes.js';

const KEY = accountKey();
const TOKEN = instanceToken();
const URL = 'https://www.wixapis.com/stores/v1/products/query';

const SNIPPETS: Readonly<Record<string, string>> = {
  'a request': `fetch('${URL}', { method: 'POST', headers: { Authorization: '${KEY}', 'wix-site-id': 'a' } });`,
  'a constant': `const key: string = '${KEY}';\nfetch(\`${URL}\`, { headers: { Authorization: key } });`,
  'an import': `import { createClient, ApiKeyStrategy } from '@wix/sdk';\nexport const client = createClient({ auth: ApiKeyStrategy({ apiKey: \`${KEY}\`, siteId: 'a' }) });`,
  'a call of axios': `import axios from 'axios';\nconst http = axios.create({ baseURL: 'https://www.wixapis.com', headers: { Authorization: '${TOKEN}' } });\nhttp.get('/a');`,
  'an enum, a class and a namespace': `enum A { b = '${KEY}' }\nclass C { private readonly key = '${KEY}' as const; static #k = \`${TOKEN}\`; }\nnamespace D { export const e = '${KEY}'; }`,
  'JSX': `export const a = <WixMediaManager apiKey="${KEY}" other={'${TOKEN}'}>${KEY}</WixMediaManager>;`,
  'comments': `// ${KEY}\n/* a ${TOKEN} */ const a = 1; // 😀 ${KEY}\n`,
  'parts': `const a = 'Bearer ' + '${KEY}';\nconst b = \`\${c}${TOKEN}\`;\nconst d = '${KEY.slice(0, 40)}' +\n  '${KEY.slice(40)}';`,
  'defaults': `function f({ key = '${KEY}' }: { key?: string } = {}, other = process.env.A ?? '${TOKEN}') { return key + other; }`,
  'a directive that is none': `'${KEY}';\n('${TOKEN}');`,
  'decorators and types': `@d({ key: '${KEY}' }) class A { constructor(@e('${TOKEN}') private a: '${KEY}') {} }`,
  'emoji before a key': `const a = '😀';\nconst b = { '😀': '${KEY}' };`,
};

/** What is found, without the nodes. */
function found(source: SourceFile): readonly unknown[] {
  return keysIn(source, { clients: [], filename: null }).map((written) => ({ text: written.key.text, node: written.node.type, range: written.node.range, destinations: [...written.destinations] }));
}

describe.each(Object.entries(SNIPPETS).map(([name, code]) => ({ name, code })))('the keys of $name', ({ code }) => {
  test.each(['\n', '\r\n'])('are those that typescript-eslint\'s tree has, lines ending in %j', (end) => {
    const text = code.replaceAll('\n', end);
    const ours = found(read(text, 'file.tsx'));
    expect(ours.length).toBeGreaterThan(0);
    expect(ours).toEqual(found(sourceOf(text, { parser: 'typescript' })));
  });
});

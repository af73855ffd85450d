import { checkTable, type Row } from '../tables.js';
import { MEDIA, SILENT, TOKEN } from './targets.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;
const SAMPLE = `'IST.eyJraWQiOiJQb3pIX0FDMiIsImFsZyI6IlJTMjU2In0...'`;
const CALL = `fetch('${MEDIA.url}', { headers: { Authorization: ${SILENT} } });`;

/** Code that handles prefixes and speaks of keys. */
const words: readonly Row[] = [
  ['prefix check', `export const isInstance = (token) => token.startsWith('IST.');`],
  ['prefix check of both', `export function kindOf(apiKey) {\n  if (apiKey.startsWith('IST.')) return 'instance';\n  if (apiKey.startsWith('JWS.')) return 'account';\n  return null;\n}`],
  ['prefix by slice', `export const isInstance = (token) => token.slice(0, 4) === 'IST.';`],
  ['prefix by indexOf', `export const isInstance = (token) => token.indexOf('IST.') === 0;`],
  ['prefix by includes', `export const isInstance = (apiKey) => apiKey.includes('IST.');`],
  ['prefix in a constant', `const PREFIX = 'IST.';\nexport const isInstance = (token) => token.startsWith(PREFIX);`],
  ['prefixes in an array', `export const KEY_PREFIXES = ['IST.', 'JWS.'];`],
  ['prefixes in an object', `export const PREFIX_BY_KIND = { instanceToken: 'IST.', apiKey: 'JWS.' };`],
  ['prefix in a switch', `export const kind = (apiKey) => { switch (apiKey.slice(0, 4)) { case 'IST.': return 1; default: return 0; } };`],
  ['prefix taken off', `export const bare = (apiKey) => apiKey.replace('IST.', '');`],
  ['prefix taken off by a pattern', `export const bare = (apiKey) => apiKey.replace(/^IST\\./, '');`],
  ['prefix put on', `export const bare = (body) => console.log('IST.' + body);`],
  ['regular expression', `export const API_KEY = /^IST\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+$/;`],
  ['regular expression from text', `export const apiKeyPattern = new RegExp('IST\\\\.[\\\\w.-]+');`],
  ['regular expression test', `export const ok = (apiKey) => /^(?:IST|JWS)\\./.test(apiKey);`],
  ['prose', `export const apiKeyHelp = 'IST. tokens do not work with the Media Manager; use an account-level key.';`],
  ['prose, question', `export const help = 'Is your token an IST. token or a JWS. key?';`],
  ['error message', `if (!apiKey) throw new Error('IST. tokens are not supported: use an API key');`],
  ['error message with a template', `throw new TypeError(\`IST.\${rest} is no API key\`);`],
  ['warning', `console.warn('IST.xxx tokens answer 403');`],
  ['i18n', `export default { en: { apiKey: { label: 'API key', token: 'IST. token', help: 'Starts with IST. or JWS.' } } };`],
  ['i18n call', `export const label = t('IST. tokens are for one site');`],
  ['time zone', `export const TIMEZONES = { IST: 'Asia/Kolkata', 'IST.': 'India' };`],
  ['time zone in a text', `export const token = '10:30 IST. Please be on time.';`],
  ['time zone at the start', `export const tokenExpiry = 'IST. 10:30';`],
  ['Istanbul', `export const key = 'IST';`],
  ['LIST.', `export const apiKey = 'LIST.eyJraWQiOiJQb3pIX0FDMiIsImFsZyI6IlJTMjU2In0...';`],
  ['EXIST.', `export const apiKey = 'EXIST.eyJraWQiOiJQb3pIX0FDMiIsImFsZyI6IlJTMjU2In0...';`],
  ['lower case', `export const apiKey = '${TOKEN.toLowerCase()}';`],
  ['comment', `// apiKey: ${TOKEN}\n/* Authorization: ${TOKEN} */\nexport {};`],
  ['directive', `'${TOKEN}';\nexport {};`],
  ['type', `export type ApiKey = ${SILENT};`, { only: 'typescript' }],
  ['template type', `export type ApiKey = \`IST.\${string}\`;`, { only: 'typescript' }],
  ['type of a property', `export interface Config { apiKey: ${SILENT}; }`, { only: 'typescript' }],
  ['type of a parameter', `export function send(apiKey: ${SILENT}) { console.log(apiKey); }`, { only: 'typescript' }],
  ['type guard', `export function isInstance(key: string): key is \`IST.\${string}\` { return key.startsWith('IST.'); }`, { only: 'typescript' }],
  ['declared constant', `declare const apiKey: ${SILENT};`, { only: 'typescript' }],
  ['property name', `export const owners = { ${SILENT}: 'me' };`],
  ['JSX text', `export default () => <p>IST. tokens do not work</p>;`],
  ['JSX placeholder', `export default () => <input name="apiKey" placeholder="IST.xxxxxxxx" />;`],
  ['comparison', `export const isOld = (key) => key === ${SILENT};`],
  ['switch over keys', `export const nameOf = (key) => { switch (key) { case ${SILENT}: return 'old'; default: return null; } };`],
  ['revoked keys', `const revoked = new Set([${SILENT}]);\nexport const isRevoked = (key) => revoked.has(key);`],
  ['included', `export const isRevoked = (key) => [${SILENT}].includes(key);`],
  ['log', `console.log('token', ${SILENT});\nconsole.error({ apiKey: ${SILENT} });`],
  ['assertion', `import assert from 'node:assert';\nassert.equal(kindOf(input), 'ist');\nassert.notEqual(token, ${SILENT});`],
  ['test', `import { expect, test } from 'vitest';\nimport { kindOf } from './kind.js';\ntest('kind', () => { expect(kindOf({ text: ${SAMPLE} })).toBe('ist'); });`],
  ['test of a config', `import { expect, it } from 'vitest';\nit('reads', () => { expect(config).toEqual({ apiKey: ${SAMPLE} }); });`],
  ['test with globals', `describe('x', () => { it('y', () => { expect(read()).toMatchObject({ apiKey: ${SAMPLE} }); }); });`],
  ['jest', `import { jest, expect } from '@jest/globals';\nexpect(mock).toHaveBeenCalledWith({ headers: { Authorization: ${SAMPLE} } });`],
  ['node:test', `import test from 'node:test';\nimport assert from 'node:assert/strict';\ntest('a', () => assert.deepEqual(config(), { apiKey: ${SAMPLE} }));`],
  ['chai', `import { expect } from 'chai';\nexpect(config.apiKey).to.equal(${SAMPLE});`],
  ['JSON', `export const sample = JSON.stringify({ value: ${SAMPLE} });`],
  ['tagged template', `export const query = sql\`select 'IST.'\`;`],
  ['redacted, not in a sink', `export const shown = 'IST.eyJ***';`],
  ['masked for display', `export const mask = (apiKey) => apiKey.slice(0, 4) + '***';`],
];
checkTable('words and prefixes', words, RULE);

/** Names of the platform that something of the file takes over, and other code that looks like a client. */
const shadowed: readonly Row[] = [
  ['parameter', `export function send(fetch) { return ${CALL} }`],
  ['destructured parameter', `export function send({ fetch }) { return ${CALL} }`],
  ['local function', `function fetch(url, options) { console.log(url, options); }\n${CALL}`],
  ['local constant', `const fetch = () => null;\n${CALL}`],
  ['import', `import { fetch } from './fake-fetch.js';\n${CALL}`],
  ['import of a test double', `import fetch from './mocks.js';\n${CALL}`],
  ['class', `class fetch { constructor(url, options) { this.url = url; } }\nnew ${CALL}`],
  ['catch parameter', `try { go(); } catch (fetch) { ${CALL} }`],
  ['block scope', `{ const fetch = () => null; ${CALL} }`],
  ['axios of another module', `const axios = { post() {} };\naxios.post('${MEDIA.url}', {}, { headers: { Authorization: ${SILENT} } });`],
  ['a method named fetch', `const store = { fetch() {} };\nstore.fetch('${MEDIA.url}', { headers: { Authorization: ${SILENT} } });`],
  ['XMLHttpRequest of the file', `class XMLHttpRequest { open() {} setRequestHeader() {} }\nconst xhr = new XMLHttpRequest();\nxhr.open('POST', '${MEDIA.url}');\nxhr.setRequestHeader('Authorization', ${SILENT});`],
  ['createClient of the file', `function createClient() {}\nfunction ApiKeyStrategy() {}\nimport { files } from '@wix/media';\ncreateClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: ${SILENT} }) });`],
];
checkTable('shadowed names', shadowed, RULE);

/** Keys in other places of a request to the Media Manager, and in other headers. */
const elsewhere: readonly Row[] = [
  ['another header', `fetch('${MEDIA.url}', { headers: { 'X-Trace': ${SILENT} } });`],
  ['the site id', `fetch('${MEDIA.url}', { headers: { 'wix-site-id': ${SILENT} } });`],
  ['the body', `fetch('${MEDIA.url}', { method: 'POST', body: ${SILENT} });`],
  ['the body as JSON', `fetch('${MEDIA.url}', { method: 'POST', body: JSON.stringify({ note: ${SILENT} }) });`],
  ['the query', `fetch('${MEDIA.url}?note=' + ${SILENT});`],
  ['a proxy header', `fetch('${MEDIA.url}', { headers: { 'Proxy-Authorization': ${SILENT} } });`],
  ['no Wix at all', `fetch('https://api.github.com/user', { headers: { Authorization: \`Bearer \${process.env.GITHUB_TOKEN}\` } });`],
  ['JWS key', `fetch('${MEDIA.url}', { headers: { Authorization: 'JWS.${TOKEN.slice(4)}' } });`],
  ['environment', `fetch('${MEDIA.url}', { headers: { Authorization: process.env.WIX_API_KEY } });`],
  ['prefix elsewhere in the value', `fetch('${MEDIA.url}', { headers: { Authorization: 'Token ${TOKEN}' } });`],
  ['a signed instance', `fetch('${MEDIA.url}', { headers: { Authorization: getSignedInstance() } });`],
];
checkTable('other places of a request', elsewhere, RULE);

import { accountKey, instanceToken, truncatedSample } from '../../fake-keys.js';
import { checkTable, type Row } from '../tables.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;
const TOKEN = instanceToken(2);

/** A place that is named for a Wix key and leaves the file; `key` is the code of the literal. */
type Place = readonly [name: string, write: (key: string) => string, setup?: Row[2]];

const SCRIPT = { sourceType: 'script' } as const;
const PLACES: readonly Place[] = [
  ['wix-config.js: export const', (key) => `export const wixConfig = {\n  clientId: '0f3c1d9a-3b1c-4c55-9d8e-1f2a3b4c5d6e',\n  apiKey: ${key},\n};`],
  ['wix-config.js: export default', (key) => `export default {\n  clientId: 'client',\n  apiKey: ${key},\n};`],
  ['wix-config.js: export default of a constant', (key) => `const config = { clientId: 'client', apiKey: ${key} };\nexport default config;`],
  ['wix-config.js: export list', (key) => `const WIX_CONFIG = { apiKey: ${key} };\nexport { WIX_CONFIG };`],
  ['wix-config.js: renamed export', (key) => `const config = { apiKey: ${key} };\nexport { config as wixConfig };`],
  ['wix-config.js: export as default', (key) => `const config = { apiKey: ${key} };\nexport { config as default };`],
  ['wix-config.js: module.exports', (key) => `module.exports = { clientId: 'client', apiKey: ${key} };`],
  ['wix-config.js: module.exports of a constant', (key) => `const config = { apiKey: ${key} };\nmodule.exports = config;`],
  ['wix-config.js: module.exports member', (key) => `module.exports.apiKey = ${key};`],
  ['wix-config.js: exports member', (key) => `exports.wixConfig = { apiKey: ${key} };`],
  ['wix-config.js: window', (key) => `window.WIX_CONFIG = { clientId: 'client', apiKey: ${key} };`, SCRIPT],
  ['wix-config.js: window, in a function', (key) => `(function () {\n  'use strict';\n  window.WIX_CONFIG = { apiKey: ${key} };\n})();`, SCRIPT],
  ['wix-config.js: globalThis', (key) => `globalThis.wixConfig = { apiKey: ${key} };`],
  ['wix-config.js: script const', (key) => `const WIX_CONFIG = {\n  clientId: 'client',\n  apiKey: ${key},\n};`, SCRIPT],
  ['wix-config.js: script var', (key) => `var WIX_CONFIG = { apiKey: ${key} };`, SCRIPT],
  ['wix-config.js: script, undeclared', (key) => `WIX_CONFIG = { apiKey: ${key} };`, SCRIPT],
  ['wix-config.js: frozen', (key) => `export const wixConfig = Object.freeze({ apiKey: ${key} });`],
  ['wix-config.js: as const', (key) => `export const wixConfig = { apiKey: ${key} } as const;`, { only: 'typescript' }],
  ['wix-config.js: satisfies', (key) => `export default { apiKey: ${key} } satisfies WixConfig;`, { only: 'typescript' }],
  ['wix-config.js: export =', (key) => `const config = { apiKey: ${key} };\nexport = config;`, { only: 'typescript' }],
  ['wix-config.js: nested', (key) => `export const config = { wix: { media: { apiKey: ${key} } } };`],
  ['wix-config.js: written later', (key) => `const config = {};\nconfig.apiKey = ${key};\nexport default config;`],
  ['wix-config.js: spread', (key) => `const secrets = { apiKey: ${key} };\nexport default { clientId: 'client', ...secrets };`],
  ['wix-config.js: by a function', (key) => `export function getConfig() { return { apiKey: ${key} }; }`],
  ['wix-config.js: by an arrow function', (key) => `export const getConfig = () => ({ apiKey: ${key} });`],
  ['wix-config.js: by an async function', (key) => `export default async function config() { return { apiKey: ${key} }; }`],
  ['wix-config.js: class with a static field', (key) => `export class WixConfig { static apiKey = ${key}; }`],
  ['wix-config.js: class with a field', (key) => `export default class WixConfig { apiKey = ${key}; }`],
  ['wix-config.js: fallback', (key) => `export const config = { apiKey: process.env.WIX_API_KEY || ${key} };`],
  ['wix-config.js: conditional', (key) => `export const config = { apiKey: isProd ? process.env.WIX_API_KEY : ${key} };`],
  ['export const', (key) => `export const WIX_API_KEY = ${key};`],
  ['export let', (key) => `export let apiKey = ${key};`],
  ['export of a name', (key) => `const apiKey = ${key};\nexport { apiKey };`],
  ['export default of a named constant', (key) => `const wixApiKey = ${key};\nexport default wixApiKey;`],
  ['named by the export', (key) => `const value = ${key};\nexport { value as wixApiKey };`],
  ['destructured export', (key) => `export const { apiKey } = { apiKey: ${key} };`],
  ['enum', (key) => `export enum Keys { apiKey = ${key} }`, { only: 'typescript' }],
  ['process.env', (key) => `process.env.WIX_API_KEY = ${key};`],
  ['process.env, bracket', (key) => `process.env['WIX_API_KEY'] = ${key};`],
  ['process.env, ??=', (key) => `process.env.WIX_API_KEY ??= ${key};`],
  ['Object.assign to process.env', (key) => `Object.assign(process.env, { WIX_API_KEY: ${key} });`],
  ['handed to an unknown class', (key) => `import { WixClient } from './client.js';\nnew WixClient({ apiKey: ${key} });`],
  ['handed to an unknown function', (key) => `import { connect } from './client.js';\nconnect({ wixApiKey: ${key} });`],
  ['handed to a global', (key) => `connect({ token: ${key} });`],
  ['handed by its name', (key) => `import { connect } from './client.js';\nconst apiKey = ${key};\nconnect('client', apiKey);`],
  ['handed to a method', (key) => `import { wixAPI } from './api.js';\nconst config = { apiKey: ${key} };\nwixAPI.initialize('client', config.apiKey);`],
  ['set by name', (key) => `import { config } from './config.js';\nconfig.set('wixApiKey', ${key});`],
  ['written to an imported object', (key) => `import { config } from './config.js';\nconfig.apiKey = ${key};`],
  ['written to a parameter', (key) => `export function fill(config) { config.apiKey = ${key}; }`],
  ['storage', (key) => `localStorage.setItem('wixApiKey', ${key});`],
  ['JSX attribute', (key) => `import { Upload } from './upload.js';\nexport default () => <Upload apiKey=${key} />;`],
  ['JSX expression', (key) => `import { Upload } from './upload.js';\nexport default () => <Upload apiKey={${key}} />;`],
  ['Authorization of unknown code', (key) => `import { request } from './http.js';\nrequest('/files', { headers: { Authorization: ${key} } });`],
  ['Authorization of an unknown URL', (key) => `export const send = (url) => fetch(url, { headers: { authorization: ${key} } });`],
  ['exported headers', (key) => `export const headers = { Authorization: ${key} };`],
  ['returned headers', (key) => `export function headers() { return { 'Content-Type': 'a', Authorization: ${key} }; }`],
  ['in a describe-free test helper', (key) => `export const testConfig = { apiKey: ${key} };`],
];

const SAMPLE = truncatedSample();
const whole = PLACES.map(([name, write, setup]): Row => [name, write(`«'${TOKEN}'»`), setup]);
const truncated = PLACES.map(([name, write, setup]): Row => [name, write(`«'${SAMPLE}'»`), setup]);
const account = PLACES.map(([name, write, setup]): Row => [name, write(`'${accountKey(2)}'`), setup]);

checkTable('presumed: a whole token', whole, RULE);
checkTable('presumed: the sample of the document', truncated, RULE);
checkTable('presumed: claims that name an account', account, RULE);

/** What stands for a key and is none. */
const PLACEHOLDERS = [
  'IST.your-api-key-here', 'IST.YOUR_API_KEY', 'IST.xxx', 'IST.xxxxxxxxxxxxxxxxxxxx', 'IST.XXXX-XXXX', 'IST.<your token>', 'IST.***', 'IST.****************', 'IST.REDACTED',
  'IST.[REDACTED]', 'IST.{token}', 'IST.${TOKEN}', 'IST.…', 'IST....', 'IST.', 'IST.example', 'IST.placeholder', 'IST.TODO', 'IST.changeme', 'IST.eyJ...', 'IST.eyJhbGciOi...your-token',
  '<IST.token>', '', 'your-api-key', 'JWS.abc', 'ist.lowercase', 'LIST.eyJraWQiOiJQb3pIX0FDMiIsImFsZyI6IlJTMjU2In0...', 'EXIST.eyJraWQiOiJQb3pIX0FDMiIsImFsZyI6IlJTMjU2In0...',
];
const [, , , ...SOME] = PLACES.filter(([name]) => /export const$|module.exports$|window$|process.env$|unknown class|JSX attribute|Authorization of an unknown URL/u.test(name));
checkTable('presumed: placeholders', PLACEHOLDERS.flatMap((text) => SOME.map(([name, write, setup]): Row => [`${text} in ${name}`, write(`'${text}'`), setup])), RULE);

/** Samples cut off in other ways, in the document's own place. */
const CUT_OFF = [SAMPLE, TOKEN.slice(0, 60), `${TOKEN.slice(0, 80)}...`, `${TOKEN.slice(0, 80)}…`, TOKEN.split('.').slice(0, 2).join('.'), TOKEN.split('.').slice(0, 3).join('.')];
checkTable('presumed: cut off', CUT_OFF.map((text): Row => [text.slice(0, 4) + String(text.length), `export const wixConfig = { apiKey: «'${text}'» };`]), RULE);

/** Places that are not named for a Wix key, or do not leave the file. */
const SILENT_PLACES: readonly Place[] = [
  ['another name', (key) => `export const sample = { text: ${key} };`],
  ['a prefix constant', () => `export const TOKEN_PREFIX = 'IST.';`],
  ['a name of another thing', (key) => `export const cacheKey = ${key};`],
  ['an unused constant in a module', (key) => `export {};\nconst apiKey = ${key};`],
  ['a constant that is only compared', (key) => `export {};\nconst apiKey = ${key};\nif (input === apiKey) deny();`],
  ['a private field', (key) => `export class A { #apiKey = ${key}; has(x) { return x === this.#apiKey; } }`],
  ['a log', (key) => `const apiKey = ${key};\nconsole.log(apiKey);`],
  ['a JSON text', (key) => `const text = JSON.stringify({ apiKey: ${key} });\nconsole.log(text);`],
  ['a regular expression test', (key) => `const apiKey = ${key};\nconsole.log(/IST\\./u.test(apiKey));`],
  ['a method of the text', (key) => `const token = ${key};\nexport const isInstance = token.startsWith('IST.');`],
];
checkTable('not presumed', SILENT_PLACES.map(([name, write, setup]): Row => [name, write(`'${TOKEN}'`), setup]), RULE);

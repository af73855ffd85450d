import { instanceToken } from '../../fake-keys.js';
import { checkTable, type Row } from '../tables.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;

const [ONE, OTHER] = [`'${instanceToken(31)}'`, `'${instanceToken(32)}'`];
const MEDIA = `'https://www.wixapis.com/site-media/v1/files'`;
const STORES = `'https://www.wixapis.com/stores/v1/products'`;

/** What functions put into an object that they are handed. */
const added: readonly Row[] = [
  ['a header', `function sign(headers) { headers.Authorization = «${ONE}»; }\nexport function go() { const headers = {}; sign(headers); return fetch(${MEDIA}, { headers }); }`],
  ['a header, before its function', `export function go() { const headers = {}; sign(headers); return fetch(${MEDIA}, { headers }); }\nfunction sign(headers) { headers.Authorization = «${ONE}»; }`],
  ['a header, by an arrow', `const sign = (headers) => { headers['authorization'] = «${ONE}»; };\nconst headers = { Accept: 'a' };\nsign(headers);\nfetch(${MEDIA}, { headers });`],
  ['a header, by an expression', `const sign = (headers) => Object.assign(headers, { Authorization: «${ONE}» });\nconst headers = {};\nsign(headers);\nfetch(${MEDIA}, { headers });`],
  ['a header of Headers', `function sign(headers) { headers.append('Authorization', «${ONE}»); }\nexport function go() { const headers = new Headers(); sign(headers); return fetch(${MEDIA}, { headers }); }`],
  ['a header of options', `function sign(options) { options.headers = { ...options.headers, Authorization: «${ONE}» }; }\nexport function go() { const options = { method: 'GET' }; sign(options); return fetch(${MEDIA}, options); }`],
  ['headers where there are none', `function sign(options) { options.headers = options.headers || {}; options.headers.Authorization = «${ONE}»; return options; }\nexport const go = () => fetch(${MEDIA}, sign({ method: 'GET' }));`],
  ['a member of it', `function sign(headers) { headers.Authorization = «${ONE}»; }\nconst options = { headers: {} };\nsign(options.headers);\nfetch(${MEDIA}, options);`],
  ['by a method', `class Api { sign(headers) { headers.Authorization = «${ONE}»; } go() { const headers = {}; this.sign(headers); return fetch(${MEDIA}, { headers }); } }\nexport const api = new Api();`],
  ['by a private method, of a field', `class Api { constructor(key) { this.key = key; } #sign(headers) { headers.set('Authorization', this.key); } go() { const headers = new Headers(); this.#sign(headers); return fetch(${MEDIA}, { headers }); } }\nexport const api = new Api(«${ONE}»);`],
  ['handed on', `function put(headers) { headers.Authorization = «${ONE}»; }\nfunction sign(options) { put(options.headers); }\nconst options = { headers: {} };\nsign(options);\nfetch(${MEDIA}, options);`],
  ['handed to itself', `function sign(headers, times) { if (times > 0) sign(headers, times - 1); headers.Authorization = «${ONE}»; }\nconst headers = {};\nsign(headers, 3);\nfetch(${MEDIA}, { headers });`],
  ['with a default', `function sign(headers = {}) { headers.Authorization = «${ONE}»; }\nconst headers = {};\nsign(headers);\nfetch(${MEDIA}, { headers });`],
  ['where a flag says so', `function sign(headers, { auth }) { if (!auth) return; headers.Authorization = «${ONE}»; }\nconst headers = {};\nsign(headers, { auth: true });\nfetch(${MEDIA}, { headers });`],
  ['in an interceptor', `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://www.wixapis.com' });\nconst sign = (config) => { config.headers.Authorization = «${ONE}»; };\napi.interceptors.request.use((config) => { sign(config); return config; });\nexport const go = () => api.get('/site-media/v1/files');`],
  ['each caller its own key', `function sign(headers, key) { headers.Authorization = key; }\nexport function media() { const headers = {}; sign(headers, «${ONE}»); return fetch(${MEDIA}, { headers }); }\nexport function stores() { const headers = {}; sign(headers, ${OTHER}); return fetch(${STORES}, { headers }); }`],
  ['with types', `function sign(headers: Record<string, string>): void { headers.Authorization = «${ONE}»; }\nconst headers = {} as Record<string, string>;\nsign(headers as any);\nfetch(${MEDIA}, { headers });`, { only: 'typescript' }],
  ['surely there, a member', `function sign(headers: any) { headers.Authorization = «${ONE}»; }\nconst options: Options = { headers: {} };\nsign(options!.headers!);\nfetch(${MEDIA}, options);`, { only: 'typescript' }],
  ['with overloads', `function sign(headers: object): void;\nfunction sign(headers: any) { headers.Authorization = «${ONE}»; }\nconst headers = {};\nsign(headers);\nfetch(${MEDIA}, { headers });`, { only: 'typescript' }],
  ['in place of another', `function sign(headers) { headers.Authorization = «${ONE}»; }\nconst headers = { Authorization: ${OTHER} };\nsign(headers);\nfetch(${MEDIA}, { headers });`],
];

const innocent: readonly Row[] = [
  ['on its way to another API', `function sign(options) { options.headers = options.headers || {}; options.headers.Authorization = ${ONE}; return options; }\nexport const go = () => fetch(${STORES}, sign({ method: 'GET' }));`],
  ['on its way to another API, ??=', `export function go(options = {}) { const own = { method: 'GET' }; own.headers ??= {}; own.headers.Authorization = ${ONE}; return fetch(${STORES}, own); }`],
  ['where a flag says otherwise', `function sign(headers, { auth }) { if (auth) headers.Authorization = ${ONE}; }\nconst headers = {};\nsign(headers, { auth: false });\nfetch(${MEDIA}, { headers });`],
  ['after the request', `function sign(headers) { headers.Authorization = ${ONE}; }\nexport async function go() { const headers = {}; await fetch(${MEDIA}, { headers }); sign(headers); return fetch(${STORES}, { headers }); }`],
  ['into another object', `function sign(headers) { headers.Authorization = ${ONE}; }\nconst [headers, other] = [{}, {}];\nsign(other);\nfetch(${MEDIA}, { headers });\nfetch(${STORES}, { headers: other });`],
  ['into another argument', `function sign(other, headers) { headers.Authorization = ${ONE}; }\nconst headers = {};\nconst other = {};\nsign(headers, other);\nfetch(${MEDIA}, { headers });\nfetch(${STORES}, { headers: other });`],
  ['into a copy', `function sign(headers) { headers = { ...headers }; headers.Authorization = ${ONE}; return headers; }\nconst headers = {};\nfetch(${STORES}, { headers: sign(headers) });\nfetch(${MEDIA}, { headers });`],
];

checkTable('keys that functions put into what they are handed', added, RULE);
checkTable('keys that functions put elsewhere', innocent, RULE);

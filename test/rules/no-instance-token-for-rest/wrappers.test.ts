import { instanceToken } from '../../fake-keys.js';
import { checkTable, type Row } from '../tables.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;

const [ONE, OTHER] = [`'${instanceToken(31)}'`, `'${instanceToken(32)}'`];
const BASE = `'https://www.wixapis.com'`;
const MEDIA = `'/site-media/v1/files/generate-upload-url'`;
const STORES = `'/stores/v1/products/query'`;

/** Who knows what: the wrapper or its caller the base, the path, the headers, the key. */
const wrappers: readonly Row[] = [
  ['the wrapper knows the base', `const api = (path, key) => fetch(${BASE} + path, { headers: { Authorization: key } });\napi(${MEDIA}, «${ONE}»);\napi(${STORES}, ${OTHER});`],
  ['the wrapper knows the key', `const api = (path) => fetch(\`https://www.wixapis.com\${path}\`, { headers: { Authorization: «${ONE}» } });\napi(${STORES});\napi(${MEDIA});`],
  ['the wrapper knows the key, other paths', `const api = (path) => fetch(\`https://www.wixapis.com\${path}\`, { headers: { Authorization: ${ONE} } });\napi(${STORES});`],
  ['the wrapper knows the headers', `const HEADERS = { Authorization: «${ONE}» };\nfunction send(url) { return fetch(url, { headers: HEADERS }); }\nsend(${BASE} + ${MEDIA});`],
  ['the caller knows the headers', `function send(url, init) { return fetch(url, { method: 'POST', ...init }); }\nsend(${BASE} + ${MEDIA}, { headers: { Authorization: «${ONE}» } });\nsend(${BASE} + ${STORES}, { headers: { Authorization: ${OTHER} } });`],
  ['the caller knows the base', `const send = ({ base, path, key }) => fetch(new URL(path, base), { headers: new Headers({ Authorization: key }) });\nsend({ base: ${BASE}, path: ${MEDIA}, key: «${ONE}» });\nsend({ base: 'https://example.com', path: ${MEDIA}, key: ${OTHER} });`],
  ['a helper makes the headers', `function authHeaders(key) { return { Authorization: key, 'wix-account-id': 'x' }; }\nfetch(${BASE} + ${MEDIA}, { headers: authHeaders(«${ONE}») });\nfetch(${BASE} + ${STORES}, { headers: authHeaders(${OTHER}) });`],
  ['a helper sets the header', `function authorize(headers, key) { headers.set('Authorization', key); return headers; }\nfetch(${BASE} + ${STORES}, { headers: authorize(new Headers(), ${OTHER}) });`],
  ['a helper makes the options', `const post = (key, body) => ({ method: 'POST', headers: { ...JSON_HEADERS, authorization: \`Bearer \${key}\` }, body });\nfetch(${BASE} + ${MEDIA}, post(«${ONE}», '{}'));\nfetch(${BASE} + ${STORES}, post(${OTHER}, '{}'));`],
  ['wrappers in wrappers', `const request = (method, url, headers) => fetch(url, { method, headers });\nconst wix = (path, key) => request('POST', ${BASE} + path, { Authorization: key });\nconst media = (name, key) => wix('/site-media/v1/' + name, key);\nconst stores = (name, key) => wix('/stores/v1/' + name, key);\nmedia('files', «${ONE}»);\nstores('products', ${OTHER});`],
  ['a wrapper around axios', `import axios from 'axios';\nconst client = (key) => axios.create({ baseURL: ${BASE}, headers: { Authorization: key } });\nclient(«${ONE}»).post(${MEDIA});\nclient(${OTHER}).post(${STORES});`],
  ['instances of a factory', `import axios from 'axios';\nfunction make(key) { const made = axios.create({ baseURL: ${BASE} }); made.defaults.headers.common.Authorization = key; return made; }\nconst one = make(«${ONE}»);\none.post(${MEDIA});\nconst two = make(${OTHER});\ntwo.post(${STORES});`],
  ['a client is handed over', `import axios from 'axios';\nfunction upload(client, key) { return client.post(${MEDIA}, {}, { headers: { Authorization: key } }); }\nupload(axios.create({ baseURL: ${BASE} }), «${ONE}»);\nupload(axios.create({ baseURL: 'https://example.com' }), ${OTHER});`],
  ['fetch is handed over', `function upload(send, key) { return send(${BASE} + ${MEDIA}, { headers: { Authorization: key } }); }\nupload(fetch, «${ONE}»);`],
  ['a wrapper around XMLHttpRequest', `function send(url, key) { const xhr = new XMLHttpRequest(); xhr.open('POST', url); xhr.setRequestHeader('Authorization', key); xhr.send(); }\nsend(${BASE} + ${MEDIA}, «${ONE}»);\nsend(${BASE} + ${STORES}, ${OTHER});`],
  ['a wrapper around the SDK', `import { createClient, ApiKeyStrategy } from '@wix/sdk';\nimport { files } from '@wix/media';\nimport { products } from '@wix/stores';\nconst client = (modules, apiKey) => createClient({ modules, auth: ApiKeyStrategy({ apiKey, siteId: 'x' }) });\nclient({ files }, «${ONE}»);\nclient({ products }, ${OTHER});`],
  ['a strategy from a helper', `import { createClient, ApiKeyStrategy } from '@wix/sdk';\nimport { files } from '@wix/media';\nimport { products } from '@wix/stores';\nfunction auth(apiKey) { return ApiKeyStrategy({ apiKey, siteId: 'x' }); }\ncreateClient({ modules: { files }, auth: auth(«${ONE}») });\ncreateClient({ modules: { products }, auth: auth(${OTHER}) });`],
  ['a function named as a client', `import { uploadToMediaManager } from './x.js';\nconst go = (apiKey) => uploadToMediaManager({ apiKey });\ngo(«${ONE}»);`],
  ['a component', `function Picker({ apiKey }) { return <MediaManagerUploader apiKey={apiKey} />; }\nexport const page = <Picker apiKey=«"${ONE.slice(1, -1)}"» />;`],
];

/** Each key is judged by where it goes. */
const precision: readonly Row[] = [
  ['two objects of one class', `class Api { constructor(key) { this.key = key; } send(path) { return fetch(${BASE} + path, { headers: { Authorization: this.key } }); } media() { return this.send(${MEDIA}); } stores() { return this.send(${STORES}); } }\nconst one = new Api(«${ONE}»);\nconst two = new Api(${OTHER});\none.media();\ntwo.stores();`],
  ['two clients of one factory', `function make(key) { const send = (path) => fetch(${BASE} + path, { headers: { Authorization: key } }); return { media: () => send(${MEDIA}), stores: () => send(${STORES}) }; }\nmake(«${ONE}»).media();\nmake(${OTHER}).stores();`],
  ['two objects that are told their keys', `class Api { init(key) { this.key = key; } media() { return fetch(${BASE} + ${MEDIA}, { headers: { Authorization: this.key } }); } stores() { return fetch(${BASE} + ${STORES}, { headers: { Authorization: this.key } }); } }\nconst one = new Api();\nconst two = new Api();\none.init(«${ONE}»);\ntwo.init(${OTHER});\none.media();\ntwo.stores();`],
  ['one key for both', `class Api { constructor(key) { this.key = key; } media() { return fetch(${BASE} + ${MEDIA}, { headers: { Authorization: this.key } }); } stores() { return fetch(${BASE} + ${STORES}, { headers: { Authorization: this.key } }); } }\nconst api = new Api(«${ONE}»);\napi.media();\napi.stores();`],
  ['a key that is written over', `function go(key) { key = process.env.WIX_API_KEY; fetch(${BASE} + ${MEDIA}, { headers: { Authorization: key } }); }\ngo(${OTHER});`],
  ['a field that is written over where it is read', `class Api { constructor(key) { this.key = key; } go() { this.key = process.env.WIX_API_KEY; return fetch(${BASE} + ${MEDIA}, { headers: { Authorization: this.key } }); } }\nnew Api(${OTHER}).go();`],
  ['a default that is not used', `function go(path, key = ${OTHER}) { return fetch(${BASE} + path, { headers: { Authorization: key } }); }\ngo(${MEDIA}, process.env.WIX_API_KEY ?? '');\ngo(${STORES});`],
  ['shared headers', `const headers = { Authorization: «${ONE}» };\nconst send = (path) => fetch(${BASE} + path, { headers });\nsend(${STORES});\nsend(${MEDIA});`],
  ['one of two branches', `const send = (path, key) => fetch(${BASE} + path, { headers: { Authorization: key } });\nif (media) send(${MEDIA}, «${ONE}»); else send(${STORES}, ${OTHER});`],
  ['a parameter of another function', `function log(key) { console.log(key.length); }\nfunction go(key) { return fetch(${BASE} + ${MEDIA}, { headers: { Authorization: key } }); }\nlog(${OTHER});\ngo(process.env.WIX_API_KEY);`],
  ['a method of the same name in another class', `class A { go(key) { return fetch(${BASE} + ${MEDIA}, { headers: { Authorization: key } }); } }\nclass B { go(key) { return key.length; } }\nnew A().go(process.env.WIX_API_KEY);\nnew B().go(${OTHER});`],
  ['another argument', `function go(id, key) { return fetch(${BASE} + ${MEDIA}, { headers: { Authorization: key, 'X-Id': id } }); }\ngo(${OTHER}, process.env.WIX_API_KEY);`],
  ['a field of a class below', `class Base { key = ${OTHER}; }\nclass Api extends Base { key = process.env.WIX_API_KEY; go() { return fetch(${BASE} + ${MEDIA}, { headers: { Authorization: this.key } }); } }\nnew Api().go();`],
  ['fields merged into one of two objects', `class Api { media() { return fetch(${BASE} + ${MEDIA}, { headers: { Authorization: this.key } }); } stores() { return fetch(${BASE} + ${STORES}, { headers: { Authorization: this.key } }); } }\nconst one = new Api();\nconst two = new Api();\nObject.assign(one, { key: «${ONE}» });\nObject.assign(two, { key: ${OTHER} });\none.media();\ntwo.stores();`],
  ['other options taken over', `class Api { constructor(options) { Object.assign(this, options); } go() { return fetch(${BASE} + ${MEDIA}, { headers: { Authorization: this.key, 'X-Id': this.id } }); } }\nnew Api({ id: ${OTHER}, key: process.env.WIX_API_KEY }).go();`],
  ['a setter of another object', `const one = { set key(key) { this.k = key.length; } };\nconst two = { set key(key) { this.k = key; }, go() { return fetch(${BASE} + ${MEDIA}, { headers: { Authorization: this.k } }); } };\none.key = ${OTHER};\ntwo.key = process.env.WIX_API_KEY;\ntwo.go();`],
  ['a generator', `function* keys() { yield ${OTHER}; return process.env.WIX_API_KEY; }\nfetch(${BASE} + ${MEDIA}, { headers: { Authorization: keys().next().value } });`],
];

checkTable('wrappers', wrappers, RULE);
checkTable('precision', precision, RULE);

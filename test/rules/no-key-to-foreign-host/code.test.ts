import { accountKey, jwsKey, oauthKey } from '../../fake-keys.js';
import { checkTable, type Row } from '../tables.js';

const RULE = { rule: 'no-key-to-foreign-host' } as const;
const KEY = accountKey(41);
const ENV = 'process.env.WIX_API_KEY';
const SDK = `import { createClient, ApiKeyStrategy, OAuthStrategy } from '@wix/sdk';\nimport { files } from '@wix/media';\nconst client = createClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: ${ENV}, siteId }) });\n`;
const ASK = `fetch('https://www.wixapis.com/site-media/v1/files/generate-upload-url', { method: 'POST', headers: { Authorization: ${ENV}, 'wix-site-id': siteId }, body })`;
const put = (url: string, key = `«${ENV}»`): string => `await fetch(${url}, { method: 'PUT', headers: { Authorization: ${key}, 'Content-Type': type }, body: file });`;

/** Ways from the answer of generate-upload-url to the URL. */
const uploads: readonly Row[] = [
  ['destructured', `const response = await ${ASK};\nconst { uploadUrl } = await response.json();\n${put('uploadUrl')}`],
  ['member', `const data = await (await ${ASK}).json();\n${put('data.uploadUrl')}`],
  ['template', `const { uploadUrl } = await (await ${ASK}).json();\n${put('`${uploadUrl}?filename=${name}`')}`],
  ['concatenation', `const { uploadUrl } = await (await ${ASK}).json();\n${put(`uploadUrl + '?filename=' + name`)}`],
  ['renamed', `const { uploadUrl: url } = await (await ${ASK}).json();\n${put('url')}`],
  ['then', `${ASK}.then((response) => response.json()).then(({ uploadUrl }) => fetch(uploadUrl, { method: 'PUT', headers: { Authorization: «${ENV}» } }));`],
  ['axios', `import axios from 'axios';\nconst { data } = await axios.post('https://www.wixapis.com/site-media/v1/files/generate-upload-url', body, { headers: { Authorization: ${ENV} } });\nawait axios.put(data.uploadUrl, file, { headers: { Authorization: «${ENV}» } });`],
  ['a function', `async function uploadUrlFor(name) {\n  const response = await ${ASK};\n  return (await response.json()).uploadUrl;\n}\nconst url = await uploadUrlFor('a.png');\n${put('url')}`],
  ['resumable', `const response = await fetch('https://www.wixapis.com/site-media/v1/files/generate-resumable-upload-url', { method: 'POST', headers: { Authorization: ${ENV} } });\nconst { uploadUrl } = await response.json();\n${put('uploadUrl')}`],
  ['SDK', `${SDK}const { uploadUrl } = await client.files.generateFileUploadUrl('image/png');\n${put('uploadUrl')}`],
  ['SDK, used module', `${SDK}const { uploadUrl } = await client.use(files).generateFileUploadUrl('image/png');\n${put('uploadUrl')}`],
  ['typed', `const data = (await (await ${ASK}).json()) as { uploadUrl: string };\n${put('data.uploadUrl')}`, { only: 'typescript' }],
  ['Bearer', `const { uploadUrl } = await (await ${ASK}).json();\n${put('uploadUrl', `«\`Bearer \${${ENV}}\`»`)}`],
  ['literal', `const key = '${KEY}';\nconst response = await fetch('https://www.wixapis.com/site-media/v1/files/generate-upload-url', { headers: { Authorization: key } });\nconst { uploadUrl } = await response.json();\n${put('uploadUrl', '«key»')}`],
  ['headers that are shared', `const headers = { Authorization: ${ENV}, 'wix-site-id': siteId };\nconst { uploadUrl } = await (await fetch('https://www.wixapis.com/site-media/v1/files/generate-upload-url', { method: 'POST', headers })).json();\nawait fetch(uploadUrl, { method: 'PUT', headers, body });`.replace('fetch(uploadUrl', '«fetch»(uploadUrl')],
  ['data host', put(`'https://upload.wixmp.com/upload/abc'`)],
  ['data host with a token', put('`https://upload.wixmp.com/upload/${token}`')],
  ['download host', put(`'https://download-files.wixmp.com/a'`)],
  ['CDN', put(`'https://static.wixstatic.com/media/a.png'`)],
  ['an instance with a base', `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://www.wixapis.com/site-media/v1', headers: { Authorization: ${ENV} } });\nconst { data } = await api.post('/files/generate-upload-url', {});\nawait «api.put»(data.uploadUrl, file);`],
  ['fetch after axios', `import axios from 'axios';\nconst { data } = await axios.post('https://www.wixapis.com/site-media/v1/files/generate-upload-url', body, { headers: { Authorization: ${ENV} } });\n${put('data.uploadUrl')}`],
  ['a Worker', `export default { async fetch(request, env) {\n  const { uploadUrl } = await (await fetch('https://www.wixapis.com/site-media/v1/files/generate-upload-url', { headers: { Authorization: env.WIX_API_KEY } })).json();\n  return fetch(uploadUrl, { headers: { Authorization: «env.WIX_API_KEY» } });\n} };`],
  ...[
    'new URL(uploadUrl).toString()', 'new URL(uploadUrl).href', `uploadUrl.replace('http:', 'https:')`, 'uploadUrl.trim()', `uploadUrl.concat('?filename=a')`,
    `new URL(uploadUrl).href.replace('http:', 'https:').trim()`, '`${new URL(uploadUrl).href}?filename=${name}`',
  ].map((url): Row => [url, `const { uploadUrl } = await (await ${ASK}).json();\n${put(url)}`]),
  ['a URL with a query', `const { uploadUrl } = await (await ${ASK}).json();\nconst url = new URL(uploadUrl);\nurl.searchParams.set('filename', name);\n${put('url.href')}`],
  ['an instance with a base, and a URL', `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://www.wixapis.com/site-media/v1', headers: { Authorization: ${ENV} } });\nconst { data } = await api.post('/files/generate-upload-url', {});\nawait «api.put»(new URL(data.uploadUrl).href, file);`],
  ['fetchWithAuth of the SDK', `${SDK}const { uploadUrl } = await client.files.generateFileUploadUrl('image/png');\nawait «client.fetchWithAuth»(uploadUrl, { method: 'PUT', body });`],
  ['fetchWithAuth of the file', `const fetchWithAuth = (url, options = {}) => fetch(url, { ...options, headers: { ...options.headers, Authorization: «${ENV}» } });\nconst { uploadUrl } = await (await fetchWithAuth('https://www.wixapis.com/site-media/v1/files/generate-upload-url', { method: 'POST' })).json();\nawait fetchWithAuth(uploadUrl, { method: 'PUT', body });`],
  ['any key name', put(`'https://upload.wixmp.com/upload/abc'`, '«process.env.API_KEY»')],
];
checkTable('upload and download hosts', uploads, { ...RULE, messageId: 'uploadHost' });

const foreign: readonly Row[] = [
  ['fetch', `fetch('https://api.example.com/v1', { headers: { Authorization: «${ENV}» } });`],
  ['literal', `fetch('https://api.example.com/v1', { headers: { Authorization: «'${KEY}'» } });`],
  ['JWS.', `fetch('https://api.example.com/v1', { headers: { Authorization: «'${jwsKey(4)}'» } });`],
  ['access token', `fetch('https://api.example.com/v1', { headers: { Authorization: «'Bearer ${oauthKey(4)}'» } });`],
  ['another header', `fetch('https://api.example.com/v1', { headers: { 'X-Wix-Key': «${ENV}» } });`],
  ['public name', `fetch('https://api.example.com/v1', { headers: { Authorization: «import.meta.env.VITE_WIX_API_KEY» } });`],
  ['wixapis look-alike', `fetch('https://www.wixapis.com.example.com/v1', { headers: { Authorization: «${ENV}» } });`],
  ['http', `fetch('http://collector.example.com', { headers: { Authorization: «${ENV}» } });`],
  ['without scheme', `fetch('//collector.example.com/a', { headers: { Authorization: «${ENV}» } });`],
  ['a Wix site', `fetch('https://me.wixsite.com/site/_functions/a', { headers: { Authorization: «${ENV}» } });`],
  ['a template', `fetch(\`https://api.example.com/\${path}\`, { headers: { Authorization: «${ENV}» } });`],
  ['got', `import got from 'got';\ngot('https://api.example.com', { headers: { authorization: «${ENV}» } });`],
  ['the key of a Wix call', `fetch('https://www.wixapis.com/a', { headers: { Authorization: process.env.API_KEY } });\nfetch('https://api.example.com', { headers: { Authorization: «process.env.API_KEY» } });`],
  ['fetchWithAuth', `${SDK}«client.fetchWithAuth»('https://api.example.com/hook');`],
  ['fetchWithAuth, unknown key', `import { createClient, ApiKeyStrategy } from '@wix/sdk';\nexport const call = (apiKey) => createClient({ auth: ApiKeyStrategy({ apiKey, siteId }) }).fetchWithAuth('https://api.example.com');`.replace('createClient({ auth: ApiKeyStrategy({ apiKey, siteId }) }).fetchWithAuth', '«createClient({ auth: ApiKeyStrategy({ apiKey, siteId }) }).fetchWithAuth»')],
];
const objects: readonly Row[] = [
  ['handed over', `const request = new Request('https://api.example.com/v1', { headers: { Authorization: «${ENV}» } });\nawait fetch(request);`],
  ['made on the spot', `await fetch(new Request('https://api.example.com/v1', { headers: { Authorization: «${ENV}» } }));`],
  ['handed over with other options', `const request = new Request('https://api.example.com/v1', { headers: { Authorization: «${ENV}» } });\nawait fetch(request, { signal });`],
  ['handed over twice', `const request = new Request('https://api.example.com/v1', { headers: { Authorization: «${ENV}» } });\nawait fetch(request.clone());\nawait fetch(request);`],
  ['handed over nowhere', `export const request = new Request('https://api.example.com/v1', { headers: { Authorization: «${ENV}» } });`],
  ['given the key when it is sent', `const request = new Request('https://api.example.com/v1');\nawait fetch(request, { headers: { Authorization: «${ENV}» } });`],
  ['given the key before it is sent', `const request = new «Request»('https://api.example.com/v1');\nrequest.headers.set('Authorization', ${ENV});\nawait fetch(request);`],
];
checkTable('request objects', objects, { ...RULE, messageId: 'foreignHost' });
checkTable('foreign hosts', foreign, { ...RULE, messageId: 'foreignHost' });

const urls: readonly Row[] = [
  ['template', `fetch(«\`https://api.example.com/?key=\${${ENV}}\`»);`],
  ['concatenation', `fetch(«'https://api.example.com/?key=' + ${ENV}»);`],
  ['literal', `fetch(«'https://api.example.com/?key=${KEY}'»);`],
];
const AXIOS = `import axios from 'axios';\n`;
const queries: readonly Row[] = [
  ['axios', `${AXIOS}await axios.get('https://api.example.com/a', { params: { key: «${ENV}» } });`],
  ['axios with data', `${AXIOS}await axios.post('https://api.example.com/a', body, { params: { key: «'${KEY}'» } });`],
  ['axios, one object', `${AXIOS}await axios({ url: 'https://api.example.com/a', params: { key: «${ENV}» } });`],
  ['an instance of axios', `${AXIOS}const api = axios.create({ baseURL: 'https://api.example.com', params: { key: ${ENV} } });\nawait «api.get»('/a');`],
  ['a constant', `${AXIOS}const params = { page: 1, key: ${ENV} };\nawait «axios.get»('https://api.example.com/a', { params });`],
];
checkTable('a key in the query', queries, { ...RULE, messageId: 'inUrl' });
checkTable('a key in the query of Wix, or none', [
  ...queries.map(([name, code]): Row => [`${name}, Wix`, code.replaceAll(/[«»]/g, '').replaceAll('api.example.com', 'www.wixapis.com')]),
  ...queries.map(([name, code]): Row => [`${name}, another key`, code.replaceAll(/[«»]/g, '').replaceAll(ENV, 'process.env.MAPS_API_KEY').replaceAll(KEY, 'abc')]),
], RULE);
checkTable('a key in a URL', urls, { ...RULE, messageId: 'inUrl' });

const innocent: readonly Row[] = [
  ['Wix', `fetch('https://www.wixapis.com/stores/v1/products', { headers: { Authorization: ${ENV}, 'wix-site-id': siteId } });`],
  ['Wix, other hosts', `fetch('https://edge.wixapis.com/a', { headers: { Authorization: ${ENV} } });\nfetch('https://manage.wix.com/_api/a', { headers: { Authorization: ${ENV} } });`],
  ['upload without the key', `const { uploadUrl } = await (await ${ASK}).json();\nawait fetch(uploadUrl, { method: 'PUT', headers: { 'Content-Type': type }, body: file });`],
  ['upload host without the key', `fetch('https://upload.wixmp.com/upload/abc', { method: 'PUT', body }); // wix`],
  ['a token of the upload', put(`'https://upload.wixmp.com/upload/abc'`, 'uploadToken')],
  ['another uploadUrl', `const { uploadUrl } = await (await fetch('/api/upload', { method: 'POST' })).json();\nawait fetch(uploadUrl, { headers: { Authorization: ${ENV} } });`],
  ['the origin of the URL', `const { uploadUrl } = await (await ${ASK}).json();\n${put('new URL(uploadUrl).origin', ENV)}`],
  ['a path on the host of the URL', `const { uploadUrl } = await (await ${ASK}).json();\n${put(`new URL('/a', uploadUrl)`, ENV)}`],
  ['a list of URLs', `const { uploadUrl } = await (await ${ASK}).json();\n${put(`uploadUrl.split('?')`, ENV)}`],
  ['the URL behind another', `const { uploadUrl } = await (await ${ASK}).json();\n${put('`/proxy?url=${new URL(uploadUrl).href}`', ENV)}`],
  ['fetchWithAuth of the SDK with another answer', `${SDK}const { uploadUrl } = await load();\nawait client.fetchWithAuth(uploadUrl);`],
  ['another member', `const { file } = await (await ${ASK}).json();\nawait fetch(file.url, { headers: { Authorization: ${ENV} } });`],
  ['relative', `fetch('/api/wix', { headers: { Authorization: ${ENV} } });`],
  ['unknown', `fetch(url, { headers: { Authorization: ${ENV} } });`],
  ['unknown base', 'fetch(`${base}/a`, { headers: { Authorization: process.env.WIX_API_KEY } });'],
  ['loopback', `fetch('http://localhost:3000/wix', { headers: { Authorization: ${ENV} } });\nfetch('http://127.0.0.1:8080', { headers: { Authorization: ${ENV} } });\nfetch('http://[::1]:3000/', { headers: { Authorization: ${ENV} } });`],
  ['key of another vendor', `fetch('https://api.openai.com/v1', { headers: { Authorization: \`Bearer \${process.env.OPENAI_API_KEY}\` } }); // wix`],
  ['some key', `fetch('https://api.example.com', { headers: { Authorization: process.env.API_KEY } }); // wix`],
  ['an unknown key', `fetch('https://api.example.com', { headers: { Authorization: apiKey } }); // wix`],
  ['client id of Wix', `fetch('https://api.example.com', { headers: { 'x-client': process.env.WIX_CLIENT_ID } });`],
  ['placeholder', `fetch('https://api.example.com', { headers: { Authorization: 'IST.your-api-key' } });`],
  ['two hosts, one key each', `const wix = { Authorization: ${ENV}, 'wix-site-id': siteId };\nfetch('https://www.wixapis.com/a', { headers: wix });\nfetch('https://api.example.com', { headers: { Authorization: process.env.OTHER } });`],
  ['fetchWithAuth on the same machine', `${SDK}client.fetchWithAuth('http://localhost:3000/hook');`],
  ['upload by axios without the key', `import axios from 'axios';\nconst { data } = await axios.post('https://www.wixapis.com/site-media/v1/files/generate-upload-url', body, { headers: { Authorization: ${ENV} } });\nawait axios.put(data.uploadUrl, file);`],
  ['a URL of another answer', `const response = await fetch('https://example.com/a');\nawait fetch(response.url, { headers: { Authorization: ${ENV} } });`],
  ['fetchWithAuth on Wix', `${SDK}client.fetchWithAuth('https://www.wixapis.com/a');`],
  ['fetchWithAuth on the unknown', `${SDK}client.fetchWithAuth(url);`],
  ['fetchWithAuth of a visitor', `import { createClient, OAuthStrategy } from '@wix/sdk';\ncreateClient({ auth: OAuthStrategy({ clientId }) }).fetchWithAuth('https://api.example.com');`],
  ['fetch of the client', `${SDK}client.fetch('/a');`],
  ['a local fetch', `const fetch = (url, options) => options;\nfetch('https://api.example.com', { headers: { Authorization: ${ENV} } });`],
];
checkTable('innocent', innocent, RULE);

const AUTH = "headers: { Authorization: process.env.WIX_API_KEY, 'wix-site-id': siteId }";
const parted: readonly Row[] = [
  ['a base in front of what may be absolute', `const call = (path) => fetch(path.startsWith('https://') ? path : \`https://www.wixapis.com\${path}\`, { ${AUTH} });\nawait call('https://www.wixapis.com/site-media/v1/files');`],
  ['rows of a table', `const API = [\n  { url: 'https://www.wixapis.com/a', ${AUTH} },\n  { url: 'https://crm.example.com/b', headers: { Authorization: process.env.CRM_TOKEN } },\n];\nfor (const { url, headers } of API) await fetch(url, { headers });\nawait Promise.all(API.map((row) => fetch(row.url, { headers: row.headers })));`],
  ['members of a table by name', `const API = { wix: { url: 'https://www.wixapis.com/a', key: ${ENV} }, crm: { url: 'https://crm.example.com/b', key: process.env.CRM_TOKEN } };\nexport const get = (name) => fetch(API[name].url, { headers: { Authorization: API[name].key, 'wix-site-id': 'a' } });`],
  ['instances of one class', `class Rest {\n  constructor(base, key) { this.base = base; this.key = key; }\n  get(path) { return fetch(this.base + path, { headers: { Authorization: this.key } }); }\n}\nexport const wix = new Rest('https://www.wixapis.com/a', ${ENV});\nexport const crm = new Rest('https://crm.example.com', process.env.CRM_TOKEN);`],
  ['what asks for the host first', `async function http(url) {\n  if (!url.startsWith('https://www.wixapis.com/')) return fetch(url);\n  return fetch(url, { ${AUTH} });\n}\nawait http('https://www.wixapis.com/a');\nawait http('https://example.com/x');`],
  ['what asks for the host first and then how it went', `async function http(url, version) {\n  if (!url.startsWith('https://www.wixapis.com/')) return fetch(url);\n  return (await fetch(\`\${url}?v=\${version}\`, { ${AUTH} })).ok ? 1 : 2;\n}\nawait http('https://example.com/x', 1);`],
  ['what asks for the host behind', `async function http(url) {\n  const response = await fetch(url, { ${AUTH} });\n  return url.includes('wixapis.com') ? response : null;\n}\nawait http('https://example.com/x');`],
  ['what asks for the host by &&', `async function http(url) {\n  url.includes('wixapis.com') && (await fetch(url, { ${AUTH} }));\n}\nawait http('https://example.com/x');`],
  ['what asks for the host by switch', `async function http(url) {\n  switch (new URL(url).host) {\n    case 'www.wixapis.com': return fetch(url, { ${AUTH} });\n    default: return fetch(url);\n  }\n}\nawait http('https://example.com/x');`],
  ['what asks for the host of an option', `import axios from 'axios';\nasync function http(url) {\n  if (!url.startsWith('https://www.wixapis.com/')) return null;\n  return axios({ method: 'GET', url, ${AUTH} });\n}\nawait http('https://example.com/x');`],
  ['a key for the host of Wix alone', `async function http(url) {\n  const target = new URL(url);\n  const headers = new Headers();\n  if (target.hostname === 'www.wixapis.com') headers.set('Authorization', ${ENV});\n  return fetch(url, { headers });\n}\nawait http('https://www.wixapis.com/a');\nawait http('https://example.com/x');`],
  ['a function that asks where the URL goes', `const isWix = (url) => url.startsWith('https://www.wixapis.com');\nconst http = (url) => fetch(url, { headers: isWix(url) ? { Authorization: ${ENV} } : {} });\nawait http('https://www.wixapis.com/a');\nawait http('https://example.com/x');`],
  ['headers by the URL', `const http = (url) => fetch(url, { headers: url.includes('wixapis.com') ? { Authorization: ${ENV} } : {} });\nawait http('https://www.wixapis.com/a');\nawait http('https://example.com/x');`],
  ['headers without the key, which was deleted', `const headers = { Authorization: ${ENV}, a: 'b' };\nconst copy = { ...headers };\ndelete copy.Authorization;\nawait fetch('https://hooks.example.com/2', { headers: copy });\ndelete headers.Authorization;\nawait fetch('https://hooks.example.com/2', { headers });`],
  ['a Headers object without the key, which was deleted', `const headers = new Headers({ Authorization: ${ENV} });\nheaders.delete('Authorization');\nawait fetch('https://hooks.example.com/3', { headers });`],
  ['the rest of headers without the key', `const headers = { Authorization: ${ENV}, 'Content-Type': 'text/plain' };\nconst { Authorization, ...rest } = headers;\nawait fetch('https://hooks.example.com/1', { method: 'POST', headers: rest });`],
];
checkTable('what is known to go together', parted, { ...RULE, messageId: 'foreignHost' });

const together: readonly Row[] = [
  ['one key, to Wix or elsewhere', `const url = test ? 'https://hooks.example.com' : 'https://www.wixapis.com/a';\nfetch(url, { headers: { Authorization: «${ENV}» } });`],
  ['what asks whether there is a URL', `async function http(url) {\n  if (!url) return null;\n  return fetch(url, { headers: { Authorization: «${ENV}» } });\n}\nawait http('https://example.com/x');`],
  ['what asks how the request went', `async function http(url) {\n  if (!(await fetch(url, { headers: { Authorization: «${ENV}» } })).ok) throw new Error('no');\n}\nawait http('https://example.com/x');`],
  ['what asks how the request went, for a URL that is made', `async function http(path) {\n  const url = new URL(path, 'https://example.com');\n  return (await fetch(url, { headers: { Authorization: «${ENV}» } })).ok ? 1 : 2;\n}\nawait http('/x');`],
  ['what asks for the host of another option', `import axios from 'axios';\nasync function http(url, data) {\n  if (data.startsWith('wix')) log();\n  return axios({ data, ...more, url, headers: { Authorization: «${ENV}» } });\n}\nawait http('https://example.com/x', data);`],
  ['what asks for something else', `async function http(url, path) {\n  if (path.startsWith('/a')) log();\n  return fetch(url, { headers: { Authorization: «${ENV}» } });\n}\nawait http('https://example.com/x', path);`],
  ['headers of which something else was deleted', `const headers = { Authorization: ${ENV}, a: 'b' };\ndelete headers.a;\nawait «fetch»('https://hooks.example.com/2', { headers });`],
  ['headers whose key is deleted behind the request', `const headers = { Authorization: ${ENV}, a: 'b' };\nawait «fetch»('https://hooks.example.com/2', { headers });\ndelete headers.Authorization;`],
  ['the rest of headers with the key', `const headers = { Authorization: ${ENV}, 'Content-Type': 'text/plain' };\nconst { 'Content-Type': type, ...rest } = headers;\nawait «fetch»('https://hooks.example.com/1', { method: 'POST', headers: rest });`],
];
checkTable('what goes together all the same', together, { ...RULE, messageId: 'foreignHost' });

const API = `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://www.wixapis.com', headers: { Authorization: ${ENV}, 'wix-site-id': siteId } });\nconst { data } = await api.post('/site-media/v1/files/generate-upload-url', {});\n`;
const uploadWith = (headers: string, called = 'api.put'): string => `${API}await ${called}(data.uploadUrl, file, { headers: ${headers} });`;
const overridden: readonly Row[] = [
  ...['null', 'undefined', 'false', "''", 'uploadToken', 'process.env.UPLOAD_TOKEN'].map((value): Row => [value, uploadWith(`{ Authorization: ${value} }`)]),
  ['in other case', uploadWith(`{ 'Content-Type': type, authorization: null }`)],
  ['by a constant', `${API}const headers = { Authorization: null };\nawait api.put(data.uploadUrl, file, { headers });`],
  ['by an instance of the instance', `${API}const plain = api.create({ headers: { Authorization: null } });\nawait plain.put(data.uploadUrl, file);`],
  ['of the client itself', `import axios from 'axios';\naxios.defaults.headers.common.Authorization = ${ENV};\nconst { data } = await axios.post('https://www.wixapis.com/site-media/v1/files/generate-upload-url', {});\nawait axios.put(data.uploadUrl, file, { headers: { Authorization: null } });`],
  ['ky', `import ky from 'ky';\nconst api = ky.create({ prefixUrl: 'https://www.wixapis.com', headers: { Authorization: ${ENV} } });\nawait api.put('https://upload.wixmp.com/a', { headers: { Authorization: undefined } });`],
  ['in each of two ways', uploadWith(`signed ? { Authorization: null } : { Authorization: '' }`)],
  ['beside defaults from elsewhere', `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://www.wixapis.com', headers: defaults });\napi.defaults.headers.common.Authorization = ${ENV};\nconst { data } = await api.post('/site-media/v1/files/generate-upload-url', {});\nawait api.put(data.uploadUrl, file, { headers: { Authorization: null } });`],
];
checkTable('a default that the request overrides', overridden, RULE);

const intercepted = (body: string): string => `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://www.wixapis.com' });\napi.interceptors.request.use((config) => {\n  ${body}\n  return config;\n});\nconst { data } = await api.post('/site-media/v1/files/generate-upload-url', {});\nawait api.put(data.uploadUrl, file);`;
checkTable('an interceptor that looks at the request first', [
  ['at its URL', intercepted(`if (!config.url.startsWith('https://upload')) config.headers.Authorization = ${ENV};`)],
  ['at an option', intercepted(`if (config.auth !== false) config.headers.set('Authorization', ${ENV});`)],
  ['and returns', intercepted(`if (config.url.startsWith('https://')) return config;\n  config.headers.Authorization = ${ENV};`)],
], RULE);

const kept: readonly Row[] = [
  ['by an interceptor', intercepted(`config.headers.Authorization = ${ENV};`).replace('api.put', '«api.put»')],
  ['by an interceptor that checks and throws', intercepted(`if (!config.url) throw new Error('no URL');\n  config.headers.Authorization = ${ENV};`).replace('api.put', '«api.put»')],

  ['another header', uploadWith(`{ 'Content-Type': null }`, '«api.put»')],
  ['another header, in pairs', `import ky from 'ky';\nconst api = ky.create({ prefixUrl: 'https://www.wixapis.com', headers: [['Authorization', ${ENV}]] });\nawait «api.put»('https://upload.wixmp.com/a', { headers: [['Content-Type', type]] });`],
  ['one header of two', `import axios from 'axios';\nconst api = axios.create({ headers: { Authorization: '', 'X-Key': ${ENV} } });\nawait «api.put»('https://upload.wixmp.com/upload/a', file, { headers: { authorization: null } });`],
  ['one way of two', uploadWith('signed ? { Authorization: null } : {}', '«api.put»')],
];
checkTable('a default that it does not override', kept, { ...RULE, messageId: 'uploadHost' });

const withDefault = (body: string, called = 'api.put'): string => `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://www.wixapis.com', headers: { Authorization: ${ENV}, 'wix-site-id': siteId } });\n${body}\nconst { data } = await api.post('/site-media/v1/files/generate-upload-url', {});\nawait ${called}(data.uploadUrl, file);`;
const use = (body: string): string => `api.interceptors.request.use((config) => {\n  ${body}\n  return config;\n});`;
const transformed = (transform: string, called = 'api.put'): string => `${API}await ${called}(data.uploadUrl, file, { transformRequest: ${transform} });`;
const takenAway: readonly Row[] = [
  ['deleted by an interceptor', withDefault(use('delete config.headers.Authorization;'))],
  ['deleted in brackets', withDefault(use(`delete config.headers['authorization'];`))],
  ['deleted by the method of AxiosHeaders', withDefault(use(`config.headers.delete('Authorization');`))],
  ['deleted from some requests', withDefault(use(`if (config.url.startsWith('https://upload')) delete config.headers.Authorization;`))],
  ['replaced', withDefault(use('config.headers.Authorization = uploadToken;'))],
  ['replaced by the method of AxiosHeaders', withDefault(use(`config.headers.set('Authorization', uploadToken);`))],
  ['replaced by one of two', withDefault(use('config.headers.Authorization = retried ? uploadToken : guestToken;'))],
  ['deleted by a function that is handed the headers', withDefault(`const strip = (headers) => { delete headers.Authorization; };\n${use('strip(config.headers);')}`)],
  ['replaced by a fallback', withDefault(use('config.headers.Authorization = uploadToken || guestToken;'))],
  ['replaced by a function of the file', withDefault(`const sign = (headers, token) => { headers.Authorization = token || guestToken; };\n${use('sign(config.headers, uploadToken);')}`)],
  ['replaced by setAuthorization', withDefault(use(`config.headers.setAuthorization(uploadToken);`))],
  ['deleted from the defaults of the client', `import axios from 'axios';\naxios.defaults.headers.common.Authorization = ${ENV};\naxios.interceptors.request.use((config) => { delete config.headers.Authorization; return config; });\nawait axios.put('https://upload.wixmp.com/upload/abc', file);`],
  ['deleted by transformRequest', transformed('(body, headers) => { delete headers.Authorization; return body; }')],
  ['deleted by a list of transformRequest', transformed(`[(body, headers) => {\n  headers.delete('Authorization');\n  return body;\n}]`)],
  ['deleted from what is common', transformed('[function (body, headers) { delete headers.common.Authorization; return body; }]')],
  ['deleted by a function of the file', `const dropAuth = (body, headers) => { delete headers['Authorization']; return body; };\n${transformed('dropAuth')}`],
  ['deleted by transformRequest of an instance', withDefault('').replace('siteId } });', 'siteId }, transformRequest: [(body, headers) => { delete headers.Authorization; return body; }] });')],
  ['deleted from the headers of the call', `import axios from 'axios';\nawait axios('https://upload.wixmp.com/upload/abc', { headers: { Authorization: ${ENV} }, transformRequest: (body, headers) => { delete headers.Authorization; return body; } });`],
];
checkTable('a default that a callback takes away', takenAway, RULE);
checkTable('a default that a callback leaves', [
  ['an interceptor that deletes another header', withDefault(use(`delete config.headers['X-Trace'];`), '«api.put»')],
  ['an interceptor that may put back what was there', withDefault(use('config.headers.Authorization = retried ? config.headers.Authorization : uploadToken;'), '«api.put»')],
  ['an interceptor that asks a function with what was there', withDefault(use('config.headers.Authorization = orToken(config.headers.Authorization);'), '«api.put»')],
  ['an interceptor that fills what is missing', withDefault(use('config.headers.Authorization = config.headers.Authorization ?? uploadToken;'), '«api.put»')],
  ['an interceptor that fills what is missing by ||=', withDefault(use('config.headers.Authorization ||= uploadToken;'), '«api.put»')],
  ['a function of the file that may put back what was there', withDefault(`const sign = (headers, token) => { headers.Authorization = token ? token : headers.Authorization; };\n${use('sign(config.headers, uploadToken);')}`, '«api.put»')],
  ['a function of the file that fills what is missing', withDefault(`const sign = (headers, token) => { headers.Authorization ||= token; };\n${use('sign(config.headers, uploadToken);')}`, '«api.put»')],
  ['an interceptor of another instance', withDefault(`const other = axios.create();\n${use('delete config.headers.Authorization;').replace('api.', 'other.')}`, '«api.put»')],
  ['an interceptor of answers', withDefault(use('delete config.headers.Authorization;').replace('request.use', 'response.use'), '«api.put»')],
  ['transformRequest that sets another header', transformed(`(body, headers) => { headers['X-Trace'] = id; return body; }`, '«api.put»')],
  ['transformRequest that deletes from the body', transformed('(body, headers) => { delete body.Authorization; return body; }', '«api.put»')],
  ['transformResponse', transformed('(body, headers) => { delete headers.Authorization; return body; }', '«api.put»').replace('transformRequest', 'transformResponse')],
], { ...RULE, messageId: 'uploadHost' });
checkTable('a key that a callback sets', [
  ['transformRequest', `import axios from 'axios';\nawait «axios.put»('https://upload.wixmp.com/upload/abc', file, { transformRequest: (body, headers) => { headers.Authorization = ${ENV}; return body; } });`],
  ['an interceptor in place of a default', withDefault(use(`config.headers.Authorization = ${ENV};`), '«api.put»')],
], { ...RULE, messageId: 'uploadHost' });

const WIX = `'https://www.wixapis.com/site-media/v1/files'`;
const OTHER = `'https://hooks.example.com/a'`;
const api = (constructor: string, test: string): string => `class Api {\n  ${constructor}\n  get(url) {\n    const headers = {};\n    if (${test}) headers.Authorization = this.key;\n    return «fetch»(url, { headers });\n  }\n}\nawait new Api(${ENV}, { auth: true }).get(${WIX});\nawait new Api(${ENV}, { auth: true }).get(${OTHER});`;
/** Clients that keep what they are told. */
const keptFlags: readonly Row[] = [
  ['kept in a field', api('constructor(key, { auth = true } = {}) { this.key = key; this.auth = auth; }', 'this.auth')],
  ['kept with the other options', api('constructor(key, options = {}) { this.key = key; this.options = options; }', 'this.options.auth')],
  ['kept with defaults', api('constructor(key, options) { this.key = key; this.options = { auth: true, retries: 2, ...options }; }', 'this.options.auth')],
  ['kept in a private field', api('#auth = true;\n  constructor(key, options = {}) { this.key = key; this.#auth = options.auth ?? true; }', 'this.#auth')],
  ['kept as a boolean', api('constructor(key, options) { this.key = key; this.auth = !!options?.auth; }', 'this.auth')],
  ['kept as the answer of a test', api('constructor(key, options = {}) { this.key = key; this.auth = options.auth !== false; }', 'this.auth')],
  ['kept turned', api('constructor(key, options = {}) { this.key = key; this.isAnonymous = !options.auth; }', '!this.isAnonymous')],
  ['kept by Object.assign', api('constructor(key, options) { this.key = key; Object.assign(this, options); }', 'this.auth')],
  ['a parameter property', api('constructor(private readonly key: string, private readonly options: Options) {}', 'this.options.auth'), { only: 'typescript' }],
  ['kept by a class above', `class Base {\n  constructor({ auth }) { this.auth = auth; }\n  headers() { return this.auth ? { Authorization: ${ENV} } : {}; }\n}\nclass Api extends Base {\n  constructor(options) { super(options); }\n  get(url) { return «fetch»(url, { headers: this.headers() }); }\n}\nawait new Api({ auth: true }).get(${WIX});\nawait new Api({ auth: true }).get(${OTHER});`],
  ['asked by the constructor', `class Api {\n  constructor(key, { auth = true } = {}) {\n    this.headers = {};\n    if (auth) this.headers.Authorization = key;\n  }\n  get(url) { return «fetch»(url, { headers: this.headers }); }\n}\nawait new Api(${ENV}, { auth: true }).get(${WIX});\nawait new Api(${ENV}, { auth: true }).get(${OTHER});`],
  ['kept by what a function makes', `function createApi(key, options) {\n  return {\n    auth: options.auth,\n    get(url) { return «fetch»(url, { headers: this.auth ? { Authorization: key } : {} }); },\n  };\n}\nawait createApi(${ENV}, { auth: true }).get(${WIX});\nawait createApi(${ENV}, { auth: true }).get(${OTHER});`],
  ['kept by a closure', `function createApi(key, options) {\n  const isSigned = Boolean(options.auth);\n  return { get: (url) => «fetch»(url, { headers: isSigned ? { Authorization: key } : {} }) };\n}\nawait createApi(${ENV}, { auth: true }).get(${WIX});\nawait createApi(${ENV}, { auth: true }).get(${OTHER});`],
  ['asked by a getter', api('constructor(key, options = {}) { this.key = key; this.options = options; }\n  get isSigned() { return this.options.auth !== false; }', 'this.isSigned')],
  ['asked by a method', api('constructor(key, options = {}) { this.key = key; this.options = options; }\n  isSigned(url) { return this.options.auth !== false; }', 'this.isSigned(url)')],
  ['asked by a function', `const isSigned = (options) => options.auth !== false;\nconst call = (url, options) => fetch(url, { headers: isSigned(options) ? { Authorization: «${ENV}» } : {} });\nawait call(${WIX}, {});\nawait call(${OTHER}, { auth: true });`],
  ['one of a list', `const call = (url, auth) => fetch(url, { headers: [true, 'always'].includes(auth) ? { Authorization: «${ENV}» } : {} });\nawait call(${WIX}, 'always');\nawait call(${OTHER}, true);`],
  ['options over defaults', `function call(url, options) {\n  const all = { auth: true, retries: 2, ...options };\n  return fetch(url, { headers: all.auth ? { Authorization: «${ENV}» } : {} });\n}\nawait call(${WIX}, {});\nawait call(${OTHER}, { auth: true });`],
  ['options assigned over defaults', `function call(url, options) {\n  const { auth } = Object.assign({ auth: true }, options);\n  return fetch(url, { headers: auth ? { Authorization: «${ENV}» } : {} });\n}\nawait call(${WIX}, {});\nawait call(${OTHER}, { auth: true });`],
  ['a boolean of its own', `const call = (url, options) => send(url, options.auth !== false);\nconst send = (url, signed) => fetch(url, { headers: signed ? { Authorization: «${ENV}» } : {} });\nawait call(${WIX}, {});\nawait call(${OTHER}, { auth: true });`],
];
/** Wrappers that are told whether to send the key; `true` stands for what they are told for the other host. */
const flagged: readonly Row[] = [
  ['conditional', `const call = (url, withAuth) => fetch(url, { headers: withAuth ? { Authorization: «${ENV}» } : {} });\nawait call(${WIX}, true);\nawait call(${OTHER}, true);`],
  ['conditional, turned', `const call = (url, anonymous) => fetch(url, { headers: !anonymous ? { Authorization: «${ENV}» } : {} });\nawait call(${WIX}, false);\nawait call(${OTHER}, !true);`],
  ['an option', `const call = (url, options = {}) => fetch(url, { headers: options.withAuth ? { Authorization: «${ENV}» } : {} });\nawait call(${WIX}, { withAuth: true });\nawait call(${OTHER}, { withAuth: true });`],
  ['a default', `const call = (url, { withAuth = true } = {}) => fetch(url, { headers: withAuth ? { Authorization: «${ENV}» } : {} });\nawait call(${WIX}, { withAuth: true });\nawait call(${OTHER}, { withAuth: true });`],
  ['undefined headers', `const call = (url, { auth = true } = {}) => fetch(url, { headers: auth ? { Authorization: «${ENV}» } : undefined });\nawait call(${WIX});\nawait call(${OTHER}, { auth: true });`],
  ['spread', `const call = (url, withAuth) => fetch(url, { headers: { Accept: 'a', ...(withAuth && { Authorization: «${ENV}» }) } });\nawait call(${WIX}, true);\nawait call(${OTHER}, true);`],
  ['compared', `const call = (url, auth) => fetch(url, { headers: auth === 'key' ? { Authorization: «${ENV}» } : {} });\nawait call(${WIX}, 'key');\nawait call(${OTHER}, true ? 'key' : 'none');`],
  ['not compared', `const call = (url, auth) => fetch(url, { headers: auth !== false ? { Authorization: «${ENV}» } : {} });\nawait call(${WIX});\nawait call(${OTHER}, true);`],
  ['set in a branch', `function call(url, { withAuth }) {\n  const headers = {};\n  if (withAuth) headers.Authorization = ${ENV};\n  return «fetch»(url, { headers });\n}\nawait call(${WIX}, { withAuth: true });\nawait call(${OTHER}, { withAuth: true });`],
  ['set in a Headers object', `class Api {\n  call(url, { withAuth }) {\n    const headers = new Headers();\n    if (withAuth) headers.set('Authorization', ${ENV});\n    return «fetch»(url, { headers });\n  }\n}\nconst api = new Api();\nawait api.call(${WIX}, { withAuth: true });\nawait api.call(${OTHER}, { withAuth: true });`],
  ['deleted in a branch', `function call(url, { anonymous }) {\n  const headers = { Authorization: ${ENV} };\n  if (anonymous) delete headers.Authorization;\n  return «fetch»(url, { headers });\n}\nawait call(${WIX}, { anonymous: false });\nawait call(${OTHER}, { anonymous: !true });`],
  ['assigned in a branch', `function call(url, anonymous) {\n  let headers = { Authorization: ${ENV} };\n  if (anonymous) headers = {};\n  return «fetch»(url, { headers });\n}\nawait call(${WIX}, false);\nawait call(${OTHER}, !true);`],
  ['an early return', `function call(url, withAuth) {\n  if (!withAuth) return fetch(url);\n  return fetch(url, { headers: { Authorization: «${ENV}» } });\n}\nawait call(${WIX}, true);\nawait call(${OTHER}, true);`],
  ['two branches', `function call(url, withAuth) {\n  if (withAuth) {\n    return fetch(url, { headers: { Authorization: «${ENV}» } });\n  } else {\n    return fetch(url);\n  }\n}\nawait call(${WIX}, true);\nawait call(${OTHER}, true);`],
  ['a function of its own', `function headersFor(withAuth) {\n  if (!withAuth) return {};\n  return { Authorization: ${ENV} };\n}\nfunction call(url, withAuth) { return «fetch»(url, { headers: headersFor(withAuth) }); }\nawait call(${WIX}, true);\nawait call(${OTHER}, true);`],
  ['a wrapper of a wrapper', `const send = (url, headers) => «fetch»(url, { headers });\nconst call = (url, withAuth) => (withAuth ? send(url, { Authorization: ${ENV} }) : send(url, {}));\nawait call(${WIX}, true);\nawait call(${OTHER}, true);`],
  ['a constant', `function call(url, { withAuth }) {\n  const isSigned = withAuth !== false;\n  return fetch(url, { headers: isSigned ? { Authorization: «${ENV}» } : {} });\n}\nawait call(${WIX}, {});\nawait call(${OTHER}, { withAuth: true });`],
  ...keptFlags,
];
checkTable('wrappers that are told to send the key', flagged, { ...RULE, messageId: 'foreignHost' });
/** The same, told not to. */
const spared = flagged.map(([name, code, setup]): Row => [name, code.replaceAll(/[«»]/g, '').replace(/true(?=[^\n]*$)/, 'false'), setup]);
checkTable('wrappers that are told not to send it', spared, RULE);

const undecided: readonly Row[] = [
  ['a flag that nobody knows', `const call = (url, withAuth) => fetch(url, { headers: withAuth ? { Authorization: «${ENV}» } : {} });\nawait call(${OTHER}, options.withAuth);`],
  ['a switch at the top of the file', `const WITH_AUTH = false;\nfetch(${OTHER}, { headers: WITH_AUTH ? { Authorization: «${ENV}» } : {} });`],
  ['one flag for several calls', `const call = (url, withAuth) => fetch(url, { headers: withAuth ? { Authorization: «${ENV}» } : {} });\nfor (const flag of [true, false]) await call(${OTHER}, flag);`],
  ['a field that is a switch', `class Api {\n  auth = false;\n  get(url) { return fetch(url, { headers: this.auth ? { Authorization: «${ENV}» } : {} }); }\n}\nawait new Api().get(${OTHER});`],
  ['a getter that is a switch', `class Api {\n  get auth() { return false; }\n  get(url) { return fetch(url, { headers: this.auth ? { Authorization: «${ENV}» } : {} }); }\n}\nawait new Api().get(${OTHER});`],
  ['a list of modes that nobody knows', `const call = (url, auth) => fetch(url, { headers: [config.mode, 'always'].includes(auth) ? { Authorization: «${ENV}» } : {} });\nawait call(${OTHER}, 'never');`],
  ['a field that a method sets', `class Api {\n  constructor({ auth }) { this.auth = auth; }\n  sign() { this.auth = true; return this; }\n  get(url) { return fetch(url, { headers: this.auth ? { Authorization: «${ENV}» } : {} }); }\n}\nawait new Api({ auth: false }).sign().get(${OTHER});`],
  ['a field that is set from outside', `class Api {\n  constructor({ auth }) { this.auth = auth; }\n  get(url) { return fetch(url, { headers: this.auth ? { Authorization: «${ENV}» } : {} }); }\n}\nconst api = new Api({ auth: false });\napi.auth = true;\nawait api.get(${OTHER});`],
  ['a field of one object of two', `class Api {\n  constructor({ auth }) { this.auth = auth; }\n  get(url) { return fetch(url, { headers: this.auth ? { Authorization: «${ENV}» } : {} }); }\n}\nawait new Api({ auth: false }).get(${WIX});\nawait new Api({ auth: true }).get(${OTHER});`],
  ['headers that are set where they are missing', `function call(url, options = {}) {\n  if (!options.headers) options.headers = { Authorization: ${ENV} };\n  return «fetch»(url, options);\n}\nawait call(${OTHER});`],
];
const caught: readonly Row[] = [
  ['what catch is handed', `load().catch((error) => {\n  if (!error) return null;\n  return fetch(${OTHER}, { headers: { Authorization: «${ENV}» } });\n});`],
  ['what nobody calls as it would run', `const call = (url, withAuth) => {\n  if (!withAuth) return fetch(url);\n  return fetch(${OTHER}, { headers: { Authorization: «${ENV}» } });\n};\nawait call(${WIX}, false);\nexport { call };`],
];
checkTable('branches that may run', caught, { ...RULE, messageId: 'foreignHost' });
checkTable('wrappers of which it is not known', undecided, { ...RULE, messageId: 'foreignHost' });

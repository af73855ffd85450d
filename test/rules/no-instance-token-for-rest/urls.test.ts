import { checkTable, type Row } from '../tables.js';
import { OTHERS, REPORTED, SILENT, MEDIA, type Target } from './targets.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;

type UrlForm = readonly [name: string, write: (target: Target) => string, setup?: Row[2]];

const headers = ({ key }: Target): string => `{ headers: { Authorization: ${key} } }`;

/** Every way to build a URL; each once for the Media Manager and once for each other target. */
const FORMS: readonly UrlForm[] = [
  ['literal', (t) => `fetch('${t.url}', ${headers(t)});`],
  ['template', (t) => `fetch(\`${t.url}\`, ${headers(t)});`],
  ['constant', (t) => `const url = '${t.url}';\nfetch(url, ${headers(t)});`],
  ['constant base, template', (t) => `const BASE = '${t.origin}';\nfetch(\`\${BASE}${t.path}\`, ${headers(t)});`],
  ['constant base, concatenation', (t) => `const BASE = '${t.base}';\nfetch(BASE + '${t.rest}', ${headers(t)});`],
  ['base in pieces', (t) => `const HOST = '${t.host}';\nconst VERSION = 'v1';\nconst BASE = \`https://\${HOST}\`;\nfetch(\`\${BASE}${t.path}?version=\${VERSION}\`, ${headers(t)});`],
  ['unknown tail', (t) => `fetch(\`${t.base}/files/\${fileId}\`, ${headers(t)});`],
  ['unknown tail, concatenation', (t) => `fetch('${t.base}/files/' + encodeURIComponent(id), ${headers(t)});`],
  ['unknown query', (t) => `fetch(\`${t.url}?\${new URLSearchParams(query)}\`, ${headers(t)});`],
  ['query', (t) => `fetch('${t.url}?a=1&b=2', ${headers(t)});`],
  ['fragment', (t) => `fetch('${t.url}#top', ${headers(t)});`],
  ['member of an object', (t) => `const config = { urls: { upload: '${t.url}' } };\nfetch(config.urls.upload, ${headers(t)});`],
  ['base in an object', (t) => `const config = { base: '${t.base}' };\nfetch(\`\${config.base}${t.rest}\`, ${headers(t)});`],
  ['base with a fallback', (t) => `const BASE = '${t.base}' || '';\nfetch(BASE + '${t.rest}', ${headers(t)});`],
  ['join', (t) => `fetch(['${t.base}', 'files'].join('/'), ${headers(t)});`],
  ['this.baseURL', (t) => `class Api {\n  constructor() { this.baseURL = '${t.base}'; }\n  send() { return fetch(\`\${this.baseURL}${t.rest}\`, ${headers(t)}); }\n}`],
  ['this.baseURL, field', (t) => `class Api {\n  baseURL = '${t.base}';\n  send() { return fetch(this.baseURL + '${t.rest}', ${headers(t)}); }\n}`],
  ['this.#base', (t) => `class Api {\n  #base = '${t.base}';\n  send() { return fetch(\`\${this.#base}${t.rest}\`, ${headers(t)}); }\n}`],
  ['static base', (t) => `class Api {\n  static BASE = '${t.base}';\n  send() { return fetch(\`\${Api.BASE}${t.rest}\`, ${headers(t)}); }\n}`],
  ['getter', (t) => `class Api {\n  get base() { return '${t.base}'; }\n  send() { return fetch(\`\${this.base}${t.rest}\`, ${headers(t)}); }\n}`],
  ['readonly base', (t) => `class Api {\n  private readonly base: string = '${t.base}';\n  send() { return fetch(\`\${this.base}${t.rest}\`, ${headers(t)}); }\n}`, { only: 'typescript' }],
  ['enum', (t) => `enum Urls { Upload = '${t.url}' }\nfetch(Urls.Upload, ${headers(t)});`, { only: 'typescript' }],
  ['as const', (t) => `const URLS = { upload: '${t.url}' } as const;\nfetch(URLS.upload as string, ${headers(t)});`, { only: 'typescript' }],
  ['new URL', (t) => `fetch(new URL('${t.url}'), ${headers(t)});`],
  ['new URL with base', (t) => `fetch(new URL('${t.path}', '${t.origin}'), ${headers(t)});`],
  ['new URL with base and path', (t) => `fetch(new URL('files', '${t.base}/'), ${headers(t)});`],
  ['new URL that replaces the path', (t) => `fetch(new URL('${t.path}', '${t.origin}/other/path'), ${headers(t)});`],
  ['new URL with an unknown tail', (t) => `fetch(new URL(\`${t.path}/\${id}\`, '${t.origin}'), ${headers(t)});`],
  ['new URL in a constant', (t) => `const url = new URL('${t.path}', '${t.origin}');\nurl.searchParams.set('a', 'b');\nfetch(url, ${headers(t)});`],
  ['url.href', (t) => `const url = new URL('${t.url}');\nfetch(url.href, ${headers(t)});`],
  ['url.toString()', (t) => `const url = new URL('${t.url}');\nfetch(url.toString(), ${headers(t)});`],
  ['String(url)', (t) => `const url = new URL('${t.url}');\nfetch(String(url), ${headers(t)});`],
  ['template of a URL', (t) => `const url = new URL('${t.url}');\nfetch(\`\${url}\`, ${headers(t)});`],
  ['url + ""', (t) => `const url = new URL('${t.url}');\nfetch(url + '', ${headers(t)});`],
  ['origin of a URL', (t) => `const { origin } = new URL('${t.url}');\nfetch(origin + '${t.path}', ${headers(t)});`],
  ['new Request', (t) => `fetch(new Request('${t.url}', ${headers(t)}));`],
  ['new Request, header in fetch', (t) => `const request = new Request('${t.url}');\nfetch(request, ${headers(t)});`],
  ['new Request of a URL', (t) => `const request = new Request(new URL('${t.path}', '${t.origin}'), ${headers(t)});\nfetch(request);`],
  ['base URL of an instance', (t) => `import axios from 'axios';\nconst api = axios.create({ baseURL: '${t.origin}' });\napi.post('${t.path}', {}, ${headers(t)});`],
  ['base URL of an instance, constant', (t) => `import axios from 'axios';\nconst baseURL = '${t.base}';\nconst api = axios.create({ baseURL, timeout: 1000 });\napi.post('${t.rest}', {}, ${headers(t)});`],
  ['base URL of an instance, slashes', (t) => `import axios from 'axios';\nconst api = axios.create({ baseURL: '${t.base}/' });\napi.post('${t.rest.slice(1)}', {}, ${headers(t)});`],
  ['base URL and unknown path', (t) => `import axios from 'axios';\nconst api = axios.create({ baseURL: '${t.base}' });\napi.get(path, ${headers(t)});`],
  ['absolute URL over a base', (t) => `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://other.example.com' });\napi.get('${t.url}', ${headers(t)});`],
  ['port', (t) => `fetch('https://${t.host}:443${t.path}', ${headers(t)});`],
  ['upper case host', (t) => `fetch('HTTPS://${t.host.toUpperCase()}${t.path}', ${headers(t)});`],
  ['http', (t) => `fetch('http://${t.host}${t.path}', ${headers(t)});`],
  ['protocol-relative', (t) => `fetch('//${t.host}${t.path}', ${headers(t)});`],
  ['trailing dot', (t) => `fetch('https://${t.host}.${t.path}', ${headers(t)});`],
  ['white space', (t) => `fetch(' ${t.url} ', ${headers(t)});`],
  ['user info', (t) => `fetch('https://user:pass@${t.host}${t.path}', ${headers(t)});`],
  ['dot segments', (t) => `fetch('${t.origin}/other/..${t.path}', ${headers(t)});`],
  ['back slashes', (t) => `fetch('https:\\\\\\\\${t.host}${t.path}', ${headers(t)});`],
  ['conditional', (t) => `fetch(isDraft ? '${t.url}' : '${t.url}?draft', ${headers(t)});`],
  ['assigned in branches', (t) => `let url = '${t.base}';\nif (isDraft) url += '/draft';\nfetch(url, ${headers(t)});`],
  ['replace', (t) => `const TEMPLATE = '${t.base}/files/{id}';\nfetch(TEMPLATE.replace('{id}', id), ${headers(t)});`],
  ['https.request in pieces', (t) => `import https from 'node:https';\nhttps.request({ hostname: '${t.host}', path: '${t.path}', method: 'POST', headers: { Authorization: ${t.key} } });`],
  ['https.request, host', (t) => `const https = require('https');\nhttps.request({ host: '${t.host}', port: 443, path: '${t.path}', headers: { Authorization: ${t.key} } }, (res) => res.resume());`],
  ['https.request, host with port', (t) => `import { request } from 'node:https';\nrequest({ protocol: 'https:', host: '${t.host}:443', path: \`${t.path}?\${query}\`, headers: { Authorization: ${t.key} } });`],
  ['https.request, options in a constant', (t) => `import * as https from 'node:https';\nconst options = { hostname: '${t.host}', path: '${t.path}', headers: {} };\noptions.headers.Authorization = ${t.key};\nconst req = https.request(options);\nreq.end();`],
  ['https.request, URL and options', (t) => `import https from 'node:https';\nhttps.request('${t.url}', { method: 'POST', headers: { Authorization: ${t.key} } });`],
  ['https.get of a URL', (t) => `import https from 'node:https';\nhttps.get(new URL('${t.url}'), { headers: { Authorization: ${t.key} } });`],
  ['https.request, setHeader', (t) => `import https from 'node:https';\nconst req = https.request({ hostname: '${t.host}', path: '${t.path}' });\nreq.setHeader('Authorization', ${t.key});\nreq.end();`],
];

const rows = FORMS.flatMap(([name, write, setup]): readonly Row[] => [MEDIA, ...OTHERS].map((target) => [`${name}: ${target.name}`, write(target), setup]));
checkTable('URL forms', rows, RULE);

const call = (url: string, key: string): string => `fetch('${url}', { headers: { Authorization: ${key} } });`;

/** Hosts and paths of the Media Manager. */
const MEDIA_URLS: readonly string[] = [
  'https://www.wixapis.com/site-media/v1/files/generate-upload-url',
  'https://www.wixapis.com/site-media/v1/bulk/files/delete',
  'https://www.wixapis.com/site-media/v1/folders',
  'https://www.wixapis.com/site-media/v2/anything',
  'https://edge.wixapis.com/site-media/v1/files',
  'https://readonly.wixapis.com/site-media/v1/files',
  'https://manage.wix.com/_api/wix-privatemedia-proxy-server/v1/files',
];

/** What merely looks like them, and other APIs. */
const OTHER_URLS: readonly string[] = [
  'https://www.wixapis.com/stores/v1/products/query',
  'https://www.wixapis.com/stores-reader/v1/products/query',
  'https://www.wixapis.com/members/v1/members',
  'https://www.wixapis.com/oauth2/token',
  'https://www.wixapis.com/site-mediation/v1/files',
  'https://www.wixapis.com/apps/site-media/v1',
  'https://www.wixapis.com/stores?next=/site-media/v1',
  'https://www.wixapis.com/stores#/site-media/v1',
  'https://www.wixapis.com.evil.example/site-media/v1/files',
  'https://wwwwixapis.com/site-media/v1/files',
  'https://www-wixapis.com/site-media/v1/files',
  'https://mywixapis.com/site-media/v1/files',
  'https://www.wixapis.co/site-media/v1/files',
  'https://www.wixapis.community/site-media/v1/files',
  'https://evil.example/www.wixapis.com/site-media/v1/files',
  'https://evil.example/?url=https://www.wixapis.com/site-media/v1/files',
  'https://www.wixapis.com@evil.example/site-media/v1/files',
  'https://www.wixapis.com:pass@evil.example/site-media/v1/files',
  'https://evil.example#@www.wixapis.com/site-media/v1/files',
  'https://evil.example\\\\@www.wixapis.com/site-media/v1/files',
  'http://localhost:3000/site-media/v1/files',
  'http://127.0.0.1/site-media/v1/files',
  'https://upload.wixmp.com/upload/site-media/v1/files',
  'https://static.wixstatic.com/site-media/a.png',
  'https://api.example.com',
];
checkTable('URLs of the Media Manager', MEDIA_URLS.map((url): Row => [url, call(url, REPORTED)]), RULE);
checkTable('other URLs', OTHER_URLS.map((url): Row => [url, call(url, SILENT)]), RULE);

/** A request whose URL is not known: presumed, by the name of the header. */
const unknown: readonly Row[] = [
  ['a parameter', `export const send = (url) => fetch(url, { headers: { Authorization: ${REPORTED} } });`],
  ['the environment', `fetch(process.env.API_URL, { headers: { Authorization: ${REPORTED} } });`],
  ['relative', `fetch('/site-media/v1/files', { headers: { Authorization: ${REPORTED} } });`],
  ['unknown path of Wix', `fetch(\`https://www.wixapis.com\${path}\`, { headers: { Authorization: ${REPORTED} } });`],
  ['unknown host', `fetch(\`https://\${host}/site-media/v1/files\`, { headers: { Authorization: ${REPORTED} } });`],
  ['unknown behind the host', `fetch(\`https://www.wixapis.com\${suffix}/site-media/v1/files\`, { headers: { Authorization: ${REPORTED} } });`],
  ['known foreign host, unknown path', `fetch(\`https://api.example.com/\${path}\`, { headers: { Authorization: ${SILENT} } });`],
  ['two URLs, one of them media', `const url = isDraft ? 'https://api.example.com' : '${MEDIA.url}';\nfetch(url, { headers: { Authorization: ${REPORTED} } });`],
  ['two requests, one of them media', `const key = ${REPORTED};\nfetch('https://api.example.com', { headers: { Authorization: key } });\nfetch('${MEDIA.url}', { headers: { Authorization: key } });`],
  ['two media requests, one report', `const key = ${REPORTED};\nfetch('${MEDIA.url}', { headers: { Authorization: key } });\nfetch('${MEDIA.url}', { headers: { authorization: \`Bearer \${key}\` } });`],
  ['two literals, two reports', `fetch('${MEDIA.url}', { headers: { Authorization: ${REPORTED} } });\nfetch('${MEDIA.url}', { headers: { Authorization: ${REPORTED} } });`],
];
checkTable('requests of unknown or several URLs', unknown, RULE);

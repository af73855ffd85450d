import { truncatedSample } from '../../fake-keys.js';
import { checkTable, type Row } from '../tables.js';
import { withTwins, SILENT, type Target } from './targets.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;

type Code = readonly [name: string, write: (target: Target) => string, setup?: Row[2]];

const TS = { only: 'typescript' } as const;

/** Requests as people write them; each for the Media Manager and for the others. */
const REQUESTS: readonly Code[] = [
  ['options in a constant', ({ url, key }) => `const options = { method: 'POST', headers: { Authorization: ${key} } };\nawait fetch('${url}', options);`],
  ['options, headers written later', ({ url, key }) => `const init = { method: 'POST' };\ninit.headers = { Authorization: ${key} };\nawait fetch('${url}', init);`],
  ['options, header written later', ({ url, key }) => `const init = { method: 'POST', headers: {} };\ninit.headers['Authorization'] = ${key};\nawait fetch('${url}', init);`],
  ['options, Headers inside', ({ url, key }) => `const init = { headers: new Headers() };\ninit.headers.set('Authorization', ${key});\nawait fetch('${url}', init);`],
  ['options spread', ({ url, key }) => `const base = { mode: 'cors', headers: { accept: '*/*' } };\nawait fetch('${url}', { ...base, headers: { ...base.headers, Authorization: ${key} } });`],
  ['options merged', ({ url, key }) => `const base = { mode: 'cors' };\nawait fetch('${url}', Object.assign({}, base, { headers: { Authorization: ${key} } }));`],
  ['headers shorthand', ({ url, key }) => `const headers = { 'Content-Type': 'application/json', Authorization: ${key}, 'wix-site-id': siteId };\nconst body = JSON.stringify({ mimeType, fileName });\nconst response = await fetch('${url}', { method: 'POST', headers, body });\nif (!response.ok) throw new Error(\`\${response.status}\`);`],
  ['header if there is a key', ({ url, key }) => `const key = ${key};\nconst headers = {};\nif (key) headers.Authorization = key;\nawait fetch('${url}', { headers });`],
  ['header of a constant name', ({ url, key }) => `const AUTH = 'Authorization';\nawait fetch('${url}', { headers: { [AUTH]: ${key} } });`],
  ['another name for fetch', ({ url, key }) => `const send = fetch;\nawait send('${url}', { headers: { Authorization: ${key} } });`],
  ['bound fetch', ({ url, key }) => `const send = fetch.bind(globalThis);\nawait send('${url}', { headers: { Authorization: ${key} } });`],
  ['fetch of window', ({ url, key }) => `const { fetch: send } = window;\nawait send('${url}', { headers: { Authorization: ${key} } });`],
  ['window in brackets', ({ url, key }) => `await window['fetch']('${url}', { headers: { Authorization: ${key} } });`],
  ['fetch or a ponyfill', ({ url, key }) => `import nodeFetch from 'node-fetch';\nconst send = globalThis.fetch ?? nodeFetch;\nawait send('${url}', { headers: { Authorization: ${key} } });`],
  ['fetch behind a check', ({ url, key }) => `const send = typeof fetch === 'function' ? fetch : require('node-fetch');\nsend('${url}', { headers: { Authorization: ${key} } });`],
  ['optional call', ({ url, key }) => `await fetch?.('${url}', { headers: { Authorization: ${key} } });`],
  ['then', ({ url, key }) => `fetch('${url}', { headers: { Authorization: ${key} } }).then((r) => r.json()).catch(() => fallback());`],
  ['import in place', ({ url, key }) => `await (await import('node-fetch')).default('${url}', { headers: { Authorization: ${key} } });`],
  ['Headers of node-fetch', ({ url, key }) => `import fetch, { Headers } from 'node-fetch';\nconst headers = new Headers({ Authorization: ${key} });\nawait fetch('${url}', { headers });`],
  ['Headers of node-fetch, set', ({ url, key }) => `const { default: fetch, Headers } = require('node-fetch');\nconst headers = new Headers();\nheaders.set('Authorization', ${key});\nfetch('${url}', { headers });`],
  ['Headers of undici', ({ url, key }) => `import { fetch, Headers } from 'undici';\nconst headers = new Headers();\nheaders.append('authorization', ${key});\nawait fetch('${url}', { headers });`],
  ['Headers of cross-fetch', ({ url, key }) => `import { fetch, Headers } from 'cross-fetch';\nawait fetch('${url}', { headers: new Headers([['Authorization', ${key}]]) });`],
  ['Headers of window', ({ url, key }) => `await fetch('${url}', { headers: new window.Headers({ Authorization: ${key} }) });`],
  ['Headers of headers', ({ url, key }) => `const base = new Headers({ Authorization: ${key} });\nawait fetch('${url}', { headers: new Headers(base) });`],
  ['Request of node-fetch', ({ url, key }) => `import fetch, { Request } from 'node-fetch';\nawait fetch(new Request('${url}', { headers: { Authorization: ${key} } }));`],
  ['AxiosHeaders', ({ url, key }) => `import axios, { AxiosHeaders } from 'axios';\nawait axios.get('${url}', { headers: new AxiosHeaders({ Authorization: ${key} }) });`],
  ['AxiosHeaders, setAuthorization', ({ url, key }) => `import axios, { AxiosHeaders } from 'axios';\nconst headers = new AxiosHeaders();\nheaders.set('Authorization', ${key});\nawait axios.get('${url}', { headers });`],
  ['URL of node:url', ({ origin, path, key }) => `import { URL } from 'node:url';\nawait fetch(new URL('${path}', '${origin}'), { headers: { Authorization: ${key} } });`],
  ['axios config in a constant', ({ url, key }) => `import axios from 'axios';\nconst config = { method: 'post', url: '${url}', headers: { 'Content-Type': 'application/json', Authorization: ${key} }, data: {} };\nconst { data } = await axios.request(config);`],
  ['axios config, written later', ({ url, key }) => `import axios from 'axios';\nconst config = { headers: {} };\nconfig.headers['Authorization'] = ${key};\naxios.post('${url}', {}, config);`],
  ['axios in a function', ({ base, rest, key }) => `import axios from 'axios';\nconst client = axios.create({ baseURL: '${base}', headers: { Authorization: ${key} } });\nexport async function upload(file) { return (await client.post('${rest}', file)).data; }`],
  ['React effect', ({ url, key }) => `import { useEffect, useState } from 'react';\nexport function Files() {\n  const [files, setFiles] = useState([]);\n  useEffect(() => {\n    fetch('${url}', { headers: { Authorization: ${key} } }).then((r) => r.json()).then((d) => setFiles(d.files));\n  }, []);\n  return <ul>{files.map((f) => <li key={f.id}>{f.name}</li>)}</ul>;\n}`],
  ['express handler', ({ url, key }) => `const express = require('express');\nconst app = express();\napp.post('/upload', async (req, res) => {\n  const r = await fetch('${url}', { method: 'POST', headers: { Authorization: ${key} } });\n  res.json(await r.json());\n});`],
  ['class with base and headers', ({ base, rest, key }) => `export class Media {\n  constructor(siteId) {\n    this.base = '${base}';\n    this.headers = { 'Content-Type': 'application/json', 'wix-site-id': siteId, Authorization: ${key} };\n  }\n  async upload(body) {\n    const response = await fetch(\`\${this.base}${rest}\`, { method: 'POST', headers: this.headers, body });\n    return response.json();\n  }\n}`.replace('this.headers = {', 'this.headers = {')],
  ['class with private fields', ({ base, rest, key }) => `export class Media {\n  #base = '${base}';\n  #key = ${key};\n  upload(body) {\n    return fetch(this.#base + '${rest}', { method: 'POST', headers: { Authorization: this.#key }, body });\n  }\n}`],
  ['class with a headers getter', ({ url, key }) => `class Media {\n  get headers() { return { Authorization: ${key} }; }\n  upload() { return fetch('${url}', { headers: this.headers }); }\n}\nnew Media().upload();`],
  ['object with methods', ({ base, rest, key }) => `const api = {\n  base: '${base}',\n  key: ${key},\n  upload() { return fetch(this.base + '${rest}', { headers: { Authorization: this.key } }); },\n};\napi.upload();`],
  ['Promise.all', ({ url, key }) => `const key = ${key};\nawait Promise.all(ids.map((id) => fetch(\`${url}/\${id}\`, { method: 'DELETE', headers: { Authorization: key } })));`],
  ['for await', ({ url, key }) => `const headers = { Authorization: ${key} };\nfor await (const file of files) await fetch('${url}', { method: 'POST', headers, body: file });`],
  ['worker', ({ url, key }) => `self.onmessage = async ({ data }) => {\n  const r = await self.fetch('${url}', { method: 'POST', body: data, headers: { Authorization: ${key} } });\n  self.postMessage(await r.json());\n};`],
  ['Next.js route', ({ url, key }) => `import { NextResponse } from 'next/server';\nexport async function POST(request) {\n  const r = await fetch('${url}', { method: 'POST', headers: { Authorization: ${key} }, body: await request.text() });\n  return NextResponse.json(await r.json());\n}`],
  ['TypeScript class', ({ base, rest, key }) => `export class Media {\n  private readonly base: string = '${base}';\n  private readonly apiKey: string = ${key};\n  public async upload(body: BodyInit): Promise<Response> {\n    const headers: HeadersInit = { Authorization: this.apiKey };\n    return fetch(\`\${this.base}${rest}\`, { method: 'POST', headers, body } as RequestInit);\n  }\n}`, TS],
  ['typed constants', ({ url, key }) => `const API_KEY: string = ${key};\nconst headers: Record<string, string> = {};\nheaders['Authorization'] = API_KEY!;\nvoid fetch(<string>'${url}', { headers: headers as HeadersInit });`.replace('<string>', ''), TS],
  ['typed axios', ({ base, rest, key }) => `import axios, { type AxiosInstance } from 'axios';\nconst api: AxiosInstance = axios.create({ baseURL: '${base}', headers: { Authorization: ${key} } });\nawait api.get<{ files: string[] }>('${rest}');`, TS],
];
checkTable('requests as people write them', REQUESTS.flatMap(([name, write, setup]) => withTwins(name, write).map(([row, code]): Row => [row, code, setup])), RULE);

const SAMPLE = `'${truncatedSample()}'`;

/** Code of tests, mocks and documentation. */
const innocent: readonly Row[] = [
  ['mocked module', `import { vi } from 'vitest';\nvi.mock('./config.js', () => ({ config: { apiKey: ${SAMPLE} } }));`],
  ['jest mock', `jest.mock('./config', () => ({ apiKey: ${SAMPLE} }));`],
  ['stubbed environment', `import { vi } from 'vitest';\nvi.stubEnv('WIX_API_KEY', ${SAMPLE});`],
  ['expectation on headers', `expect(fetch).toHaveBeenCalledWith('https://www.wixapis.com/site-media/v1', { headers: { Authorization: ${SAMPLE} } });`],
  ['table of a test', `import { test, expect } from 'vitest';\ntest.each([{ token: ${SAMPLE}, kind: 'ist' }])('%s', ({ token, kind }) => { expect(kindOf(token)).toBe(kind); });`],
  ['request handler', `export const handler = (request) => (request.headers.get('Authorization') === ${SILENT} ? ok() : denied());`],
  ['schema', `import { z } from 'zod';\nexport const schema = z.object({ apiKey: z.string().startsWith('IST.') });`],
  ['schema with a pattern', `export const schema = { properties: { apiKey: { type: 'string', pattern: '^IST\\\\.' } } };`],
  ['ESLint rule', `export const rule = { create: (context) => ({ Literal(node) { if (String(node.value).startsWith('IST.')) context.report({ node, message: 'IST. token' }); } }) };`],
  ['warning of a client', `export function check(apiKey) {\n  if (apiKey.startsWith('IST.')) console.warn('IST. tokens do not work with the Media Manager API; use a JWS. key');\n}`],
  ['story', `export const Primary = { args: { apiKey: 'IST.your-key' } };`],
  ['table of kinds', `export const TOKEN_TYPES = [{ prefix: 'IST.', name: 'Instance token' }, { prefix: 'JWS.', name: 'API key' }];`],
  ['documentation', `/**\n * @example\n * new WixMediaManager({ apiKey: 'IST.eyJraWQiOiJQb3pIX0FDMiIsImFsZyI6IlJTMjU2In0...' })\n */\nexport function f() {}`],
  ['disabled line', `fetch('https://www.wixapis.com/site-media/v1', { headers: { Authorization: ${SILENT} } }); // eslint-disable-line wix-keys/no-instance-token-for-rest`],
  ['disabled next line', `// eslint-disable-next-line wix-keys/no-instance-token-for-rest\nexport const apiKey = ${SILENT};`],
  ['disabled file', `/* eslint-disable wix-keys/no-instance-token-for-rest */\nexport const apiKey = ${SILENT};`],
];
checkTable('tests, mocks and documentation', innocent, RULE);

import { describe, expect, test } from 'vitest';
import { accountKey, appSecret, instanceToken } from '../../fake-keys.js';
import { makeFolder, reportsIn, type Files } from '../folders.js';
import type { RuleName } from '../linting.js';

const SDK = `import { ApiKeyStrategy, createClient } from '@wix/sdk';\n`;
const SEND = `fetch('https://www.wixapis.com/a', { headers: { Authorization: apiKey, 'wix-site-id': siteId } });`;

const HOOK = `fetch('https://example.com/hook', { headers: { 'x-a': value } })`;

const GALLERY = `export function Gallery({ apiKey, siteId }) {\n  const load = () => ${SEND.replace(';', '')};\n  return <button onClick={load}>Load</button>;\n}`;
const API = `export class Api {\n  key = '';\n  send() { return fetch('https://www.wixapis.com/a', { headers: { Authorization: this.key } }); }\n}`;

const SERVICES = `class Rest {\n  constructor(base, key) { this.base = base; this.key = key; }\n  get(path) { return fetch(this.base + path, { headers: { Authorization: this.key } }); }\n}\nexport const wix = new Rest('https://www.wixapis.com/a', process.env.WIX_ACCESS_TOKEN);\nexport const crm = new Rest('https://crm.example.com', \`Bearer \${process.env.VITE_CRM_API_KEY}\`);\nexport const rapid = new Rest('https://rapid.example.com', '${appSecret(5)}');`;

const manager = (url: string): string => `export class MediaManager {\n  constructor(key) { this.key = key; }\n  list() { return fetch('${url}', { headers: { Authorization: this.key } }); }\n}`;

const CLIENT = `import axios from 'axios';\nexport const api = axios.create({ baseURL: 'https://www.wixapis.com', headers: { Authorization: process.env.WIX_API_KEY } });`;
const INTERCEPTED = `import axios from 'axios';\nexport const api = axios.create({ baseURL: 'https://www.wixapis.com' });\napi.interceptors.request.use((config) => {\n  config.headers.Authorization = process.env.WIX_API_KEY;\n  return config;\n});`;
const UPLOAD_BY_CLIENT = `const { data } = await api.post('/site-media/v1/files/generate-upload-url', {});\nawait api.put(data.uploadUrl, file);`;
const GET_BY_CLIENT = `await api.get('/site-media/v1/files');`;
const ASKING = `export async function askFor(name) {\n  const response = await fetch('https://www.wixapis.com/site-media/v1/files/generate-upload-url', { method: 'POST', headers: { Authorization: process.env.WIX_API_KEY, 'wix-site-id': 'a' }, body: name });\n  return response.json();\n}`;
const PUT = `await fetch(url, { method: 'PUT', headers: { Authorization: process.env.WIX_API_KEY }, body });`;

const SENDING = `export const send = (path, headers) => fetch('https://www.wixapis.com' + path, { headers });`;

const BASE = `export class Base {\n  send(path) { return fetch('https://www.wixapis.com' + path, { headers: this.headers() }); }\n}`;
const DERIVED = `import { Base } from './wix-base.js';\nclass Api extends Base {\n  headers() { return { Authorization: process.env.WIX_API_KEY }; }\n}`;

/** Files, the rule, and the texts that it reports, each behind its file. */
const cases: readonly (readonly [about: string, rule: RuleName, files: Files, reports: readonly string[]])[] = [
  ['a public variable of another file', 'no-exposed-key', { 'config.js': 'export const apiKey = process.env.NEXT_PUBLIC_WIX_API_KEY;', 'app.js': `import { apiKey } from './config.js';\n${SEND}` }, ['app.js: apiKey']],
  ['a private variable of another file', 'no-exposed-key', { 'config.js': 'export const apiKey = process.env.WIX_API_KEY;', 'app.js': `import { apiKey } from './config.js';\n${SEND}` }, []],
  ['PUBLIC_ with Astro', 'no-exposed-key', { 'package.json': '{ "dependencies": { "astro": "^6" } }', 'src/wix.js': `${SDK}ApiKeyStrategy({ apiKey: import.meta.env.PUBLIC_WIX_API_KEY, siteId });` }, ['src/wix.js: import.meta.env.PUBLIC_WIX_API_KEY']],
  ['PUBLIC_ with SvelteKit', 'no-exposed-key', { 'package.json': '{ "devDependencies": { "@sveltejs/kit": "^2" } }', 'src/wix.js': `${SDK}ApiKeyStrategy({ apiKey: process.env.PUBLIC_WIX_API_KEY, siteId });` }, ['src/wix.js: process.env.PUBLIC_WIX_API_KEY']],
  ['PUBLIC_ with Express', 'no-exposed-key', { 'package.json': '{ "dependencies": { "express": "^5" } }', 'src/wix.js': `${SDK}ApiKeyStrategy({ apiKey: process.env.PUBLIC_WIX_API_KEY, siteId });` }, []],
  ['a UUID of another file', 'valid-key-format', { 'config.js': `export const apiKey = '${appSecret()}';`, 'app.js': `import { apiKey } from './config.js';\n${SEND}` }, ['app.js: apiKey']],
  ['a key of another file', 'valid-key-format', { 'config.js': `export const apiKey = '${accountKey()}';`, 'app.js': `import { apiKey } from './config.js';\n${SEND}` }, []],
  ['headers of another file without ids', 'valid-auth-headers', { 'headers.js': 'export const headers = { Authorization: process.env.WIX_API_KEY };', 'app.js': `import { headers } from './headers.js';\nfetch('https://www.wixapis.com/a', { headers });` }, ['app.js: fetch']],
  ['headers of another file with one', 'valid-auth-headers', { 'headers.js': `export const headers = { Authorization: process.env.WIX_API_KEY, 'wix-site-id': process.env.WIX_SITE_ID };`, 'app.js': `import { headers } from './headers.js';\nfetch('https://www.wixapis.com/a', { headers });` }, []],
  ['ids of another file', 'valid-auth-headers', { 'ids.js': `export const ids = { 'wix-site-id': 'a' };`, 'app.js': `import { ids } from './ids.js';\nfetch('https://www.wixapis.com/a', { headers: { Authorization: process.env.WIX_API_KEY, ...ids } });` }, []],
  ['a public variable handed to a function of another file', 'no-exposed-key', { 'wix.js': `export const send = (apiKey) => ${SEND.replace(';', '')};`, 'app.js': `import { send } from './wix.js';\nsend(process.env.NEXT_PUBLIC_WIX_API_KEY);` }, ['app.js: process.env.NEXT_PUBLIC_WIX_API_KEY']],
  ['a public variable handed to a class of another file', 'no-exposed-key', { 'wix.js': `export class Client {\n  constructor({ apiKey }) { this.apiKey = apiKey; }\n  load(siteId) { return fetch('https://www.wixapis.com/a', { headers: { Authorization: this.apiKey, 'wix-site-id': siteId } }); }\n}`, 'app.js': `import { Client } from './wix.js';\nawait new Client({ apiKey: import.meta.env.VITE_WIX_API_KEY }).load('a');` }, ['app.js: import.meta.env.VITE_WIX_API_KEY']],
  ['a variable handed over in browser code', 'no-exposed-key', { 'wix.js': `export const send = (apiKey) => ${SEND.replace(';', '')};`, 'app.js': `'use client';\nimport { send } from './wix.js';\nsend(process.env.WIX_API_KEY);` }, ['app.js: process.env.WIX_API_KEY']],
  ['a variable handed over to what sends it nowhere', 'no-exposed-key', { 'wix.js': 'export const check = (apiKey) => apiKey.length > 3;', 'app.js': `import { check } from './wix.js';\ncheck(process.env.NEXT_PUBLIC_WIX_API_KEY);` }, []],
  ['a private variable handed over', 'no-exposed-key', { 'wix.js': `export const send = (apiKey) => ${SEND.replace(';', '')};`, 'app.js': `import { send } from './wix.js';\nsend(process.env.WIX_API_KEY);` }, []],
  ['a UUID handed to a class of another file', 'valid-key-format', { 'wix.js': `export class Client {\n  async initialize(clientId, apiKey) { this.apiKey = apiKey; }\n  load(siteId) { return fetch('https://www.wixapis.com/a', { headers: { Authorization: this.apiKey, 'wix-site-id': siteId } }); }\n}`, 'app.js': `import { Client } from './wix.js';\nconst client = new Client();\nawait client.initialize('${appSecret(3)}', '${appSecret(4)}');` }, [`app.js: '${appSecret(4)}'`]],
  ['a foreign URL of another file', 'no-key-to-foreign-host', { 'urls.js': `export const HOOK = 'https://example.com/hook';`, 'app.js': `import { HOOK } from './urls.js';\nfetch(HOOK, { headers: { Authorization: process.env.WIX_API_KEY } });` }, ['app.js: process.env.WIX_API_KEY']],
  // What sends it speaks of no key: it matters because of who calls it, which is not known when the object is looked at first.
  ['a variable handed to an object of another file', 'no-key-to-foreign-host', { 'wix.js': `export const api = { send(value) { return go(value); } };\nfunction go(value) { return ${HOOK}; }\napi.other = 1;`, 'app.js': `import { api } from './wix.js';\napi.send(process.env.WIX_API_KEY);` }, ['app.js: process.env.WIX_API_KEY']],
  ['a variable handed to an instance of another file', 'no-key-to-foreign-host', { 'wix.js': `class Api {\n  send(value) { this.value = value; return this.go(); }\n  go() { const { value } = this; return ${HOOK}; }\n}\nexport const api = new Api();\nexport const other = 1;`, 'app.js': `import { api } from './wix.js';\napi.send(process.env.WIX_API_KEY);` }, ['app.js: process.env.WIX_API_KEY']],
  ['a variable handed to what a function of another file returns', 'no-key-to-foreign-host', { 'wix.js': `export const make = (url) => (value) => fetch(url, { headers: { 'x-a': value } });\nexport const other = 1;`, 'app.js': `import { make } from './wix.js';\nmake('https://example.com')(process.env.WIX_API_KEY);` }, ['app.js: process.env.WIX_API_KEY']],
  ['a variable that is read long before', 'no-key-to-foreign-host', { 'hook.js': `export const send = ({ value }) => ${HOOK};`, 'app.js': `import { send } from './hook.js';\nconst key = process.env.WIX_API_KEY;\nsend({ value: key });\nsend({ value: 'Bearer ' + key });` }, ['app.js: process.env.WIX_API_KEY']],
  ['a key of another service handed to such a function', 'no-key-to-foreign-host', { 'hook.js': `export const send = (value) => ${HOOK};`, 'app.js': `import { send } from './hook.js';\nsend(process.env.HOOK_API_KEY);` }, []],
  ['a variable handed to a function that sends it to Wix', 'no-key-to-foreign-host', { 'wix.js': `export const send = (apiKey, siteId) => ${SEND.replace(';', '')};`, 'app.js': `import { send } from './wix.js';\nsend(process.env.WIX_API_KEY);` }, []],
  ['a variable handed to a function that sends it to this machine', 'no-key-to-foreign-host', { 'proxy.js': `export const send = (value) => ${HOOK.replace('example.com', 'localhost:3000')};`, 'app.js': `import { send } from './proxy.js';\nsend(process.env.WIX_API_KEY);` }, []],
  ['a public variable handed to a component of another file', 'no-exposed-key', { 'gallery.jsx': GALLERY, 'page.jsx': `import { Gallery } from './gallery.jsx';\nexport const Page = () => <Gallery apiKey={process.env.NEXT_PUBLIC_WIX_API_KEY} />;` }, ['page.jsx: process.env.NEXT_PUBLIC_WIX_API_KEY']],
  ['a public variable spread into a component of another file', 'no-exposed-key', { 'gallery.jsx': GALLERY, 'page.jsx': `import * as media from './gallery.jsx';\nconst props = { apiKey: process.env.NEXT_PUBLIC_WIX_API_KEY };\nexport const Page = () => <media.Gallery {...props} />;` }, ['page.jsx: process.env.NEXT_PUBLIC_WIX_API_KEY']],
  ['a public variable handed to a component that sends it nowhere', 'no-exposed-key', { 'gallery.jsx': 'export const Gallery = ({ apiKey }) => <p>{apiKey.length}</p>;', 'page.jsx': `import { Gallery } from './gallery.jsx';\nexport const Page = () => <Gallery apiKey={process.env.NEXT_PUBLIC_WIX_API_KEY} />;` }, []],
  ['a private variable handed to a component', 'no-exposed-key', { 'gallery.jsx': GALLERY, 'page.jsx': `import { Gallery } from './gallery.jsx';\nexport const Page = () => <Gallery apiKey={process.env.WIX_API_KEY} />;` }, []],
  ['a public variable set on an instance of another file', 'no-exposed-key', { 'api.js': API, 'app.js': `import { Api } from './api.js';\nconst api = new Api();\napi.key = process.env.NEXT_PUBLIC_WIX_API_KEY;\napi.send();` }, ['app.js: process.env.NEXT_PUBLIC_WIX_API_KEY']],
  ['a public variable set on what another file exports', 'no-exposed-key', { 'api.js': `${API}\nexport const api = new Api();`, 'app.js': `import { api } from './api.js';\napi.key = process.env.NEXT_PUBLIC_WIX_API_KEY;\napi.send();` }, ['app.js: process.env.NEXT_PUBLIC_WIX_API_KEY']],
  ['a public variable merged into an instance of another file', 'no-exposed-key', { 'api.js': API, 'app.js': `import { Api } from './api.js';\nconst api = new Api();\nObject.assign(api, { key: process.env.NEXT_PUBLIC_WIX_API_KEY });\napi.send();` }, ['app.js: process.env.NEXT_PUBLIC_WIX_API_KEY']],
  ['a public variable behind Bearer', 'no-exposed-key', { 'wix.js': `export const send = (apiKey) => ${SEND.replace(';', '')};`, 'app.js': `import { send } from './wix.js';\nsend(\`Bearer \${process.env.NEXT_PUBLIC_WIX_API_KEY}\`);` }, ['app.js: process.env.NEXT_PUBLIC_WIX_API_KEY']],
  ['a public variable that a function returns', 'no-exposed-key', { 'wix.js': `export const createApi = ({ getKey }) => ({ send: () => fetch('https://www.wixapis.com/a', { headers: { Authorization: getKey() } }) });`, 'app.js': `import { createApi } from './wix.js';\ncreateApi({ getKey: () => process.env.NEXT_PUBLIC_WIX_API_KEY }).send();` }, ['app.js: process.env.NEXT_PUBLIC_WIX_API_KEY']],
  ['a public variable that a function of another file is never asked for', 'no-exposed-key', { 'wix.js': `export const createApi = ({ getKey }) => ({ send: () => fetch('https://www.wixapis.com/a', { headers: { Authorization: other } }) });`, 'app.js': `import { createApi } from './wix.js';\ncreateApi({ getKey: () => process.env.NEXT_PUBLIC_WIX_API_KEY }).send();` }, []],
  ['a public variable in headers', 'no-exposed-key', { 'wix.js': `export const request = (path, options) => fetch('https://www.wixapis.com' + path, options);`, 'app.js': `import { request } from './wix.js';\nrequest('/a', { method: 'GET', headers: { Authorization: process.env.NEXT_PUBLIC_WIX_API_KEY } });` }, ['app.js: process.env.NEXT_PUBLIC_WIX_API_KEY']],
  ['a public variable in a Headers object', 'no-exposed-key', { 'wix.js': `export const request = (path, headers) => fetch('https://www.wixapis.com' + path, { headers });`, 'app.js': `import { request } from './wix.js';\nrequest('/a', new Headers({ Authorization: process.env.NEXT_PUBLIC_WIX_API_KEY }));` }, ['app.js: process.env.NEXT_PUBLIC_WIX_API_KEY']],
  ['a public variable set on another member', 'no-exposed-key', { 'api.js': API, 'app.js': `import { Api } from './api.js';\nconst api = new Api();\napi.other = process.env.NEXT_PUBLIC_WIX_API_KEY;\napi.send();` }, []],
  ['a private variable set on an instance that sends it elsewhere', 'no-key-to-foreign-host', { 'api.js': API.replace('www.wixapis.com', 'example.com'), 'app.js': `import { Api } from './api.js';\nconst api = new Api();\napi.key = process.env.WIX_API_KEY;\napi.send();` }, ['app.js: process.env.WIX_API_KEY']],
  ...(['no-exposed-key', 'no-key-to-foreign-host', 'valid-auth-headers', 'valid-key-format'] as const).map((rule) => ['one client class of several services', rule, { 'app.js': SERVICES }, []] as const),
  ['one client class of Wix alone', 'valid-key-format', { 'app.js': SERVICES.replaceAll(/https:\/\/\w+\.example\.com/g, 'https://www.wixapis.com') }, [`app.js: '${appSecret(5)}'`]],
  ['a key for a client that is named for the Media Manager and calls another service', 'no-instance-token-for-rest', { 'media.js': manager('https://media.example.com/files'), 'app.js': `import { MediaManager } from './media.js';\nawait new MediaManager('${instanceToken(7)}').list();` }, []],
  ['a key for one that calls it', 'no-instance-token-for-rest', { 'media.js': manager('https://www.wixapis.com/site-media/v1/files'), 'app.js': `import { MediaManager } from './media.js';\nawait new MediaManager('${instanceToken(7)}').list();` }, [`app.js: '${instanceToken(7)}'`]],
  ['a client of another file on its way to the upload URL', 'no-key-to-foreign-host', { 'wix-client.js': CLIENT, 'app.js': `import { api } from './wix-client.js';\n${UPLOAD_BY_CLIENT}` }, ['app.js: api.put']],
  ['a client of another file that is exported by default', 'no-key-to-foreign-host', { 'wix-client.js': CLIENT.replace('export const api =', 'export default'), 'app.js': `import api from './wix-client.js';\n${UPLOAD_BY_CLIENT}` }, ['app.js: api.put']],
  ['a client of another file that an interceptor authorizes there', 'no-key-to-foreign-host', { 'wix-client.js': INTERCEPTED, 'app.js': `import { api } from './wix-client.js';\n${UPLOAD_BY_CLIENT}` }, ['app.js: api.put']],
  ['a client of another file, not authorized', 'no-key-to-foreign-host', { 'wix-client.js': CLIENT, 'app.js': `import { api } from './wix-client.js';\n${UPLOAD_BY_CLIENT.replace('file)', 'file, { headers: { Authorization: null } })')}` }, []],
  ['a client of another file without a key', 'no-key-to-foreign-host', { 'wix-client.js': CLIENT.replace('Authorization: process.env.WIX_API_KEY', `Accept: 'a'`), 'app.js': `import { api } from './wix-client.js';\n${UPLOAD_BY_CLIENT}` }, []],
  ['a client of another file without ids', 'valid-auth-headers', { 'wix-client.js': CLIENT, 'app.js': `import { api } from './wix-client.js';\n${GET_BY_CLIENT}` }, ['app.js: api.get']],
  ['a client of another file with one', 'valid-auth-headers', { 'wix-client.js': CLIENT.replace('WIX_API_KEY }', `WIX_API_KEY, 'wix-site-id': process.env.WIX_SITE_ID }`), 'app.js': `import { api } from './wix-client.js';\n${GET_BY_CLIENT}` }, []],
  ['a client of another file that sends Bearer', 'valid-auth-headers', { 'wix-client.js': CLIENT.replace('process.env.WIX_API_KEY }', `\`Bearer \${process.env.WIX_API_KEY}\`, 'wix-site-id': 'a' }`), 'app.js': `import { api } from './wix-client.js';\n${GET_BY_CLIENT}` }, ['app.js: api.get', 'wix-client.js: `Bearer ${process.env.WIX_API_KEY}`']],
  ['a client of a package', 'valid-auth-headers', { 'app.js': `import { api } from 'wix-client';\n${GET_BY_CLIENT}` }, []],
  ['an upload URL that a function of another file asks for', 'no-key-to-foreign-host', { 'wix.js': ASKING, 'app.js': `import { askFor } from './wix.js';\nconst url = (await askFor('a.png')).uploadUrl;\n${PUT}` }, ['app.js: process.env.WIX_API_KEY']],
  ['an upload URL that a function of another file gives', 'no-key-to-foreign-host', { 'wix.js': ASKING.replace('response.json()', '(await response.json()).uploadUrl'), 'app.js': `import { askFor } from './wix.js';\nconst url = await askFor('a.png');\n${PUT}` }, ['app.js: process.env.WIX_API_KEY']],
  ['an upload URL that a function of another file asks for something else', 'no-key-to-foreign-host', { 'wix.js': ASKING.replace('generate-upload-url', 'import'), 'app.js': `import { askFor } from './wix.js';\nconst url = (await askFor('a.png')).uploadUrl;\n${PUT}` }, []],
  ['an upload URL that a client of another file asks for', 'no-key-to-foreign-host', { 'wix-client.js': CLIENT, 'app.js': `import { api } from './wix-client.js';\nconst { data: { uploadUrl: url } } = await api.post('/site-media/v1/files/generate-upload-url', {});\n${PUT}` }, ['app.js: process.env.WIX_API_KEY']],
  ['headers without ids handed to a function of another file', 'valid-auth-headers', { 'wix.js': SENDING, 'app.js': `import { send } from './wix.js';\nawait send('/a', { Authorization: process.env.WIX_API_KEY });` }, ['app.js: process.env.WIX_API_KEY']],
  ['headers without ids in a constant', 'valid-auth-headers', { 'wix.js': SENDING, 'app.js': `import { send } from './wix.js';\nconst headers = { Authorization: process.env.WIX_API_KEY };\nawait send('/a', headers);` }, ['app.js: process.env.WIX_API_KEY']],
  ['headers without ids in options', 'valid-auth-headers', { 'wix.js': SENDING.replaceAll('headers', 'options').replace('{ options }', 'options'), 'app.js': `import { send } from './wix.js';\nawait send('/a', { headers: { Authorization: process.env.WIX_API_KEY } });` }, ['app.js: process.env.WIX_API_KEY']],
  ['a key without ids handed to a class of another file', 'valid-auth-headers', { 'wix.js': API, 'app.js': `import { Api } from './wix.js';\nconst api = new Api();\napi.key = process.env.WIX_API_KEY;\nawait api.send();` }, ['app.js: process.env.WIX_API_KEY']],
  ['a key for which another file tells the id', 'valid-auth-headers', { 'wix.js': SENDING.replace('{ headers }', `{ headers: { ...headers, 'wix-site-id': siteId } }`), 'app.js': `import { send } from './wix.js';\nawait send('/a', { Authorization: process.env.WIX_API_KEY });` }, []],
  ['a key for which another file sets the id', 'valid-auth-headers', { 'wix.js': SENDING.replace('=> fetch', `=> {\n  headers['wix-site-id'] = siteId;\n  return fetch`).replace(/;$/, ';\n};'), 'app.js': `import { send } from './wix.js';\nconst headers = { Authorization: process.env.WIX_API_KEY };\nawait send('/a', headers);` }, []],
  ['headers that are also handed to something else', 'valid-auth-headers', { 'wix.js': SENDING, 'app.js': `import { send } from './wix.js';\nimport { addIds } from 'ids';\nconst headers = { Authorization: process.env.WIX_API_KEY };\naddIds(headers);\nawait send('/a', headers);` }, []],
  ['headers with an id handed over', 'valid-auth-headers', { 'wix.js': SENDING, 'app.js': `import { send } from './wix.js';\nawait send('/a', { Authorization: process.env.WIX_API_KEY, 'wix-site-id': siteId });` }, []],
  ['headers handed to a function that sends them nowhere', 'valid-auth-headers', { 'wix.js': 'export const send = (path, headers) => log(path, headers);', 'app.js': `import { send } from './wix.js';\nawait send('/a', { Authorization: process.env.WIX_API_KEY });` }, []],
  ['Bearer in headers handed over', 'valid-auth-headers', { 'wix.js': SENDING, 'app.js': `import { send } from './wix.js';\nawait send('/a', { Authorization: \`Bearer \${process.env.WIX_API_KEY}\`, 'wix-site-id': siteId });` }, ['app.js: `Bearer ${process.env.WIX_API_KEY}`']],
  ['Bearer that another file puts before a key', 'valid-auth-headers', { 'wix.js': `export const send = (apiKey) => fetch('https://www.wixapis.com/a', { headers: { Authorization: \`Bearer \${apiKey}\`, 'wix-site-id': 'a' } });`, 'app.js': `import { send } from './wix.js';\nawait send(process.env.WIX_API_KEY);` }, ['app.js: process.env.WIX_API_KEY']],
  ['Bearer before an access token handed over', 'valid-auth-headers', { 'wix.js': SENDING, 'app.js': `import { send } from './wix.js';\nawait send('/a', { Authorization: \`Bearer \${process.env.WIX_ACCESS_TOKEN}\` });` }, []],
  ['a base class that asks its subclass for the headers', 'valid-auth-headers', { 'wix-base.js': BASE, 'app.js': `${DERIVED}\nawait new Api().send('/a');` }, ['app.js: process.env.WIX_API_KEY']],
  ['a base class whose method the subclass calls', 'valid-auth-headers', { 'wix-base.js': BASE, 'app.js': `${DERIVED.replace(/\}$/, `  list() { return this.send('/a'); }\n}`)}\nawait new Api().list();` }, ['app.js: process.env.WIX_API_KEY']],
  ['a base class that asks for a field', 'no-key-to-foreign-host', { 'wix-base.js': BASE.replace('this.headers()', 'this.headers').replace('www.wixapis.com', 'example.com'), 'app.js': `${DERIVED.replace('headers() { return {', 'headers = {').replace('}; }', '};')}\nawait new Api().send('/a');` }, ['app.js: process.env.WIX_API_KEY']],
  ['a base class that asks for a written key', 'no-instance-token-for-rest', { 'wix-base.js': BASE, 'app.js': `${DERIVED.replace('process.env.WIX_API_KEY', `'${instanceToken(8)}'`)}\nawait new Api().send('/site-media/v1/files');` }, [`app.js: '${instanceToken(8)}'`]],
  ['a base class that sends it to another service', 'no-instance-token-for-rest', { 'wix-base.js': BASE.replace('www.wixapis.com', 'example.com'), 'app.js': `${DERIVED.replace('process.env.WIX_API_KEY', `'${instanceToken(8)}'`)}\nawait new Api().send('/site-media/v1/files');` }, []],
  ['a base class that sends something else', 'valid-auth-headers', { 'wix-base.js': BASE.replace('this.headers()', 'this.other()'), 'app.js': `${DERIVED}\nawait new Api().send('/a');` }, []],
  ['a base class, with an id', 'valid-auth-headers', { 'wix-base.js': BASE, 'app.js': `${DERIVED.replace('WIX_API_KEY }', `WIX_API_KEY, 'wix-site-id': siteId }`)}\nawait new Api().send('/a');` }, []],
  ['a variable beside one that is sent', 'no-key-to-foreign-host', { 'hook.js': `export const send = (other, value) => ${HOOK};`, 'app.js': `import { send } from './hook.js';\nsend(process.env.WIX_API_KEY, 'a');` }, []],
];

describe('what other files say', () => {
  test.each(cases)('%s', async (_, rule, files, reports) => {
    expect((await reportsIn(makeFolder(files), { rule })).map(({ file, text }) => `${file}: ${text}`)).toEqual(reports);
  });

  test('that the request is not of this file', async () => {
    const reports = await reportsIn(makeFolder({ 'hook.js': `export const send = (value) => ${HOOK};`, 'app.js': `import { send } from './hook.js';\nsend(process.env.WIX_API_KEY);` }), { rule: 'no-key-to-foreign-host' });
    expect(reports.map(({ message }) => message)).toEqual([expect.stringMatching(/^Another file that is handed this Wix key sends it/)]);
  });

  test('nothing, with crossFile off', async () => {
    const folder = makeFolder({ 'config.js': 'export const apiKey = process.env.NEXT_PUBLIC_WIX_API_KEY;', 'app.js': `import { apiKey } from './config.js';\n${SEND}` });
    expect(await reportsIn(folder, { rule: 'no-exposed-key', settings: { crossFile: false } })).toEqual([]);
  });
});

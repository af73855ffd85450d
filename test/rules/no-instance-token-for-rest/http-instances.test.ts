import { HTTP_CLIENTS, type CallShape, type HttpClient, type InstanceShape } from '../../../src/catalogue/http-clients.js';
import { CURRENT } from '../linting.js';
import { checkTable, type Row } from '../tables.js';
import { argumentCode } from './call-code.js';
import { HEADER_FORMS, instanceCode, nameOf, type Writer } from './client-code.js';
import { reachesOf, reachOf } from './client-reach.js';
import { MEDIA, withTwins } from './targets.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;
const LARGE = { ...RULE, engines: CURRENT } as const;

interface Named {
  readonly name: string;
  readonly write: Writer;
}

/** A call on an instance with a URL (`url` or `rest` of the target) and, where asked, a key of its own. */
function callOn(shape: CallShape, member: 'rest' | 'url', withKey: boolean): Writer {
  return (target) => {
    const slot = shape.url?.find(({ path }) => path !== undefined) ?? shape.url?.[0];
    const headers = shape.headers?.find(({ argument, path }) => argument !== slot?.argument || path?.[0] !== slot.path?.[0]);
    const fillings = [
      ...(slot ? [{ slot, code: `'${target[member]}'` }] : []),
      ...(withKey && headers ? [{ slot: headers, code: `{ Authorization: ${target.key} }` }] : []),
    ];
    const code = argumentCode(fillings, slot && slot.argument > 0 ? `'post'` : 'null') ?? argumentCode(fillings.slice(0, 1));
    return `instance${shape.member === '' ? '' : `.${shape.member}`}(${code ?? ''});`;
  };
}

function firstCall({ calls }: HttpClient): CallShape | undefined {
  return calls.find(({ url, construct }) => url !== undefined && construct !== true);
}

function instanceRows(client: HttpClient, shape: InstanceShape): readonly Named[] {
  const reach = reachOf(client, shape.member);
  const call = firstCall(client);
  if (!call) return [];
  const bases = shape.base ?? [];
  const headers = shape.headers ?? [];
  const key = ({ key }: Parameters<Writer>[0]): string => `{ Authorization: ${key} }`;
  const name = shape.member;
  return [
    ...headers.map((slot): Named => ({
      name: `${name}(${nameOf('headers', slot)}), whole URL`,
      write: (target) => `${instanceCode(reach, shape, [{ slot, code: key(target) }])}\n${callOn(call, 'url', false)(target)}`,
    })),
    ...bases.flatMap((base) => headers.filter(({ argument }) => argument === base.argument).map((slot): Named => ({
      name: `${name}(${nameOf('base', base)}, ${nameOf('headers', slot)})`,
      write: (target) => `${instanceCode(reach, shape, [{ slot: base, code: `'${target.base}'` }, { slot, code: key(target) }])}\n${callOn(call, 'rest', false)(target)}`,
    }))),
    ...bases.flatMap((base) => headers.filter(({ argument }) => argument === base.argument).map((slot): Named => ({
      name: `${name}(${nameOf('base', base)}, ${nameOf('headers', slot)}), exported and not called`,
      write: (target) => `${instanceCode(reach, shape, [{ slot: base, code: `'${target.base}'` }, { slot, code: key(target) }])}\nexport { instance };`,
    }))),
    ...(call.headers ? bases.map((base): Named => ({
      name: `${name}(${nameOf('base', base)}), key in the call`,
      write: (target) => `${instanceCode(reach, shape, [{ slot: base, code: `'${target.base}'` }])}\n${callOn(call, 'rest', true)(target)}`,
    })) : []),
  ];
}

for (const client of HTTP_CLIENTS) {
  const shapes = client.instances ?? [];
  const rows = shapes.flatMap((shape) => instanceRows(client, shape).flatMap(({ name, write }): readonly Row[] => withTwins(name, write)));
  if (rows.length > 0) checkTable(`${client.name}, each instance`, rows, LARGE);
  const calls = shapes.slice(0, 1).flatMap((shape) => {
    const [slot] = shape.headers ?? [];
    return slot ? client.calls.filter(({ url, construct }) => url && construct !== true).flatMap((call): readonly Row[] => withTwins(`${shape.member}().${call.member}`, (target) =>
      `${instanceCode(reachOf(client, shape.member), shape, [{ slot, code: `{ Authorization: ${target.key} }` }])}\n${callOn(call, 'url', false)(target)}`)) : [];
  });
  if (calls.length > 0) checkTable(`${client.name}, each call of an instance`, calls, LARGE);
  const forms = shapes.slice(0, 1).flatMap((shape) => {
    const [slot] = shape.headers ?? [];
    const call = firstCall(client);
    return slot && call ? HEADER_FORMS.map((form): Row => [form.name, `${form.before?.(MEDIA.key) ?? ''}\n${instanceCode(reachOf(client, shape.member), shape, [{ slot, code: form.code(MEDIA.key) }])}\n${callOn(call, 'url', false)(MEDIA)}`]) : [];
  });
  if (forms.length > 0) checkTable(`${client.name}, each form of an instance's headers`, forms, LARGE);
  const reaches = shapes.slice(0, 1).flatMap((shape) => {
    const [slot] = shape.headers ?? [];
    const call = firstCall(client);
    return slot && call ? reachesOf(client, shape.member).map((reach): Row => [reach.name, `${instanceCode(reach, shape, [{ slot, code: `{ Authorization: ${MEDIA.key} }` }])}\n${callOn(call, 'url', false)(MEDIA)}`, reach.only === undefined ? {} : { only: reach.only }]) : [];
  });
  if (reaches.length > 0) checkTable(`${client.name}, each way to an instance`, reaches, RULE);
}

const AXIOS = `import axios from 'axios';\n`;
const defaults: readonly Row[] = [
  ...['headers.common.Authorization', `headers.common['Authorization']`, `headers.Authorization`, `headers['authorization']`, 'headers.post.Authorization', `headers['post']['Authorization']`].flatMap((member) =>
    withTwins(`axios.defaults.${member}`, ({ url, key }) => `${AXIOS}axios.defaults.${member} = ${key};\naxios.post('${url}', {});`)),
  ...withTwins('axios.defaults.headers.common is replaced', ({ url, key }) => `${AXIOS}axios.defaults.headers.common = { Authorization: ${key} };\naxios.post('${url}', {});`),
  ...withTwins('axios.defaults.headers is replaced', ({ url, key }) => `${AXIOS}axios.defaults.headers = { common: { Authorization: ${key} } };\naxios.post('${url}', {});`),
  ...withTwins('Object.assign to axios.defaults.headers.common', ({ url, key }) => `${AXIOS}Object.assign(axios.defaults.headers.common, { Authorization: ${key} });\naxios.post('${url}', {});`),
  ...withTwins('base with a slash behind it', ({ base, rest, key }) => `${AXIOS}axios.create({ baseURL: '${base}/' }).get('${rest}', { headers: { Authorization: ${key} } });`),
  ...withTwins('host with a slash behind it', ({ origin, path, key }) => `${AXIOS}axios.create({ baseURL: '${origin}/' }).get('${path}', { headers: { Authorization: ${key} } });`),
  ...withTwins('host with slashes behind it, written in parts', ({ origin, path, key }) => `${AXIOS}axios.create({ baseURL: '${origin}' + '//' }).get('${path}', { headers: { Authorization: ${key} } });`),
  ...withTwins('base with slashes behind it, path without', ({ base, rest, key }) => `${AXIOS}axios.create({ baseURL: '${base}//' }).get('${rest.replace(/^\/+/, '')}', { headers: { Authorization: ${key} } });`),
  ...withTwins('base and path without a slash', ({ base, rest, key }) => `${AXIOS}axios.create({ baseURL: '${base}' }).get('${rest.replace(/^\/+/, '')}', { headers: { Authorization: ${key} } });`),
  ...withTwins('base with an unknown end', ({ base, rest, key }) => `${AXIOS}axios.create({ baseURL: \`${base}/\${x}\` }).get('${rest}', { headers: { Authorization: ${key} } });`),
  ...withTwins('arguments in an array', ({ url, key }) => `const all = ['${url}', { headers: { Authorization: ${key} } }];\nfetch(...all);`),
  ...withTwins('arguments handed on', ({ url, key }) => `const go = (...all) => fetch(...all);\ngo('${url}', { headers: { Authorization: ${key} } });\ngo(x);`),
  ...withTwins('arguments of an instance handed on', ({ base, rest, key }) => `${AXIOS}const api = axios.create({ baseURL: '${base}' });\nexport const get = (...all) => api.get(...all);\nget('${rest}', { headers: { Authorization: ${key} } });`),
  ...withTwins('arguments in an array behind another', ({ url, key }) => `const go = (all) => fetch('${url}', ...all);\ngo([{ headers: { Authorization: ${key} } }]);`),
  ...withTwins('arguments of a constructor in an array', ({ url, key }) => `const all = ['${url}', { headers: { Authorization: ${key} } }];\nfetch(new Request(...all));`),
  ...withTwins('arguments in an array of the caller', ({ url, key }) => `const go = (all) => fetch(...all);\ngo(['${url}', { headers: { Authorization: ${key} } }]);\ngo([x]);`),
  ...withTwins('axios.defaults.baseURL', ({ base, rest, key }) => `${AXIOS}axios.defaults.baseURL = '${base}';\naxios.get('${rest}', { headers: { Authorization: ${key} } });`),
  ...withTwins('axios.defaults, all', ({ base, rest, key }) => `${AXIOS}axios.defaults.baseURL = '${base}';\naxios.defaults.headers.common.Authorization = ${key};\naxios.get('${rest}');`),
  ...withTwins('defaults of an instance', ({ base, rest, key }) => `${AXIOS}const api = axios.create();\napi.defaults.baseURL = '${base}';\napi.defaults.headers.common['Authorization'] = ${key};\napi.get('${rest}');`),
  ...withTwins('defaults in a constructor', ({ base, rest, key }) => `${AXIOS}class Api {\n  constructor() {\n    this.http = axios.create({ baseURL: '${base}' });\n    this.http.defaults.headers.common.Authorization = ${key};\n  }\n  list() { return this.http.get('${rest}'); }\n}`),
  ...withTwins('instance in a field', ({ base, rest, key }) => `${AXIOS}class Api {\n  http = axios.create({ baseURL: '${base}', headers: { Authorization: ${key} } });\n  list() { return this.http.get('${rest}'); }\n}`),
  ...withTwins('instance in a private field', ({ base, rest, key }) => `${AXIOS}class Api {\n  #http = axios.create({ baseURL: '${base}', headers: { Authorization: ${key} } });\n  list() { return this.#http.get('${rest}'); }\n}`),
  ...withTwins('instance in an object', ({ base, rest, key }) => `${AXIOS}const clients = { media: axios.create({ baseURL: '${base}', headers: { Authorization: ${key} } }) };\nclients.media.get('${rest}');`),
  ...withTwins('instance destructured', ({ base, rest, key }) => `${AXIOS}const { post } = axios.create({ baseURL: '${base}', headers: { Authorization: ${key} } });\npost('${rest}', {});`),
  ...withTwins('instance of an instance', ({ base, rest, key }) => `import got from 'got';\nconst first = got.extend({ prefixUrl: '${base}' });\nconst second = first.extend({ headers: { Authorization: ${key} } });\nsecond.get('${rest.slice(1)}');`),
  ...withTwins('ky instance of an instance', ({ base, rest, key }) => `import ky from 'ky';\nconst first = ky.create({ headers: { Authorization: ${key} } });\nconst second = first.extend({ prefixUrl: '${base}' });\nsecond.post('${rest.slice(1)}', { json: {} });`),
  ...withTwins('superagent agent', ({ url, key }) => `import superagent from 'superagent';\nconst agent = superagent.agent().set('Authorization', ${key});\nagent.post('${url}').send({});`),
  ...withTwins('superagent agent, set later', ({ url, key }) => `const superagent = require('superagent');\nconst agent = superagent.agent();\nagent.set({ authorization: ${key} });\nagent.get('${url}');`),
  ...withTwins('superagent bearer', ({ url, key }) => `import request from 'superagent';\nawait request.post('${url}').auth(${key}, { type: 'bearer' });`),
  ...withTwins('undici Client', ({ origin, path, key }) => `import { Client } from 'undici';\nconst client = new Client('${origin}');\nawait client.request({ path: '${path}', method: 'POST', headers: { authorization: ${key} } });`),
  ...withTwins('undici Pool, flat headers', ({ origin, path, key }) => `import { Pool } from 'undici';\nconst pool = new Pool('${origin}');\nawait pool.request({ path: '${path}', method: 'GET', headers: ['accept', '*/*', 'authorization', ${key}] });`),
  ...withTwins('undici request by origin', ({ origin, path, key }) => `import { request } from 'undici';\nawait request({ origin: '${origin}', path: '${path}', headers: { authorization: ${key} } });`),
  ...withTwins('ofetch create', ({ base, rest, key }) => `import { ofetch } from 'ofetch';\nconst api = ofetch.create({ baseURL: '${base}', headers: { Authorization: ${key} } });\nawait api('${rest}', { method: 'POST' });`),
  ...withTwins('Nuxt $fetch', ({ base, rest, key }) => `await $fetch('${rest}', { baseURL: '${base}', headers: { Authorization: ${key} } });`),
  ...withTwins('Velo', ({ url, key }) => `import { fetch } from 'wix-fetch';\nfetch('${url}', { method: 'post', headers: { Authorization: ${key} } }).then((r) => r.json());`),
  ...withTwins('Velo getJSON', ({ url, key }) => `import { getJSON } from 'wix-fetch';\ngetJSON('${url}', { headers: { Authorization: ${key} } });`),
  ...withTwins('node-fetch by import()', ({ url, key }) => `const { default: fetch } = await import('node-fetch');\nawait fetch('${url}', { headers: { Authorization: ${key} } });`),
  ...withTwins('wretch, base and path', ({ base, rest, key }) => `import wretch from 'wretch';\nconst api = wretch('${base}').auth(${key});\nawait api.url('${rest}').post({ a: 1 }).json();`),
  ...withTwins('wretch, path of the method', ({ base, rest, key }) => `import wretch from 'wretch';\nawait wretch('${base}').headers({ Authorization: ${key} }).get('${rest}').json();`),
];
checkTable('defaults and instances as written', defaults, RULE);

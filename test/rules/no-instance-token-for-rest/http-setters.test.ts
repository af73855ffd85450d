import { HTTP_CLIENTS, type CallShape, type HttpClient, type SetterShape } from '../../../src/catalogue/http-clients.js';
import { CURRENT } from '../linting.js';
import { checkTable, type Row } from '../tables.js';
import { argumentCode, type Filling } from './call-code.js';
import { HEADER_FORMS } from './client-code.js';
import { reachOf } from './client-reach.js';
import { OTHERS, withTwins, type Target } from './targets.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;
const LARGE = { ...RULE, engines: CURRENT } as const;

/** Clients whose request objects are met in callbacks and hooks alone. */
const IN_CALLBACKS = new Set(['axios', 'jQuery']);

interface Form {
  readonly name: string;
  readonly fill: (target: Target) => readonly Filling[];
}

/** Every way a setter takes the header. */
function formsOf({ name, value, headers, authorization }: SetterShape): readonly Form[] {
  const pairs = name && value ? ['Authorization', 'authorization'].map((header): Form => ({
    name: `'${header}', key`,
    fill: ({ key }) => [{ slot: name, code: `'${header}'` }, { slot: value, code: key }],
  })) : [];
  const containers = headers ? HEADER_FORMS.filter(({ before }) => !before).map((form): Form => ({
    name: form.name,
    fill: ({ key }) => [{ slot: headers, code: form.code(key) }],
  })) : [];
  const plain: readonly Form[] = authorization ? [{ name: 'key', fill: ({ key }) => [{ slot: authorization, code: key }] }] : [];
  return [...pairs, ...containers, ...plain];
}

/** The code that makes a request object for a target: by the URL of its call, or by its own setter. */
function requestCode(client: HttpClient, shape: CallShape, target: Target): string {
  const { before, callee } = reachOf(client, shape.member);
  const [slot] = shape.url ?? [];
  const lead = slot && slot.argument > 0 ? `'post'` : 'null';
  const url = slot ? (argumentCode([{ slot, code: `'${target.url}'` }], lead) ?? '') : '';
  return `${before}\nconst request = ${shape.construct ? 'new ' : ''}${callee}(${url});`;
}

function urlSetterCode({ setters = [] }: HttpClient, target: Target): string {
  const setter = setters.find(({ url, headers }) => url !== undefined && headers === undefined);
  return setter?.url ? `request.${setter.member}(${argumentCode([{ slot: setter.url, code: `'${target.url}'` }], `'post'`) ?? ''});` : '';
}

/** What a request object is handed to, to be sent. */
function sendingCode(shape: CallShape): string {
  return shape.member === 'Request' || shape.construct ? 'fetch(request);' : '';
}

function setterRows(client: HttpClient): readonly Row[] {
  const shapes = client.calls.filter(({ member, construct }) => member === '' || construct === true || client.calls.every((call) => call.member !== '' && call.construct !== true));
  return (client.setters ?? []).flatMap((setter) => formsOf(setter).flatMap((form) => shapes.flatMap((shape): readonly Row[] => {
    const isPlain = form.name === formsOf(setter)[0]?.name;
    const write = (target: Target): string => [
      requestCode(client, shape, target),
      shape.url ? '' : urlSetterCode(client, target),
      `request.${setter.member}(${argumentCode(form.fill(target)) ?? ''});`,
      sendingCode(shape),
    ].join('\n');
    const rows = withTwins(`${shape.member}() .${setter.member}(${form.name})`, write);
    return isPlain ? rows : rows.slice(0, 1);
  })));
}

/** `client(url).setter(key)`, and behind other setters. */
function chainedRows(client: HttpClient): readonly Row[] {
  const { before, callee } = reachOf(client, client.calls[0]?.member ?? '');
  const setters = (client.setters ?? []).filter(({ member }) => !member.includes('.'));
  return setters.flatMap((setter) => formsOf(setter).slice(0, 1).flatMap((form): readonly Row[] => {
    const call = (target: Target): string => `${before}\n${client.calls[0]?.construct ? 'new ' : ''}${callee}(${client.calls[0]?.url ? `'${target.url}'` : ''})`;
    const set = (target: Target): string => `.${setter.member}(${argumentCode(form.fill(target)) ?? ''})`;
    if (!client.calls[0]?.url) return [];
    return [
      ...withTwins(`chained .${setter.member}`, (target) => `${call(target)}${set(target)};`),
      ...withTwins(`chained late .${setter.member}`, (target) => `${call(target)}.query({ a: 1 }).retry(2)${set(target)}.json();`),
      ...withTwins(`awaited .${setter.member}`, (target) => `const answer = ${call(target).replace('\n', '\nawait ')}${set(target)}.send();`.replace(/const answer = (?<lead>[^\n]*)\n/u, '$<lead>\nconst answer = ')),
    ];
  }));
}

for (const client of HTTP_CLIENTS.filter(({ name, setters = [] }) => setters.length > 0 && !IN_CALLBACKS.has(name))) {
  checkTable(`${client.name}, each setter`, setterRows(client), LARGE);
  const chained = chainedRows(client);
  if (chained.length > 0) checkTable(`${client.name}, chained`, chained, RULE);
}

/** Rows of the clients whose requests cannot be made from the table alone. */
const callbacks: readonly Row[] = [
  ...withTwins('jQuery beforeSend', ({ url, key }) => `$.ajax({ url: '${url}', beforeSend: function (xhr) { xhr.setRequestHeader('Authorization', ${key}); } });`),
  ...withTwins('jQuery beforeSend, arrow', ({ url, key }) => `$.ajax('${url}', { beforeSend: (xhr) => xhr.setRequestHeader('Authorization', ${key}) });`),
  ...withTwins('jQuery beforeSend, method', ({ url, key }) => `jQuery.post({ url: '${url}', beforeSend(xhr) { xhr.setRequestHeader('authorization', ${key}); } });`),
  ...withTwins('jQuery beforeSend, named function', ({ url, key }) => `function sign(xhr) { xhr.setRequestHeader('Authorization', ${key}); }\n$.ajax({ url: '${url}', beforeSend: sign });`),
  ...withTwins('jQuery ajaxSetup', ({ url, key }) => `$.ajaxSetup({ headers: { Authorization: ${key} } });\n$.get('${url}');`),
  ...withTwins('jQuery ajaxSetup beforeSend', ({ url, key }) => `$.ajaxSetup({ beforeSend(xhr) { xhr.setRequestHeader('Authorization', ${key}); } });\n$.get('${url}');`),
  ...withTwins('jQuery ajaxSettings', ({ url, key }) => `$.ajaxSettings.headers = { Authorization: ${key} };\n$.getJSON('${url}');`),
  ...withTwins('axios interceptor', ({ url, key }) => `import axios from 'axios';\naxios.interceptors.request.use((config) => { config.headers.Authorization = ${key}; return config; });\naxios.get('${url}');`),
  ...withTwins('axios interceptor, set', ({ url, key }) => `import axios from 'axios';\naxios.interceptors.request.use((config) => { config.headers.set('Authorization', ${key}); return config; });\naxios.get('${url}');`),
  ...withTwins('axios interceptor, setAuthorization', ({ url, key }) => `import axios from 'axios';\naxios.interceptors.request.use((config) => { config.headers.setAuthorization(${key}); return config; });\naxios.get('${url}');`),
  ...withTwins('axios interceptor, assigned headers', ({ url, key }) => `import axios from 'axios';\naxios.interceptors.request.use(function (config) { config.headers = { ...config.headers, Authorization: ${key} }; return config; });\naxios.get('${url}');`),
  ...withTwins('axios interceptor, bracket', ({ url, key }) => `import axios from 'axios';\naxios.interceptors.request.use(async (config) => { config.headers['authorization'] = ${key}; return config; });\naxios.get('${url}');`),
  ...withTwins('axios instance interceptor', ({ base, rest, key }) => `import axios from 'axios';\nconst api = axios.create({ baseURL: '${base}' });\napi.interceptors.request.use((config) => { config.headers.Authorization = ${key}; return config; });\napi.post('${rest}', {});`),
];
checkTable('callbacks', callbacks, RULE);

const xhr = (method: string) => ({ url, key }: Target): string => `const xhr = new XMLHttpRequest();\nxhr.open('${method}', '${url}', true);\nxhr.onload = () => done(xhr.response);\nxhr.setRequestHeader('Content-Type', 'application/json');\nxhr.setRequestHeader('Authorization', ${key});\nxhr.send('{}');`;
checkTable('XMLHttpRequest as written', [...withTwins('POST', xhr('POST')), ...withTwins('in a promise', (target) => `export const upload = () => new Promise((done) => {\n${xhr('PUT')(target)}\n});`)], RULE);
checkTable('request objects that are never given the key', OTHERS.map(({ name, url, key }): Row => [name, `import request from 'superagent';\nconst first = request.get('https://www.wixapis.com/site-media/v1/files');\nrequest.get('${url}').set('Authorization', ${key});\nfirst.end();`]), RULE);

import { AXIOS } from './axios-client.js';
import { alike, at, type HttpClient } from './http-client.js';

const GOT_SLOTS = {
  url: [at(0), at(0, 'url')],
  base: [at(1, 'prefixUrl'), at(0, 'prefixUrl')],
  headers: [at(1, 'headers'), at(0, 'headers')],
} as const;

const GOT_METHODS = ['get', 'post', 'put', 'patch', 'head', 'delete'] as const;

const SUPERAGENT_METHODS = ['get', 'head', 'options', 'post', 'put', 'patch', 'delete', 'del'] as const;

const UNDICI_FETCH = { url: [at(0)], headers: [at(1, 'headers')] } as const;

const GOT: HttpClient = {
  // got@14.6.6 dist/source/create.js; the same in got@16.1.0
  name: 'got',
  modules: ['got'],
  exports: ['got'],
  globals: [],
  calls: alike(
    ['', ...GOT_METHODS, 'stream', ...GOT_METHODS.map((method) => `stream.${method}`), 'paginate', 'paginate.all', 'paginate.each'],
    GOT_SLOTS,
  ),
  instances: [
    { member: 'extend', base: [at(0, 'prefixUrl'), at(1, 'prefixUrl')], headers: [at(0, 'headers'), at(1, 'headers')] },
  ],
};

const UNDICI: HttpClient = {
  // undici@7.30.2 index.js makeDispatcher, lib/core/request.js (headers: object, pairs, or a flat array of names and values),
  // lib/dispatcher/client.js, pool.js, balanced-pool.js, agent.js
  name: 'undici',
  modules: ['undici'],
  exports: [],
  globals: [],
  calls: [
    ...alike(['request', 'stream', 'pipeline'], {
      url: [at(0), at(0, 'path')],
      base: [at(0, 'origin')],
      headers: [at(1, 'headers'), at(0, 'headers')],
    }),
    { member: 'fetch', ...UNDICI_FETCH },
    { member: 'Request', construct: true, ...UNDICI_FETCH },
  ],
  instances: [
    ...['Client', 'Pool', 'BalancedPool'].map((member) => ({ member, construct: true as const, base: [at(0)] })),
    { member: 'Agent', construct: true },
  ],
  setters: [
    { member: 'headers.set', name: at(0), value: at(1) },
    { member: 'headers.append', name: at(0), value: at(1) },
  ],
};

const SUPERAGENT: HttpClient = {
  // superagent@10.4.2 lib/node/index.js, lib/request-base.js (set, _auth), lib/agent-base.js (an agent keeps setters as defaults)
  name: 'superagent',
  modules: ['superagent'],
  exports: [],
  globals: ['superagent'],
  calls: [
    // superagent(method, url), or superagent(url) for GET
    { member: '', url: [at(1), at(0)] },
    ...alike(SUPERAGENT_METHODS, { url: [at(0)] }),
  ],
  instances: [{ member: 'agent' }, { member: 'agent', construct: true }],
  setters: [
    { member: 'set', headers: at(0), name: at(0), value: at(1) },
    // Behind Bearer with { type: 'bearer' }; without it the value is the user of a Basic header
    { member: 'auth', authorization: at(0) },
  ],
};

const NODE_HTTP: HttpClient = {
  // nodejs.org/docs/latest-v20.x/api/http.html: http.request(url[, options][, callback]) and request.setHeader
  name: 'node:http',
  modules: ['http', 'https', 'node:http', 'node:https'],
  exports: [],
  globals: [],
  calls: alike(['request', 'get'], {
    url: [at(0)],
    urlParts: [at(0), at(1)],
    headers: [at(1, 'headers'), at(0, 'headers')],
  }),
  setters: [
    { member: 'setHeader', name: at(0), value: at(1) },
    { member: 'appendHeader', name: at(0), value: at(1) },
    { member: 'setHeaders', headers: at(0) },
  ],
};

const NEEDLE: HttpClient = {
  // needle@3.5.0 lib/needle.js; also needle('get', url, options), needle(url, options) and needle(url, data, options)
  name: 'needle',
  modules: ['needle'],
  exports: [],
  globals: [],
  calls: [
    { member: '', url: [at(1), at(0)], headers: [at(3, 'headers'), at(2, 'headers'), at(1, 'headers')] },
    { member: 'request', url: [at(1)], headers: [at(3, 'headers')] },
    ...alike(['get', 'head'], { url: [at(0)], headers: [at(1, 'headers')] }),
    ...alike(['post', 'put', 'patch', 'delete'], { url: [at(0)], headers: [at(2, 'headers')] }),
  ],
};

/** Clients that are met in Node first, axios among them. */
export const NODE_CLIENTS: readonly HttpClient[] = [AXIOS, GOT, UNDICI, SUPERAGENT, NODE_HTTP, NEEDLE];

import { alike, at, type CallShape, type HttpClient } from './http-client.js';

const URL_AND_INIT = { url: [at(0)], headers: [at(1, 'headers')] } as const;

// `new Request(url, init)` is handed to fetch, ky or axios as their URL.
const REQUEST: CallShape = { member: 'Request', construct: true, ...URL_AND_INIT };

const HEADERS_OBJECT = [
  { member: 'headers.set', name: at(0), value: at(1) },
  { member: 'headers.append', name: at(0), value: at(1) },
] as const;

const GET_LIKE = ['get', 'head', 'delete', 'opts'] as const;
const POST_LIKE = ['post', 'put', 'patch'] as const;

// ky@1.14.3 distribution/core/Ky.js: prefixUrl; ky@2.1.0 the same file: prefix and baseUrl.
const KY_BASES = ['prefixUrl', 'prefix', 'baseUrl'] as const;

/** `fetch`, its ponyfills, and the clients built on it. */
export const FETCH_CLIENTS: readonly HttpClient[] = [
  {
    // https://fetch.spec.whatwg.org/#fetch-method
    name: 'fetch',
    modules: [],
    exports: [],
    globals: ['fetch'],
    calls: [{ member: '', ...URL_AND_INIT }],
  },
  {
    // https://fetch.spec.whatwg.org/#request-class
    name: 'Request',
    modules: [],
    exports: [],
    globals: ['Request'],
    calls: [{ ...REQUEST, member: '' }],
    setters: HEADERS_OBJECT,
  },
  {
    // node-fetch@3.3.2 src/index.js, cross-fetch@4.1.0 dist/node-ponyfill.js, node-fetch-native@1.6.7,
    // isomorphic-fetch@3.0.0 fetch-npm-node.js, unfetch@5.0.0 src/index.mjs
    name: 'fetch ponyfill',
    modules: [
      'node-fetch', 'node-fetch-native', 'cross-fetch', 'isomorphic-fetch', 'unfetch', 'isomorphic-unfetch', 'whatwg-fetch',
    ],
    exports: ['fetch'],
    globals: [],
    calls: [{ member: '', ...URL_AND_INIT }, REQUEST],
    setters: HEADERS_OBJECT,
  },
  {
    // ofetch@1.5.1 dist/shared/ofetch.CWycOUEr.mjs createFetch; the global is Nuxt's
    name: 'ofetch',
    modules: ['ofetch', 'ofetch/node'],
    exports: ['ofetch', '$fetch', 'fetch'],
    globals: ['$fetch'],
    calls: [
      ...alike(['', 'raw'], { ...URL_AND_INIT, base: [at(1, 'baseURL')] }),
      { member: 'native', ...URL_AND_INIT },
    ],
    instances: [
      { member: 'create', base: [at(0, 'baseURL')], headers: [at(0, 'headers')] },
      { member: 'createFetch', base: [at(0, 'defaults', 'baseURL')], headers: [at(0, 'defaults', 'headers')] },
    ],
  },
  {
    // ky@1.14.3 distribution/index.js createInstance
    name: 'ky',
    modules: ['ky'],
    exports: [],
    globals: [],
    calls: alike(['', 'get', 'post', 'put', 'patch', 'head', 'delete'], {
      ...URL_AND_INIT,
      base: KY_BASES.map((property) => at(1, property)),
    }),
    instances: ['create', 'extend'].map((member) => ({
      member,
      base: KY_BASES.map((property) => at(0, property)),
      headers: [at(0, 'headers')],
    })),
  },
  {
    // wretch@2.11.1 dist/core.js; the URL of every step is written behind that of the steps before, hence URL and base
    name: 'wretch',
    modules: ['wretch', 'wretch/all'],
    exports: [],
    globals: ['wretch'],
    calls: [{ member: '', ...URL_AND_INIT, base: [at(0)] }],
    setters: [
      { member: 'url', url: at(0) },
      { member: 'headers', headers: at(0) },
      { member: 'auth', authorization: at(0) },
      { member: 'options', headers: at(0, 'headers') },
      ...GET_LIKE.map((member) => ({ member, url: at(0) })),
      ...POST_LIKE.map((member) => ({ member, url: at(1) })),
      { member: 'fetch', url: at(1) },
    ],
  },
  {
    // Velo only, no package: dev.wix.com/docs/velo/apis/wix-fetch (fetch, getJSON; named or default import)
    name: 'wix-fetch',
    modules: ['wix-fetch'],
    exports: [],
    globals: [],
    calls: alike(['fetch', 'getJSON'], URL_AND_INIT),
  },
];

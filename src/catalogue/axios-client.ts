import { alike, at, type HttpClient } from './http-client.js';

const CONFIG_METHODS = ['get', 'delete', 'head', 'options'] as const;
const DATA_METHODS = ['post', 'put', 'patch', 'query'] as const;
const FORM_METHODS = ['postForm', 'putForm', 'patchForm'] as const;

const INSTANCE_SLOTS = {
  base: [at(0, 'baseURL')],
  // axios flattens `common` (and the request's method) into the headers beside it: lib/core/Axios.js
  headers: [at(0, 'headers'), at(0, 'headers', 'common')],
  query: [at(0, 'params')],
  // Called with the data and the AxiosHeaders of the request: lib/core/transformData.js
  headersCallback: [at(0, 'transformRequest')],
} as const;

/** Source: axios@1.21.1 lib/axios.js, lib/core/Axios.js, lib/core/mergeConfig.js. */
export const AXIOS: HttpClient = {
  name: 'axios',
  modules: ['axios'],
  exports: [],
  globals: ['axios'],
  calls: [
    ...alike(['', 'request'], {
      url: [at(0), at(0, 'url')],
      base: [at(1, 'baseURL'), at(0, 'baseURL')],
      headers: [at(1, 'headers'), at(0, 'headers')],
      query: [at(1, 'params'), at(0, 'params')],
      headersCallback: [at(1, 'transformRequest'), at(0, 'transformRequest')],
    }),
    ...alike(CONFIG_METHODS, { url: [at(0)], base: [at(1, 'baseURL')], headers: [at(1, 'headers')], query: [at(1, 'params')], headersCallback: [at(1, 'transformRequest')] }),
    ...alike([...DATA_METHODS, ...FORM_METHODS], { url: [at(0)], base: [at(2, 'baseURL')], headers: [at(2, 'headers')], query: [at(2, 'params')], headersCallback: [at(2, 'transformRequest')] }),
  ],
  instances: [
    { member: 'create', ...INSTANCE_SLOTS },
    { member: 'Axios', construct: true, ...INSTANCE_SLOTS },
  ],
  // The interceptor's parameter is the request's config; its headers are an AxiosHeaders (lib/core/AxiosHeaders.js)
  defaultCalls: [{ member: 'interceptors.request.use', callback: [at(0)] }],
  setters: [
    { member: 'headers.set', headers: at(0), name: at(0), value: at(1) },
    { member: 'headers.setAuthorization', authorization: at(0) },
  ],
  defaultHeaders: [
    'defaults.headers',
    'defaults.headers.common',
    ...[...CONFIG_METHODS, ...DATA_METHODS].map((method) => `defaults.headers.${method}`),
  ],
  defaultBase: ['defaults.baseURL'],
};

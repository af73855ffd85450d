import { alike, at, type HttpClient } from './http-client.js';

/** Clients that need a browser. */
export const BROWSER_CLIENTS: readonly HttpClient[] = [
  {
    // https://xhr.spec.whatwg.org/#interface-xmlhttprequest
    name: 'XMLHttpRequest',
    modules: [],
    exports: [],
    globals: ['XMLHttpRequest'],
    calls: [{ member: '', construct: true }],
    setters: [
      { member: 'open', url: at(1) },
      { member: 'setRequestHeader', name: at(0), value: at(1) },
    ],
  },
  {
    // jquery@4.0.0 src/ajax.js
    name: 'jQuery',
    modules: ['jquery'],
    exports: ['jQuery', '$'],
    globals: ['jQuery', '$'],
    calls: [
      {
        member: 'ajax',
        url: [at(0), at(0, 'url')],
        headers: [at(1, 'headers'), at(0, 'headers')],
        callback: [at(1, 'beforeSend'), at(0, 'beforeSend')],
      },
      // With a URL as first argument these send no headers of their own
      ...alike(['get', 'post', 'getJSON'], {
        url: [at(0), at(0, 'url')],
        headers: [at(0, 'headers')],
        callback: [at(0, 'beforeSend')],
      }),
    ],
    defaultCalls: [{ member: 'ajaxSetup', headers: [at(0, 'headers')], callback: [at(0, 'beforeSend')] }],
    setters: [{ member: 'setRequestHeader', name: at(0), value: at(1) }],
    defaultHeaders: ['ajaxSettings.headers'],
  },
];

/** An export of a module that is, or behaves as, a function or class of the platform. */
export interface PlatformExport {
  readonly modules: readonly string[];
  /** Names of exports, with the global that each stands for. */
  readonly exports: Readonly<Record<string, string>>;
}

export const PLATFORM_EXPORTS: readonly PlatformExport[] = [
  // https://nodejs.org/docs/latest-v20.x/api/buffer.html
  { modules: ['buffer', 'node:buffer'], exports: { Buffer: 'Buffer', atob: 'atob' } },
  // https://nodejs.org/docs/latest-v20.x/api/url.html
  { modules: ['url', 'node:url'], exports: { URL: 'URL' } },
  // node-fetch@3.3.2 src/index.js, node-fetch-native@1.6.7, cross-fetch@4.1.0, undici@7 index.js, ofetch@1.5.1, whatwg-fetch@3.6.20
  { modules: ['node-fetch', 'node-fetch-native', 'cross-fetch', 'undici', 'ofetch', 'whatwg-fetch'], exports: { Headers: 'Headers' } },
  // axios@1 lib/core/AxiosHeaders.js: made of an object, with `set(name, value)`
  { modules: ['axios'], exports: { AxiosHeaders: 'Headers' } },
];

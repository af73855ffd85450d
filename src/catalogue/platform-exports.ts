/** An export of a module that is, or behaves as, a function or class of the platform, or that a library has under a global name as well. */
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
  // https://react.dev/reference/react/hooks, https://preactjs.com/guide/v10/hooks
  { modules: ['react', 'preact/hooks', 'preact/compat'], exports: { useState: 'React.useState', useRef: 'React.useRef', useMemo: 'React.useMemo', useCallback: 'React.useCallback' } },
  // https://vuejs.org/api/reactivity-core.html, https://vuejs.org/api/reactivity-advanced.html
  {
    modules: ['vue', '@vue/reactivity', '@vue/composition-api', '#imports'],
    exports: { ref: 'Vue.ref', shallowRef: 'Vue.shallowRef', computed: 'Vue.computed', reactive: 'Vue.reactive', shallowReactive: 'Vue.shallowReactive', readonly: 'Vue.readonly' },
  },
];

/** Where code that a browser runs is known by its file or its first line. */
export interface BrowserCode {
  readonly framework: string;
  /** Paths with `/`, of the file or of the block that a processor made of it. */
  readonly paths: RegExp;
}

/** Files whose code a browser runs, on the server too or not. */
export const BROWSER_CODE: readonly BrowserCode[] = [
  // astro-eslint-parser and eslint-plugin-astro@1: client scripts are blocks `page.astro/1_1.js`; the frontmatter is the file itself and runs on the server
  { framework: 'Astro', paths: /\.astro\/[^/]+\.[jt]s$/i },
  // nuxt.com/docs/guide/directory-structure/app/components: `.server.vue` runs on the server alone
  { framework: 'Vue', paths: /(?<!\.server)\.vue(?:\/[^/]+)?$/i },
  { framework: 'Svelte', paths: /\.svelte(?:\/[^/]+)?$/i },
  { framework: 'HTML', paths: /\.html?(?:\/[^/]+)?$/i },
];

/** The directive of a module that React runs in the browser: react.dev/reference/rsc/use-client. */
export const CLIENT_DIRECTIVE = 'use client';

/** An option of a build tool that writes values into browser code. */
export interface InliningOption {
  readonly files: RegExp;
  /** Members from the exported configuration (or what makes it) to the values, joined by dots. */
  readonly member: string;
  readonly framework: string;
}

/** Options of configuration files. */
export const INLINING_OPTIONS: readonly InliningOption[] = [
  // next@16.4.6: `env` is inlined, whatever the names are
  { files: /(?:^|\/)next\.config\.[cm]?[jt]s$/, member: 'env', framework: 'Next.js' },
  { files: /(?:^|\/)next\.config\.[cm]?[jt]s$/, member: 'publicRuntimeConfig', framework: 'Next.js' },
  // nuxt.com/docs/guide/going-further/runtime-config; Nuxt 2: publicRuntimeConfig
  { files: /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/, member: 'runtimeConfig.public', framework: 'Nuxt' },
  { files: /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/, member: 'publicRuntimeConfig', framework: 'Nuxt' },
  // vite.dev/config/shared-options#define, esbuild.github.io/api/#define, rsbuild.rs/config/source/define
  { files: /(?:^|\/)[\w.-]+\.config\.[cm]?[jt]s$/, member: 'define', framework: 'the build' },
];

/** Plugins of webpack@5 and Rspack that do the same: an object of values, or names of variables. */
export const INLINING_PLUGINS: readonly string[] = ['DefinePlugin', 'EnvironmentPlugin'];
export const INLINING_PLUGIN_MODULES: readonly string[] = ['webpack', '@rspack/core', '@rsbuild/core', 'vite-plugin-environment'];

/** How a framework treats some of a project's files. */
export interface FrameworkFiles {
  readonly framework: string;
  /** Packages that tell the framework. */
  readonly packages: readonly string[];
  /** Paths from the project's folder, with `/`. */
  readonly paths: RegExp;
  /** browser: it runs them in the browser, on the server too or not; static-private: as server code that imports variables; unmarked: it gives them no variable as long as nothing marks them as server code; process: as any Node.js program. */
  readonly treatment: 'browser' | 'process' | 'static-private' | 'unmarked';
}

const SVELTE_KIT = { framework: 'SvelteKit', packages: ['@sveltejs/kit'] } as const;
const NUXT = { framework: 'Nuxt', packages: ['nuxt', 'nuxt3'] } as const;

/** What frameworks do with files by their paths; the first row that fits counts. */
export const FRAMEWORK_FILES: readonly FrameworkFiles[] = [
  // svelte.dev/docs/kit/server-only-modules, /routing and /hooks
  { ...SVELTE_KIT, paths: /^src\/lib\/server\/|^src\/(?:.*\/)?(?:\+server|[^/]+\.server)\.[jt]s$/, treatment: 'static-private' },
  { ...SVELTE_KIT, paths: /^src\/(?:.*\/)?\+(?:page|layout)(?:@[^/]*)?\.[jt]s$|^src\/hooks(?:\.client)?(?:\/index)?\.[jt]s$|^src\/service-worker(?:\/index)?\.[jt]s$/, treatment: 'browser' },
  { ...SVELTE_KIT, paths: /^src\//, treatment: 'unmarked' },
  // nuxt.com/docs/guide/directory-structure: the server folder is Nitro's, a Node.js program; the Vue part runs on both sides but for `.server` files
  { ...NUXT, paths: /^server\/|\.server\.[cm]?[jt]sx?$/, treatment: 'process' },
  { ...NUXT, paths: /^app\/|^app\.config\.[cm]?[jt]s$|^(?:components|composables|layouts|middleware|pages|plugins|utils)\//, treatment: 'browser' },
];

/** The modules of an Astro project that its server runs; what they import is such a module too. Source: docs.astro.build/en/basics/project-structure, /guides/middleware, /actions, /content-collections. */
export const ASTRO_SERVER_FILES = /^src\/(?:pages\/.*\.[cm]?[jt]s|middleware(?:\/index)?\.[cm]?[jt]s|actions(?:\/index)?\.[cm]?[jt]s|(?:live|content)\.config\.[cm]?[jt]s|content\/config\.[cm]?[jt]s)$/;

/** What a build tool loads in the browser without naming it in a page. */
export interface ClientEntry {
  readonly packages: readonly string[];
  /** From the project's folder. */
  readonly paths: readonly string[];
}

export const CLIENT_ENTRIES: readonly ClientEntry[] = [
  // react-scripts@5.0.1 config/paths.js (appIndexJs)
  { packages: ['react-scripts'], paths: ['src/index.js', 'src/index.jsx', 'src/index.ts', 'src/index.tsx'] },
  // @vue/cli-service@5.0.9 lib/util/resolveEntry
  { packages: ['@vue/cli-service'], paths: ['src/main.js', 'src/main.ts'] },
];

/** Packages by which a module that begins with 'use client' runs in the browser, with all that it imports. Source: nextjs.org/docs/app/api-reference/directives/use-client, waku.gg. */
export const USE_CLIENT_PACKAGES: readonly string[] = ['next', 'waku'];

/** Files whose scripts a browser runs, by extension; Astro's front matter apart. */
export const PAGE_FILE = /\.(?:html?|astro|mdx|vue|svelte)$/i;

/** Imports that Node.js knows nothing of and Deno does. Source: docs.deno.com/runtime/fundamentals/modules. */
export const DENO_IMPORT = /^(?:npm:|jsr:|https:\/\/deno\.land\/)/;
export const DENO_CONFIGS: readonly string[] = ['deno.json', 'deno.jsonc'];

/** Source: developers.cloudflare.com/workers/wrangler/configuration. */
export const WRANGLER_CONFIGS: readonly string[] = ['wrangler.jsonc', 'wrangler.json', 'wrangler.toml'];
export const WORKERS_MODULE = 'cloudflare:workers';

/** What tells the code of a Wix site, which has no environment. Source: dev.wix.com/docs/develop-websites/articles/workspace-tools (folders, `.jsw`, `.web.js`), wix-code-docs (the modules). */
export const VELO = {
  /** Files of a project's folder. */
  markers: ['wix.config.json', '.wix'],
  /** Modules of the platform, unless a package of that name is installed. */
  modules: /^wix-(?:[a-z-]+-(?:backend|frontend)|web-module|http-functions|router|data|fetch|location|window|site|storage|members|users|crm|auth|realtime)(?:\.v2)?$/,
  backendOnly: /\.jsw$/i,
  backend: /(?:^|\/)backend\/|\.web\.[jt]s$/,
  browser: /(?:^|\/)(?:public|pages|dashboard|site)\//,
  /** Frameworks that bring an environment to a project of Wix's command line. */
  otherFrameworks: ['astro', 'next', 'nuxt', '@sveltejs/kit', '@remix-run/react', 'react-router'],
} as const;

/** A way to read an environment variable. */
export interface EnvRead {
  /** A global name or `import.meta`; null where it is only reached by a module. */
  readonly global: string | null;
  readonly modules: readonly string[];
  /** Members from there, joined by dots; '' is the global or module itself. */
  readonly member: string;
  /** record: the variable is a property; function: the name is argument 0; exports: it is an export by its name; returned: a call gives the record; parsed: a call that is handed a record gives it back, a method of what the module makes among them. */
  readonly form: 'record' | 'function' | 'exports' | 'returned' | 'parsed';
  /** Who can see the value: the server alone, everybody, or as the variable's prefix says. */
  readonly side: 'server' | 'public' | 'by-prefix';
  /** Of a public one, the framework. */
  readonly framework?: string;
}

const RECORD = { form: 'record', side: 'by-prefix' } as const;

/** Every form known. Sources: nodejs.org process.env, vite.dev env-and-mode, docs.deno.com, bun.sh, docs.netlify.com, and those named below. */
export const ENV_READS: readonly EnvRead[] = [
  { global: 'process', modules: ['process', 'node:process'], member: 'env', ...RECORD },
  { global: 'import.meta', modules: [], member: 'env', ...RECORD },
  { global: 'Bun', modules: ['bun'], member: 'env', ...RECORD },
  { global: 'Deno', modules: [], member: 'env.get', form: 'function', side: 'by-prefix' },
  { global: 'Deno', modules: [], member: 'env.toObject', form: 'returned', side: 'by-prefix' },
  { global: 'Netlify', modules: [], member: 'env.get', form: 'function', side: 'server' },
  // svelte.dev/docs/kit/$env-static-private and its three siblings; @sveltejs/kit@2.70.4 for $app/env/private
  { global: null, modules: ['$env/static/private', '$app/env/private'], member: '', form: 'exports', side: 'server' },
  { global: null, modules: ['$env/dynamic/private'], member: 'env', form: 'record', side: 'server' },
  { global: null, modules: ['$env/static/public'], member: '', form: 'exports', side: 'public', framework: 'SvelteKit' },
  { global: null, modules: ['$env/dynamic/public'], member: 'env', form: 'record', side: 'public', framework: 'SvelteKit' },
  // docs.astro.build/en/guides/environment-variables
  { global: null, modules: ['astro:env/server'], member: '', form: 'exports', side: 'server' },
  { global: null, modules: ['astro:env/server'], member: 'getSecret', form: 'function', side: 'server' },
  { global: null, modules: ['astro:env/client'], member: '', form: 'exports', side: 'public', framework: 'Astro' },
  // developers.cloudflare.com/workers/configuration/secrets
  { global: null, modules: ['cloudflare:workers'], member: 'env', form: 'record', side: 'server' },
  // Libraries that check the environment: envalid@8.2.0, @t3-oss/env-core@0.13.11, znv@0.5.0, dotenv@17.4.2, zod@3.25.76, valibot@1.5.0
  { global: null, modules: ['envalid'], member: 'cleanEnv', form: 'returned', side: 'by-prefix' },
  { global: null, modules: ['@t3-oss/env-core', '@t3-oss/env-nextjs', '@t3-oss/env-nuxt'], member: 'createEnv', form: 'returned', side: 'by-prefix' },
  { global: null, modules: ['znv'], member: 'parseEnv', form: 'returned', side: 'by-prefix' },
  { global: null, modules: ['dotenv'], member: 'config', form: 'returned', side: 'by-prefix' },
  ...['parse', 'parseAsync', 'safeParse', 'safeParseAsync'].map((member) => ({ global: null, modules: ['valibot', 'zod', 'zod/mini', 'zod/v3', 'zod/v4'], member, form: 'parsed', side: 'by-prefix' } as const)),
  // vite.dev/guide/api-javascript#loadenv
  { global: null, modules: ['vite'], member: 'loadEnv', form: 'returned', side: 'by-prefix' },
  // nuxt.com/docs/guide/going-further/runtime-config; what lies behind `public` in it is public
  { global: 'useRuntimeConfig', modules: [], member: '', form: 'returned', side: 'server' },
  { global: null, modules: ['#imports', '#app', 'nuxt/app'], member: 'useRuntimeConfig', form: 'returned', side: 'server' },
];

/** A prefix by which a framework copies a variable into browser code. */
export interface PublicPrefix {
  readonly framework: string;
  readonly prefixes: readonly string[];
  /** Packages that tell the framework. */
  readonly packages: readonly string[];
  /** True where the prefix alone tells nothing: other tools use it for other things. */
  readonly ambiguous?: true;
  /** True where the framework compares without case. */
  readonly anyCase?: true;
}

/** The prefixes that the frameworks ship with; some let a project set its own. Source: the package or page behind each row. */
export const PUBLIC_PREFIXES: readonly PublicPrefix[] = [
  { framework: 'Next.js', prefixes: ['NEXT_PUBLIC_'], packages: ['next'] }, // next@16.4.6 dist/lib/static-env.js
  { framework: 'Nuxt', prefixes: ['NUXT_PUBLIC_'], packages: ['nuxt', 'nuxt3'] }, // @nuxt/schema@4.6.4
  { framework: 'Expo', prefixes: ['EXPO_PUBLIC_'], packages: ['expo'] }, // babel-preset-expo@58.0.4
  { framework: 'Plasmo', prefixes: ['PLASMO_PUBLIC_'], packages: ['plasmo'] }, // plasmo@0.90.5
  { framework: 'Waku', prefixes: ['WAKU_PUBLIC_'], packages: ['waku'] }, // waku@0.27.5
  { framework: 'Nx', prefixes: ['NX_PUBLIC_'], packages: ['@nx/webpack', 'nx'], anyCase: true }, // @nx/webpack@23.2.1
  { framework: 'Deno Fresh', prefixes: ['FRESH_PUBLIC_'], packages: ['@fresh/core', 'fresh'] }, // fresh.deno.dev
  { framework: 'Create React App', prefixes: ['REACT_APP_'], packages: ['react-scripts'], anyCase: true }, // react-scripts@5.0.1 config/env.js
  { framework: 'Gatsby', prefixes: ['GATSBY_'], packages: ['gatsby'] }, // gatsby@5.16.1 dist/utils/webpack.config.js
  { framework: 'Vue CLI', prefixes: ['VUE_APP_'], packages: ['@vue/cli-service'] }, // @vue/cli-service@5.0.9
  { framework: 'Angular', prefixes: ['NG_APP_'], packages: ['@ngx-env/builder'] }, // @ngx-env/builder@22.0.0
  { framework: 'Storybook', prefixes: ['STORYBOOK_'], packages: ['storybook'] }, // storybook.js.org/docs/configure/environment-variables
  { framework: 'RedwoodJS', prefixes: ['REDWOOD_ENV_'], packages: ['@redwoodjs/core', '@redwoodjs/vite'] }, // @redwoodjs/vite@8.9.0
  { framework: 'Sanity Studio', prefixes: ['SANITY_STUDIO_'], packages: ['sanity'] }, // sanity@5.31.2
  { framework: 'electron-vite', prefixes: ['RENDERER_VITE_'], packages: ['electron-vite'] }, // electron-vite@6.0.0
  { framework: 'WXT', prefixes: ['WXT_'], packages: ['wxt'] }, // wxt@0.21.0
  { framework: 'Vite', prefixes: ['VITE_'], packages: ['vite'] }, // vite@8.3.8
  { framework: 'Astro', prefixes: ['PUBLIC_'], packages: ['astro'], ambiguous: true }, // astro@6.0.5 dist/env/env-loader.js
  { framework: 'SvelteKit', prefixes: ['PUBLIC_'], packages: ['@sveltejs/kit'], ambiguous: true }, // @sveltejs/kit@2.70.4
  { framework: 'Rsbuild', prefixes: ['PUBLIC_'], packages: ['@rsbuild/core'], ambiguous: true }, // @rsbuild/core@2.3.2
];

/** Most names begin with none, which is asked of every variable that is read. */
const ANY_PREFIX = new RegExp(`^(?:${PUBLIC_PREFIXES.flatMap(({ prefixes }) => prefixes).join('|')})`, 'i');

/** Where code runs that no browser sees. Source: the pages that wix-facts of the design name for each (environment variables, server-only code). */
const SERVER_CODE: Readonly<Record<string, string>> = {
  'Next.js': 'a route handler, a server action or a server component', // next@16.4.6 dist/docs/01-app/02-guides/environment-variables.md
  'Astro': 'the frontmatter of a page that is rendered on the server, or an endpoint', // docs.astro.build/en/guides/endpoints
  'SvelteKit': 'a `+server` or `.server` file', // svelte.dev/docs/kit/server-only-modules
  'Nuxt': 'a route in `server/`', // nuxt.com/docs/guide/directory-structure/server
  'Gatsby': 'a Gatsby Function or `getServerData`', // gatsbyjs.com/docs/reference/functions
  'RedwoodJS': 'the api side', // redwoodjs.com/docs/environment-variables
  'Expo': 'an API route or a server of your own', // docs.expo.dev/router/reference/api-routes
  'Waku': 'a server component or an API route', // waku.gg
  'Deno Fresh': 'a handler', // fresh.deno.dev/docs/concepts/routing
};

/** Where a call with a key belongs in a project of that framework. */
export function serverCodeOf(framework: string): string {
  return SERVER_CODE[framework] ?? 'a server of your own';
}

/** The frameworks whose browser code would see a variable of that name; the ambiguous ones only where the project has their package. */
export function exposuresOf(name: string, hasPackage: (packageName: string) => boolean): readonly PublicPrefix[] {
  if (!ANY_PREFIX.test(name)) return [];
  return PUBLIC_PREFIXES.filter((row) => isExposedBy(name, row) && (row.ambiguous !== true || row.packages.some(hasPackage)));
}

/** The name without the public prefix of any framework. */
export function withoutPublicPrefix(name: string): string {
  if (!ANY_PREFIX.test(name)) return name;
  let longest = 0;
  for (const row of PUBLIC_PREFIXES) if (isExposedBy(name, row)) for (const { length } of row.prefixes) longest = Math.max(longest, length);
  return name.slice(longest);
}

function isExposedBy(name: string, row: PublicPrefix): boolean {
  const compared = row.anyCase === true ? name.toUpperCase() : name;
  return row.prefixes.some((prefix) => compared.startsWith(prefix));
}

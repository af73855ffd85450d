import { join } from 'node:path';
import { DENO_CONFIGS, WRANGLER_CONFIGS } from '../catalogue/env-lookups.js';
import { isFile } from '../source/file-cache.js';
import type { Project } from '../source/project.js';

/** What is asked of a project: whether it has one of the packages; whether one of the files is beside its package.json, or where it would be. */
interface Asked {
  readonly uses: (...packages: readonly string[]) => boolean;
  readonly has: (...files: readonly string[]) => boolean;
}

/** What loads a project's env file. */
interface Loader {
  readonly isIn: (project: Asked) => boolean;
  readonly sentence: string;
}

// It need not be a dependency: npx fetches it.
const isOfWrangler = ({ uses, has }: Asked): boolean => uses('wrangler') || has(...WRANGLER_CONFIGS);

/** The first that fits counts. Sources: the documentation on environment variables of each. */
const LOADERS: readonly Loader[] = [
  { isIn: ({ uses }) => uses('next'), sentence: 'Next.js loads the env file by itself.' },
  { isIn: ({ uses }) => uses('nuxt'), sentence: 'Nuxt loads the env file in development; in production set the variables.' },
  { isIn: ({ uses }) => uses('astro'), sentence: 'Astro loads the env file for `import.meta.env`, and not for `process.env`.' },
  { isIn: ({ uses }) => uses('@sveltejs/kit'), sentence: 'SvelteKit loads the env file for `$env`, and not for `process.env`.' },
  { isIn: (project) => isOfWrangler(project) && project.has('.dev.vars'), sentence: 'Wrangler reads .dev.vars, and does not read .env beside it: put the variable there as well; set the secret with `wrangler secret put`.' },
  { isIn: isOfWrangler, sentence: 'Wrangler reads .env in development; set the secret with `wrangler secret put`.' },
  { isIn: ({ uses }) => uses('dotenv', 'dotenv-flow', 'dotenv-safe', '@dotenvx/dotenvx'), sentence: 'dotenv loads the env file: see that it does before the first module reads a variable (`import "dotenv/config"` first).' },
  { isIn: ({ uses }) => uses('@nestjs/config'), sentence: '`ConfigModule.forRoot()` of @nestjs/config loads the env file, but after what its own file imports: where a module reads a variable as it is imported, start the program with `node --env-file=%s`.' },
  // @remix-run/dev@2 vite/plugin, react-router's packages/react-router-dev/vite/load-dotenv.ts
  { isIn: ({ uses }) => uses('@remix-run/dev', '@react-router/dev'), sentence: 'Remix and React Router load the env file in development; in production set the variables.' },
  { isIn: ({ uses, has }) => uses('netlify-cli', '@netlify/functions') || has('netlify.toml'), sentence: '`netlify dev` loads the env file; what is deployed has the variables of the site\'s settings.' },
  { isIn: ({ has }) => has('bun.lock', 'bun.lockb', 'bunfig.toml'), sentence: 'Bun loads .env by itself.' },
  { isIn: ({ uses }) => uses('vite'), sentence: 'Vite puts no variable of the env file into `process.env`, not for its own configuration either: read it there with `loadEnv()`, and start server code with `node --env-file=%s`.' },
];

const OF_DENO = 'Nothing here loads the env file: start the program with `deno run --env-file=%s`.';
const OF_NODE = 'Nothing here loads the env file: start the program with `node --env-file=%s`.';

/** How a project gets the variables of its env file into its programs, in one sentence. */
export function envLoadingOf(project: Project, envFile: string): string {
  const has = (...files: readonly string[]): boolean => files.some((name) => isFile(join(project.folder, name)));
  const uses = (...packages: readonly string[]): boolean => packages.some(project.hasPackage);
  const found = LOADERS.find(({ isIn }) => isIn({ uses, has }));
  const isDeno = !has('package.json') && has(...DENO_CONFIGS);
  return (found?.sentence ?? (isDeno ? OF_DENO : OF_NODE)).replace('%s', () => envFile);
}

import { join } from 'node:path';
import { DENO_CONFIGS } from '../catalogue/env-lookups.js';
import { isFile } from '../source/file-cache.js';
import type { Project } from '../source/project.js';

/** What loads a project's env file. */
interface Loader {
  readonly packages?: readonly string[];
  /** Files beside the package.json, or where it would be, any of which tells it. */
  readonly files?: readonly string[];
  readonly sentence: string;
}

/** The first that fits counts. Sources: the documentation on environment variables of each. */
const LOADERS: readonly Loader[] = [
  { packages: ['next'], sentence: 'Next.js loads the env file by itself.' },
  { packages: ['nuxt'], sentence: 'Nuxt loads the env file in development; in production set the variables.' },
  { packages: ['astro'], sentence: 'Astro loads the env file by itself.' },
  { packages: ['@sveltejs/kit'], sentence: 'SvelteKit loads the env file by itself.' },
  { packages: ['wrangler'], files: ['.dev.vars'], sentence: 'Wrangler reads .dev.vars, and does not read .env beside it: put the variable there as well; set the secret with `wrangler secret put`.' },
  { packages: ['wrangler'], sentence: 'Wrangler reads .env in development; set the secret with `wrangler secret put`.' },
  { packages: ['dotenv', 'dotenv-flow', 'dotenv-safe', '@dotenvx/dotenvx'], sentence: 'dotenv loads the env file: see that it does before the first module reads a variable (`import "dotenv/config"` first).' },
  { files: ['bun.lock', 'bun.lockb', 'bunfig.toml'], sentence: 'Bun loads .env by itself.' },
  { packages: ['vite'], sentence: 'Vite puts no variable of the env file into `process.env`, not for its own configuration either: read it there with `loadEnv()`, and start server code with `node --env-file=.env`.' },
];

const OF_DENO = 'Nothing here loads the env file: start the program with `deno run --env-file=%s`.';
const OF_NODE = 'Nothing here loads the env file: start the program with `node --env-file=%s`.';

/** How a project gets the variables of its env file into its programs, in one sentence. */
export function envLoadingOf(project: Project, envFile: string): string {
  const has = (name: string): boolean => isFile(join(project.folder, name));
  const found = LOADERS.find(({ packages, files }) => (packages?.some(project.hasPackage) ?? true) && (files?.some(has) ?? true));
  const isDeno = !has('package.json') && DENO_CONFIGS.some(has);
  return found?.sentence ?? (isDeno ? OF_DENO : OF_NODE).replace('%s', () => envFile);
}

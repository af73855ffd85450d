import type { Project } from '../source/project.js';

/** What loads a project's env file, by a package of it; the first that fits counts. Sources: the packages' documentation on environment variables. */
const LOADERS: readonly { readonly packages: readonly string[]; readonly sentence: string }[] = [
  { packages: ['next'], sentence: 'Next.js loads the env file by itself.' },
  { packages: ['nuxt'], sentence: 'Nuxt loads the env file in development; in production set the variables.' },
  { packages: ['astro'], sentence: 'Astro loads the env file by itself.' },
  { packages: ['@sveltejs/kit'], sentence: 'SvelteKit loads the env file by itself.' },
  { packages: ['wrangler'], sentence: 'Wrangler reads .dev.vars or .env in development; set the secret with `wrangler secret put`.' },
  { packages: ['dotenv', 'dotenv-flow', 'dotenv-safe', '@dotenvx/dotenvx'], sentence: 'dotenv loads the env file: see that it does before the first module reads a variable (`import "dotenv/config"` first).' },
  { packages: ['vite'], sentence: 'Vite loads the env file for its own config alone: start server code with `node --env-file=.env`.' },
];

/** How a project gets the variables of its env file into its programs, in one sentence. */
export function envLoadingOf(project: Project, envFile: string): string {
  const found = LOADERS.find(({ packages }) => packages.some((name) => project.hasPackage(name)));
  return found?.sentence ?? `Nothing here loads the env file: start the program with \`node --env-file=${envFile}\`.`;
}

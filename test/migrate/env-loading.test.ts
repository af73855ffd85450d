import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { envLoadingOf } from '../../src/migrate/env-loading.js';
import { projectOf } from '../../src/source/project.js';
import { makeFolder } from './folders.js';

function loadingOf(files: Readonly<Record<string, string>>, packages: readonly string[] | null = []): string {
  const manifest = packages && { 'package.json': JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, '*'])) }) };
  const folder = makeFolder({ ...manifest, ...files });
  return envLoadingOf(projectOf(join(folder, 'a.js'), folder), '.env');
}

describe('how the env file is loaded', () => {
  it.each([
    ['by Next.js before dotenv', {}, ['dotenv', 'next'], /^Next\.js/],
    ['by dotenv', {}, ['dotenv'], /^dotenv/],
    ['by dotenv under Bun', { 'bun.lock': '' }, ['dotenv'], /^dotenv/],
    ['by Bun', { 'bun.lock': '' }, [], /^Bun/],
    ['by Wrangler', {}, ['wrangler'], /^Wrangler reads \.env /],
    ['by Wrangler beside .dev.vars', { '.dev.vars': 'A=1\n' }, ['wrangler'], /^Wrangler reads \.dev\.vars, and does not read \.env/],
    ['by a Wrangler that is no dependency', { 'wrangler.jsonc': '{}' }, [], /^Wrangler reads \.env /],
    ['by a Wrangler that is no dependency, beside .dev.vars', { 'wrangler.toml': '', '.dev.vars': '' }, null, /^Wrangler reads \.dev\.vars/],
    ['by Astro', {}, ['astro', 'dotenv'], /^Astro loads the env file for `import\.meta\.env`, and not for `process\.env`\.$/],
    ['by SvelteKit', {}, ['@sveltejs/kit', 'vite'], /^SvelteKit loads the env file for `\$env`, and not for `process\.env`\.$/],
    ['by NestJS', {}, ['@nestjs/core', '@nestjs/config'], /^`ConfigModule\.forRoot\(\)` of @nestjs\/config loads .+ `node --env-file=\.env`\.$/],
    ['by nobody in NestJS without its configuration', {}, ['@nestjs/core'], /^Nothing here loads/],
    ['by Remix', {}, ['@remix-run/dev', 'vite'], /^Remix and React Router load/],
    ['by React Router', {}, ['@react-router/dev', 'vite'], /^Remix and React Router load/],
    ['by Netlify', { 'netlify.toml': '' }, [], /^`netlify dev` loads/],
    ['by Netlify for functions', {}, ['@netlify/functions', 'vite'], /^`netlify dev` loads/],
    ['by nobody in Vite', {}, ['vite'], /^Vite puts no variable/],
    ['by Node', {}, [], /`node --env-file=\.env`/],
    ['by Node beside a deno.json', { 'deno.json': '{}' }, [], /`node --env-file=\.env`/],
    ['by Deno', { 'deno.json': '{}' }, null, /`deno run --env-file=\.env`/],
  ] as const)('is said: %s', (_, files, packages, sentence) => {
    expect(loadingOf(files, packages)).toMatch(sentence);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ESLint } from 'eslint';
import { accountKey } from '../fake-keys.js';
import { readOptions } from '../../src/migrate/options.js';
import { moveKeys, planFile } from '../../src/migrate/plan-file.js';
import { makeFolder } from '../rules/folders.js';
import { BY_PARSER } from './files-with-keys.js';

const KEY = accountKey(73);

/** A file of a project with these packages, `@` in it being the key, and what the suggestions make of it; null where there are none. */
type Row = readonly [name: string, packages: readonly string[], path: string, code: string, output: string | null];

const KIT = "import { WIX_API_KEY } from '$env/static/private';";

const ROWS: readonly Row[] = [
  ['front matter of Astro', ['astro'], 'src/pages/a.astro', "---\nconst key = '@';\nawait load(key);\n---\n<p>a</p>\n", '---\nconst key = import.meta.env.WIX_API_KEY!;\nawait load(key);\n---\n<p>a</p>\n'],
  ['script of Astro', ['astro'], 'src/pages/a.astro', "---\nconst a = 1;\n---\n<p>{a}</p>\n<script>\nload('@');\n</script>\n", null],
  ['expression of Astro', ['astro'], 'src/pages/a.astro', "---\nconst a = 1;\n---\n<p>{load('@', a)}</p>\n", null],
  ['front matter beside an expression of Astro', ['astro'], 'src/pages/a.astro', "---\nconst a = '@';\n---\n<p>{load('@', a)}</p>\n", "---\nconst a = import.meta.env.WIX_API_KEY!;\n---\n<p>{load('@', a)}</p>\n"],
  ['Vue', ['vue'], 'src/A.vue', "<script setup>\nload('@');\n</script>\n<template><p /></template>\n", null],
  ['TypeScript of Vue', ['vue'], 'src/A.vue', "<script setup lang=\"ts\">\nload('@');\n</script>\n<template><p /></template>\n", null],
  ['server component of Nuxt', ['nuxt'], 'components/A.server.vue', "<script setup lang=\"ts\">\nload('@');\n</script>\n<template><p /></template>\n", '<script setup lang="ts">\nload(process.env.WIX_API_KEY!);\n</script>\n<template><p /></template>\n'],
  ['template of it', ['nuxt'], 'components/A.server.vue', "<template><p :title=\"load('@')\" /></template>\n", null],
  ['Svelte', ['svelte'], 'src/A.svelte', "<script>\n  load('@');\n</script>\n<p>a</p>\n", null],
  ['Svelte on the server of SvelteKit', ['@sveltejs/kit'], 'src/lib/server/A.svelte', "<p>a</p>\n<script>\n  load('@');\n</script>\n", `<p>a</p>\n<script>\n  ${KIT}\n  load(WIX_API_KEY);\n</script>\n`],
  ['two scripts of it', ['@sveltejs/kit'], 'src/lib/server/A.svelte', "<script module>\n  load('@');\n</script>\n<script>\n  load(1);\n</script>\n", null],
  ['a page', [], 'a.html', "<script>\nload('@');\n</script>\n", null],
  ['a backend file of Velo', ['@wix/cli'], 'src/backend/a.jsw', "load('@');\n", null],
];

/** The text with the suggestions applied one after the other. */
async function suggestedIn(code: string, eslint: ESLint, filePath: string): Promise<string> {
  const [result] = await eslint.lintText(code, { filePath });
  const fix = result?.messages.flatMap(({ suggestions = [] }) => suggestions)[0]?.fix;
  return fix ? suggestedIn(code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]), eslint, filePath) : code;
}

function migrated(path: string, text: string): string {
  const options = readOptions({});
  const plan = typeof options === 'string' ? null : planFile({ path, text }, options);
  return plan?.type === 'plan' ? moveKeys(plan, { path, text }, new Map([[KEY, 'WIX_API_KEY']])).text : text;
}

test.each(ROWS)('%s: what is suggested is what the codemod does', async (_, packages, path, template, output) => {
  const code = template.replaceAll('@', KEY);
  const folder = makeFolder({ 'package.json': JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, '*'])) }), 'wix.config.json': '{}', [path]: code });
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [...BY_PARSER] });
  expect((await eslint.lintFiles(path))[0]?.messages.map(({ ruleId }) => ruleId)).toContain('wix-keys/no-hardcoded-key');
  const expected = output?.replaceAll('@', KEY) ?? code;
  expect(await suggestedIn(readFileSync(join(folder, path), 'utf8'), eslint, join(folder, path))).toBe(expected);
  expect(migrated(join(folder, path), code)).toBe(expected);
});

import * as typescript from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import astroPlugin from 'eslint-plugin-astro';
import { relative } from 'node:path';
import * as svelte from 'svelte-eslint-parser';
import { describe, expect, it } from 'vitest';
import * as vue from 'vue-eslint-parser';
import { rules } from '../../rules/index.js';
import { accountKey, leaks } from '../fake-keys.js';
import { cli, filesOf, jscodeshift, projectWith, type Run } from './projects.js';

const KEY = accountKey(31);
const [PREFIX = '', ...PARTS] = KEY.split('.');

type Files = Readonly<Record<string, string>>;

/** A component, `@` in it being the key. */
interface Component {
  readonly path: string;
  readonly before: string;
  /** What it becomes; it stays as it is where left out. */
  readonly after?: string;
  /** The line of each key that stays, with some of the reason. */
  readonly left?: readonly (readonly [line: number, reason: string])[];
  /** Whether no parser reads a block of it. */
  readonly isBroken?: boolean;
}

const BROWSER = 'This code runs in the browser';
const ASTRO = 'Astro runs this component on its server';
const OUTSIDE = "outside of the component's scripts";
const TEMPLATE = 'outside of the front matter';
const UNREAD = 'was not read';
const ENV = 'import.meta.env.WIX_API_KEY!';

const PACKAGES: Files = {
  'astro/package.json': '{"dependencies":{"astro":"^5"}}\n', 'nuxt/package.json': '{"dependencies":{"nuxt":"^4"}}\n',
  'kit/package.json': '{"devDependencies":{"@sveltejs/kit":"^2"}}\n', 'vue/package.json': '{"dependencies":{"vue":"^3"}}\n',
};

const COMPONENTS: readonly Component[] = [
  {
    path: 'astro/src/pages/index.astro',
    before: "---\nimport Card from '../Card.astro';\ninterface Props { id: string }\n\nconst key: string = '@';\nconst headers = { Authorization: 'Bearer @' };\n// @\nif (!Astro.props.id) return Astro.redirect('/');\nawait send(key, headers);\n---\n<Card />\n",
    after: `---\nimport Card from '../Card.astro';\ninterface Props { id: string }\n\nconst key: string = ${ENV};\nconst headers = { Authorization: \`Bearer \${${ENV}}\` };\n// WIX_API_KEY\nif (!Astro.props.id) return Astro.redirect('/');\nawait send(key, headers);\n---\n<Card />\n`,
  },
  {
    path: 'astro/src/pages/fences.astro',
    before: "<!-- page -->\n---\nconst fence = '---', text = `\n---\n`; // ---\nconst pattern = /[`']/;\nsend('@', fence, text, pattern);\n---\n<p>it's --- text</p>\n",
    after: `<!-- page -->\n---\nconst fence = '---', text = \`\n---\n\`; // ---\nconst pattern = /[\`']/;\nsend(${ENV}, fence, text, pattern);\n---\n<p>it's --- text</p>\n`,
  },
  {
    path: 'astro/src/pages/assembled.astro',
    before: `---\nconst key = ['${PREFIX}', '${PARTS.join('.')}'].join('.');\n---\n<p>{key}</p>`,
    after: `---\nconst key = ${ENV};\n---\n<p>{key}</p>`,
  },
  {
    path: 'astro/src/pages/template.astro',
    before: "---\nconst a = 1;\n---\n<p title={'@'}>\n  {send('@')}\n</p>\n<!-- <script>send('@')</script> -->\n<script>\n  const key: string = '@';\n</script>\n<script is:inline>send('@');</script>\n{a && <script>send('@');</script>}\n<script type=\"application/ld+json\">{ \"a\": \"@\" }</script>\n<style>p { content: '@' }</style>\n",
    left: [[4, TEMPLATE], [5, TEMPLATE], [7, TEMPLATE], [9, BROWSER], [11, BROWSER], [12, BROWSER], [13, TEMPLATE], [14, TEMPLATE]],
  },
  {
    path: 'astro/src/pages/both.astro',
    before: "---\nsend('@');\n---\n<script>\n\tsend('@');\n</script>\n",
    after: `---\nsend(${ENV});\n---\n<script>\n\tsend('@');\n</script>\n`,
    left: [[5, BROWSER]],
  },
  { path: 'astro/src/pages/plain.astro', before: "<p>---</p>\n<script>send('@');</script>\n---\n", left: [[2, BROWSER]] },
  { path: 'astro/src/pages/open.astro', before: "---\nsend('@');\n<p>no end</p>\n", left: [[2, UNREAD]], isBroken: true },
  { path: 'astro/src/Card.vue', before: "<script setup lang=\"ts\">\nsend('@');\n</script>\n", left: [[2, ASTRO]] },
  { path: 'astro/src/Card.svelte', before: "<script>\n  send('@');\n</script>\n<p>@</p>\n", left: [[2, ASTRO], [4, OUTSIDE]] },
  {
    path: 'nuxt/components/Files.server.vue',
    before: "<template>\n  <p>{{ key }}</p>\n</template>\n<script lang='ts'>\nexport default { name: 'Files' }\n</script>\n<script setup lang='ts' generic=\"T extends Array<string>\">\nconst key: string = '@'\nawait send(key)\n</script>\n",
    after: "<template>\n  <p>{{ key }}</p>\n</template>\n<script lang='ts'>\nexport default { name: 'Files' }\n</script>\n<script setup lang='ts' generic=\"T extends Array<string>\">\nconst key: string = process.env.WIX_API_KEY!\nawait send(key)\n</script>\n",
  },
  {
    path: 'nuxt/components/Two.server.vue',
    before: "<script>export const one = '@'</script>\n<template><Files :token=\"'@'\" /></template>\n<script setup>\n\tconst two = `a @ b`\n</script>",
    after: "<script>export const one = process.env.WIX_API_KEY</script>\n<template><Files :token=\"'@'\" /></template>\n<script setup>\n\tconst two = `a ${process.env.WIX_API_KEY} b`\n</script>",
    left: [[2, OUTSIDE]],
  },
  {
    path: 'nuxt/components/Broken.server.vue',
    before: "<script>\nexport const one = '@'\n</script>\n<script setup>\nconst a = ;\nsend('@')\n</script>\n",
    after: "<script>\nexport const one = process.env.WIX_API_KEY\n</script>\n<script setup>\nconst a = ;\nsend('@')\n</script>\n",
    left: [[6, UNREAD]], isBroken: true,
  },
  { path: 'nuxt/pages/index.vue', before: "<script setup lang=\"tsx\">\nconst key: string = '@';\nconst view = <p />;\n</script>\n", left: [[2, BROWSER]] },
  {
    path: 'vue/src/App.vue',
    before: "<!-- <script>send('@')</script> -->\n<script>\nexport default { data: () => ({ key: '@' }) };\n</script>\n\n<script setup>\nconst key = '@';\n</script>\n\n<template>\n  <template v-if=\"key\"><script>send('@')</script></template>\n  <Files api-key=\"@\" :token=\"'@'\" />\n</template>\n\n<style>\np { content: '@' }\n</style>\n<docs>\n<script>send('@')</script>\n</docs>\n",
    left: [[1, OUTSIDE], [3, BROWSER], [7, BROWSER], [11, OUTSIDE], [12, OUTSIDE], [12, OUTSIDE], [16, OUTSIDE], [19, OUTSIDE]],
  },
  { path: 'vue/src/Pug.vue', before: "<template lang=\"pug\">\np <template> @\n</template>\n<script>\nsend('@');\n</script>\n", left: [[2, OUTSIDE], [5, BROWSER]] },
  {
    path: 'kit/src/routes/+page.svelte',
    before: "<script module>\n  export const one = '@';\n</script>\n\n<script lang=\"ts\">\n  let { two }: { two: string } = $props();\n  send('@', two);\n</script>\n\n<svelte:head><script>send('@');</script></svelte:head>\n<p title=\"@\">{send('@')}</p>\n<style>p { content: '@' }</style>\n",
    left: [[2, BROWSER], [7, BROWSER], [10, BROWSER], [11, OUTSIDE], [11, OUTSIDE], [12, OUTSIDE]],
  },
  {
    path: 'kit/src/lib/server/Mail.svelte',
    before: "<script lang=\"ts\">\n  import Text from './Text.svelte';\n  const key: string = '@';\n</script>\n\n<Text {key} />\n",
    after: "<script lang=\"ts\">\n  import Text from './Text.svelte';\n  import { WIX_API_KEY } from '$env/static/private';\n  const key: string = WIX_API_KEY;\n</script>\n\n<Text {key} />\n",
  },
  {
    path: 'kit/src/lib/server/Short.svelte',
    before: "<p>short</p>\n<script>\n\tsend('@');\n</script>\n",
    after: "<p>short</p>\n<script>\n\timport { WIX_API_KEY } from '$env/static/private';\n\tsend(WIX_API_KEY);\n</script>\n",
  },
  { path: 'kit/src/lib/server/Line.svelte', before: "<script>send('@');</script>\n<p />\n", after: "<script>import { WIX_API_KEY } from '$env/static/private';\nsend(WIX_API_KEY);</script>\n<p />\n" },
  { path: 'kit/src/lib/server/Two.svelte', before: "<script module>\n  export const one = '@';\n</script>\n<script>\n  send('@');\n</script>\n", left: [[2, 'two scripts'], [5, 'two scripts']] },
  { path: 'vue/src/Clean.vue', before: "<script setup>\nif (key.startsWith('IST.')) send(key);\n</script>\n<template>appSecret</template>\n" },
];

const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  lf: (text) => text,
  crlf: (text) => text.replaceAll('\n', '\r\n'),
  bom: (text) => `\ufeff${text}`,
};

const filled = (text: string): string => text.replaceAll(/(?<![\w.])@(?!\w)/g, KEY);
const inVariants = (files: Files): Files => Object.fromEntries(Object.entries(VARIANTS).flatMap(([name, change]) => Object.entries(files).map(([path, text]) => [`${name}/${path}`, change(text)])));

const BEFORE = { ...inVariants(PACKAGES), ...inVariants(Object.fromEntries(COMPONENTS.map(({ path, before }) => [path, filled(before)]))) };
const AFTER = inVariants(Object.fromEntries(COMPONENTS.map(({ path, before, after }) => [path, filled(after ?? before)])));

interface Told {
  readonly moved: readonly { readonly path: string; readonly line: number }[];
  readonly left: readonly { readonly path: string; readonly line: number; readonly reason: string }[];
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
}

/** Runs `migrate` and sees to it that nothing it prints holds a piece of the key. */
function migrate(folder: string, ...args: readonly string[]): Run {
  const run = cli(folder, 'migrate', ...args);
  expect(leaks(run.stdout + run.stderr, KEY)).toBe(false);
  return run;
}

const told = (folder: string, ...args: readonly string[]): Told => JSON.parse(migrate(folder, '--json', ...args).stdout) as Told;

describe('components', () => {
  it('have the keys moved that a server alone reads, and all others told, in every way to run the transform', async () => {
    const folder = projectWith(BEFORE);
    const { moved, left, failed } = told(folder);
    expect(filesOf(folder)).toMatchObject(AFTER);
    for (const name of Object.keys(VARIANTS)) {
      for (const component of COMPONENTS) {
        const path = `${name}/${component.path}`;
        const expected = component.left ?? [];
        const found = left.filter((key) => key.path === path);
        expect(found.map(({ line }) => line), path).toEqual(expected.map(([line]) => line));
        for (const [at, [, reason]] of expected.entries()) expect(found[at]?.reason, path).toContain(reason);
        const written = filled(component.before).split(KEY).length - 1 + (component.path.includes('assembled') ? 1 : 0);
        expect(moved.filter((key) => key.path === path).length, path).toBe(written - expected.length);
        expect(failed.some((file) => file.path === path), path).toBe(component.isBroken === true);
      }
    }
    const migrated = filesOf(folder);
    expect(told(folder)).toEqual({ ...(JSON.parse(cli(folder, 'migrate', '--json').stdout) as object), moved: [], left, failed });
    expect(filesOf(folder)).toEqual(migrated);
    const other = projectWith(BEFORE);
    const { stdout, stderr } = jscodeshift(other, { args: ['--no-babel'] });
    expect(leaks(stdout + stderr, KEY)).toBe(false);
    expect(filesOf(other)).toEqual(migrated);
    expect(await reportsIn(folder)).toEqual(agreed(left));
  }, 120_000);

  it('have the keys in their scripts moved with --browser=move', () => {
    const folder = projectWith({ ...PACKAGES, ...Object.fromEntries(COMPONENTS.filter(({ isBroken }) => isBroken !== true).map(({ path, before }) => [path, filled(before)])) });
    const { left } = told(folder, '--browser=move');
    expect(left.map(({ path, line }) => `${path}:${String(line)}`)).toEqual([
      ...['astro/src/Card.svelte:4', 'astro/src/pages/template.astro:4', 'astro/src/pages/template.astro:5', 'astro/src/pages/template.astro:7', 'astro/src/pages/template.astro:11', 'astro/src/pages/template.astro:12', 'astro/src/pages/template.astro:13', 'astro/src/pages/template.astro:14'],
      ...['kit/src/lib/server/Two.svelte:2', 'kit/src/lib/server/Two.svelte:5', 'kit/src/routes/+page.svelte:10', 'kit/src/routes/+page.svelte:11', 'kit/src/routes/+page.svelte:11', 'kit/src/routes/+page.svelte:12', 'nuxt/components/Two.server.vue:2'],
      ...['vue/src/App.vue:1', 'vue/src/App.vue:11', 'vue/src/App.vue:12', 'vue/src/App.vue:12', 'vue/src/App.vue:16', 'vue/src/App.vue:19', 'vue/src/Pug.vue:2'],
    ]);
    const files = filesOf(folder);
    expect(files['astro/src/Card.vue']).toBe(`<script setup lang="ts">\nsend(${ENV});\n</script>\n`);
    expect(files['astro/src/pages/both.astro']).toContain(`<script>\n\tsend(${ENV});\n</script>`);
    expect(files['nuxt/pages/index.vue']).toContain('const key: string = process.env.WIX_API_KEY!;\n');
    expect(files['vue/src/App.vue']).toContain('({ key: process.env.WIX_API_KEY }) };\n</script>\n\n<script setup>\nconst key = process.env.WIX_API_KEY;\n');
    expect(files['kit/src/routes/+page.svelte']).toContain("export const one = process.env.WIX_API_KEY;\n</script>\n\n<script lang=\"ts\">\n  let { two }: { two: string } = $props();\n  send(process.env.WIX_API_KEY!, two);\n");
  }, 60_000);

  it('are shown in a dry run without the keys beside those that move', () => {
    const folder = projectWith({ 'package.json': PACKAGES['astro/package.json'] ?? '', 'a.astro': filled("---\nsend('@'); ---<p>@</p>\n"), 'b.astro': '---\nsend();\n---\n' });
    const { status, stdout } = migrate(folder, '--dry');
    expect(status).toBe(1);
    expect(stdout).toContain("-    2  send('‹IST. token›'); ---<p>");
    expect(stdout).toContain(`+    2  send(${ENV}); ---<p>`);
  });

  it('get no word of a kind that is not asked for', () => {
    const folder = projectWith({ 'a.vue': filled("<script>send('@')</script>\n<template>@</template>"), 'a.json': filled('"@"') });
    expect(migrate(folder, '--kinds=jws')).toMatchObject({ status: 0, stdout: '1 file looked at; 0 keys moved in 0 files.\n' });
  });
});

describe('files of other languages', () => {
  it('are named with their lines and stay, in a folder or by their own names', () => {
    const files = Object.fromEntries(['json', 'yaml', 'toml', 'html', 'md'].map((extension) => [`a.${extension}`, filled('\n"@"\n')]));
    const folder = projectWith(files);
    for (const paths of [[], Object.keys(files)]) {
      const { status, stdout } = migrate(folder, ...paths);
      expect(status).toBe(1);
      for (const path of Object.keys(files)) expect(stdout).toContain(`${path}:2  Wix IST. token. Not edited: the codemod changes no .${path.slice(2)} files; move the key by hand.`);
    }
    jscodeshift(folder, { args: ['--no-babel', '--extensions=json,yaml,toml,html,md'] });
    expect(filesOf(folder)).toMatchObject(files);
  });
});

const COMPONENT_CONFIG: readonly Linter.Config[] = [
  { plugins: { 'wix-keys': { rules: rules as never } }, rules: { 'wix-keys/no-hardcoded-key': 'error' } },
  { files: ['**/*.vue'], languageOptions: { parser: vue, parserOptions: { parser: typescript, ecmaFeatures: { jsx: true } } } },
  { files: ['**/*.svelte'], languageOptions: { parser: svelte, parserOptions: { parser: typescript } } },
  ...astroPlugin.configs['flat/base'],
];

const places = (keys: readonly { readonly path: string; readonly line: number }[]): readonly string[] => [...new Set(keys.map(({ path, line }) => `${path}:${String(line)}`))].sort();

/** What the rule is to report: what stays, but for what the parsers do not show it. */
function agreed(left: Told['left']): readonly string[] {
  const broken = new Set(COMPONENTS.filter(({ isBroken }) => isBroken === true).map(({ path }) => `lf/${path}`));
  return places(left.filter(({ path }) => path.startsWith('lf/') && !broken.has(path)));
}

/** `file:line` of each report of the rule, as the parsers of the languages read the files. */
async function reportsIn(folder: string): Promise<readonly string[]> {
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [...COMPONENT_CONFIG] });
  const files = COMPONENTS.filter(({ isBroken }) => isBroken !== true).map(({ path }) => `lf/${path}`);
  const results = await eslint.lintFiles(files);
  const messages = results.flatMap(({ filePath, messages: found }) => found.map((message) => ({ path: relative(folder, filePath), ...message })));
  expect(messages.filter(({ fatal }) => fatal === true)).toEqual([]);
  return places(messages);
}

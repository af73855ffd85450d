import { describe, expect, test } from 'vitest';
// Before eslint-plugin-html, which changes what is loaded.
import { ESLint, type Linter } from 'eslint';
import js from '@eslint/js';
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import htmlEslint from '@html-eslint/eslint-plugin';
import astroPlugin from 'eslint-plugin-astro';
import html from 'eslint-plugin-html';
import yml from 'eslint-plugin-yml';
import * as typescript from '@typescript-eslint/parser';
import * as jsonc from 'jsonc-eslint-parser';
import * as svelte from 'svelte-eslint-parser';
import * as toml from 'toml-eslint-parser';
import tseslint from 'typescript-eslint';
import * as vue from 'vue-eslint-parser';
import * as yaml from 'yaml-eslint-parser';
import wixKeys from '../../src/index.js';
import { accountKey, appSecret, instanceToken, jwsKey, leaks, truncatedSample } from '../fake-keys.js';
import { makeFolder, type Files } from '../rules/folders.js';

const KEY = accountKey(71);
const TOKEN = instanceToken(71);
const CUT = truncatedSample();
const ID = appSecret(71);

const parser = (files: string, module: unknown): Linter.Config => ({ files: [files], languageOptions: { parser: module } });
const plugin = (module: unknown): ESLint.Plugin => module as ESLint.Plugin;

const COMPONENTS = [
  parser('**/*.vue', vue),
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: typescript } } },
  parser('**/*.svelte', svelte),
  ...(astroPlugin.configs['flat/base']),
  parser('**/*.ts', typescript),
];

/** By parsers, as the README says, beside rules for JavaScript that are on for every file. */
const BY_PARSER: readonly Linter.Config[] = [
  js.configs.recommended,
  ...(tseslint.configs.recommended as Linter.Config[]),
  ...wixKeys.configs.recommended,
  ...wixKeys.configs['recommended-data'],
  parser('**/*.{json,jsonc,json5}', jsonc),
  parser('**/*.{yml,yaml}', yaml),
  parser('**/*.toml', toml),
  { files: ['**/*.html'], plugins: { html: plugin(html) } },
  { files: ['**/*.md'], plugins: { markdown: plugin(markdown) }, processor: 'markdown/markdown' },
  ...COMPONENTS,
  parser('**/*.jsw', typescript),
];

/** By languages, which know nothing of JavaScript. */
const BY_LANGUAGE: readonly Linter.Config[] = [
  ...wixKeys.configs.recommended,
  { files: ['**/*.json'], plugins: { json: plugin(json) }, language: 'json/json' },
  { files: ['**/*.jsonc'], plugins: { json: plugin(json) }, language: 'json/jsonc' },
  { files: ['**/*.json5'], plugins: { json: plugin(json) }, language: 'json/json5' },
  { files: ['**/*.{yml,yaml}'], plugins: { yml: plugin(yml) }, language: 'yml/yaml' },
  parser('**/*.toml', toml),
  { files: ['**/*.html'], plugins: { '@html-eslint': plugin(htmlEslint) }, language: '@html-eslint/html' },
  { files: ['**/*.md'], plugins: { markdown: plugin(markdown) }, language: 'markdown/gfm' },
  ...COMPONENTS,
  { files: ['**/*.jsw'] },
];

interface Found {
  readonly places: readonly string[];
  readonly output: string;
}

/** `file:line rule` of every report of ours; whatever else is fatal throws. */
async function lintFolder(files: Files, config: readonly Linter.Config[]): Promise<Found> {
  const folder = makeFolder(files);
  const results = await new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [...config] }).lintFiles('.');
  expect(results.map(({ filePath }) => filePath.slice(folder.length + 1)).sort()).toEqual(Object.keys(files).filter((path) => path !== 'package.json' || results.some(({ filePath }) => filePath.endsWith('package.json'))).sort());
  const messages = results.flatMap(({ filePath, messages: found }) => found.map((message) => ({ file: filePath.slice(folder.length + 1), ...message })));
  const fatal = messages.find((message) => message.fatal === true);
  if (fatal) throw new Error(`${fatal.file}: ${fatal.message}`);
  const own = messages.filter(({ ruleId }) => ruleId?.startsWith('wix-keys/') === true);
  return { places: own.map(({ file, line, ruleId }) => `${file}:${line} ${(ruleId ?? '').slice('wix-keys/'.length)}`).sort(), output: JSON.stringify(own) };
}

const HARD = 'no-hardcoded-key';
const INSTANCE = 'no-instance-token-for-rest';

/** A file, what stands in it, and what is reported where. */
const FILES: readonly (readonly [path: string, text: string, reports: readonly string[]])[] = [
  ['config.json', `{\n  "wix": {\n    "apiKey": "${TOKEN}",\n    "other": "${KEY}"\n  }\n}\n`, [`3 ${HARD}`, `3 ${INSTANCE}`, `4 ${HARD}`]],
  ['escaped.json', `{\n  "wixKey": "${KEY.replace('IST', '\\u0049ST')}"\n}\n`, [`2 ${HARD}`]],
  ['key.json', `{ "${KEY}": 1 }\n`, [`1 ${HARD}`]],
  ['list.json', `[\n  "${KEY}"\n]\n`, [`2 ${HARD}`]],
  ['headers.json', `{ "headers": [\n  { "name": "Authorization", "value": "${TOKEN}" }\n] }\n`, [`2 ${HARD}`, `2 ${INSTANCE}`]],
  ['settings.jsonc', `{\n  // ${KEY}\n  "apiKey": "${KEY}"\n}\n`, [`2 ${HARD}`, `3 ${HARD}`]],
  ['settings.json5', `{\n  wixApiKey: '${TOKEN}',\n}\n`, [`2 ${HARD}`, `2 ${INSTANCE}`]],
  ['vercel.json', `{ "env": {\n  "NEXT_PUBLIC_WIX_API_KEY": "${KEY}"\n} }\n`, [`2 no-exposed-key`, `2 ${HARD}`]],
  ['faults.json', `{\n  "wixApiKey": "${ID}",\n  "siteId": "${CUT}",\n  "clientId": "${ID}"\n}\n`, ['2 valid-key-format', '3 valid-key-format']],
  ['cut.json', `{ "wix": {\n  "apiKey": "${CUT}"\n} }\n`, [`2 ${INSTANCE}`]],
  ['ci.yml', `env:\n  WIX_API_KEY: ${TOKEN}\n  OTHER: "${KEY}"\n`, [`2 ${HARD}`, `2 ${INSTANCE}`, `3 ${HARD}`]],
  ['compose.yaml', `services:\n  web:\n    environment:\n      - VITE_WIX_KEY=${KEY}\n      - A=b\n`, [`4 no-exposed-key`, `4 ${HARD}`]],
  ['anchor.yaml', `base: &key\n  wixToken: &t ${TOKEN}\n# ${KEY}\nmore: *t\n`, [`2 ${HARD}`, `2 ${INSTANCE}`, `3 ${HARD}`]],
  ['block.yaml', `key: >-\n  ${KEY}\n`, [`2 ${HARD}`]],
  ['netlify.toml', `[build.environment]\nWIX_API_KEY = "${TOKEN}"\nREACT_APP_WIX_API_KEY = "${KEY}"\n# ${KEY}\n`, [`2 ${HARD}`, `2 ${INSTANCE}`, `3 no-exposed-key`, `3 ${HARD}`, `4 ${HARD}`]],
  ['dotted.toml', `wix.apiKey = "${TOKEN}"\n`, [`1 ${HARD}`, `1 ${INSTANCE}`]],
  ['.env.example', `WIX_API_KEY=${KEY}\n`, [`1 ${HARD}`]],
  ['.env', `WIX_API_KEY=${TOKEN}\nNEXT_PUBLIC_WIX_API_KEY=${KEY}\n`, [`1 ${INSTANCE}`, '2 no-exposed-key']],
  ['backend/media.jsw', `import { fetch } from 'wix-fetch';\nexport const load = () => fetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: '${TOKEN}', 'wix-site-id': 'a' } });\n`, [`2 ${HARD}`, `2 ${INSTANCE}`]],
  ['App.vue', `<script setup>\nconst apiKey = '${KEY}';\n</script>\n<template>\n  <!-- ${KEY} -->\n  <MyUploader api-key="${KEY}" :token="'${KEY}'" />\n</template>\n`, [`2 ${HARD}`, `5 ${HARD}`, `6 ${HARD}`, `6 ${HARD}`]],
  ['Client.vue', `<script setup lang="ts">\nimport { createClient, ApiKeyStrategy } from '@wix/sdk';\nconst client = createClient({ auth: ApiKeyStrategy({ apiKey: import.meta.env.VITE_WIX_API_KEY, siteId: 'a' }) });\n</script>\n`, ['3 no-exposed-key']],
  ['Page.svelte', `<script>\n  const apiKey = '${KEY}';\n</script>\n<p title="${KEY}">{apiKey}</p>\n`, [`2 ${HARD}`, `4 ${HARD}`]],
  ['Client.svelte', `<script>\n  import { createClient, ApiKeyStrategy } from '@wix/sdk';\n  const client = createClient({ auth: ApiKeyStrategy({ apiKey: import.meta.env.VITE_WIX_API_KEY, siteId: 'a' }) });\n</script>\n<p>{client.auth}</p>\n`, ['3 no-exposed-key']],
  ['index.astro', `---\nconst apiKey = '${KEY}';\n---\n<p title="${KEY}">{apiKey}</p>\n`, [`2 ${HARD}`, `4 ${HARD}`]],
  ['script.astro', `---\n---\n<script>\nimport { createClient, ApiKeyStrategy } from '@wix/sdk';\nconst client = createClient({ auth: ApiKeyStrategy({ apiKey: '${KEY}', siteId: 'a' }) });\n</script>\n`, ['5 no-exposed-key', `5 ${HARD}`, `5 ${HARD}`]],
  ['server.astro', `---\nimport { createClient, ApiKeyStrategy } from '@wix/sdk';\nconst client = createClient({ auth: ApiKeyStrategy({ apiKey: import.meta.env.VITE_WIX_API_KEY, siteId: 'a' }) });\n---\n<p>{client.auth}</p>\n`, ['3 no-exposed-key']],
];

/** What both ways to read pages and prose find in a different measure. */
const PAGES: readonly (readonly [path: string, text: string, byParser: readonly string[], byLanguage: readonly string[]])[] = [
  ['page.html', `<p>${KEY}</p>\n<script>\nconst apiKey = '${KEY}';\n</script>\n`, [`3 ${HARD}`], [`1 ${HARD}`, `3 ${HARD}`]],
  ['client.html', `<script>\nfetch('https://www.wixapis.com/a', { headers: { Authorization: '${KEY}', 'wix-site-id': 'a' } });\n</script>\n`, ['2 no-exposed-key', `2 ${HARD}`], [`2 ${HARD}`]],
  ['README.md', `# Use\n\n\`\`\`js\nconst apiKey = '${KEY}';\n\`\`\`\n\n${jwsKey(71)}\n`, [`4 ${HARD}`], [`4 ${HARD}`, `7 ${HARD}`]],
];

/** What looks like a key, or like a fault, and is none. */
const LOOK_ALIKES: Files = {
  'package-lock.json': `{ "packages": { "node_modules/wix": { "integrity": "sha512-${KEY.split('.')[3] ?? ''}==", "resolved": "https://registry.npmjs.org/wix/-/wix-1.0.0.tgz" } } }\n`,
  'ids.json': `{ "wix": { "clientId": "${ID}", "siteId": "${ID}", "accountId": "${ID}", "appSecretName": "WIX" } }\n`,
  'i18n/en.json': '{ "wix": { "apiKey": "API key", "apiKeyHelp": "It starts with IST. or JWS. and has three parts", "token": "LIST.items", "key": "EXIST.eyJ" } }\n',
  'samples.json': `{ "wixApiKey": "IST.your-api-key", "apiKey": "IST.xxx", "token": "<IST.eyJ…>", "authorization": "$\{WIX_API_KEY}" }\n`,
  'jwt.json': `{ "wix": true, "token": "${KEY.split('.').slice(1).join('.')}" }\n`,
  'ci.yml': 'env:\n  WIX_API_KEY: ${{ secrets.WIX_API_KEY }}\n  NEXT_PUBLIC_WIX_CLIENT_ID: 0d1c\nhash: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n',
  'compose.yaml': 'services:\n  web:\n    environment:\n      - WIX_API_KEY\n      - NEXT_PUBLIC_WIX_API_KEY=${WIX_CLIENT_ID}\n',
  'wrangler.toml': `[vars]\nWIX_SITE_ID = "${ID}"\nWIX_API_KEY = ""\n`,
  '.env.example': 'WIX_API_KEY=\nNEXT_PUBLIC_WIX_CLIENT_ID=\nWIX_TOKEN=IST.your-token\n',
  '.env': `WIX_API_KEY=${KEY}\n`,
  'README.md': `# Wix\n\nA key begins with \`IST.\`, such as \`${CUT}\`.\n\n\`\`\`js\nconst apiKey = process.env.WIX_API_KEY; // IST.eyJ…\n\`\`\`\n`,
  'page.html': `<p class="wix text-sm leading-[1.5]">IST. and JWS.</p>\n<img src="data:image/png;base64,${Buffer.from('pixels '.repeat(40)).toString('base64')}">\n<script>\nconst isKey = (text) => text.startsWith('IST.'); isKey('wix');\n</script>\n`,
  'App.vue': '<script setup>\nconst wix = "IST.";\n</script>\n<template>\n  <p :title="wix">LIST.eyJhbGciOi</p>\n</template>\n',
  'Page.svelte': '<script>\n  const wix = "IST.";\n</script>\n<p class="wix-[JWS.]">{wix}</p>\n',
  'index.astro': '---\nimport { WIX_API_KEY } from "astro:env/server";\nconst has = Boolean(WIX_API_KEY);\n---\n<p>{has}</p>\n',
  'bundle.min.js': `!function(){var e="wix",t=/IST\\.|JWS\\./;t.test(e)||"${KEY.split('.')[2] ?? ''}".length}();\n`,
};

describe.each([['parsers', BY_PARSER, 2], ['languages', BY_LANGUAGE, 3]] as const)('by %s', (_, config, column) => {
  test.each(FILES)('%s', async (path, text, reports) => {
    const { places, output } = await lintFolder({ [path]: text }, config);
    expect(places).toEqual(reports.map((report) => `${path}:${report}`).sort());
    for (const key of [KEY, TOKEN]) expect(leaks(output, key)).toBe(false);
  });

  test.each(PAGES)('%s', async (...page) => {
    const [path, text] = page;
    const { places } = await lintFolder({ [path]: text }, config);
    expect(places).toEqual(page[column].map((report) => `${path}:${report}`).sort());
  });

  test('a folder of all of them', async () => {
    const all = [...FILES.map(([path, text, reports]) => ({ path, text, reports })), ...PAGES.map((page) => ({ path: page[0], text: page[1], reports: page[column] }))];
    const { places } = await lintFolder(Object.fromEntries(all.map(({ path, text }) => [path, text])), config);
    expect(places).toEqual(all.flatMap(({ path, reports }) => reports.map((report) => `${path}:${report}`)).sort());
  });

  test('a folder of look-alikes', async () => {
    expect((await lintFolder(LOOK_ALIKES, config)).places).toEqual([]);
  });
});

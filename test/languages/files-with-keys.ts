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
import { accountKey, appSecret, instanceToken, jwsKey, truncatedSample } from '../fake-keys.js';

/** A key in most of the files. */
export const KEY = accountKey(71);
/** An instance token in the others. */
export const TOKEN = instanceToken(71);
/** A key that is cut off. */
export const CUT = truncatedSample();
/** An id that is no key. */
export const ID = appSecret(71);
const PROSE_KEY = jwsKey(71);

/** Every key that stands in a file. */
export const LANGUAGE_KEYS: readonly string[] = [KEY, TOKEN, CUT, ID, PROSE_KEY];

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
export const BY_PARSER: readonly Linter.Config[] = [
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
export const BY_LANGUAGE: readonly Linter.Config[] = [
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

const HARD = 'no-hardcoded-key';
const INSTANCE = 'no-instance-token-for-rest';

/** A file, what stands in it, and what is reported where. */
export const FILES: readonly (readonly [path: string, text: string, reports: readonly string[]])[] = [
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
export const PAGES: readonly (readonly [path: string, text: string, byParser: readonly string[], byLanguage: readonly string[]])[] = [
  ['page.html', `<p>${KEY}</p>\n<script>\nconst apiKey = '${KEY}';\n</script>\n`, [`3 ${HARD}`], [`1 ${HARD}`, `3 ${HARD}`]],
  ['client.html', `<script>\nfetch('https://www.wixapis.com/a', { headers: { Authorization: '${KEY}', 'wix-site-id': 'a' } });\n</script>\n`, ['2 no-exposed-key', `2 ${HARD}`], [`2 ${HARD}`]],
  ['README.md', `# Use\n\n\`\`\`js\nconst apiKey = '${KEY}';\n\`\`\`\n\n${PROSE_KEY}\n`, [`4 ${HARD}`], [`4 ${HARD}`, `7 ${HARD}`]],
];

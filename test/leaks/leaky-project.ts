import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountKey, appSecret, instanceToken, istKey, jwsKey, oauth2Key, oauthKey } from '../fake-keys.js';
import { keyPositions, typedKeyPositions, withKey } from '../key-positions.js';
import { projectWith } from '../codemods/projects.js';
import type { Files } from '../rules/folders.js';
import { editPlaces } from './fixture-folders.js';

const [KEY, TOKEN, JWS, OAUTH, OAUTH2, SECRET] = [accountKey(91), instanceToken(92), jwsKey(93), oauthKey(94), oauth2Key(95), appSecret(96)];
/** What the variable of the usual name holds already. */
const TAKEN = istKey({ seed: 97 });

/** The keys of the project that `--kinds=ist` means; `editPlaces` writes the last. */
export const IST_KEYS: readonly string[] = [KEY, TOKEN, istKey()];
/** Those of `--kinds=jws`. */
export const JWS_KEYS: readonly string[] = [JWS, jwsKey(2)];
/** Every key that stands in a file before the codemod runs. */
export const PROJECT_KEYS: readonly string[] = [...IST_KEYS, ...JWS_KEYS, OAUTH, OAUTH2, SECRET, TAKEN];

const NO_UTF8 = Buffer.from([0x2f, 0x2f, 0xe9, 0x0a]);

const FILES: Files = {
  'lib/each.js': [KEY, TOKEN, JWS, OAUTH, OAUTH2].map((key, at) => `export const key${String(at)} = '${key}';\n`).join(''),
  'lib/secret.mjs': `import { AppStrategy } from '@wix/sdk';\nAppStrategy({ appId: 'x', appSecret: '${SECRET}' });\n`,
  'lib/stays.ts': `enum Keys { Wix = '${KEY}' }\nexport const key: string = '${KEY}'; // ${TOKEN}\n`,
  'lib/page.jsx': `'use client';\nexport const page = <A apiKey="${KEY}" />;\n`,
  'lib/fallback.js': `export const key = process.env.WIX_API_KEY ?? '${KEY}';\n`,
  'lib/flow.js': `// @flow\ntype T = {| a: '${KEY}' |};\nsend('${KEY}');\n`,
  // A syntax error before, behind and in the key.
  'broken/before.js': `const a = ;\nsend('${KEY}');\n`,
  'broken/behind.js': `send('x' '${KEY}');\n`,
  'broken/open.ts': `send('${KEY});\n`,
  'broken/bare.js': `send(${KEY});\nconst b = x ${KEY.slice(4)};\n`,
  'broken/half.vue': `<script>\nconst a = ;\nsend('${KEY}')\n</script>\n`,
  'pages/App.vue': `<script setup>\nconst key = '${KEY}';\n</script>\n<template><A :key="'${TOKEN}'" /></template>\n`,
  'pages/Files.svelte': `<script>\n  const key = '${KEY}';\n</script>\n<p title="${TOKEN}">{key}</p>\n`,
  'pages/index.astro': `---\nconst key = '${KEY}';\n---\n<p title="${TOKEN}">{key}</p>\n`,
  'data/config.json': `{ "apiKey": "${KEY}" }\n`,
  'data/ci.yml': `env:\n  WIX_API_KEY: ${JWS}\n`,
  'data/netlify.toml': `[env]\nWIX_API_KEY = "${KEY}"\n`,
  'data/page.html': `<script>\nsend('${KEY}');\n</script>\n`,
  'data/README.md': `A key: ${KEY}\n`,
  '.env': `# mine\nWIX_API_KEY=${TAKEN}\nNOT CLOSED="${TAKEN}\n`,
};

/** Every place of a key that other tests know, a file each. */
export const EVERY_PLACE: Files = {
  ...Object.fromEntries(keyPositions.map((code, at) => [`positions/${String(at)}.jsx`, withKey(code, KEY)])),
  ...Object.fromEntries(typedKeyPositions.map((code, at) => [`positions/${String(at)}.ts`, withKey(code, KEY)])),
  ...Object.fromEntries(Object.entries(editPlaces()).map(([path, text]) => [`edits/${path}`, text])),
};

/** A new project with a key in every kind of file, also where none can be moved from: in a repository, or with other files and in none, as Git takes its time for each file. Removed after the test. */
export function leakyProject(more?: Files): string {
  const folder = projectWith({ ...FILES, ...more }, { git: more === undefined });
  writeFileSync(join(folder, 'broken', 'bytes.js'), Buffer.concat([NO_UTF8, Buffer.from(`send('${KEY}');\n`)]));
  return folder;
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ESLint } from 'eslint';
import { accountKey } from '../fake-keys.js';
import { PROJECT } from '../imports-of.js';
import { writeFiles } from '../rules/folders.js';

const KEY = accountKey(72);

// Inside the project, so that the configuration finds what it imports.
const folder = mkdtempSync(join(PROJECT, 'test', '.languages-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** The configuration of the section "Other files", with the two imports that the first example of the README has. */
function configOfReadme(): string {
  const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
  const block = /<!-- begin languages -->\n```js\n(?<code>[^]+?)```\n<!-- end languages -->/.exec(readme)?.groups?.code ?? '';
  return `import { defineConfig } from 'eslint/config';\nimport wixKeys from 'eslint-plugin-wix-keys';\n${block}`;
}

const files = {
  'a.json': `{ "key": "${KEY}" }\n`,
  'a.jsonc': `// wix\n{ "key": "${KEY}" }\n`,
  'a.json5': `{ key: '${KEY}' }\n`,
  'a.yml': `key: ${KEY}\n`,
  'a.toml': `key = "${KEY}"\n`,
  'a.md': `\`\`\`js\nconst key = '${KEY}';\n\`\`\`\n`,
  'a.html': `<script>\nconst key = '${KEY}';\n</script>\n`,
  'a.vue': `<template><p title="${KEY}" /></template>\n`,
  'a.svelte': `<script>const key = '${KEY}';</script>\n`,
  'a.astro': `---\nconst key = '${KEY}';\n---\n`,
  'a.jsw': `const key = '${KEY}';\n`,
};

test('the configuration of the README finds a key in each kind of file', async () => {
  writeFiles(folder, { ...files, 'eslint.config.js': configOfReadme() });
  const results = await new ESLint({ cwd: folder }).lintFiles('.');
  const found = results.filter(({ filePath }) => !filePath.endsWith('eslint.config.js')).map(({ filePath, messages }) => [filePath.slice(folder.length + 1), messages.map(({ ruleId }) => ruleId)]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(Object.keys(files).map((path) => [path, ['wix-keys/no-hardcoded-key']])));
});

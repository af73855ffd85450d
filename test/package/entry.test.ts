import { describe, expect, inject, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { projectIn, runNode } from './consumer.js';

const { byEslint } = inject('installations');
const names = Object.keys(rules).join();

const entries = [
  { name: 'require gives the plugin itself', file: 'require.cjs', code: "console.log(Object.keys(require('eslint-plugin-wix-keys').rules).join());" },
  { name: 'the default import is the plugin', file: 'import.mjs', code: "import plugin from 'eslint-plugin-wix-keys';\nconsole.log(Object.keys(plugin.rules).join());" },
  { name: 'a dynamic import has it as its default', file: 'dynamic.cjs', code: "import('eslint-plugin-wix-keys').then((it) => console.log(Object.keys(it.default.rules).join()));" },
];

describe.each(byEslint)('beside ESLint $eslint', ({ folder: installation }) => {
  const folder = projectIn(installation, { name: 'entry', files: Object.fromEntries(entries.map(({ file, code }) => [file, code])) });

  it.each(entries)('$name', ({ file }) => {
    expect(runNode([file], { folder })).toMatchObject({ status: 0, stderr: '', stdout: `${names}\n` });
  });
});

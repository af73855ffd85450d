import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { projectIn, runNode } from './consumer.js';

const { byEslint } = inject('installations');

const options = { module: 'nodenext', target: 'es2022', strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, types: [] };

const consumers = [
  {
    name: 'defineConfig in a module',
    files: {
      'eslint.config.mts': "import { defineConfig } from 'eslint/config';\nimport wixKeys from 'eslint-plugin-wix-keys';\n\nexport default defineConfig([wixKeys.configs.recommended]);\n",
    },
  },
  {
    name: 'the plugin with rules of its own in a module',
    files: {
      'eslint.config.mts': "import { defineConfig } from 'eslint/config';\nimport wixKeys from 'eslint-plugin-wix-keys';\n\nexport default defineConfig({ plugins: { 'wix-keys': wixKeys }, rules: { 'wix-keys/no-hardcoded-key': 'error' } });\n",
    },
  },
  {
    name: 'require in CommonJS',
    files: {
      'eslint.config.cts': "import config = require('eslint/config');\nimport wixKeys = require('eslint-plugin-wix-keys');\n\nexport = config.defineConfig([wixKeys.configs.recommended]);\n",
    },
  },
];

describe.each(byEslint.filter(({ eslint }) => !eslint.startsWith('8')))('TypeScript beside ESLint $eslint', ({ folder: installation }) => {
  it.each(consumers)('accepts $name', ({ name, files }) => {
    const folder = projectIn(installation, {
      name: `types-${name.replaceAll(/\W+/g, '-')}`,
      files: { ...files, 'tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['*.mts', '*.cts'] }) },
    });
    const { status, stdout } = runNode([join(installation, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.'], { folder });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  it('refuses a configuration that does not exist', () => {
    const folder = projectIn(installation, {
      name: 'types-wrong',
      files: {
        'eslint.config.mts': "import wixKeys from 'eslint-plugin-wix-keys';\n\nexport default wixKeys.configs.strict;\n",
        'tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['*.mts'] }),
      },
    });
    const { stdout } = runNode([join(installation, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.'], { folder });
    expect(stdout).toContain("Property 'strict' does not exist");
  });
});

import { describe, expect, inject, it } from 'vitest';
import { instanceToken } from '../fake-keys.js';
import { lint, projectIn, runNode } from './consumer.js';

const { byEslint, nodes } = inject('installations');

const files = {
  'wix-config.mjs': `export const wixConfig = { apiKey: '${instanceToken()}' };\n`,
  'eslint.config.cjs': "module.exports = [...require('eslint-plugin-wix-keys').configs.recommended];\n",
};

describe.each(nodes)('Node $version', ({ version, program }) => {
  it('is that version', () => {
    expect(runNode(['-p', 'process.versions.node'], { folder: import.meta.dirname, program }).stdout.startsWith(`${version}.`)).toBe(true);
  });

  it.each(byEslint)('loads the plugin and lints a file with ESLint $eslint', ({ folder: installation }) => {
    const folder = projectIn(installation, { name: `node-${version}`, files });
    expect(lint({ installation, folder, program, env: { ESLINT_USE_FLAT_CONFIG: 'true' } })).toEqual({
      'wix-config.mjs': ['wix-keys/no-hardcoded-key 1:36', 'wix-keys/no-instance-token-for-rest 1:36'],
    });
  });
});

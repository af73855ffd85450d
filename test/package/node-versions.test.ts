import { describe, expect, inject, it } from 'vitest';
import { instanceToken } from '../fake-keys.js';
import { lint, projectIn, runNode } from './consumer.js';

const { matrix, nodes } = inject('installations');

const code = `export const wixConfig = { apiKey: '${instanceToken()}' };\n`;
const PARSERS = [
  "{ files: ['**/*.ts'], languageOptions: { parser: require('@typescript-eslint/parser') } }",
  "{ files: ['**/*.mjs'], languageOptions: { parser: require('@babel/eslint-parser'), parserOptions: { requireConfigFile: false } } }",
];
const REPORTS = ['wix-keys/no-hardcoded-key 1:36', 'wix-keys/no-instance-token-for-rest 1:36'];

describe.each(nodes)('Node $version', ({ version, program }) => {
  it('is that version', () => {
    expect(runNode(['-p', 'process.versions.node'], { folder: import.meta.dirname, program }).stdout.startsWith(`${version}.`)).toBe(true);
  });

  it.each(matrix)('loads the plugin and lints with every parser under ESLint $eslint', ({ eslint, folder: installation }) => {
    // There is none of Babel's.
    const parsers = eslint.startsWith('10') ? PARSERS.slice(0, 1) : PARSERS;
    const config = `module.exports = [...require('eslint-plugin-wix-keys').configs.recommended, ${parsers.join(', ')}];\n`;
    const folder = projectIn(installation, { name: `node-${version}`, files: { 'espree.js': code, 'typescript.ts': code, 'babel.mjs': code, '.env': `WIX_API_KEY=${instanceToken()}\n`, 'eslint.config.cjs': config } });
    expect(lint({ installation, folder, program, env: { ESLINT_USE_FLAT_CONFIG: 'true' } })).toEqual({
      '.env': ['wix-keys/no-instance-token-for-rest 1:13'], 'babel.mjs': REPORTS, 'espree.js': REPORTS, 'typescript.ts': REPORTS,
    });
  });
});

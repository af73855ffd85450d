import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { instanceToken } from '../fake-keys.js';
import { lint, projectIn } from './consumer.js';

const { byEslint } = inject('installations');

const code = `export const wixConfig = {\n  apiKey: '${instanceToken()}',\n};\n`;
const typedCode = `interface Config { apiKey: string }\n\nexport const wixConfig = {\n  apiKey: '${instanceToken()}' as string,\n} satisfies Config;\n`;
const env = `# Wix\nWIX_API_KEY=${instanceToken()}\n`;
const files = { 'wix-config.js': code, 'wix-config.ts': typedCode, '.env': env, 'server/.env.local': env, 'clean.js': 'export const answer = 42;\n' };

const bothRules = (place: string): string[] => [`wix-keys/no-hardcoded-key ${place}`, `wix-keys/no-instance-token-for-rest ${place}`];
const expected = {
  '.env': ['wix-keys/no-instance-token-for-rest 2:13'],
  [join('server', '.env.local')]: ['wix-keys/no-instance-token-for-rest 2:13'],
  'wix-config.js': bothRules('2:11'),
  'wix-config.ts': bothRules('4:11'),
};

const flat = { ESLINT_USE_FLAT_CONFIG: 'true' };
const eslintrc = { ESLINT_USE_FLAT_CONFIG: 'false' };

const typescriptBlock = "{ files: ['**/*.ts'], languageOptions: { parser: require('@typescript-eslint/parser') } }";
const styles = [
  {
    name: 'flat, defineConfig, module',
    from: 9,
    env: flat,
    config: {
      'eslint.config.mjs': [
        "import parser from '@typescript-eslint/parser';",
        "import { defineConfig } from 'eslint/config';",
        "import wixKeys from 'eslint-plugin-wix-keys';",
        "export default defineConfig([wixKeys.configs.recommended, { files: ['**/*.ts'], languageOptions: { parser } }]);",
      ].join('\n'),
    },
  },
  {
    name: 'flat, defineConfig, CommonJS',
    from: 9,
    env: flat,
    config: {
      'eslint.config.cjs': [
        "const { defineConfig } = require('eslint/config');",
        "const wixKeys = require('eslint-plugin-wix-keys');",
        `module.exports = defineConfig([wixKeys.configs.recommended, ${typescriptBlock}]);`,
      ].join('\n'),
    },
  },
  {
    name: 'flat, spread, CommonJS',
    from: 8,
    env: flat,
    config: { 'eslint.config.js': `module.exports = [...require('eslint-plugin-wix-keys').configs.recommended, ${typescriptBlock}];` },
  },
  {
    name: 'eslintrc',
    from: 8,
    upTo: 9,
    env: eslintrc,
    config: {
      '.eslintrc.json': JSON.stringify({
        root: true,
        extends: ['plugin:wix-keys/legacy-recommended'],
        parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
        overrides: [{ files: ['*.ts'], parser: '@typescript-eslint/parser' }],
      }),
    },
  },
];

describe.each(byEslint)('ESLint $eslint', ({ eslint, folder: installation }) => {
  const major = Number.parseInt(eslint, 10);
  const own = styles.filter(({ from, upTo = Infinity }) => from <= major && major <= upTo);

  it.each(own)('reports the wrong key in JavaScript, TypeScript and an env file: $name', ({ name, env, config }) => {
    const folder = projectIn(installation, { name: name.replaceAll(/\W+/g, '-'), files: { ...files, ...config } });
    expect(lint({ installation, folder, env })).toEqual(expected);
  });

  it('works from a configuration of four lines', () => {
    const lines = major === 8
      ? ["const wixKeys = require('eslint-plugin-wix-keys');", '', 'module.exports = [...wixKeys.configs.recommended];']
      : ["import { defineConfig } from 'eslint/config';", "import wixKeys from 'eslint-plugin-wix-keys';", '', 'export default defineConfig([wixKeys.configs.recommended]);'];
    const config = { [major === 8 ? 'eslint.config.cjs' : 'eslint.config.mjs']: lines.join('\n') };
    const folder = projectIn(installation, { name: 'four-lines', files: { ...files, ...config } });
    const { 'wix-config.ts': _, ...withoutTypeScript } = expected;
    expect(lint({ installation, folder, env: flat })).toEqual(withoutTypeScript);
  });
});

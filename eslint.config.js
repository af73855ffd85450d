import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import wixKeys from 'eslint-plugin-wix-keys';
import tseslint from 'typescript-eslint';

export default defineConfig([
  // The example apps are wrong on purpose; `npm run demo` lints each with its own configuration. The correct ones need what is not installed.
  globalIgnores(['dist/', 'coverage/', '.stryker-tmp/', 'examples/*/', 'test/correct-apps/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  wixKeys.configs.recommended,
  {
    rules: {
      // Node types are compared with plain strings, as everywhere in ESLint: the enum would be a run-time import of a development dependency.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['test/**'],
    rules: {
      // It asks for `!`, which `no-non-null-assertion` forbids; in `src` neither is written.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // What is deprecated is still used by somebody, and has to be recognised.
      '@typescript-eslint/no-deprecated': 'off',
      // Stand-ins for asynchronous functions.
      '@typescript-eslint/require-await': 'off',
      // Stand-ins for keys are handed to real clients; `no-hardcoded-key` stays on.
      'wix-keys/no-instance-token-for-rest': 'off',
    },
  },
  {
    files: ['rules/*.ts'],
    ignores: ['rules/index.ts'],
    extends: [eslintPlugin.configs['all-type-checked']],
    rules: {
      'eslint-plugin/meta-property-ordering': ['error', ['type', 'docs', 'hasSuggestions', 'messages', 'schema', 'defaultOptions']],
      'eslint-plugin/report-message-format': ['error', '^[A-Z].*[.]$'],
      'eslint-plugin/require-meta-docs-description': ['error', { pattern: '^(Enforce|Require|Disallow) .+[^. ]$' }],
      // It names the severity in `configs.recommended`, which is derived from it.
      'eslint-plugin/require-meta-docs-recommended': ['error', { allowNonBoolean: true }],
      // `createRule` makes it from the rule's name.
      'eslint-plugin/require-meta-docs-url': 'off',
      // Without it a rule runs in every language, as these do: they are silent where they can do nothing.
      'eslint-plugin/require-meta-languages': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'rules/**/*.ts', 'codemods/**/*.ts'],
    rules: {
      'max-lines': ['error', 150],
      'max-lines-per-function': ['error', 40],
      'max-params': ['error', 3],
      'max-depth': ['error', 3],
    },
  },
  { files: ['src/analysis/**/*.ts'], rules: { 'max-lines': ['error', 250] } },
  { files: ['rules/**/*.ts'], rules: { 'max-lines': ['error', 120] } },
  { files: ['codemods/**/*.ts'], rules: { 'max-lines': ['error', 80] } },
]);

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ESLint, Linter } from 'eslint';
import { rules } from '../rules/index.js';
import { dotenvParser } from './dotenv/parser.js';

const { name, version } = createRequire(import.meta.url)('eslint-plugin-wix-keys/package.json') as { readonly name: string; readonly version: string };

/** The severity of each rule in the recommended configurations, by the rule's full name. */
const recommendedRules: Linter.RulesRecord = {};
/** Of them those that read more than code. */
const dataRules: Linter.RulesRecord = {};
for (const [rule, { meta }] of Object.entries(rules)) {
  if (meta.docs.recommended) recommendedRules[`wix-keys/${rule}`] = meta.docs.recommended;
  if (meta.docs.recommended && meta.docs.readsData === true) dataRules[`wix-keys/${rule}`] = meta.docs.recommended;
}

/** Files that look like env files by their name and are written in another language. */
const NOT_ENV_FILES = '**/.env.{js,cjs,mjs,jsx,ts,cts,mts,tsx,json,jsonc,json5,yaml,yml,toml,md,vue,svelte,astro,html}';

/** For eslintrc, which looks only for files that an override names without a star at the end. */
const USUAL_ENV_FILES = '.env.{development,production,test,staging,example,sample,template,defaults,dist}';

const dotenvParserPath = fileURLToPath(new URL('./dotenv/parser.js', import.meta.url));

/** The plugin as ESLint takes it. */
export interface WixKeysPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string };
  readonly rules: NonNullable<ESLint.Plugin['rules']>;
  /** `parsers.dotenv` lets ESLint lint env files. */
  readonly parsers: { readonly dotenv: Linter.Parser };
  readonly configs: {
    /** Flat configuration for JavaScript, TypeScript (where a parser is set) and env files. */
    readonly recommended: Linter.Config[];
    /** The rules that have something to say of JSON, YAML, TOML, Markdown and HTML, to be extended where a parser or language for them is set. */
    readonly 'recommended-data': Linter.Config[];
    /** The same rules for eslintrc. */
    readonly 'legacy-recommended': Linter.LegacyConfig;
  };
}

const base = {
  meta: { name, version },
  rules: rules as unknown as NonNullable<ESLint.Plugin['rules']>,
  parsers: { dotenv: dotenvParser as unknown as Linter.Parser },
};

const plugin: WixKeysPlugin = {
  ...base,
  configs: {
    recommended: [
      { name: 'wix-keys/recommended', plugins: { 'wix-keys': base }, rules: recommendedRules },
      {
        name: 'wix-keys/recommended/env',
        files: ['**/.env', '**/.env.*'],
        ignores: [NOT_ENV_FILES],
        languageOptions: { parser: base.parsers.dotenv },
      },
    ],
    'recommended-data': [{ name: 'wix-keys/recommended-data', plugins: { 'wix-keys': base }, rules: dataRules }],
    'legacy-recommended': {
      plugins: ['wix-keys'],
      rules: recommendedRules,
      ignorePatterns: ['!.env', '!.env.*'],
      overrides: [
        { files: ['.env', '.env.{local,*.local}', USUAL_ENV_FILES], parser: dotenvParserPath },
        { files: ['.env.*'], excludedFiles: [NOT_ENV_FILES], parser: dotenvParserPath },
      ],
    },
  },
};

export { plugin as default, plugin as 'module.exports' };

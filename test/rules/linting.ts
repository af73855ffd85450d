import { createRequire } from 'node:module';
import { dirname, isAbsolute } from 'node:path';
import type { Linter as FlatLinter } from 'eslint';
import * as typescriptParser from '@typescript-eslint/parser';
import { rules } from '../../rules/index.js';
import { dotenvParser } from '../../src/dotenv/parser.js';

const require = createRequire(import.meta.url);

/** The rules by name. */
export type RuleName = keyof typeof rules;

/** The parsers that users have. */
export type ParserName = 'dotenv' | 'espree' | 'typescript';

/** Which ESLint lints, and with which parser. */
export interface Engine {
  readonly name: string;
  readonly module: 'eslint' | 'eslint-8' | 'eslint-9';
  readonly parser: ParserName;
}

/** ESLint 10 with both parsers, the older ones with their own. */
export const ENGINES: readonly Engine[] = [
  { name: 'ESLint 10, espree', module: 'eslint', parser: 'espree' },
  { name: 'ESLint 10, @typescript-eslint/parser', module: 'eslint', parser: 'typescript' },
  { name: 'ESLint 9, espree', module: 'eslint-9', parser: 'espree' },
  { name: 'ESLint 8, espree', module: 'eslint-8', parser: 'espree' },
  { name: 'ESLint 8, @typescript-eslint/parser', module: 'eslint-8', parser: 'typescript' },
];

/** ESLint 10 alone, for tables so large that the older ones check a part of them. */
export const CURRENT: readonly Engine[] = ENGINES.filter(({ module }) => module === 'eslint');

/** What a run of the linter needs besides the code. */
export interface Setup {
  readonly rule: RuleName;
  readonly options?: object;
  readonly settings?: object;
  readonly filename?: string;
  readonly sourceType?: 'commonjs' | 'module' | 'script';
  readonly engine: Engine;
}

const PARSERS = { dotenv: dotenvParser, espree: null, typescript: typescriptParser } as const;
const NAMES = { dotenv: '.env', espree: 'src/file.jsx', typescript: 'src/file.tsx' } as const;

// No word of a message is this long.
const KEY_LIKE = /eyJ|[\w-]{24}/u;

/** The messages of one rule on a text. A message that is no report of it (a syntax error, a crash) throws. */
export function lint(code: string, setup: Setup): readonly FlatLinter.LintMessage[] {
  const { Linter } = require(setup.engine.module) as typeof import('eslint');
  const filename = setup.filename ?? NAMES[setup.engine.parser];
  const messages = new Linter({ configType: 'flat', cwd: isAbsolute(filename) ? dirname(filename) : process.cwd() }).verify(code, configOf(setup), { filename });
  const failed = messages.find(({ ruleId, fatal }) => fatal === true || ruleId !== `wix-keys/${setup.rule}`);
  if (failed) throw new Error(`${failed.message} (line ${String(failed.line)}, column ${String(failed.column)})`);
  for (const { message, suggestions = [] } of messages) {
    if ([message, ...suggestions.map(({ desc }) => desc)].some((text) => KEY_LIKE.test(text))) throw new Error('A message holds a piece of a key.');
  }
  return messages;
}

function configOf({ rule, options, settings, sourceType, engine }: Setup): FlatLinter.Config[] {
  const parser = PARSERS[engine.parser] as unknown as FlatLinter.Parser | null;
  const config: FlatLinter.Config = {
    files: ['**'],
    plugins: { 'wix-keys': { rules: rules as never } },
    rules: { [`wix-keys/${rule}`]: options ? ['error', options] : 'error' },
    languageOptions: {
      sourceType: sourceType ?? 'module',
      ...(engine.parser === 'dotenv' ? {} : { ecmaVersion: 'latest', parserOptions: { ecmaFeatures: { jsx: true } } }),
      ...(parser ? { parser } : {}),
    },
    ...(settings ? { settings: { 'wix-keys': settings } } : {}),
  };
  return [config];
}

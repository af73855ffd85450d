import { createRequire } from 'node:module';
import type { Linter, Rule } from 'eslint';
import type { EnvAssignment } from '../../src/dotenv/env-entries.js';
import { dotenvParser } from '../../src/dotenv/parser.js';

const require = createRequire(import.meta.url);
type EslintModule = typeof import('eslint');
type Internals = typeof import('eslint/use-at-your-own-risk');

/** One installed ESLint, taken as a flat-config linter. */
export interface EslintVersion {
  readonly name: string;
  readonly Linter: typeof Linter;
  readonly linter: () => Linter;
  /** deprecated and layout rules too */
  readonly coreRules: ReadonlyMap<string, Rule.RuleModule>;
  readonly allRules: Linter.RulesRecord;
}

/** ESLint 8.57, 9 and 10 as installed. */
export const eslintVersions: readonly EslintVersion[] = ['eslint-8', 'eslint-9', 'eslint'].map((module) => {
  const { Linter } = require(module) as EslintModule;
  const { builtinRules } = require(`${module}/use-at-your-own-risk`) as Internals;
  const own = createRequire(require.resolve(`${module}/package.json`));
  const { configs } = own('@eslint/js') as { configs: { all: { rules: Linter.RulesRecord } } };
  return {
    name: `ESLint ${Linter.version}`,
    Linter,
    linter: () => new Linter({ configType: 'flat' }),
    coreRules: builtinRules,
    allRules: configs.all.rules,
  };
});

/** A flat config that lints every file as an env file, with one rule that reports each variable whose value holds `bad`. */
export function envConfig(rules: Linter.RulesRecord = {}): Linter.Config {
  return {
    files: ['**'],
    languageOptions: { parser: dotenvParser },
    plugins: { test: { rules: { bad: badValueRule } } },
    rules: { 'test/bad': 'error', ...rules },
  };
}

const badValueRule: Rule.RuleModule = {
  meta: { type: 'problem', fixable: 'code', schema: [], messages: { bad: 'Bad {{name}}.' } },
  create: (context) => {
    const report = (node: unknown): void => {
      const { name, value, valueLoc, valueRange } = node as EnvAssignment;
      if (!value.includes('bad')) return;
      const fix: Rule.ReportFixer = (fixer) => fixer.replaceTextRange([...valueRange], 'good');
      context.report({ loc: valueLoc, messageId: 'bad', data: { name }, fix });
    };
    return { EnvAssignment: report };
  },
};

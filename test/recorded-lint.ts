import * as typescriptParser from '@typescript-eslint/parser';
import { ESLint, Linter, type Rule } from 'eslint';
import { rules } from '../rules/index.js';
import { dotenvParser } from '../src/dotenv/parser.js';

/** All that linting a text with every rule gave. */
export interface Outcome {
  readonly messages: readonly Linter.LintMessage[];
  /** The data of each report and of its suggestions, as the rules gave them. */
  readonly data: readonly unknown[];
}

interface ReportData {
  readonly data?: unknown;
  readonly suggest?: readonly { readonly data?: unknown }[] | null;
}

/** Lints a text with every rule; the file's name decides the parser. A syntax error, or a rule that throws, throws. */
export function lintRecorded(code: string, filename: string): Outcome {
  const data: unknown[] = [];
  const messages = new Linter({ configType: 'flat' }).verify(code, configOf(filename, data), { filename });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${filename}: ${fatal.message}`);
  return { messages, data };
}

/** What ESLint's default formatter prints. */
export async function stylish(messages: readonly Linter.LintMessage[], filename: string): Promise<string> {
  const formatter = await new ESLint({ overrideConfigFile: true }).loadFormatter('stylish');
  const result: ESLint.LintResult = {
    filePath: filename, messages: [...messages], suppressedMessages: [], errorCount: messages.length, fatalErrorCount: 0, warningCount: 0, fixableErrorCount: 0, fixableWarningCount: 0, usedDeprecatedRules: [],
  };
  return formatter.format([result]);
}

function configOf(filename: string, data: unknown[]): Linter.Config[] {
  const all = Object.entries(rules) as unknown as [string, Rule.RuleModule][];
  return [{
    files: ['**'],
    languageOptions: languageOptionsOf(filename),
    plugins: { 'wix-keys': { rules: Object.fromEntries(all.map(([name, rule]) => [name, recorded(rule, data)])) } },
    rules: Object.fromEntries(all.map(([name]) => [`wix-keys/${name}`, 'error'])),
  }];
}

function languageOptionsOf(filename: string): NonNullable<Linter.Config['languageOptions']> {
  if (filename.includes('.env')) return { parser: dotenvParser };
  const parserOptions = { ecmaFeatures: { jsx: !filename.endsWith('.ts') } };
  return /\.[cm]?tsx?$/.test(filename) ? { parser: typescriptParser, parserOptions } : { parserOptions };
}

function recorded(rule: Rule.RuleModule, data: unknown[]): Rule.RuleModule {
  return {
    ...rule,
    create(context) {
      const report = (descriptor: Rule.ReportDescriptor): void => {
        const { data: own, suggest } = descriptor as ReportData;
        data.push(own, ...(suggest ?? []).map((suggestion) => suggestion.data));
        context.report(descriptor);
      };
      return rule.create(Object.create(context, { report: { value: report } }) as Rule.RuleContext);
    },
  };
}

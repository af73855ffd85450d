import { Linter } from 'eslint';
import * as typescriptParser from '@typescript-eslint/parser';
import wixKeys from '../../src/index.js';
import { leaks, tokenOf } from '../fake-keys.js';

export type ParserName = 'espree' | 'typescript';

/** The parsers that users have. */
export const PARSERS: readonly ParserName[] = ['espree', 'typescript'];

/** How a text is linted: by all rules of `configs.recommended`, as a module, unless it says otherwise. */
export interface Linting {
  readonly parser?: ParserName;
  readonly filename?: string;
  readonly settings?: unknown;
  /** What is configured behind the rest, as a language. */
  readonly config?: Linter.Config;
}

/** What all rules say of a text. A rule that throws throws here; a text that is not parsed gives one message, which is fatal. */
export function messagesOn(code: string, how: Linting = {}): Linter.LintMessage[] {
  return verify(code, wixKeys.configs.recommended, how);
}

function verify(code: string, rules: readonly Linter.Config[], { parser = 'espree', filename = parser === 'espree' ? 'src/file.jsx' : 'src/file.tsx', settings = {}, config = {} }: Linting): Linter.LintMessage[] {
  const languageOptions = { parserOptions: { ecmaFeatures: { jsx: true } }, ...(parser === 'typescript' && { parser: typescriptParser }) };
  return new Linter().verify(code, [{ files: ['**/*.{js,jsx,ts,tsx,mjs,cjs}'], languageOptions }, ...rules, { settings: { 'wix-keys': settings } }, config], { filename });
}

/** The names of the rules that report, in the order of the text; the text of a syntax error. */
export function rulesOn(code: string, how?: Linting): string[] {
  return namesIn(messagesOn(code, how));
}

/** How often each rule reports. */
export function countsOn(code: string, how?: Linting): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of rulesOn(code, how)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function namesIn(messages: readonly Linter.LintMessage[]): string[] {
  return messages.map(({ ruleId, message }) => ruleId?.slice('wix-keys/'.length) ?? message);
}

/** The messages on a text, once it is seen that none holds a slice of the keys, that each stands in the text, and that the text with any suggestion made is parsed. */
export function soundMessagesOn(code: string, keys: readonly string[], how: Linting = {}): readonly Linter.LintMessage[] {
  const messages = messagesOn(code, how);
  const text = code.replace(/^\ufeff/, '');
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  for (const message of messages) {
    if (message.fatal === true) throw new Error(message.message);
    mustBeIn(lines, message);
    const { message: said, suggestions = [] } = message;
    if (keys.some((key) => [said, ...suggestions.flatMap(({ desc, fix }) => [desc, fix.text])].some((part) => leaks(part, key)))) throw new Error('A message holds a slice of a key.');
    for (const { fix: { range, text: replacement } } of suggestions) mustBeParsed(text.slice(0, range[0]) + replacement + text.slice(range[1]), how);
  }
  return messages;
}

function mustBeIn(lines: readonly string[], { line, column, endLine = line, endColumn = column, ruleId }: Linter.LintMessage): void {
  const isIn = (at: number, character: number): boolean => Number.isInteger(character) && character >= 1 && character <= (lines[at - 1]?.length ?? -1) + 1;
  const isForward = endLine > line || (endLine === line && endColumn >= column);
  if (!isIn(line, column) || !isIn(endLine, endColumn) || !isForward) throw new Error(`${String(ruleId)} reports outside of the text: ${[line, column, endLine, endColumn].join(', ')}.`);
}

function mustBeParsed(code: string, how: Linting): void {
  const fatal = verify(code, [{ linterOptions: { noInlineConfig: true } }, ...wixKeys.configs.recommended.map(({ rules: _, ...rest }) => rest)], how).find((message) => message.fatal === true);
  if (fatal) throw new Error(`With a suggestion made: ${fatal.message}`);
}

const [PREFIX = '', HEADER = '', , SIGNATURE = ''] = tokenOf('IST', { header: '{"alg":"RS256"}', payload: '{}' }).split('.');

/** So many keys, each another and each short. */
export function shortKeys(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const payload = JSON.stringify({ data: { id: at.toString(16).padStart(8, '0') } });
    return [PREFIX, HEADER, Buffer.from(payload).toString('base64url'), SIGNATURE.slice(0, 24)].join('.');
  });
}

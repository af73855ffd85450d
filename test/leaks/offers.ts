import type { ESLint, Linter } from 'eslint';
import type { LintedFolder } from './linted-fixtures.js';

/** A suggestion, with the report that offers it and the text it is made for. */
export interface Offer {
  readonly fixture: string;
  readonly text: string;
  readonly message: Linter.LintMessage;
  readonly suggestion: Linter.LintSuggestion;
}

const LINE_END = /\r\n|[\n\r\u2028\u2029]/gu;
/** A processor lints blocks of such a file, and gives ranges of those. */
const IN_BLOCKS = /\.(?:astro|html|md)$/u;
/** Suggestions that repair what stands around a key, and mean to leave it where it is. */
const LEAVE_THE_KEY = ['dropBearer', 'keepKey'];

/** Every suggestion that the reports of a rule in a folder offer. */
export function offersIn({ results, nameOf }: LintedFolder, rule: string): readonly Offer[] {
  return results.filter(({ filePath }) => !IN_BLOCKS.test(filePath)).flatMap((result) => offersOf(result, rule, nameOf(result)));
}

function offersOf({ messages, source = '' }: ESLint.LintResult, rule: string, fixture: string): readonly Offer[] {
  // ESLint counts without the byte order mark.
  const text = source.replace(/^\uFEFF/u, '');
  return messages.filter(({ ruleId }) => ruleId === rule).flatMap((message) => (message.suggestions ?? []).map((suggestion) => ({ fixture, text, message, suggestion })));
}

/** Whether a suggestion means to take the key out of its place. */
export function takesTheKey({ suggestion: { messageId = '' } }: Offer): boolean {
  return !LEAVE_THE_KEY.includes(messageId);
}

/** What stands at the place of the report, and at that of the edit, when the suggestion is applied. */
export function placeBehind({ text, message: { line, column, endLine = line, endColumn = column }, suggestion: { fix } }: Offer): string {
  const [editStart, editEnd] = fix.range;
  const start = Math.min(offsetOf(text, line, column), editStart);
  const end = Math.max(offsetOf(text, endLine, endColumn), editEnd);
  return text.slice(start, editStart) + fix.text + text.slice(editEnd, end);
}

/** The offset of a place that ESLint tells by line and column, from 1. */
function offsetOf(text: string, line: number, column: number): number {
  const before = [...text.matchAll(LINE_END)][line - 2];
  return (before ? before.index + before[0].length : 0) + column - 1;
}

import type { TSESLint } from '@typescript-eslint/utils';
import { isComment } from './analysis/key-texts.js';
import type { WrittenKey } from './analysis/keys.js';
import type { RuleContext } from './create-rule.js';
import { moveToEnvironment, variablesFor, type EnvironmentMove } from './edit/environment.js';
import { applyEdits } from './edit/text-edit.js';
import { redactText, SECRET_SLICE } from './key/redact.js';

/** Ids of the suggestions that `suggestEnvironment` makes. */
export type SuggestionIds = keyof typeof SUGGESTION_MESSAGES;

/** Their texts, for the messages of a rule. */
export const SUGGESTION_MESSAGES = {
  readEnvironment: 'Read the key from {{lookup}}.',
  nameVariable: 'Write the name {{variable}} in place of the key.',
} as const;

/** The suggestion that reads a key from the environment, or none where its place allows no such edit or the edit cannot be told without a key. */
export function suggestEnvironment<MessageIds extends string>(context: RuleContext<MessageIds>, key: WrittenKey, all: readonly WrittenKey[]): TSESLint.ReportSuggestionArray<MessageIds | SuggestionIds> {
  const variable = variablesFor(all).get(key) ?? 'WIX_API_KEY';
  const move = moveToEnvironment(key, { source: context.sourceCode, filename: context.filename, variable });
  if (move.type === 'refusal' || isLeak(move, { all, text: context.sourceCode.text })) return [];
  return [{
    messageId: isComment(key.node) ? 'nameVariable' : 'readEnvironment',
    data: { lookup: move.lookup, variable: move.variable },
    fix: (fixer) => move.edits.map((edit) => fixer.replaceTextRange([...edit.range], edit.text)),
  }];
}

interface Surroundings {
  readonly all: readonly WrittenKey[];
  readonly text: string;
}

// A key, in whatever form, holds as much of these in a row.
const KEY_LIKE = new RegExp(String.raw`[\w.+/=-]{${String(SECRET_SLICE)}}`);

const RUNS = new RegExp(String.raw`[\w-]{${String(SECRET_SLICE)},}`, 'g');

/** Whether a key stands in the fix: ESLint makes one of all edits, with the text between them in it, and some output prints it. */
function isLeak({ edits, lookup, variable }: EnvironmentMove, { all, text }: Surroundings): boolean {
  const start = edits.reduce((least, { range }) => Math.min(least, range[0]), Infinity);
  const end = edits.reduce((most, { range }) => Math.max(most, range[1]), 0);
  const fix = applyEdits(text.slice(start, end), edits.map((edit) => ({ ...edit, range: [edit.range[0] - start, edit.range[1] - start] })));
  if (!KEY_LIKE.test(fix.replaceAll(lookup, ' ').replaceAll(variable, ' '))) return false;
  if (isRestOfKey(fix.slice(fix.indexOf(variable)).replaceAll(variable, ' '))) return true;
  const near = all.filter(({ node: { range } }) => start < range[1] && range[0] < end);
  const writings = near.flatMap(({ key, node }) => [text.slice(...node.range), ...slicesOf(key.text)]);
  return redactText(fix) !== fix || writings.some((writing) => fix.includes(writing));
}

/** Whether what stands behind a key may be the rest of it, which white space broke off: nothing in that is sure but letters of both cases. */
function isRestOfKey(text: string): boolean {
  return text.match(RUNS)?.some((run) => /[a-z]/.test(run) && /[A-Z]/.test(run)) === true;
}

function slicesOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - SECRET_SLICE + 1) }, (_, at) => text.slice(at, at + SECRET_SLICE));
}

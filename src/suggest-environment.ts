import type { TSESLint } from '@typescript-eslint/utils';
import { isComment } from './analysis/key-texts.js';
import { keysIn, type WrittenKey } from './analysis/keys.js';
import { keySearch, type RuleContext } from './create-rule.js';
import { moveToEnvironment, type EnvironmentMove } from './edit/environment.js';
import { applyEdits, type TextEdit } from './edit/text-edit.js';
import { variablesOf, type KeyVariables } from './key-variables.js';
import { redactText, SECRET_SLICE } from './key/redact.js';
import { placedCodeAt } from './placed-code.js';

/** Ids of the suggestions that `suggestEnvironment` makes. */
export type SuggestionIds = keyof typeof SUGGESTION_MESSAGES;

/** Their texts, for the messages of a rule. */
export const SUGGESTION_MESSAGES = {
  readEnvironment: 'Read the key from {{lookup}}.',
  nameVariable: 'Write the name {{variable}} in place of the key.',
} as const;

/** The suggestion that reads a key from the environment as the codemod would, or none where that leaves it or the edit cannot be told without a key. */
export function suggestEnvironment<MessageIds extends string>(context: RuleContext<MessageIds>, key: WrittenKey, all: readonly WrittenKey[]): TSESLint.ReportSuggestionArray<MessageIds | SuggestionIds> {
  const move = moveIn(context, key, variablesOf(all, context));
  if (move === null || isLeak(move, { key, all, text: context.sourceCode.text })) return [];
  return [{
    messageId: isComment(key.node) ? 'nameVariable' : 'readEnvironment',
    data: { lookup: move.lookup, variable: move.variable },
    fix: (fixer) => move.edits.map((edit) => fixer.replaceTextRange([...edit.range], edit.text)),
  }];
}

function moveIn<MessageIds extends string>(context: RuleContext<MessageIds>, key: WrittenKey, variables: KeyVariables): EnvironmentMove | null {
  const code = placedCodeAt(key.node, context);
  // Where a component is read block by block, its key is another object.
  const written = code?.source === context.sourceCode ? key : code && keysIn(code.source, keySearch(context)).find((other) => isSame(other, key));
  const move = code && written ? moveToEnvironment(written, { ...code, variable: variables.nameOf(key), isFree: (own) => variables.isFree(own, key) }) : null;
  return move?.type === 'move' ? move : null;
}

function isSame({ key, node }: WrittenKey, other: WrittenKey): boolean {
  return key.text === other.key.text && node.range[0] === other.node.range[0] && node.range[1] === other.node.range[1];
}

interface Surroundings {
  readonly key: WrittenKey;
  readonly all: readonly WrittenKey[];
  readonly text: string;
}

// A key, in whatever form, holds as much of these in a row.
const KEY_LIKE = new RegExp(String.raw`[\w.+/=-]{${String(SECRET_SLICE)}}`);

const RUNS = new RegExp(String.raw`[\w-]{${String(SECRET_SLICE)},}`, 'g');

/** Whether a key stands in the fix: ESLint makes one of all edits, with the text between them in it, and some output prints it. */
function isLeak({ edits, lookup, variable }: EnvironmentMove, { key, all, text }: Surroundings): boolean {
  const { text: fix, start, end } = fixOf(edits, text);
  if (!KEY_LIKE.test(fix.replaceAll(lookup, ' ').replaceAll(variable, ' '))) return false;
  // What the lookup needs elsewhere, such as an import, is no rest of the key.
  const inPlace = fixOf(edits.filter(({ range }) => range[0] < key.node.range[1] && key.node.range[0] < range[1]), text).text;
  if (isRestOfKey(inPlace.slice(inPlace.indexOf(variable)).replaceAll(variable, ' '))) return true;
  const near = all.filter(({ node: { range } }) => start < range[1] && range[0] < end);
  const writings = near.flatMap(({ key, node }) => [text.slice(...node.range), ...slicesOf(key.text)]);
  return redactText(fix) !== fix || writings.some((writing) => fix.includes(writing));
}

/** The one edit that ESLint makes of several: its text, and the stretch of the file that it takes the place of. */
function fixOf(edits: readonly TextEdit[], text: string): { readonly text: string; readonly start: number; readonly end: number } {
  const start = edits.reduce((least, { range }) => Math.min(least, range[0]), Infinity);
  const end = edits.reduce((most, { range }) => Math.max(most, range[1]), 0);
  return { start, end, text: applyEdits(text.slice(start, end), edits.map((edit) => ({ ...edit, range: [edit.range[0] - start, edit.range[1] - start] }))) };
}

/** Whether what stands behind a key may be the rest of it, which white space broke off: nothing in that is sure but letters of both cases. */
function isRestOfKey(text: string): boolean {
  return text.match(RUNS)?.some((run) => /[a-z]/.test(run) && /[A-Z]/.test(run)) === true;
}

function slicesOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - SECRET_SLICE + 1) }, (_, at) => text.slice(at, at + SECRET_SLICE));
}

import type { TSESLint } from '@typescript-eslint/utils';
import { isComment } from './analysis/key-texts.js';
import type { WrittenKey } from './analysis/keys.js';
import type { RuleContext } from './create-rule.js';
import { moveToEnvironment, variablesFor } from './edit/environment.js';

/** Ids of the suggestions that `suggestEnvironment` makes. */
export type SuggestionIds = keyof typeof SUGGESTION_MESSAGES;

/** Their texts, for the messages of a rule. */
export const SUGGESTION_MESSAGES = {
  readEnvironment: 'Read the key from {{lookup}}.',
  nameVariable: 'Write the name {{variable}} in place of the key.',
} as const;

/** The suggestion that reads a key from the environment, or none where its place allows no such edit. */
export function suggestEnvironment<MessageIds extends string>(context: RuleContext<MessageIds>, key: WrittenKey, all: readonly WrittenKey[]): TSESLint.ReportSuggestionArray<MessageIds | SuggestionIds> {
  const variable = variablesFor(all).get(key) ?? 'WIX_API_KEY';
  const move = moveToEnvironment(key, { source: context.sourceCode, filename: context.filename, variable });
  if (move.type === 'refusal') return [];
  return [{
    messageId: isComment(key.node) ? 'nameVariable' : 'readEnvironment',
    data: { lookup: move.lookup, variable: move.variable },
    fix: (fixer) => move.edits.map((edit) => fixer.replaceTextRange([...edit.range], edit.text)),
  }];
}

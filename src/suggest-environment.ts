import type { TSESLint } from '@typescript-eslint/utils';
import type { WrittenKey } from './analysis/keys.js';
import type { RuleContext } from './create-rule.js';
import { moveToEnvironment, variablesFor } from './edit/environment.js';

/** The suggestion that reads a key from the environment, or none where its place allows no such edit. */
export function suggestEnvironment<MessageIds extends string>(context: RuleContext<MessageIds>, key: WrittenKey, all: readonly WrittenKey[]): TSESLint.ReportSuggestionArray<MessageIds | 'readEnvironment'> {
  const variable = variablesFor(all).get(key) ?? 'WIX_API_KEY';
  const move = moveToEnvironment(key, { source: context.sourceCode, filename: context.filename, variable });
  if (move.type === 'refusal') return [];
  return [{
    messageId: 'readEnvironment',
    data: { lookup: move.lookup },
    fix: (fixer) => move.edits.map((edit) => fixer.replaceTextRange([...edit.range], edit.text)),
  }];
}

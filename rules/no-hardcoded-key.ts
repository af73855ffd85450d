import { basename } from 'node:path';
import { createRule, keySearch, type RuleContext } from '../src/create-rule.js';
import { SUGGESTION_MESSAGES, suggestEnvironment, type SuggestionIds } from '../src/suggest-environment.js';
import { isComment } from '../src/analysis/key-texts.js';
import { isHardcoded, keysIn } from '../src/analysis/keys.js';
import { isCommittedEnvFile } from '../src/catalogue/environments.js';
import { envEntriesIn } from '../src/dotenv/env-entries.js';
import { findKeyMatches } from '../src/key/grammar.js';
import { KEY_KINDS } from '../src/key/kinds.js';

type MessageIds = 'emptyValue' | 'hardcodedKey' | 'keyInComment' | 'keyInExample' | SuggestionIds;

export default createRule<MessageIds>({
  name: 'no-hardcoded-key',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow Wix keys written in a file that is not a private env file', recommended: 'error' },
    hasSuggestions: true,
    messages: {
      hardcodedKey: 'A Wix {{kind}} is written in the source; read it from the environment, then revoke and replace it: it stays in the git history.',
      keyInComment: 'A Wix {{kind}} is written in a comment; delete it, then revoke and replace it: it stays in the git history.',
      keyInExample: 'A Wix {{kind}} is written in a file that is meant to be committed; leave the value empty, then revoke and replace the key.',
      ...SUGGESTION_MESSAGES,
      emptyValue: 'Leave the value empty.',
    },
    schema: [],
  },
  create(context) {
    return {
      Program() {
        if (envEntriesIn(context.sourceCode)) {
          reportEnvFile(context);
          return;
        }
        const keys = keysIn(context.sourceCode, keySearch(context));
        for (const key of keys.filter(isHardcoded)) {
          context.report({
            loc: key.node.loc,
            messageId: isComment(key.node) ? 'keyInComment' : 'hardcodedKey',
            data: { kind: KEY_KINDS[key.key.kind].name },
            suggest: suggestEnvironment(context, key, keys),
          });
        }
      },
    };
  },
});

function reportEnvFile(context: RuleContext<MessageIds>): void {
  if (!isCommittedEnvFile(basename(context.filename))) return;
  const { sourceCode } = context;
  for (const { kind, start, end } of findKeyMatches(sourceCode.text)) {
    context.report({
      loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
      messageId: 'keyInExample',
      data: { kind: KEY_KINDS[kind].name },
      suggest: [{ messageId: 'emptyValue', fix: (fixer) => fixer.removeRange([start, end]) }],
    });
  }
}

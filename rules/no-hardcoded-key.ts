import { basename } from 'node:path';
import { createRule, keySearch, type RuleContext } from '../src/create-rule.js';
import { SUGGESTION_MESSAGES, suggestEnvironment, type SuggestionIds } from '../src/suggest-environment.js';
import { isComment } from '../src/analysis/key-texts.js';
import { isHardcoded, keysIn } from '../src/analysis/keys.js';
import { isCommittedEnvFile } from '../src/catalogue/env-file-names.js';
import { PAGE_FILE } from '../src/catalogue/env-lookups.js';
import { locationFinder } from '../src/data/key-locations.js';
import { formOf } from '../src/data/languages.js';
import { namedValuesIn } from '../src/data/named-values.js';
import { findKeyMatches, type KeyMatch } from '../src/key/grammar.js';
import { KEY_KINDS } from '../src/key/kinds.js';

type MessageIds = 'emptyValue' | 'hardcodedKey' | 'keyInComment' | 'keyInData' | 'keyInExample' | 'keyInMarkup' | SuggestionIds;

export default createRule<MessageIds>({
  name: 'no-hardcoded-key',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow Wix keys written in a file that is not a private env file', recommended: 'error', readsData: true },
    hasSuggestions: true,
    messages: {
      hardcodedKey: 'A Wix {{kind}} is written in the source; read it from the environment, then revoke and replace it: it stays in the git history.',
      keyInComment: 'A Wix {{kind}} is written in a comment; delete it, then revoke and replace it: it stays in the git history.',
      keyInData: 'A Wix {{kind}} is written in this file; keep it in the environment or in a store of secrets, then revoke and replace it: it stays in the git history.',
      keyInMarkup: 'A Wix {{kind}} is written in the markup; read it on a server, then revoke and replace it: it stays in the git history.',
      keyInExample: 'A Wix {{kind}} is written in a file that is meant to be committed; leave the value empty, then revoke and replace the key.',
      ...SUGGESTION_MESSAGES,
      emptyValue: 'Leave the value empty.',
    },
    schema: [],
  },
  create(context) {
    return {
      Program() {
        switch (formOf(context.sourceCode)) {
          case 'env': if (isCommittedEnvFile(basename(context.filename))) reportText(context, 'keyInExample'); break;
          case 'data': case 'text': reportText(context, 'keyInData'); break;
          case 'code': reportCode(context);
        }
      },
    };
  },
});

function reportCode(context: RuleContext<MessageIds>): void {
  const keys = keysIn(context.sourceCode, keySearch(context));
  for (const key of keys.filter(isHardcoded)) {
    context.report({
      loc: key.node.loc,
      messageId: isComment(key.node) ? 'keyInComment' : 'hardcodedKey',
      data: { kind: KEY_KINDS[key.key.kind].name },
      suggest: suggestEnvironment(context, key, keys),
    });
  }
  // The markup around the scripts of a component is in no tree that all parsers share.
  if (PAGE_FILE.test(context.filename)) reportText(context, 'keyInMarkup', outside(keys.map(({ node }) => node.range)));
}

/** Tells whether a match stands outside of stretches; both are asked for and given in the order of the text. */
function outside(stretches: readonly (readonly [number, number])[]): (match: KeyMatch) => boolean {
  let at = 0;
  return ({ start }) => {
    while (start >= (stretches[at]?.[1] ?? Infinity)) at++;
    return start < (stretches[at]?.[0] ?? Infinity);
  };
}

/** Every whole key in the text of a file, and in values that an escape hides. */
function reportText(context: RuleContext<MessageIds>, messageId: 'keyInData' | 'keyInExample' | 'keyInMarkup', isWanted: (match: KeyMatch) => boolean = () => true): void {
  const { sourceCode } = context;
  const matches = findKeyMatches(sourceCode.text).filter(isWanted);
  const locationOf = locationFinder(sourceCode);
  for (const { kind, start, end } of matches) {
    context.report({
      loc: locationOf(start, end),
      messageId,
      data: { kind: KEY_KINDS[kind].name },
      suggest: messageId === 'keyInExample' ? [{ messageId: 'emptyValue', fix: (fixer) => fixer.removeRange([start, end]) }] : [],
    });
  }
  for (const { value, valueLoc } of matches.length === 0 ? namedValuesIn(sourceCode) : []) {
    const [hidden] = findKeyMatches(value);
    if (hidden) context.report({ loc: valueLoc, messageId, data: { kind: KEY_KINDS[hidden.kind].name } });
  }
}

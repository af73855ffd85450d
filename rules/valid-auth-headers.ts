import { createRule, keySearch } from '../src/create-rule.js';
import { formOf } from '../src/data/languages.js';
import { authHeaderFaultsIn } from '../src/analysis/auth-header-faults.js';
import { keepOnly } from '../src/edit/kept-text.js';

type MessageIds = 'bearer' | 'dropBearer' | 'handedOver' | 'missingId' | 'strategyWithoutId';

export default createRule<MessageIds>({
  name: 'valid-auth-headers',
  meta: {
    type: 'problem',
    docs: { description: 'Require the headers that Wix documents for a call with an API key', recommended: 'warn' },
    hasSuggestions: true,
    messages: {
      missingId: 'This call sends a Wix API key without saying for which site or account, which Wix answers with 403; send the header `wix-site-id` (or `wix-account-id` for an account-level API).',
      handedOver: 'Another file that is handed this Wix API key sends it without saying for which site or account, which Wix answers with 403; send the header `wix-site-id` (or `wix-account-id` for an account-level API) with it.',
      strategyWithoutId: 'This `ApiKeyStrategy` has neither `siteId` nor `accountId`, and Wix answers 403 to its calls; give it the id of the site (or of the account for an account-level API).',
      bearer: 'The word `Bearer` before a Wix API key is not the documented form; send the key alone as the Authorization header.',
      dropBearer: 'Drop `Bearer`.',
    },
    schema: [],
  },
  create(context) {
    return {
      Program() {
        if (formOf(context.sourceCode) !== 'code') return;
        const { sourceCode } = context;
        for (const { fault, isOwn, node, bearerLength } of authHeaderFaultsIn(sourceCode, keySearch(context))) {
          const edits = bearerLength === null ? null : keepOnly(node, [bearerLength, Infinity], sourceCode.text);
          context.report({
            loc: node.type === 'TemplateElement' ? node.parent.loc : node.loc,
            messageId: fault === 'missingId' && !isOwn ? 'handedOver' : fault,
            suggest: edits ? [{ messageId: 'dropBearer', fix: (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange([...range], text)) }] : [],
          });
        }
      },
    };
  },
});

import { createRule, keySearch } from '../src/create-rule.js';
import { formOf } from '../src/data/languages.js';
import { foreignKeysIn, type ForeignKey } from '../src/analysis/foreign-keys.js';

type MessageIds = 'foreignHost' | 'handedOver' | 'inUrl' | 'uploadHost';

export default createRule<MessageIds>({
  name: 'no-key-to-foreign-host',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow sending a Wix key to a host that is not an API of Wix', recommended: 'error' },
    messages: {
      uploadHost: 'This request sends a Wix key to an upload or download host, whose URL holds the only authorization that it needs; send it without the key.',
      foreignHost: 'This request sends a Wix key to a host that is not an API of Wix, and whoever runs that host can use it; send it without the key.',
      handedOver: 'Another file that is handed this Wix key sends it to a host that is not an API of Wix, and whoever runs that host can use it; do not hand it over, or send that request without it.',
      inUrl: 'The URL of this request holds a Wix key, and goes to a host that is not an API of Wix and into its logs; send it without the key.',
    },
    schema: [],
  },
  create(context) {
    return {
      Program() {
        if (formOf(context.sourceCode) !== 'code') return;
        for (const key of foreignKeysIn(context.sourceCode, keySearch(context))) context.report({ loc: key.node.loc, messageId: messageOf(key) });
      },
    };
  },
});

function messageOf({ destination, isOwn, isInUrl }: ForeignKey): MessageIds {
  if (!isOwn) return 'handedOver';
  if (isInUrl) return 'inUrl';
  return destination === 'upload' ? 'uploadHost' : 'foreignHost';
}

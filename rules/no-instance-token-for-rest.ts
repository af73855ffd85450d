import { createRule, displayPath, keySearch } from '../src/create-rule.js';
import { SUGGESTION_MESSAGES, suggestEnvironment, type SuggestionIds } from '../src/suggest-environment.js';
import { importedKeysIn, keysIn, type WrittenKey } from '../src/analysis/keys.js';
import type { ClientOption } from '../src/analysis/request.js';
import { isEnvKeyName, isKeyName } from '../src/catalogue/key-names.js';
import { formOf } from '../src/data/languages.js';
import { namedValuesIn } from '../src/data/named-values.js';
import { namesAccount } from '../src/key/claims.js';
import { classify, type Key } from '../src/key/classify.js';

type MessageIds = 'accountTenantToken' | 'importedToken' | 'instanceToken' | SuggestionIds;

interface Options {
  readonly apis: 'media-manager' | 'rest';
  readonly clients: readonly ClientOption[];
  readonly accountTenantTokens: 'allow' | 'report';
}

/** What to do with a token that another file writes, by what its claims say. */
const REPLACE_IT = 'use an account-level API key, made under Account Settings > API Keys with the Media Manager permission, and read it from the environment';
const CHECK_IT = 'its claims name an account, so it may be an account-level key whatever its prefix: check that it was made under Account Settings > API Keys, and move it to the environment';

export default createRule<MessageIds, Options>({
  name: 'no-instance-token-for-rest',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow handing an `IST.` instance token to a client of the Wix Media Manager REST API', recommended: 'error', readsData: true },
    hasSuggestions: true,
    messages: {
      instanceToken: 'This `IST.` instance token does not work here: the Wix Media Manager answers 403 to it; use an account-level API key, made under Account Settings > API Keys with the Media Manager permission.',
      accountTenantToken: 'This `IST.` token is written in the source and reaches the Wix Media Manager; its claims name an account, so it may be an account-level key whatever its prefix: check that it was made under Account Settings > API Keys, and move it to the environment.',
      importedToken: 'An `IST.` token written in {{file}}:{{line}} reaches the Wix Media Manager here; {{advice}}.',
      ...SUGGESTION_MESSAGES,
    },
    schema: [{
      type: 'object',
      properties: {
        apis: { type: 'string', enum: ['media-manager', 'rest'], description: 'The Wix APIs that count as a destination: the Media Manager alone, or every REST API.' },
        clients: {
          type: 'array',
          description: 'Client classes or functions of your own that hand a key to the Media Manager.',
          items: {
            type: 'object',
            properties: {
              name: { type: 'string', minLength: 1 },
              method: { type: 'string', minLength: 1 },
              argument: { type: 'integer', minimum: 0 },
              property: { type: 'string', minLength: 1 },
            },
            required: ['name'],
            additionalProperties: false,
          },
        },
        accountTenantTokens: { type: 'string', enum: ['report', 'allow'], description: 'What to do with an `IST.` token whose claims name an account.' },
      },
      additionalProperties: false,
    }],
    defaultOptions: [{ apis: 'media-manager', clients: [], accountTenantTokens: 'report' }],
  },
  create(context, [options]) {
    return {
      Program() {
        const form = formOf(context.sourceCode);
        for (const { name, value, valueLoc } of namedValuesIn(context.sourceCode)) {
          const isNamed = isEnvKeyName(name) || (form === 'data' && isKeyName(name));
          if (isNamed && isPresumedWrong(classify(value))) context.report({ loc: valueLoc, messageId: 'instanceToken' });
        }
        if (form !== 'code') return;
        const search = keySearch(context, options.clients);
        const keys = keysIn(context.sourceCode, search);
        for (const key of keys) {
          const messageId = faultOf(key, options);
          if (messageId) context.report({ loc: key.node.loc, messageId, suggest: suggestEnvironment(context, key, keys) });
        }
        for (const imported of importedKeysIn(context.sourceCode, search)) {
          const isAccounts = namesAccount(imported.key.claims);
          if (!isProven(imported, options) || (isAccounts && options.accountTenantTokens === 'allow')) continue;
          const data = { file: displayPath(imported.path, context), line: String(imported.line), advice: isAccounts ? CHECK_IT : REPLACE_IT };
          context.report({ loc: imported.node.loc, messageId: 'importedToken', data });
        }
      },
    };
  },
});

/** The message for a key; null where it is none of this rule's business. */
function faultOf(written: WrittenKey, options: Options): MessageIds | null {
  const { key } = written;
  if (key.kind !== 'ist') return null;
  if (!isProven(written, options)) return isPresumed(written) ? 'instanceToken' : null;
  if (!namesAccount(key.claims)) return 'instanceToken';
  return options.accountTenantTokens === 'allow' ? null : 'accountTenantToken';
}

/** Whether a key is an instance token and goes where none works. */
function isProven({ key, destinations }: Pick<WrittenKey, 'destinations' | 'key'>, { apis }: Options): boolean {
  return key.kind === 'ist' && (destinations.has('media-manager') || (apis === 'rest' && destinations.has('rest')));
}

/** A destination that nobody knows, from a place named for a key. */
function isPresumed({ key, destinations, leaves, names }: WrittenKey): boolean {
  if (!destinations.has('unknown') && !(leaves && names.some(isKeyName))) return false;
  return isPresumedWrong(key);
}

/** What is taken for an instance token where its destination is presumed: a stand-in is not, nor a token whose claims name an account. */
function isPresumedWrong(key: Key | null): boolean {
  return key?.kind === 'ist' && key.form !== 'placeholder' && key.form !== 'prefix' && !namesAccount(key.claims);
}

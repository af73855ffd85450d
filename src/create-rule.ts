import type { JSONSchema, TSESLint } from '@typescript-eslint/utils';
import type { ClientOption } from './analysis/request.js';
import { mayConcernKeys } from './key/grammar.js';

/** The pages travel with the package. */
const DOCS = 'https://unpkg.com/eslint-plugin-wix-keys/rules';

/** What a rule of this plugin says about itself in `meta.docs`. */
export interface RuleDocs {
  /** One phrase that begins with Enforce, Require or Disallow. */
  readonly description: string;
  /** The severity in `configs.recommended`; null for a rule that is not in it. */
  readonly recommended: 'error' | 'warn' | null;
}

/** The context that a rule gets; only what ESLint 8, 9 and 10 share. */
export type RuleContext<MessageIds extends string> = Readonly<TSESLint.RuleContext<MessageIds, readonly unknown[]>>;

/** A rule as its file writes it: `create` gets its options whole, and only for files that may concern it. */
export interface RuleDefinition<MessageIds extends string, Options extends object> {
  readonly name: string;
  readonly meta: {
    readonly type: 'problem' | 'suggestion';
    readonly docs: RuleDocs;
    readonly hasSuggestions?: boolean;
    readonly messages: Readonly<Record<MessageIds, string>>;
    readonly schema: readonly JSONSchema.JSONSchema4[];
    readonly defaultOptions?: readonly [Options];
  };
  readonly create: (context: RuleContext<MessageIds>, options: readonly [Options]) => TSESLint.RuleListener;
}

/** A rule as ESLint takes it. */
export interface RuleModule<MessageIds extends string = string> {
  readonly meta: RuleDefinition<MessageIds, object>['meta'] & { readonly docs: RuleDocs & { readonly url: string } };
  create(context: RuleContext<MessageIds>): TSESLint.RuleListener;
}

/** Makes a rule that costs one text search in a file without Wix. ESLint 8 merges no defaults, so they are merged here for all versions. */
export function createRule<MessageIds extends string, Options extends object = object>({ name, meta, create }: RuleDefinition<MessageIds, Options>): RuleModule<MessageIds> {
  return {
    meta: { ...meta, docs: { ...meta.docs, url: `${DOCS}/${name}.md` } },
    create(context) {
      if (!isWorthReading(context.sourceCode)) return {};
      const options = { ...meta.defaultOptions?.[0], ...(context.options[0] as Options | undefined) } as Options;
      return create(context, [options]);
    },
  };
}

const worth = new WeakMap<object, boolean>();

/** The answer of the text search, kept for the other rules. */
function isWorthReading(sourceCode: { readonly text: string }): boolean {
  const known = worth.get(sourceCode);
  if (known !== undefined) return known;
  const answer = typeof sourceCode.text === 'string' && mayConcernKeys(sourceCode.text);
  worth.set(sourceCode, answer);
  return answer;
}

/** The clients that `settings['wix-keys'].clients` names for all rules; what is not of that form is passed over. */
export function clientsInSettings(context: RuleContext<string>): readonly ClientOption[] {
  const own = context.settings['wix-keys'];
  const clients = typeof own === 'object' && own !== null && 'clients' in own ? own.clients : null;
  return Array.isArray(clients) ? clients.filter(isClient) : [];
}

function isClient(candidate: unknown): candidate is ClientOption {
  return typeof candidate === 'object' && candidate !== null && 'name' in candidate && typeof candidate.name === 'string';
}

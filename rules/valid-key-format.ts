import { basename } from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import { createRule, isEnabled, keySearch, type RuleContext } from '../src/create-rule.js';
import { keyFaultsIn } from '../src/analysis/key-faults.js';
import { isCommittedEnvFile } from '../src/catalogue/env-file-names.js';
import { exposuresOf } from '../src/catalogue/environments.js';
import { isApiKeyName, isEnvKeyName, isIdName, isKeyName, isWixApiKeyName } from '../src/catalogue/key-names.js';
import { formOf } from '../src/data/languages.js';
import type { NamedValue } from '../src/data/named-value.js';
import { namedValuesIn } from '../src/data/named-values.js';
import { keepOnly } from '../src/edit/kept-text.js';
import type { TextEdit } from '../src/edit/text-edit.js';
import { namesAccount } from '../src/key/claims.js';
import { classify } from '../src/key/classify.js';
import { findFault, type FoundFault } from '../src/key/faults.js';
import { BEARER } from '../src/key/grammar.js';

type MessageIds = 'bearerInValue' | 'cutOff' | 'doubleBearer' | 'keepKey' | 'keyAsId' | 'lineBreak' | 'quotes' | 'space' | 'uuid';

/** What is wrong with a value of an env or data file, and whether no-instance-token-for-rest has something to say of it. */
interface NamedFault extends Pick<FoundFault, 'kept'> {
  readonly fault: FoundFault['fault'] | 'bearerInValue' | 'keyAsId';
  readonly isInstanceToken: boolean;
}

/** Of a token that has to be replaced, it does not matter how it is written. */
const INSTANCE_RULE = 'no-instance-token-for-rest';

export default createRule<MessageIds>({
  name: 'valid-key-format',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow values that cannot be a Wix key where a key belongs', recommended: 'error', readsData: true },
    hasSuggestions: true,
    messages: {
      uuid: 'A UUID is no Wix API key: the OAuth client id and the ids of sites and accounts are UUIDs; use a key made under Account Settings > API Keys.',
      cutOff: 'This Wix key is cut off; copy it again, with the three parts behind its prefix.',
      lineBreak: 'This Wix key has a line break in it or beside it; write the key alone, as one line.',
      space: 'This Wix key has a space in it or beside it; write the key alone.',
      quotes: 'This Wix key has quotes in it or around it; write the key alone.',
      doubleBearer: 'The word `Bearer` is written twice; the documented form is the key alone, without `Bearer`.',
      bearerInValue: 'The word `Bearer` is part of this value, and code that reads it takes it for the key; write the key alone.',
      keyAsId: 'A Wix key stands where the id of a site or account belongs; swap the two, or write the id, which is a UUID.',
      keepKey: 'Leave the key alone.',
    },
    schema: [],
  },
  create(context) {
    return {
      Program() {
        if (formOf(context.sourceCode) === 'code') reportCode(context);
        else reportNamed(context);
      },
    };
  },
});

function reportCode(context: RuleContext<MessageIds>): void {
  const { sourceCode } = context;
  for (const { fault, node, kept, isInstanceToken } of keyFaultsIn(sourceCode, keySearch(context))) {
    if (fault === 'cutOff' && isInstanceToken && isEnabled(INSTANCE_RULE, context)) continue;
    const edit = kept && repairOf(node, kept, { fault, text: sourceCode.text });
    context.report({
      loc: node.loc,
      messageId: fault,
      suggest: edit ? [{ messageId: 'keepKey', fix: (fixer) => fixer.replaceTextRange([...edit.range], edit.text) }] : [],
    });
  }
}

/** An edit that leaves the key alone and does not write it: what surrounds it goes, or is trimmed off. */
function repairOf(node: TSESTree.Node, kept: readonly [number, number], { fault, text }: { readonly fault: string; readonly text: string }): TextEdit | null {
  const edits = keepOnly(node, kept, text);
  const [edit] = edits ?? [];
  if (edits?.length === 1 && edit) return edit;
  const isTrimmed = edits?.length === 2 && (fault === 'space' || fault === 'lineBreak') && (node.type === 'Literal' || node.type === 'TemplateLiteral');
  return isTrimmed ? { range: [node.range[1], node.range[1]], text: '.trim()' } : null;
}

/** What stands before or behind the key in the text of an env file; null in other files, where it stands on both sides, or an escape hides the key. */
function surplusOf({ value, valueRange }: NamedValue, kept: readonly [number, number], text: string): [number, number] | null {
  if (!valueRange) return null;
  const [start, end] = valueRange;
  const key = value.slice(...kept);
  const from = text.indexOf(key, start);
  const to = from + key.length;
  if (from === -1 || to > end || (from > start && to < end)) return null;
  return from > start ? [start, from] : [to, end];
}

function reportNamed(context: RuleContext<MessageIds>): void {
  const isCommitted = isCommittedEnvFile(basename(context.filename));
  for (const named of namedValuesIn(context.sourceCode)) {
    const found = faultOfNamed(named);
    if (!found || (found.fault === 'cutOff' && (isCommitted || (found.isInstanceToken && isEnabled(INSTANCE_RULE, context))))) continue;
    const range = found.kept && surplusOf(named, found.kept, context.sourceCode.text);
    context.report({ loc: named.valueLoc, messageId: found.fault, suggest: range ? [{ messageId: 'keepKey', fix: (fixer) => fixer.removeRange(range) }] : [] });
  }
}

function faultOfNamed({ name, path, value }: NamedValue): NamedFault | null {
  const key = classify(value);
  if (isIdName(name)) return key?.form === 'whole' || key?.form === 'truncated' ? { fault: 'keyAsId', kept: null, isInstanceToken: false } : null;
  const found = findFault(value);
  // Some hold an OAuth client id under a public name, and a public name is where that may stand.
  if (found?.fault === 'uuid') return isWixApiKeyName(path.join('_')) && isApiKeyName(name) && exposuresOf(name, () => true).length === 0 ? { ...found, isInstanceToken: false } : null;
  if (!key || !(isEnvKeyName(name) || isKeyName(name))) return null;
  const isInstanceToken = key.kind === 'ist' && !namesAccount(key.claims);
  if (found) return { ...found, isInstanceToken };
  return key.form === 'whole' && BEARER.test(value) ? { fault: 'bearerInValue', kept: [key.start, key.start + key.text.length], isInstanceToken } : null;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from '../analysis/evaluation/bindings.js';
import type { Evaluator } from '../analysis/evaluation/evaluator.js';
import { globalNameOf } from '../analysis/evaluation/evaluate-call.js';
import { isHarmlessPattern } from '../analysis/evaluation/harmless-pattern.js';
import { knownText } from '../analysis/values.js';
import { isStringRaw } from './string-raw.js';
import { innermost } from './wrappers.js';

type Node = TSESTree.Node;

const DECODERS = new Set(['Buffer.from', 'String', 'atob', 'decodeURI', 'decodeURIComponent']);
const PLAIN_METHODS = new Set(['join', 'reverse', 'split', 'toReversed', 'trim', 'trimEnd', 'trimStart']);

/** Whether an expression puts a text together from strings of its own alone, by means that the analysis follows exactly. */
export function isSpelledOut(node: Node, evaluator: Evaluator): boolean {
  const inner = innermost(node);
  const areSpelledOut = (nodes: readonly (Node | null)[]): boolean => nodes.every((part) => part !== null && isSpelledOut(part, evaluator));
  switch (inner.type) {
    case 'Literal': return typeof inner.value === 'string';
    case 'TemplateLiteral': return areSpelledOut(inner.expressions);
    case 'TaggedTemplateExpression': return isStringRaw(inner, evaluator.index) && areSpelledOut(inner.quasi.expressions);
    case 'BinaryExpression': return inner.operator === '+' && areSpelledOut([inner.left, inner.right]);
    case 'ArrayExpression': return areSpelledOut(inner.elements);
    case 'CallExpression': return isFollowedCall(inner, evaluator);
    default: return false;
  }
}

function isFollowedCall(call: TSESTree.CallExpression, evaluator: Evaluator): boolean {
  const callee = innermost(call.callee);
  const [known, ...others] = evaluator.valuesOf(callee);
  const name = known?.type === 'reference' && others.length === 0 ? globalNameOf(known) : null;
  if (name !== null) return DECODERS.has(name) && haveSpelledOut(call, evaluator);
  const method = callee.type === 'MemberExpression' ? staticKey(callee) : null;
  if (callee.type !== 'MemberExpression' || method === null) return false;
  const { object } = callee;
  return isSpelledOut(object, evaluator) && isFollowedMethod(call, { method, object }, evaluator);
}

function haveSpelledOut(call: TSESTree.CallExpression, evaluator: Evaluator): boolean {
  return call.arguments.every((argument) => isSpelledOut(argument, evaluator));
}

function isFollowedMethod(call: TSESTree.CallExpression, { method, object }: { readonly method: string; readonly object: Node }, evaluator: Evaluator): boolean {
  const [first, second] = call.arguments;
  const text = knownText(evaluator.valuesOf(object)[0] ?? { type: 'nothing' });
  switch (method) {
    case 'concat': return haveSpelledOut(call, evaluator) && (text !== null || call.arguments.length === 1);
    case 'toString': return first === undefined || (first.type === 'Literal' && /^utf-?8$/i.test(String(first.value)));
    case 'replace': case 'replaceAll': return text !== null && isPlainSearch(first, text) && second?.type === 'Literal' && typeof second.value === 'string' && !second.value.includes('$');
    default: return PLAIN_METHODS.has(method) && haveSpelledOut(call, evaluator);
  }
}

function isPlainSearch(search: Node | undefined, text: string): boolean {
  if (search?.type !== 'Literal') return false;
  return typeof search.value === 'string' || (search.value instanceof RegExp && isHarmlessPattern(search.value, text));
}

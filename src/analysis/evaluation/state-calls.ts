import { returnedValues } from './evaluate-function.js';
import { arrayOf } from './evaluate-object.js';
import { argumentAt, firstArgument, type Call } from './global-calls.js';
import type { Question } from './question.js';
import type { CallNode } from '../nodes.js';
import { UNKNOWN, union, unionOf, type ObjectValue, type Values } from '../values.js';

/** What functions that keep state give, by their global name: what they are handed at first, and whatever is put in its place. */
export const stateCalls: Readonly<Record<string, Call>> = {
  'React.useState': function* (node) { return [arrayOf([union(yield* made(node, 'value or function'), UNKNOWN), UNKNOWN], node)]; },
  'React.useRef': (node) => box(node, 'current'),
  'React.useMemo': (node) => made(node, 'function'),
  'React.useCallback': firstArgument,
  'Vue.ref': (node) => box(node, 'value'),
  'Vue.shallowRef': (node) => box(node, 'value'),
  'Vue.computed': function* (node) { return [boxOf(yield* made(node, 'function'), 'value', node)]; },
  'Vue.reactive': firstArgument,
  'Vue.shallowReactive': firstArgument,
  'Vue.readonly': firstArgument,
  // Svelte's rune
  '$state': firstArgument,
};

function* box(node: CallNode, member: string): Question {
  return [boxOf(union(yield* firstArgument(node), UNKNOWN), member, node)];
}

function boxOf(values: Values, member: string, node: CallNode): ObjectValue {
  return { type: 'object', node, shape: 'object', properties: new Map([[member, values]]), open: false };
}

/** What the first argument gives where it is a function that makes something, else (where that may be) itself. */
function* made(node: CallNode, form: 'function' | 'value or function'): Question {
  const groups: Values[] = [];
  for (const value of yield* argumentAt(node, 0)) {
    if (value.type === 'function') groups.push(yield* returnedValues(value.node, value.context));
    else groups.push(form === 'function' ? UNKNOWN : [value]);
  }
  return unionOf(groups);
}

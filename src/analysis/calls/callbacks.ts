import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from '../evaluation/bindings.js';
import type { Handing } from './handing.js';
import type { Question } from '../evaluation/question.js';
import type { Context, FunctionValue, Value, Values } from '../values.js';

type Node = TSESTree.Node;

/** A function that a method of the platform runs, and what it hands to it. */
export interface Callback {
  readonly called: FunctionValue;
  readonly receiver: Value | null;
  readonly handing: Handing;
}

/** Methods that run a function, by what they hand to it. */
const ON_FUNCTIONS: ReadonlyMap<string, Handing> = new Map([['call', { type: 'arguments', from: 1 }], ['apply', { type: 'list' }]]);
const ON_PROMISES: ReadonlyMap<string, Handing> = new Map([['then', { type: 'object' }], ['catch', { type: 'unknown' }], ['finally', { type: 'arguments', from: 1 }]]);
const ON_ITEMS = new Set(['every', 'filter', 'find', 'findIndex', 'findLast', 'flatMap', 'forEach', 'map', 'some']);

/** Of a longer array the items are not told apart. */
const MAX_ITEMS = 16;

/** `object.method(…)`, optional or not. */
export function methodCallOf(site: Node): { readonly object: TSESTree.Expression; readonly method: string; readonly given: readonly Node[] } | null {
  if (site.type !== 'CallExpression') return null;
  const callee = site.callee.type === 'ChainExpression' ? site.callee.expression : site.callee;
  const method = callee.type === 'MemberExpression' ? staticKey(callee) : null;
  return callee.type === 'MemberExpression' && method !== null ? { object: callee.object, method, given: site.arguments } : null;
}

/** The expression that gives the function which a method of the platform runs; null for any other call. */
export function callbackNodeOf(site: Node): Node | null {
  const call = methodCallOf(site);
  if (!call) return null;
  if (ON_FUNCTIONS.has(call.method)) return call.object;
  const [first] = ON_PROMISES.has(call.method) || ON_ITEMS.has(call.method) ? call.given : [];
  return first && first.type !== 'SpreadElement' ? first : null;
}

/** The functions of the source that a method of the platform runs at a site: once for each item of an array. */
export function* callbacksAt(site: Node, context: Context): Question<readonly Callback[]> {
  const [call, node] = [methodCallOf(site), callbackNodeOf(site)];
  if (!call || !node) return [];
  const functions = (yield { node, context }).flatMap((value) => (value.type === 'function' ? [value] : []));
  if (functions.length === 0) return [];
  const handing = ON_FUNCTIONS.get(call.method);
  if (handing) return yield* runOn(functions, handing, { node: call.given[0], context });
  const ofPromise = ON_PROMISES.get(call.method);
  if (ofPromise) return functions.map((called) => ({ called, receiver: null, handing: ofPromise }));
  const keys = indexesIn(yield { node: call.object, context });
  return functions.flatMap((called) => keys.map((key) => ({ called, receiver: null, handing: { type: 'item', key } as const })));
}

function* runOn(functions: readonly FunctionValue[], handing: Handing, { node, context }: { readonly node: Node | undefined; readonly context: Context }): Question<readonly Callback[]> {
  const receivers = node && node.type !== 'SpreadElement' ? yield { node, context } : [];
  const receiver = receivers.find(({ type }) => type === 'instance' || type === 'object' || type === 'class') ?? null;
  return functions.map((called) => ({ called, receiver, handing }));
}

/** The indexes of all arrays among several values; `[null]` where they are too many to be told apart, and nothing where none is an array. */
function indexesIn(objects: Values): readonly (string | null)[] {
  const keys = new Set<string>();
  for (const object of objects) if (object.type === 'object' && object.shape === 'array') for (const key of object.properties.keys()) keys.add(key);
  return keys.size <= MAX_ITEMS ? [...keys] : [null];
}

import type { TSESTree } from '@typescript-eslint/utils';
import { PLATFORM_EXPORTS } from '../../catalogue/platform-exports.js';
import { staticKey } from './bindings.js';
import { methodCallOf } from '../calls/callbacks.js';
import { calleesOf } from '../calls/callees.js';
import { frameOf, instanceAt, siteOf } from '../calls/context.js';
import { resultValues } from './evaluate-function.js';
import { valuesOfModule } from './evaluate-module.js';
import { arrayOf } from './evaluate-object.js';
import { objectMadeBy } from './evaluate-this.js';
import { globalCalls, type Call } from './global-calls.js';
import type { Question } from './question.js';
import { methodValues } from './methods.js';
import { stateCalls } from './state-calls.js';
import { functionAround, type CallNode } from '../nodes.js';
import { UNKNOWN, knownText, unionOf, unknownAt, type Context, type ObjectValue, type ReferenceValue, type Site, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** What a call gives: worked out where the function is known, else a reference that remembers the call. */
export function* callValues(node: CallNode, context: Context): Question {
  const asCallback = yield* callbackResults(node, context);
  if (asCallback) return asCallback;
  const asMethod = node.type === 'CallExpression' ? yield* methodCallValues(node) : null;
  if (asMethod) return asMethod;
  const callees = yield node.callee;
  const groups: Values[] = [];
  for (const callee of callees) groups.push(yield* valuesBy(node, callee, context));
  if (node.type === 'CallExpression' && callees.some(({ type }) => type === 'function')) {
    for (const { called, ...how } of yield* calleesOf(node, context)) groups.push(yield* resultValues(called, { site: node, caller: context, ...how }));
  }
  return unionOf(groups);
}

/** What a method gives that runs functions of the source and hands on their results. Null for every other call. */
function* callbackResults(node: CallNode, context: Context): Question<Values | null> {
  const call = methodCallOf(node);
  if (!call || !/^(?:apply|call|catch|finally|map|then)$/u.test(call.method)) return null;
  const callees = yield* calleesOf(node, context);
  if (!callees.some(({ handing }) => handing)) return null;
  if (call.method === 'finally') return yield call.object;
  const groups: Values[] = call.method === 'catch' ? [yield call.object] : [];
  for (const { called, ...how } of callees) groups.push(yield* resultValues(called, { site: node, caller: context, ...how }));
  return call.method === 'map' ? [arrayOf(groups, node)] : unionOf(groups);
}

/** A method of a text, an array, a Map or Headers. Null where the object is something else. */
function* methodCallValues(node: TSESTree.CallExpression): Question<Values | null> {
  const callee = node.callee.type === 'ChainExpression' ? node.callee.expression : node.callee;
  if (callee.type !== 'MemberExpression') return null;
  const method = staticKey(callee);
  if (method === null) return null;
  const objects = yield callee.object;
  const functions = objects.filter(({ type }) => type === 'function');
  if (method === 'bind' && node.arguments.length <= 1 && functions.length > 0) return functions;
  const isKnown = objects.some((object) => object.type === 'text' || (object.type === 'object' && !isOwnMethod(object, method)));
  return isKnown ? yield* methodValues({ node, method, objects }) : null;
}

/** A function that a literal gives an object, whatever the methods of its like are called. */
function isOwnMethod({ properties }: ObjectValue, method: string): boolean {
  return properties.get(method)?.some(({ type }) => type === 'function') === true;
}

function* valuesBy(node: CallNode, callee: Value, context: Context): Question {
  switch (callee.type) {
    case 'reference': return yield* referenceResult(node, callee, context);
    case 'class': return node.type === 'NewExpression' ? [instanceAt(callee, siteOf(node, context))] : unknownAt(node);
    case 'function': return node.type === 'CallExpression' ? [] : [yield* objectMadeBy(callee, siteOf(node, context))];
    default: return unknownAt(node);
  }
}

function* referenceResult(node: CallNode, callee: ReferenceValue, context: Context): Question {
  if (isBinding(node, callee)) return [{ ...callee, path: callee.path.slice(0, -1) }];
  const name = globalNameOf(callee);
  if (name === 'require') return yield* requiredValues(node, context);
  const known = name === null ? undefined : FOLLOWED.get(name);
  if (known) return yield* known(node, context);
  return [{ type: 'reference', root: { type: 'call', site: siteHere(node, context), callee }, path: [], node }];
}

/** What foreign code makes for one caller is another thing than what it makes for the next. */
function siteHere(node: CallNode, context: Context): Site {
  const home = functionAround(node);
  if (home !== null && frameOf(home, context) === null) context.program.world.misses++;
  return siteOf(node, context);
}

/** `fetch.bind(globalThis)` is the function itself. */
function isBinding(node: CallNode, { path }: ReferenceValue): boolean {
  return path.at(-1) === 'bind' && node.type === 'CallExpression' && node.arguments.length <= 1;
}

const FOLLOWED: ReadonlyMap<string, Call> = new Map([...Object.entries(globalCalls), ...Object.entries(stateCalls)]);

/** Whether what a function gives is known from what it is handed. */
export function isFollowed(callee: ReferenceValue): boolean {
  return FOLLOWED.has(globalNameOf(callee) ?? '');
}

const PLATFORM_NAMES = new Map(PLATFORM_EXPORTS.flatMap(({ modules, exports }) => modules.map((name) => [name, new Map(Object.entries(exports))] as const)));

/** The name under which the platform knows a function; null for anything else. */
export function globalNameOf({ root, path }: ReferenceValue): string | null {
  if (root.type === 'global') return [root.name, ...path].join('.');
  const [name, ...members] = path.filter((member) => member !== 'default');
  const known = root.type === 'module' && name !== undefined ? PLATFORM_NAMES.get(root.name)?.get(name) : undefined;
  return known === undefined ? null : [known, ...members].join('.');
}

function* requiredValues(node: CallNode, context: Context): Question {
  const source = node.arguments[0];
  return source ? yield* loadedValues(source, node, context) : UNKNOWN;
}

/** What `import('…')` gives, awaited or not. */
export function* importValues(node: TSESTree.ImportExpression, context: Context): Question {
  return yield* loadedValues(node.source, node, context);
}

function* loadedValues(source: Node, node: Node, context: Context): Question {
  const groups: Values[] = [];
  for (const name of (yield source).map(knownText)) groups.push(name === null ? unknownAt(node) : yield* valuesOfModule(name, { path: [], node, context }));
  return unionOf(groups);
}

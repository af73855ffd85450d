import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '@typescript-eslint/scope-manager';
import { staticKey } from './bindings.js';
import type { FileIndex, Owner } from '../file-index.js';
import { groupBy } from '../group-by.js';
import { isFunction, type CallNode, type FunctionNode } from '../nodes.js';
import { prototypeOf } from './prototypes.js';

type Node = TSESTree.Node;

/** A change to an object after it was made: `headers.Authorization = key`, `headers.set('Authorization', key)`, `Object.assign(headers, more)`. */
export interface Mutation {
  /** The assignment or call. */
  readonly node: Node;
  /** Members from the object that was changed to what was written: names, or nodes where a name is computed. Empty for a merge into the object itself. */
  readonly path: readonly (Node | string)[];
  /** `set` replaces what was there, `append` adds to it, `merge` takes over all members of `value`. */
  readonly kind: 'append' | 'merge' | 'set';
  readonly replaces: boolean;
  readonly value: Node;
  /** The calls by which the object gets to the function that changes it, the first where `node` is; left out where the change is written there. */
  readonly passages?: readonly Passage[];
}

/** A call that hands an object to a function of the file. */
export interface Passage {
  readonly call: TSESTree.CallExpression;
  readonly owner: FunctionNode;
  /** The parameter that it gets there by. */
  readonly parameter: Variable;
  /** Where in that function it is changed, or handed on. */
  readonly change: Node;
}

const byRoot = new WeakMap<Owner | Variable, readonly Mutation[]>();

/** All changes to what a variable holds, in the order of the text. */
export function mutationsOfVariable(variable: Variable): readonly Mutation[] {
  const known = byRoot.get(variable);
  if (known) return known;
  const mutations = variable.references.flatMap((reference) => mutationsAt(reference.identifier as Node));
  byRoot.set(variable, mutations);
  return mutations;
}

/** All changes that the methods of a class or object literal, or a constructor function and its prototype, make to `this`, in the order of the text. */
export function mutationsOfThis(node: Owner, index: FileIndex): readonly Mutation[] {
  const known = byRoot.get(node);
  if (known) return known;
  const mutations = [...ownersOf(node, index)].flatMap((owner) => index.receivers.get(owner) ?? []).flatMap((receiver) => mutationsAt(receiver));
  byRoot.set(node, mutations);
  return mutations;
}

/** What the `this` of an owner's methods is noted under. */
function ownersOf(node: Owner, index: FileIndex): ReadonlySet<Owner> {
  const owners = new Set<Owner>([node]);
  for (const member of isFunction(node) ? prototypeOf(node, index).values() : []) {
    if (isFunction(member)) owners.add(member);
    if (member.parent?.parent?.type === 'ObjectExpression') owners.add(member.parent.parent);
  }
  return owners;
}

const byField = new WeakMap<Owner, Map<string | null, readonly Mutation[]>>();

/** The changes to one field of `this` by its name, in the order of the text. */
export function namedMutationsOfField(node: Owner, key: string | null, index: FileIndex): readonly Mutation[] {
  const fields = byField.get(node) ?? groupBy(mutationsOfThis(node, index), ({ path: [first] }) => (typeof first === 'string' ? first : null));
  byField.set(node, fields);
  return fields.get(key) ?? [];
}

const joinedByField = new WeakMap<Owner, Map<string, readonly Mutation[]>>();

/** Of changes to fields that are not named this many are looked at. */
const MOST_UNNAMED = 64;

/** The same, with the changes that may be to any field: `Object.assign(this, options)`, `this[name] = value`. */
export function mutationsOfField(node: Owner, key: string, index: FileIndex): readonly Mutation[] {
  const named = namedMutationsOfField(node, key, index);
  const unnamed = namedMutationsOfField(node, null, index).slice(0, MOST_UNNAMED);
  if (unnamed.length === 0) return named;
  const joined = joinedByField.get(node) ?? new Map<string, readonly Mutation[]>();
  joinedByField.set(node, joined);
  const all = joined.get(key) ?? [...named, ...unnamed].sort((one, other) => one.node.range[0] - other.node.range[0]);
  joined.set(key, all);
  return all;
}

/** The changes made through one mention of an object. */
export function mutationsAt(mention: Node): Mutation[] {
  const path: (Node | string)[] = [];
  let at = mention;
  for (let parent = at.parent; parent; at = parent, parent = at.parent) {
    if (parent.type === 'MemberExpression' && parent.object === at) path.push(staticKey(parent) ?? parent.property);
    else if (!isWrapper(parent)) return changesAt(at, parent, path);
  }
  return [];
}

/** Whether an expression is the same object as the one inside it. */
export function isWrapper({ type }: Node): boolean {
  return type === 'ChainExpression' || /^TS(?:As|NonNull|Satisfies)Expression$/u.test(type);
}

function changesAt(at: Node, parent: Node, path: readonly (Node | string)[]): Mutation[] {
  if (parent.type === 'AssignmentExpression' && parent.left === at && path.length > 0) {
    return [{ node: parent, path, kind: 'set', replaces: true, value: parent.operator === '=' ? parent.right : parent }];
  }
  // What is there then is unknown, as the value of the deletion is.
  if (parent.type === 'UnaryExpression' && parent.operator === 'delete' && path.length > 0) return [{ node: parent, path, kind: 'set', replaces: true, value: parent }];
  if (parent.type !== 'CallExpression') return [];
  return parent.callee === at ? changesByMethod(parent, path) : changesByAssign(at, parent, path);
}

function changesByMethod(call: TSESTree.CallExpression, path: readonly (Node | string)[]): Mutation[] {
  const method = path.at(-1);
  const [name, value] = call.arguments;
  if (method === 'delete' && name && name.type !== 'SpreadElement') return [{ node: call, path: [...path.slice(0, -1), name], kind: 'set', replaces: true, value: call }];
  if ((method !== 'set' && method !== 'append') || !name || name.type === 'SpreadElement') return [];
  if (!value) return [{ node: call, path: path.slice(0, -1), kind: 'merge', replaces: false, value: name }];
  return [{ node: call, path: [...path.slice(0, -1), name], kind: method, replaces: method === 'set', value }];
}

/** What `Object.assign` merges into its first argument, or into the object that this is a member of; empty for another call. */
export function changesByAssign(at: Node, call: CallNode, path: readonly (Node | string)[]): Mutation[] {
  const { callee } = call;
  const isAssign = callee.type === 'MemberExpression' && staticKey(callee) === 'assign' && callee.object.type === 'Identifier' && callee.object.name === 'Object';
  if (!isAssign || call.arguments[0] !== at) return [];
  return call.arguments.slice(1).flatMap((value) => (value.type === 'SpreadElement' ? [] : [{ node: call, path, kind: 'merge', replaces: false, value }]));
}

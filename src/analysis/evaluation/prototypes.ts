import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from './bindings.js';
import type { FileIndex } from '../file-index.js';
import { isFunction, type FunctionNode } from '../nodes.js';

type Node = TSESTree.Node;

/** The members that a constructor function gives to its objects, by their names. */
export type Prototype = ReadonlyMap<string, Node>;

interface Prototypes {
  readonly members: ReadonlyMap<FunctionNode, Prototype>;
  readonly makers: ReadonlyMap<Node, FunctionNode>;
}

const found = new WeakMap<FileIndex, Prototypes>();

/** What stands on the prototype of a function. */
export function prototypeOf(maker: FunctionNode, index: FileIndex): Prototype {
  return prototypesIn(index).members.get(maker) ?? new Map<string, Node>();
}

/** The function on whose prototype another, or an object literal, stands; null where there is none. */
export function makerOf(member: Node, index: FileIndex): FunctionNode | null {
  return prototypesIn(index).makers.get(member) ?? null;
}

function prototypesIn(index: FileIndex): Prototypes {
  const known = found.get(index);
  if (known) return known;
  const members = new Map<FunctionNode, Map<string, Node>>();
  const makers = new Map<Node, FunctionNode>();
  const put = (maker: FunctionNode, key: string | null, value: Node): void => {
    makers.set(value, maker);
    if (key !== null) members.set(maker, (members.get(maker) ?? new Map<string, Node>()).set(key, value));
    if (key !== null || value.type !== 'ObjectExpression') return;
    for (const property of value.properties) if (property.type === 'Property') put(maker, staticKey(property), property.value);
  };
  for (const { left, right } of index.assignments) {
    const [maker, key] = left.type === 'MemberExpression' ? [makerAt(left.object, index), staticKey(left)] : [null, null];
    const whole = makerAt(left, index);
    if (maker && key !== null) put(maker, key, right);
    else if (whole) put(whole, null, right);
  }
  for (const { callee, arguments: [target, ...sources] } of index.calls) {
    const maker = target && callee.type === 'MemberExpression' && staticKey(callee) === 'assign' ? makerAt(target, index) : null;
    if (maker) for (const source of sources) put(maker, null, source);
  }
  found.set(index, { members, makers });
  return { members, makers };
}

/** The function whose prototype an expression names: `Client.prototype`. */
function makerAt(node: Node, index: FileIndex): FunctionNode | null {
  if (node.type !== 'MemberExpression' || staticKey(node) !== 'prototype' || node.object.type !== 'Identifier') return null;
  const definition = index.variableOf(node.object)?.defs[0]?.node as Node | undefined;
  if (!definition) return null;
  const made = definition.type === 'VariableDeclarator' ? definition.init : definition;
  return made && isFunction(made) ? made : null;
}

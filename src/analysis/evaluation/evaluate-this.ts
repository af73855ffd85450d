import type { TSESTree } from '@typescript-eslint/utils';
import { anyInstance, contextAt, frameOf } from '../calls/context.js';
import { classOfThis, ownerOfThis } from '../file-index.js';
import { isFunction, type ClassNode, type FunctionNode } from '../nodes.js';
import { makerOf, prototypeOf } from './prototypes.js';
import type { Question } from './question.js';
import { unknownAt, type Context, type FunctionValue, type ObjectValue, type Site, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** What `this` is: the object that the function around was called on, else any object of the class around; the class itself in a static member. In a method of an object literal it is that object. */
export function* thisValues(node: TSESTree.ThisExpression, context: Context): Question {
  const receiver = receiverAt(node, context);
  if (receiver !== null) return [receiver];
  context.program.world.misses++;
  const owner = ownerOfThis(node);
  if (owner === null) return unknownAt(node);
  if (owner.type === 'ObjectExpression') return yield owner;
  if (isFunction(owner)) return yield* objectOfMaker(owner, node, context);
  return [isInStaticMember(node, owner) ? { type: 'class', node: owner, context: contextAt(owner, context) } : anyInstance(owner, context)];
}

/** In a function on a prototype, any object of that. */
function* objectOfMaker(owner: FunctionNode, node: Node, context: Context): Question {
  const maker = makerOf(owner, context.program.index);
  return maker ? [yield* objectMadeBy({ type: 'function', node: maker, context: contextAt(maker, context) })] : unknownAt(node);
}

/** The object that `new` makes of a constructor function; without a site any of its objects. */
export function* objectMadeBy({ node, context }: FunctionValue, site?: Site): Question<ObjectValue> {
  const properties = new Map<string, Values>();
  for (const [key, member] of prototypeOf(node, context.program.index)) properties.set(key, yield { node: member, context });
  return { type: 'object', node, shape: 'object', properties, open: false, context, ...(site && { site }) };
}

/** What `super` reads members of: the class above, or any object of it. */
export function* superValues(node: TSESTree.Super, context: Context): Question {
  const owner = classOfThis(node);
  if (!owner?.superClass) return unknownAt(node);
  const isStatic = isInStaticMember(node, owner);
  const bases = yield { node: owner.superClass, context };
  return bases.map((base) => (base.type === 'class' && !isStatic ? anyInstance(base.node, base.context) : base));
}

/** What the function around a node was called on; null where nobody knows. */
export function receiverAt(node: Node, context: Context): Value | null {
  const method = methodAround(node);
  return (method && frameOf(method, context)?.frame?.receiver) ?? null;
}

/** The innermost function around a node that has a `this` of its own; null where there is none. */
function methodAround(node: Node): FunctionNode | null {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at) && at.type !== 'ArrowFunctionExpression') return at;
  return null;
}

/** Whether a node stands in a static member of a class. */
export function isInStaticMember(node: Node, owner: ClassNode): boolean {
  let at: Node = node;
  while (at.parent && at.parent !== owner.body) at = at.parent;
  return at.type === 'StaticBlock' || ('static' in at && at.static);
}

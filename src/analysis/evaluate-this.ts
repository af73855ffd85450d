import type { TSESTree } from '@typescript-eslint/utils';
import { anyInstance, contextAt, frameOf } from './context.js';
import { ownerOfThis } from './file-index.js';
import { isFunction, type ClassNode, type FunctionNode } from './nodes.js';
import type { Question } from './question.js';
import { unknownAt, type Context, type Value } from './values.js';

type Node = TSESTree.Node;

/** What `this` is: the object that the function around was called on, else any object of the class around; the class itself in a static member. In a method of an object literal it is that object. */
export function* thisValues(node: TSESTree.ThisExpression, context: Context): Question {
  const receiver = receiverAt(node, context);
  if (receiver !== null) return [receiver];
  context.program.misses++;
  const owner = ownerOfThis(node);
  if (owner === null) return unknownAt(node);
  if (owner.type === 'ObjectExpression') return yield owner;
  return [isInStaticMember(node, owner) ? { type: 'class', node: owner, context: contextAt(owner, context) } : anyInstance(owner, context)];
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

import type { TSESTree } from '@typescript-eslint/utils';

/** A function of the source. */
export type FunctionNode =
  | TSESTree.ArrowFunctionExpression
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression;

/** A class of the source. */
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** A call, or the making of an object. */
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** What makes a function run: a call, a JSX element, an assignment to a property with a setter, or any node that reads one with a getter. */
export type SiteNode = TSESTree.Node;

/** Whether a node is a function of the source. */
export function isFunction(node: TSESTree.Node): node is FunctionNode {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

/** Whether one node is the other or lies within it; both are of one file. */
export function isInside(inner: TSESTree.Node, outer: TSESTree.Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** Whether a node is of the file of that tree. */
export function isOfFile(node: TSESTree.Node, ast: TSESTree.Program): boolean {
  let at = node;
  while (at.parent) at = at.parent;
  return at === ast;
}

/** The innermost function that a node lies in; null at the level of the file. */
export function functionAround(node: TSESTree.Node): FunctionNode | null {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at;
  return null;
}

/** The expressions that decide what a call does. */
export function partsOfCall({ callee, arguments: given }: CallNode): readonly TSESTree.Node[] {
  return [callee, ...given.map((argument) => (argument.type === 'SpreadElement' ? argument.argument : argument))];
}

/** The class that a function is a method (or the value of a field) of; null where it is none. */
export function classOfMember({ parent }: TSESTree.Node): ClassNode | null {
  return parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition' ? parent.parent.parent : null;
}

// Shorter lists are faster searched than noted down.
const LONG = 64;
const placesOf = new WeakMap<readonly unknown[], ReadonlyMap<unknown, number>>();

/** The index of a node in a list of the tree, -1 where it is not in it; a long list is walked once for all its nodes. */
export function indexIn(list: readonly (TSESTree.Node | null)[], node: TSESTree.Node): number {
  if (list.length < LONG) return list.indexOf(node);
  const places = placesOf.get(list) ?? new Map(list.map((each, at) => [each, at]));
  placesOf.set(list, places);
  return places.get(node) ?? -1;
}

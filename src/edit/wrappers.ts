import type { TSESTree } from '@typescript-eslint/utils';

type Node = TSESTree.Node;

/** A TypeScript expression that says something of a value and hands it on. */
export type TypeWrapper = TSESTree.TSAsExpression | TSESTree.TSNonNullExpression | TSESTree.TSSatisfiesExpression | TSESTree.TSTypeAssertion;

/** Whether a node is `x as T`, `<T>x`, `x satisfies T` or `x!`. */
export function isTypeWrapper(node: Node | null | undefined): node is TypeWrapper {
  return /^TS(?:As|NonNull|Satisfies)Expression$|^TSTypeAssertion$/.test(node?.type ?? '');
}

/** The expression with all that TypeScript says of it. */
export function outermost(node: Node): Node {
  let at = node;
  while (isTypeWrapper(at.parent)) at = at.parent;
  return at;
}

/** The expression without what TypeScript says of it, and without the `?.` chain around it. */
export function innermost(node: Node): Node {
  let at = node;
  while (isTypeWrapper(at) || at.type === 'ChainExpression') at = at.expression;
  return at;
}

/** Whether the node is `x as const` or `<const>x`. */
export function isConstAssertion(node: Node | null | undefined): node is TSESTree.TSAsExpression | TSESTree.TSTypeAssertion {
  if (node?.type !== 'TSAsExpression' && node?.type !== 'TSTypeAssertion') return false;
  const type = node.typeAnnotation;
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const';
}

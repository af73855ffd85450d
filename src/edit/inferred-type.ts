import type { TSESTree } from '@typescript-eslint/utils';
import { isConstAssertion } from './wrappers.js';

type Node = TSESTree.Node;

/** Whether a declaration without a type of its own gets it from the expression, or has it as a part of an object or list. */
export function givesItsType(node: Node): boolean {
  let at = node;
  for (let parent = at.parent; parent && isPart(at, parent); parent = at.parent) at = parent;
  const { parent } = at;
  switch (parent?.type) {
    case 'VariableDeclarator': return parent.init === at && isBare(parent.id);
    case 'PropertyDefinition': case 'AccessorProperty': return parent.value === at && !parent.typeAnnotation;
    case 'AssignmentPattern': return parent.right === at && isBare(parent.left);
    default: return parent?.type === 'ExportDefaultDeclaration';
  }
}

function isPart(node: Node, parent: Node): boolean {
  if (parent.type === 'Property') return parent.value === node && parent.parent.type === 'ObjectExpression';
  if (isConstAssertion(parent)) return node.type === 'ObjectExpression' || node.type === 'ArrayExpression';
  return parent.type === 'ObjectExpression' || parent.type === 'ArrayExpression';
}

function isBare(target: Node): boolean {
  return !('typeAnnotation' in target) || target.typeAnnotation === undefined;
}

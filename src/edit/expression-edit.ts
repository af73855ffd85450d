import type { TSESTree } from '@typescript-eslint/utils';
import { indexIn } from '../analysis/nodes.js';
import { siblingsOf } from './siblings.js';
import { spacedEdit } from './spacing.js';
import type { TextEdit } from './text-edit.js';

type Node = TSESTree.Node;

/** The edit that puts code in place of an expression; null where the code would join the statement before. */
export function expressionEdit(node: Node, code: string, text: string): TextEdit | null {
  const { parent, range } = node;
  if (parent?.type === 'JSXAttribute') return { range, text: `{${code}}` };
  if (/^[`([]/.test(code) && mayJoin(node, text)) return null;
  const expression = parent?.type === 'TSNonNullExpression' && code.endsWith('!') ? code.slice(0, -1) : code;
  return spacedEdit(text, range, expression.includes('(') && isInCallee(node) ? `(${expression})` : expression);
}

/** Whether the expression begins a statement behind one that no semicolon ends. */
function mayJoin(node: Node, text: string): boolean {
  let at = node;
  while (at.parent?.range[0] === node.range[0] && at.type !== 'ExpressionStatement') at = at.parent;
  if (at.type !== 'ExpressionStatement') return false;
  const siblings = siblingsOf(at);
  const before = siblings?.[indexIn(siblings, at) - 1];
  return before !== undefined && text.charAt(before.range[1] - 1) !== ';';
}

/** Whether the expression begins what `new` is applied to, so that the first call behind it would be taken for its arguments. */
function isInCallee(node: Node): boolean {
  let at = node;
  while (at.parent?.type === 'TSNonNullExpression' || (at.parent?.type === 'MemberExpression' && at.parent.object === at)) at = at.parent;
  return at.parent?.type === 'NewExpression' && at.parent.callee === at;
}

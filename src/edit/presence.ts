import type { TSESTree } from '@typescript-eslint/utils';
import { isTypeScriptFile, type MoveContext } from './move.js';
import { outerEnd } from './spacing.js';
import type { TextEdit } from './text-edit.js';
import { isTypeWrapper } from './wrappers.js';

type Node = TSESTree.Node;

/** The edits after which TypeScript takes an expression, which ends at `end` with its parentheses, for a string; none in JavaScript. */
export function presenceEdits(node: Node, end: number, context: MoveContext): readonly TextEdit[] {
  if (!isTypeScriptFile(context.filename) || isSurelyPresent(node)) return [];
  const isInParentheses = end !== node.range[1];
  if (node.type === 'LogicalExpression' && !isInParentheses) {
    return presenceEdits(node.right, outerEnd(context.source.text, node.right, end + 1), context);
  }
  return isLoose(node) && !isInParentheses ? [insertion(node.range[0], '('), insertion(end, ')!')] : [insertion(end, '!')];
}

function isSurelyPresent(node: Node): boolean {
  if (node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion') return node.typeAnnotation.type === 'TSStringKeyword';
  const isString = node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'String';
  return isString || node.type === 'TSNonNullExpression';
}

/** Whether `!` behind the code would not apply to all of it. */
function isLoose(node: Node): boolean {
  return isTypeWrapper(node) && node.type !== 'TSNonNullExpression';
}

function insertion(at: number, text: string): TextEdit {
  return { range: [at, at], text };
}

import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from '../analysis/evaluation/bindings.js';
import { evaluatorOf } from '../analysis/evaluation/evaluate.js';
import { commentsWithin } from './comments.js';
import { envAccessOf, recordAccess, type EnvAccess } from './env-access.js';
import { isTestOf } from './env-test.js';
import { isTypeScriptFile, lookupOf, type MoveContext } from './move.js';
import { presenceEdits } from './presence.js';
import { outerEnd, spacedEdit, tailRemoval } from './spacing.js';
import type { TextEdit } from './text-edit.js';
import { innermost, outermost } from './wrappers.js';

type Node = TSESTree.Node;

/** A place that has an environment variable of its own, and the edits that leave that variable alone there. */
export interface OwnPlace {
  readonly access: EnvAccess;
  /** How the file reads the variable. */
  readonly lookup: string;
  /** Null where the key cannot be dropped without harm. */
  readonly edits: readonly TextEdit[] | null;
}

/** The variable that an expression stands in for (`process.env.X ?? 'K'`, `const { X = 'K' } = process.env`); null where it is no such fallback. */
export function fallbackPlace(node: Node, context: MoveContext): OwnPlace | null {
  const operand = outermost(node);
  const { parent } = operand;
  switch (parent?.type) {
    case 'LogicalExpression': return parent.right === operand ? ofOperator(parent, context) : null;
    case 'ConditionalExpression': return ofConditional(parent, operand, context);
    case 'AssignmentPattern': return parent.right === operand ? ofDefault(parent, operand, context) : null;
    default: return null;
  }
}

function ofOperator({ left, operator, range }: TSESTree.LogicalExpression, context: MoveContext): OwnPlace | null {
  const { source } = context;
  const read = operator === '&&' ? null : lastRead(left);
  const access = read && envAccessOf(read, evaluatorOf(source));
  if (!access) return null;
  const end = outerEnd(source.text, left, range[1]);
  const removal = tailRemoval(source, [end, range[1]]);
  return { access, lookup: textOf(innermost(read), context), edits: [...presenceEdits(left, end, context), ...removal] };
}

/** What the left side of an operator comes down to when all before it is missing, out of `String(…)`. */
function lastRead(node: Node): Node {
  const inner = innermost(node);
  if (inner.type === 'LogicalExpression' && inner.operator !== '&&') return lastRead(inner.right);
  const isString = inner.type === 'CallExpression' && inner.callee.type === 'Identifier' && inner.callee.name === 'String';
  return (isString ? inner.arguments[0] : null) ?? inner;
}

/** `process.env.X ? process.env.X : 'K'` and its mirror images. */
function ofConditional(node: TSESTree.ConditionalExpression, operand: Node, context: MoveContext): OwnPlace | null {
  const { source } = context;
  const evaluator = evaluatorOf(source);
  const isElse = node.alternate === operand;
  const other = isElse ? node.consequent : node.alternate;
  const access = operand === node.test ? null : envAccessOf(other, evaluator);
  const hasComment = commentsWithin(node.range, source.ast).length > 0;
  if (!access || hasComment || !isTestOf(node.test, { variable: access.variable, isSet: isElse }, evaluator)) return null;
  const [start, end] = other.range;
  const removals = [spacedEdit(source.text, [node.range[0], start], ''), spacedEdit(source.text, [end, node.range[1]], '')];
  return { access, lookup: textOf(innermost(other), context), edits: [...removals, ...presenceEdits(other, end, context)] };
}

/** A default in a pattern that takes the environment apart. TypeScript needs one, so there it becomes the lookup. */
function ofDefault(pattern: TSESTree.AssignmentPattern, operand: Node, context: MoveContext): OwnPlace | null {
  const { source, filename } = context;
  const property = pattern.parent;
  const record = property.type === 'Property' && property.parent.type === 'ObjectPattern' ? takenApart(property.parent) : null;
  const variable = property.type === 'Property' ? staticKey(property) : null;
  const access = record && variable !== null ? recordAccess(record, variable, evaluatorOf(source)) : null;
  if (!record || !access) return null;
  const lookup = lookupIn(textOf(record, context), access.variable, context);
  const edits = isTypeScriptFile(filename)
    ? [spacedEdit(source.text, operand.range, `${lookup}!`)]
    : tailRemoval(source, [outerEnd(source.text, pattern.left, pattern.range[1]), pattern.range[1]]);
  return { access, lookup, edits };
}

/** What a pattern takes apart: nothing but that, so that it is no parameter's default; null for any other pattern. */
export function takenApart(pattern: TSESTree.ObjectPattern): Node | null {
  const { parent } = pattern;
  if (parent.type === 'VariableDeclarator') return parent.init;
  return parent.type === 'AssignmentExpression' && parent.left === pattern && parent.operator === '=' ? parent.right : null;
}

/** The variable as a member of the record that the file itself names. */
function lookupIn(record: string, variable: string, context: MoveContext): string {
  const usual = lookupOf(context).expression(variable);
  return usual.startsWith(record) ? usual : `${record}.${variable}`;
}

function textOf(node: Node, { source }: MoveContext): string {
  return source.text.slice(node.range[0], node.range[1]);
}

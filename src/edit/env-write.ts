import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from '../analysis/evaluation/bindings.js';
import { evaluatorOf } from '../analysis/evaluation/evaluate.js';
import { childrenOf, enclosingFunction } from '../analysis/file-index.js';
import { groupBy } from '../analysis/group-by.js';
import type { SourceFile } from '../source/source-file.js';
import { envAccessOf } from './env-access.js';
import type { OwnPlace } from './env-fallback.js';
import { isTestOf } from './env-test.js';
import { isTypeScriptFile, type MoveContext } from './move.js';
import { presenceEdits } from './presence.js';
import { outerEnd, spacedEdit, tailRemoval } from './spacing.js';
import { statementRemoval } from './statement-removal.js';
import type { TextEdit } from './text-edit.js';
import { innermost, outermost } from './wrappers.js';

type Node = TSESTree.Node;

const WRITE = /^(?:\|\||\?\?)?=$/;

/** The variable that an expression is written to (`process.env.X = 'K'`) and the edits that drop the write; null where it is written to none. */
export function writePlace(node: Node, context: MoveContext): OwnPlace | null {
  const { source, filename } = context;
  const operand = outermost(node);
  const write = operand.parent;
  if (write?.type !== 'AssignmentExpression' || write.right !== operand || !WRITE.test(write.operator)) return null;
  const { left } = write;
  const access = envAccessOf(left, evaluatorOf(source));
  if (!access || innermost(left).type === 'Identifier') return null;
  const isUndone = isUndoneElsewhere(write, access.variable, source);
  const isOfFunction = write.parent.type === 'ExpressionStatement' && enclosingFunction(write).type !== 'Program';
  // The write has to stay, and may write another variable.
  if (isUndone && !isOfFunction && context.variable !== access.variable) return null;
  const edits = isUndone ? null : write.parent.type === 'ExpressionStatement' ? statementEdits(write.parent, access.variable, context) : expressionEdits(write, context);
  const assertions = isTypeScriptFile(filename) ? narrowedReads(write, access.variable, source) : [];
  return { access, lookup: source.text.slice(left.range[0], left.range[1]), edits: edits && [...edits, ...assertions] };
}

function statementEdits(statement: TSESTree.ExpressionStatement, variable: string, context: MoveContext): readonly TextEdit[] | null {
  const { source } = context;
  if (mayBeSkipped(statement, variable, source)) return null;
  const guard = guardOf(statement);
  const isGuarded = guard !== null && isTestOf(guard.test, { variable, isSet: false }, evaluatorOf(source));
  return (isGuarded ? statementRemoval(guard, source) : null) ?? statementRemoval(statement, source);
}

const CONDITIONAL = /^(?:CatchClause|DoWhileStatement|For(?:In|Of)?Statement|IfStatement|SwitchCase|WhileStatement)$/;

/** Whether a program may leave the variable unset, or set otherwise, where it is not written: a test of itself aside. */
function mayBeSkipped(statement: Node, variable: string, source: SourceFile): boolean {
  const home = enclosingFunction(statement);
  for (let at = statement; at.parent && at.parent !== home; at = at.parent) {
    const { parent } = at;
    const isOwnTest = parent.type === 'IfStatement' && parent.consequent === at && isTestOf(parent.test, { variable, isSet: false }, evaluatorOf(source));
    if (CONDITIONAL.test(parent.type) && !isOwnTest) return true;
  }
  return false;
}

/** Whether the file has deleted what is written, or written another value to it; of a function, which may run again as tests do before each, whether it does so anywhere. */
function isUndoneElsewhere(write: TSESTree.AssignmentExpression, variable: string, source: SourceFile): boolean {
  const textOf = ({ range }: Node): string => source.text.slice(...range);
  const isOnce = enclosingFunction(write).type === 'Program';
  return (membersIn(source).get(variable) ?? []).some((node) => {
    const { parent } = node;
    if (isOnce && node.range[0] > write.range[0]) return false;
    const isDeleted = parent?.type === 'UnaryExpression' && parent.operator === 'delete';
    const isWritten = parent?.type === 'AssignmentExpression' && parent.left === node && textOf(parent.right) !== textOf(write.right);
    return (isDeleted || isWritten) && envAccessOf(node, evaluatorOf(source))?.variable === variable;
  });
}

/** The `if` without `else` that holds nothing but the statement. */
function guardOf(statement: Node): TSESTree.IfStatement | null {
  const { parent } = statement;
  const body = parent?.type === 'BlockStatement' && parent.body.length === 1 ? parent : statement;
  return body.parent?.type === 'IfStatement' && body.parent.consequent === body && !body.parent.alternate ? body.parent : null;
}

/** `const key = (process.env.X ??= 'K')` comes down to the variable. */
function expressionEdits({ left, range }: TSESTree.AssignmentExpression, context: MoveContext): readonly TextEdit[] {
  const { source } = context;
  const end = outerEnd(source.text, left, range[1]);
  return [...presenceEdits(left, end, context), ...tailRemoval(source, [end, range[1]])];
}

/** Behind a write TypeScript takes the variable for a string; the reads that rely on that get `!`. */
function narrowedReads(write: Node, variable: string, source: SourceFile): TextEdit[] {
  const home = enclosingFunction(write);
  const evaluator = evaluatorOf(source);
  const reads = (membersIn(source).get(variable) ?? []).filter((node) => node.range[0] > write.range[1] && isPlainRead(node) && enclosingFunction(node) === home);
  return reads.filter((node) => envAccessOf(node, evaluator)?.variable === variable).map(({ range }) => spacedEdit(source.text, [range[1], range[1]], '!'));
}

const members = new WeakMap<SourceFile['ast'], ReadonlyMap<string | null, readonly Node[]>>();

/** The members that a file names, by their names. */
function membersIn(source: SourceFile): ReadonlyMap<string | null, readonly Node[]> {
  const found = members.get(source.ast) ?? groupBy(memberNodesIn(source), staticKey);
  members.set(source.ast, found);
  return found;
}

function memberNodesIn(source: SourceFile): TSESTree.MemberExpression[] {
  const found: TSESTree.MemberExpression[] = [];
  const pending: Node[] = [source.ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'MemberExpression') found.push(node);
    for (const child of childrenOf(node, source)) pending.push(child);
  }
  return found;
}

/** Whether a read may rely on the value being there; a test of it does not, and may be taken out with another key. */
function isPlainRead(node: Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'AssignmentExpression': case 'LogicalExpression': return parent.left !== node;
    case 'ConditionalExpression': return parent.test !== node;
    case 'BinaryExpression': return !/^[!=]==?$/.test(parent.operator);
    case 'MemberExpression': return !parent.optional;
    default: return !/^(?:ExpressionStatement|IfStatement|TSAsExpression|TSNonNullExpression|UnaryExpression|UpdateExpression)$/.test(parent?.type ?? '');
  }
}

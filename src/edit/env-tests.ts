import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from '../analysis/evaluation/bindings.js';
import { evaluatorOf } from '../analysis/evaluation/evaluate.js';
import { childrenOf, indexOf } from '../analysis/file-index.js';
import type { SourceFile } from '../source/source-file.js';
import { envAccessOf, recordAccess } from './env-access.js';
import { takenApart } from './env-fallback.js';
import { outermost } from './wrappers.js';

type Node = TSESTree.Node;

/** A place where code does one thing where a variable of the environment is set and another where it is not. */
export interface EnvTest {
  readonly variable: string;
  readonly node: Node;
  /** Where the variable is read: the node itself, or what the constant holds. */
  readonly read: Node;
}

/** Where a file asks whether environment variables are set, by themselves or by a constant that holds one; `isWanted` chooses the names. A fallback is no such question. */
export function envTestsIn(source: SourceFile, isWanted: (name: string) => boolean): readonly EnvTest[] {
  const tests: EnvTest[] = [];
  const pending: Node[] = [source.ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const variable = nameAt(node);
    if (variable !== null && isWanted(variable) && isEnvironment(node, variable, source)) tests.push(...testsOf(node, source).map((test) => ({ variable, node: test, read: node })));
    for (const child of childrenOf(node, source)) pending.push(child);
  }
  return tests.sort((one, other) => one.node.range[0] - other.node.range[0]);
}

/** The name that a node may say of a variable. */
function nameAt(node: Node): string | null {
  switch (node.type) {
    case 'MemberExpression': return staticKey(node);
    case 'Property': return node.parent.type === 'ObjectPattern' ? staticKey(node) : null;
    case 'ImportSpecifier': return node.imported.type === 'Identifier' ? node.imported.name : node.imported.value;
    default: return null;
  }
}

function isEnvironment(node: Node, variable: string, source: SourceFile): boolean {
  if (node.type !== 'Property') return envAccessOf(node.type === 'ImportSpecifier' ? node.local : node, evaluatorOf(source))?.variable === variable;
  const record = node.parent.type === 'ObjectPattern' ? takenApart(node.parent) : null;
  return record !== null && recordAccess(record, variable, evaluatorOf(source)) !== null;
}

/** Tests of a use itself, and of the constant that holds it and nothing else. */
function testsOf(use: Node, source: SourceFile): readonly Node[] {
  const name = boundName(use);
  const references = name ? (indexOf(source).variableOf(name)?.references ?? []) : [];
  return [use, ...references.map(({ identifier }) => identifier)].filter(isTested);
}

/** The name of `const name = process.env.X`, of `const { X: name } = process.env` and of an import. */
function boundName(use: Node): Node | null {
  if (use.type === 'ImportSpecifier') return use.local;
  const operand = outermost(use);
  const { parent } = operand;
  const target = use.type === 'Property' ? use.value : parent?.type === 'VariableDeclarator' && parent.init === operand ? parent.id : null;
  return target?.type === 'Identifier' ? target : null;
}

const TEST = /^(?:ConditionalExpression|DoWhileStatement|ForStatement|IfStatement|WhileStatement)$/;
const COMPARISON = /^(?:[!=]==?|in)$/;

/** Whether the code asks whether there is a value. */
function isTested(node: Node): boolean {
  const operand = outermost(node.parent?.type === 'ChainExpression' ? node.parent : node);
  const parent = operand.parent ?? operand;
  if (TEST.test(parent.type)) return 'test' in parent && parent.test === operand;
  switch (parent.type) {
    case 'UnaryExpression': return parent.operator === '!' || parent.operator === 'typeof';
    case 'BinaryExpression': return COMPARISON.test(parent.operator);
    case 'LogicalExpression': return isTested(parent);
    case 'CallExpression': return parent.callee.type === 'Identifier' && parent.callee.name === 'Boolean';
    default: return false;
  }
}

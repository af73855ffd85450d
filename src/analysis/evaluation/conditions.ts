import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../nodes.js';

type Node = TSESTree.Node;

/** A test that has to come out one way for a node of the same function to run. */
export interface Condition {
  readonly test: Node;
  readonly holds: boolean;
  /** The statement or expression that tests. */
  readonly node: Node;
  /** Whether nothing is done in the other case but to throw. */
  readonly isGuard: boolean;
}

/** So many tests are looked at for one node, the nearest ones; where there are as many, others may be left out. */
export const MOST_CONDITIONS = 16;

const found = new WeakMap<Node, readonly Condition[]>();

/** The tests that decide whether a node runs when the function around it does: of the branches that it stands in, and of those before it that leave. */
export function conditionsOf(node: Node): readonly Condition[] {
  const known = found.get(node) ?? findConditions(node);
  found.set(node, known);
  return known;
}

function findConditions(node: Node): readonly Condition[] {
  const conditions: Condition[] = [];
  for (let [at, parent] = [node, node.parent]; parent && !isFunction(at) && conditions.length < MOST_CONDITIONS; [at, parent] = [parent, parent.parent]) {
    const branch = branchAt(at, parent);
    if (branch) conditions.push(branch);
    if (parent.type === 'BlockStatement') for (const exit of exitsBefore(at, parent)) conditions.push({ test: exit.test, holds: false, node: exit, isGuard: lastOf(exit.consequent)?.type === 'ThrowStatement' });
  }
  return conditions.slice(0, MOST_CONDITIONS);
}

function branchAt(at: Node, parent: Node): Condition | null {
  switch (parent.type) {
    case 'IfStatement': case 'ConditionalExpression': return parent.test === at ? null : { test: parent.test, holds: parent.consequent === at, node: parent, isGuard: false };
    case 'LogicalExpression': return parent.left === at || parent.operator === '??' ? null : { test: parent.left, holds: parent.operator === '&&', node: parent, isGuard: false };
    default: return null;
  }
}

const exits = new WeakMap<TSESTree.BlockStatement, readonly TSESTree.IfStatement[]>();

/** The `if (…) return` (or `throw`) that stand before a statement of a block, the nearest first. */
function exitsBefore(statement: Node, block: TSESTree.BlockStatement): readonly TSESTree.IfStatement[] {
  const all = exits.get(block) ?? block.body.filter((each) => each.type === 'IfStatement').filter((each) => leaves(each.consequent));
  exits.set(block, all);
  const count = countBefore(all, statement.range[0]);
  return all.slice(Math.max(0, count - MOST_CONDITIONS), count).reverse();
}

/** How many of the statements, which are in the order of the text, end before an offset. */
function countBefore(statements: readonly Node[], offset: number): number {
  let [low, high] = [0, statements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.range[1] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function leaves(statement: Node): boolean {
  const last = lastOf(statement);
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
}

function lastOf(statement: Node): Node | undefined {
  return statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
}

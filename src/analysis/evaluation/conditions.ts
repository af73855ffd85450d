import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../nodes.js';
import { casesTo, leavingCases, type Cases } from './switch-cases.js';

type Node = TSESTree.Node;

/** A test that has to come out one way for a node of the same function to run. */
export interface Condition {
  readonly test: Node;
  readonly holds: boolean;
  /** The statement or expression that tests. */
  readonly node: Node;
  /** Whether nothing is done in the other case but to throw. */
  readonly isGuard: boolean;
  /** For a `switch`, whose test is what it looks at, the cases that make it hold. */
  readonly cases?: Cases;
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
    if (parent.type === 'BlockStatement' || parent.type === 'SwitchCase') conditions.push(...exitsBefore(at, parent));
  }
  return conditions.slice(0, MOST_CONDITIONS);
}

function branchAt(at: Node, parent: Node): Condition | null {
  switch (parent.type) {
    case 'IfStatement': case 'ConditionalExpression': return parent.test === at ? null : { test: parent.test, holds: parent.consequent === at, node: parent, isGuard: false };
    case 'LogicalExpression': return parent.left === at || parent.operator === '??' ? null : { test: parent.left, holds: parent.operator === '&&', node: parent, isGuard: false };
    case 'SwitchCase': return parent.test === at ? null : { test: parent.parent.discriminant, holds: true, node: parent.parent, isGuard: false, cases: casesTo(parent, parent.parent.cases) };
    default: return null;
  }
}

const exits = new WeakMap<Node, readonly Condition[]>();

/** That none of the `if (…) return` (or `throw`, or a case of a `switch` that does) comes about that stand before a statement of a block, the nearest first. */
function exitsBefore(statement: Node, block: TSESTree.BlockStatement | TSESTree.SwitchCase): readonly Condition[] {
  const all = exits.get(block) ?? ('body' in block ? block.body : block.consequent).flatMap(exitsOf);
  exits.set(block, all);
  const count = countBefore(all, statement.range[0]);
  return all.slice(Math.max(0, count - MOST_CONDITIONS), count).reverse();
}

/** What is known behind a statement that leaves in some cases. */
function exitsOf(statement: TSESTree.Statement): readonly Condition[] {
  if (statement.type === 'SwitchStatement') {
    const cases = leavingCases(statement);
    return cases ? [{ test: statement.discriminant, holds: false, node: statement, isGuard: false, cases }] : [];
  }
  const found: Condition[] = [];
  for (let at: TSESTree.Statement | null = statement; at?.type === 'IfStatement'; at = at.alternate) {
    if (leaves(at.consequent)) found.push({ test: at.test, holds: false, node: statement, isGuard: lastOf(at.consequent)?.type === 'ThrowStatement' });
    else if (at.alternate && leaves(at.alternate)) found.push({ test: at.test, holds: true, node: statement, isGuard: lastOf(at.alternate)?.type === 'ThrowStatement' });
    if (!leaves(at.consequent)) break;
  }
  return found;
}

/** How many of the exits, which are in the order of the text, end before an offset. */
function countBefore(all: readonly Condition[], offset: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.node.range[1] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function leaves(statement: Node): boolean {
  const last = lastOf(statement);
  return last !== undefined && /^(?:Break|Continue|Return|Throw)Statement$/u.test(last.type);
}

function lastOf(statement: Node): Node | undefined {
  return statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
}

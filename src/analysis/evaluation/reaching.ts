import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction } from '../file-index.js';
import type { Question, Reading } from './question.js';
import { runs } from './truth.js';

type Node = TSESTree.Node;

/** A place in the text where something is written. */
export interface Write {
  readonly node: Node;
  /** False where it adds to what was there and so hides nothing. */
  readonly replaces?: boolean;
}

/** The writes that a read may see. `complete` is false where some were left out for cost; `hidden` tells that what stood there before all writes is gone. */
export interface Reaching<W> {
  readonly writes: readonly W[];
  readonly complete: boolean;
  readonly hidden: boolean;
}

/** More writes than this are not followed one by one. */
export const MAX_WRITES = 64;

/**
 * The writes that a read may see, of all writes in the order of the text. A write that surely happens before the read, in
 * the same function, hides what came before it; one that does not run as its callers want it is not seen. A read of null
 * stands for all places at once: it may see every write.
 */
export function* reachingWrites<W extends Write>(all: readonly W[], { context, read }: Reading): Question<Reaching<W>> {
  if (read === null || context.frame === null || all.length > MAX_WRITES) return reaching(all, read, NONE);
  const writes: W[] = [];
  const sure = new Set<Node>();
  for (const write of all) {
    const isRun = yield* runs(write.node, context);
    if (isRun !== false) writes.push(write);
    if (isRun === true) sure.add(write.node);
  }
  return reaching(writes, read, sure);
}

const NONE: ReadonlySet<Node> = new Set();

/** The same with the writes that do not run left out; some that stand in branches are known to run. */
function reaching<W extends Write>(writes: readonly W[], read: Node | null, sure: ReadonlySet<Node>): Reaching<W> {
  if (read === null) return { writes: writes.slice(-MAX_WRITES), complete: writes.length <= MAX_WRITES, hidden: false };
  const near = writes.length > MAX_WRITES ? nearestBefore(writes, read) : writes;
  const home = enclosingFunction(read);
  const seen: W[] = [];
  const elsewhere: W[] = [];
  const branches = new Map<Node, Node>();
  for (const write of near.toReversed()) {
    if (enclosingFunction(write.node) !== home) {
      elsewhere.push(write);
    } else if (isBefore(write.node, read)) {
      seen.push(write);
      const isRun = sure.has(write.node) && conditionsBetween(write.node, read).every(({ parent }) => isTest(parent));
      if (write.replaces !== false && (isRun || hidesAllBefore(write.node, read, branches))) return { writes: seen.reverse(), complete: true, hidden: true };
    } else if (sharesLoop(write.node, read)) {
      seen.push(write);
    }
  }
  return { writes: [...elsewhere, ...seen].reverse(), complete: near.length === writes.length, hidden: false };
}

/** The last few writes in front of a read, found without looking at the others. */
function nearestBefore<W extends Write>(writes: readonly W[], read: Node): readonly W[] {
  let [low, high] = [0, writes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const write = writes[middle];
    if (write && isBefore(write.node, read)) low = middle + 1;
    else high = middle;
  }
  return writes.slice(Math.max(0, low - MAX_WRITES), low);
}

function isBefore(write: Node, read: Node): boolean {
  return write.range[1] <= read.range[0];
}

function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

function sharesLoop(write: Node, read: Node): boolean {
  for (let at = write.parent; at; at = at.parent) {
    if (/^(?:For|While|DoWhile)/u.test(at.type) && contains(at, read)) return true;
  }
  return false;
}

/** True where a write surely runs before a read, or together with one in the other branch of the same `if` that was seen before. */
function hidesAllBefore(write: Node, read: Node, branches: Map<Node, Node>): boolean {
  const [crossed, ...more] = conditionsBetween(write, read);
  if (!crossed) return true;
  if (more.length > 0 || crossed.parent.type !== 'IfStatement') return false;
  const other = branches.get(crossed.parent);
  branches.set(crossed.parent, crossed.child);
  return other !== undefined && other !== crossed.child;
}

/** The branches, loops and handlers between a write and the nearest node that holds both. */
function conditionsBetween(write: Node, read: Node): { readonly parent: Node; readonly child: Node }[] {
  const crossed: { readonly parent: Node; readonly child: Node }[] = [];
  let child = write;
  for (let at = write.parent; at && !contains(at, read); child = at, at = at.parent) {
    if (isConditional(at, child)) crossed.push({ parent: at, child });
  }
  return crossed;
}

function isTest({ type }: Node): boolean {
  return /^(?:IfStatement|ConditionalExpression|LogicalExpression|SwitchCase)$/u.test(type);
}

function isConditional(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case 'IfStatement': case 'ConditionalExpression': return parent.test !== child;
    case 'LogicalExpression': return parent.right === child;
    case 'AssignmentExpression': return /^(?:\|\||&&|\?\?)=$/u.test(parent.operator);
    case 'ForStatement': return parent.init !== child;
    case 'ForInStatement': case 'ForOfStatement': return parent.right !== child;
    case 'WhileStatement': case 'TryStatement': case 'SwitchCase': case 'CatchClause': case 'LabeledStatement': return true;
    default: return 'params' in parent;
  }
}

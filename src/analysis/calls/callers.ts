import type { TSESTree } from '@typescript-eslint/utils';
import { calleesOf } from './callees.js';
import { contextAt, enter, frameOf, isCompatible, isSameObject, isSpent, programAt, rootOf } from './context.js';
import { receiverAt } from '../evaluation/evaluate-this.js';
import { groupBy } from '../group-by.js';
import { functionAround, isInside, type FunctionNode } from '../nodes.js';
import type { Question, Reading } from '../evaluation/question.js';
import { MAX_WRITES } from '../evaluation/reaching.js';
import { runs } from '../evaluation/truth.js';
import type { Program } from '../program.js';
import { UNKNOWN, unionOf, type Context, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** Callers of callers beyond this depth are not looked for. */
const MAX_DEPTH = 8;

interface Search {
  /** By the depth at which they were looked for. */
  readonly found: Map<FunctionNode, (readonly Context[])[]>;
  readonly pending: Set<FunctionNode>;
}

const searches = new WeakMap<Program, Search>();

function searchIn(program: Program): Search {
  const search = searches.get(program) ?? { found: new Map<FunctionNode, (readonly Context[])[]>(), pending: new Set<FunctionNode>() };
  searches.set(program, search);
  return search;
}

/** Every context in which the code around a node may run, as far as the file tells: never empty. */
export function* contextsAround(node: Node, program: Program, depth = 0): Question<readonly Context[]> {
  return yield* contextsOf(functionAround(node), programAt(node, program), depth);
}

/** Every context of the body of a function (null: of the file). Where nobody in the file calls it, those of what surrounds it. */
function* contextsOf(owner: FunctionNode | null, program: Program, depth: number): Question<readonly Context[]> {
  const { found, pending } = searchIn(program);
  if (owner === null || pending.has(owner) || depth > MAX_DEPTH || isSpent(program.world)) return [rootOf(program)];
  const byDepth = found.get(owner) ?? [];
  found.set(owner, byDepth);
  const known = byDepth[depth];
  if (known) return known;
  pending.add(owner);
  const contexts = yield* calledContexts(owner, program, depth);
  const all = contexts.length > 0 ? contexts : yield* contextsOf(functionAround(owner), program, depth + 1);
  pending.delete(owner);
  byDepth[depth] = all;
  return all;
}

function* calledContexts(owner: FunctionNode, program: Program, depth: number): Question<readonly Context[]> {
  const contexts = new Set<Context>();
  for (const site of program.sitesOf(owner)) {
    for (const caller of yield* contextsAround(site, program, depth + 1)) {
      if ((yield* runs(site, caller)) === false) continue;
      const callees = (yield* calleesOf(site, caller)).filter(({ called }) => called.node === owner);
      for (const { called, ...how } of callees) contexts.add(enter(called, { site, caller, ...how }) ?? rootOf(program));
    }
  }
  contexts.delete(rootOf(program));
  return [...contexts];
}

interface Seen {
  readonly receiver: Value | null;
  readonly values: Values;
  /** True where a caller that is not known would tell more. */
  readonly isDependent: boolean;
}

const seenFrom = new WeakMap<Context, Map<Node, Map<object, Seen[]>>>();

/** What an expression in another function (or in this one) may be, as seen from where something is read: from the same calls around and through the same object the same. */
export function* valuesAround(node: Node, reading: Reading): Question {
  const { context, receiver } = reading;
  const home = functionAround(node);
  if (isSeenFromWithin(home, reading)) return yield { node, context };
  const { program } = context;
  const from = contextAt(home ?? node, context);
  const seen = seenOf(node, from, receiver ?? null);
  const known = seen.find((one) => isSameObject(one.receiver, receiver ?? null));
  if (known?.isDependent === true) program.world.misses++;
  if (known) return known.values;
  const before = program.world.misses;
  const values = yield* answersAround(node, { ...reading, context: from }, function* (other) {
    return yield { node, context: other };
  });
  seen.push({ receiver: receiver ?? null, values, isDependent: program.world.misses > before });
  return values;
}

/** What was seen of a node before, through objects that may be the same. */
function seenOf(node: Node, from: Context, receiver: Value | null): Seen[] {
  const here = seenFrom.get(from) ?? new Map<Node, Map<object, Seen[]>>();
  seenFrom.set(from, here);
  const byObject = here.get(node) ?? new Map<object, Seen[]>();
  here.set(node, byObject);
  const seen = byObject.get(identityOf(receiver)) ?? [];
  byObject.set(identityOf(receiver), seen);
  return seen;
}

/** Whether something is read where the calls of the function around what it reads are those of the reader. */
function isSeenFromWithin(home: FunctionNode | null, { context, read }: Reading): boolean {
  return home === null || frameOf(home, context) !== null || (read !== null && programAt(read, context.program) === programAt(home, context.program) && isInside(read, home));
}

/** The answers to a question about a node, for each context of the function around it that a reading may see. */
export function* answersAround(node: Node, reading: Reading, question: (context: Context) => Question): Question {
  const { context, receiver } = reading;
  const home = functionAround(node);
  if (isSeenFromWithin(home, reading)) return yield* question(context);
  const groups: Values[] = [];
  const contexts = contextsOn(receiver, node, yield* contextsOf(home, programAt(node, context.program), 0));
  for (const other of contexts.slice(0, MAX_WRITES)) {
    if (isCompatible(other, context) && (yield* runs(node, other)) !== false) groups.push(yield* question(other));
  }
  return unionOf([...groups, contexts.length > MAX_WRITES ? UNKNOWN : []]);
}

const byReceiver = new WeakMap<readonly Context[], ReadonlyMap<object, readonly Context[]>>();
const ANY = {};

/** Contexts of one group beyond this many are not looked at. */
const MOST_LOOKED_AT = 256;

/** The contexts in which what is done to `this` at a node may be done to an object; of more than can be followed the first. */
function contextsOn(object: Value | undefined, node: Node, contexts: readonly Context[]): readonly Context[] {
  if (!object || identityOf(object) === ANY) return contexts.slice(0, MAX_WRITES + 1);
  const groups = byReceiver.get(contexts) ?? groupBy(contexts, (context) => identityOf(receiverAt(node, context)));
  byReceiver.set(contexts, groups);
  const seen: Context[] = [];
  for (const context of [groups.get(identityOf(object)) ?? [], groups.get(ANY) ?? []].flatMap((group) => group.slice(0, MOST_LOOKED_AT))) {
    const other = receiverAt(node, context);
    if (identityOf(other) === ANY || isSameObject(object, other)) seen.push(context);
    if (seen.length > MAX_WRITES) break;
  }
  return seen;
}

/** What two values for one object have in common. */
function identityOf(value: Value | null): object {
  if (value?.type === 'instance') return value.site === null ? ANY : value;
  return value?.type === 'object' ? (value.site ?? value.context ?? value) : ANY;
}

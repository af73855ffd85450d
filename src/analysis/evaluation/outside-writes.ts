import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from './bindings.js';
import { contextsAround } from '../calls/callers.js';
import { rootOf } from '../calls/context.js';
import { changesByAssign } from './mutations.js';
import { MAX_WRITES } from './reaching.js';
import type { ClassNode } from '../nodes.js';
import type { Question } from './question.js';
import type { Program } from '../program.js';
import { union, unionOf, type ClassValue, type InstanceValue, type Values } from '../values.js';

type Node = TSESTree.Node;

/** `object.key = value` or, where no key is named, `Object.assign(object, value)`, outside the class of the object. */
interface OutsideWrite {
  readonly program: Program;
  readonly object: Node;
  readonly key: string | null;
  readonly value: Node;
}

type Writes = ReadonlyMap<ClassNode, ReadonlyMap<string | null, readonly OutsideWrite[]>>;
/** By the object that is written to; under its class what is written to any of its objects. */
type Written = ReadonlyMap<object, Values>;

const writesIn = new WeakMap<Program, Writes>();
const writtenTo = new WeakMap<readonly OutsideWrite[], Written>();

/** What code outside a class stores in a field of an object of it; empty where it stores nothing. */
export function* valuesWrittenOutside(receiver: ClassValue | InstanceValue, key: string): Question {
  const { program } = receiver.context;
  const writes = (yield* outsideWrites(program)).get(receiver.node);
  const merged = yield* valuesOfWrites(receiver, writes?.get(null));
  return union(yield* valuesOfWrites(receiver, writes?.get(key)), ...merged.map((value) => (value.type === 'object' ? (value.properties.get(key) ?? []) : [])));
}

function* valuesOfWrites(receiver: ClassValue | InstanceValue, writes: readonly OutsideWrite[] | undefined): Question {
  if (!writes) return [];
  const written = writtenTo.get(writes) ?? (yield* findWritten(writes));
  writtenTo.set(writes, written);
  if (isAny(receiver)) return unionOf(written.values());
  return union(written.get(identityOf(receiver)) ?? [], receiver.type === 'instance' ? (written.get(receiver.node.body) ?? []) : []);
}

function isAny(receiver: ClassValue | InstanceValue): boolean {
  return receiver.type === 'instance' && receiver.site === null;
}

/** An object stands for itself, a class for its node, any object of a class for its body. */
function identityOf(object: ClassValue | InstanceValue): object {
  if (object.type === 'class') return object.node;
  return object.site === null ? object.node.body : object;
}

function* findWritten(writes: readonly OutsideWrite[]): Question<Written> {
  const written = new Map<object, Values>();
  for (const { program, object, value } of writes) {
    for (const context of yield* contextsAround(object, program)) {
      const owners = (yield { node: object, context }).flatMap((each) => (each.type === 'instance' || each.type === 'class' ? [identityOf(each)] : []));
      for (const owner of owners) written.set(owner, union(written.get(owner) ?? [], yield { node: value, context }));
    }
  }
  return written;
}

/** Found once; while that is going on nothing is known of them. */
function* outsideWrites(program: Program): Question<Writes> {
  const known = writesIn.get(program);
  if (known) return known;
  writesIn.set(program, new Map());
  const writes = yield* findWrites(program);
  writesIn.set(program, writes);
  return writes;
}

/** In the file of the class and in those whose requests count. */
function* findWrites(program: Program): Question<Writes> {
  const writes = new Map<ClassNode, Map<string | null, OutsideWrite[]>>();
  for (const writer of new Set([program, ...(program.world.files?.active ?? [])])) {
    for (const write of [...assignmentsIn(writer), ...mergesIn(writer)]) {
      if (write.object.type === 'ThisExpression') continue;
      for (const owner of yield* ownersOf(write)) addTo(writes, owner, write);
    }
  }
  return writes;
}

/** The classes of the objects that are written to. What a function is handed is known to its callers. */
function* ownersOf(write: OutsideWrite): Question<ReadonlySet<ClassNode>> {
  const { object, program } = write;
  const owners = new Set(classesOf(yield { node: object, context: rootOf(program) }));
  const contexts = owners.size === 0 && isParameter(write) ? yield* contextsAround(object, program) : [];
  for (const context of contexts.slice(0, MAX_WRITES)) for (const owner of classesOf(yield { node: object, context })) owners.add(owner);
  return owners;
}

function classesOf(objects: Values): readonly ClassNode[] {
  return objects.flatMap((object) => (object.type === 'instance' || object.type === 'class' ? [object.node] : []));
}

function isParameter({ object, program }: OutsideWrite): boolean {
  return object.type === 'Identifier' && program.index.variableOf(object)?.defs[0]?.type === 'Parameter';
}

function assignmentsIn(program: Program): readonly OutsideWrite[] {
  return program.index.assignments.flatMap(({ left, right, operator }) => {
    const key = left.type === 'MemberExpression' && operator === '=' ? staticKey(left) : null;
    return left.type === 'MemberExpression' && key !== null ? [{ program, object: left.object, key, value: right }] : [];
  });
}

function mergesIn(program: Program): readonly OutsideWrite[] {
  return program.index.calls.flatMap((call) => {
    const [object] = call.arguments;
    return object ? changesByAssign(object, call, []).map(({ value }) => ({ program, object, key: null, value })) : [];
  });
}

function addTo(writes: Map<ClassNode, Map<string | null, OutsideWrite[]>>, owner: ClassNode, write: OutsideWrite): void {
  const fields = writes.get(owner) ?? new Map<string | null, OutsideWrite[]>();
  writes.set(owner, fields);
  const known = fields.get(write.key);
  if (known) known.push(write);
  else fields.set(write.key, [write]);
}

import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from './bindings.js';
import { contextsAround } from './callers.js';
import { isSameObject, rootOf } from './context.js';
import type { ClassNode } from './nodes.js';
import type { Question } from './question.js';
import type { ClassValue, Context, InstanceValue, Program, Value, Values } from './values.js';

type Node = TSESTree.Node;

/** `object.key = value`, outside the class of the object. */
interface OutsideWrite {
  readonly object: Node;
  readonly value: Node;
}

type Writes = ReadonlyMap<ClassNode, ReadonlyMap<string, readonly OutsideWrite[]>>;

const NONE: Writes = new Map();
const writesOf = new WeakMap<Program, Writes>();

/** What code outside a class stores in a field of an object of it. */
export function* valuesWrittenOutside(receiver: ClassValue | InstanceValue, key: string): Question<readonly Values[]> {
  const { program } = receiver.context;
  const writes = (yield* outsideWrites(program)).get(receiver.node)?.get(key) ?? [];
  const groups: Values[] = [];
  for (const { object, value } of writes) {
    for (const context of yield* contextsAround(object, program)) {
      const objects = yield { node: object, context };
      if (objects.some((other) => isSameObject(other, receiver) || isAny(receiver, other))) groups.push(yield { node: value, context });
    }
  }
  return groups;
}

function isAny(receiver: ClassValue | InstanceValue, other: Value): boolean {
  return receiver.type === 'instance' && other.type === 'instance' && other.node === receiver.node && (receiver.site === null || other.site === null);
}

/** Found once; while that is going on nothing is known of them. */
function* outsideWrites(program: Program): Question<Writes> {
  const known = writesOf.get(program);
  if (known) return known;
  writesOf.set(program, NONE);
  const writes = yield* findWrites(rootOf(program));
  writesOf.set(program, writes);
  return writes;
}

function* findWrites(context: Context): Question<Writes> {
  const writes = new Map<ClassNode, Map<string, OutsideWrite[]>>();
  for (const { left, right, operator } of context.program.index.assignments) {
    if (left.type !== 'MemberExpression' || left.object.type === 'ThisExpression' || operator !== '=') continue;
    const key = staticKey(left);
    const owners = (yield { node: left.object, context }).flatMap((object) => (object.type === 'instance' || object.type === 'class' ? [object.node] : []));
    for (const owner of key === null ? [] : owners) {
      const fields = writes.get(owner) ?? new Map<string, OutsideWrite[]>();
      writes.set(owner, fields.set(key ?? '', [...(fields.get(key ?? '') ?? []), { object: left.object, value: right }]));
    }
  }
  return writes;
}

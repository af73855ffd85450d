import { calleesOf } from '../calls/callees.js';
import { answersAround, valuesAround } from '../calls/callers.js';
import { contextAt, enter } from '../calls/context.js';
import type { Asked, Question, Reading } from './question.js';
import type { Mutation, Passage } from './mutations.js';
import { reachingWrites } from './reaching.js';
import { runs } from './truth.js';
import { UNKNOWN, copyOf, knownText, union, unionOf, type ObjectValue, type Value, type Values } from '../values.js';

/** Values with the changes laid over them that a read may see. A value that is not known becomes an open object that holds the changes. */
export function* overlaid(values: Values, mutations: readonly Mutation[], reading: Reading): Question {
  const [first] = mutations;
  if (!first) return values;
  const results: Value[] = [];
  for (const value of values) {
    if (value.type === 'object') results.push(yield* overlaidObject(value, mutations, reading));
    else results.push(value);
  }
  const isOpen = values.some((value) => value.type !== 'object' && value.type !== 'text' && value.type !== 'nothing');
  if (!isOpen) return results;
  const blank: ObjectValue = { type: 'object', node: reading.read ?? first.node, shape: 'object', properties: new Map(), open: true };
  const added = yield* overlaidObject(blank, mutations, reading);
  return added.properties.size > 0 ? union(results, [added]) : results;
}

function* overlaidObject(base: ObjectValue, mutations: readonly Mutation[], reading: Reading): Question<ObjectValue> {
  const properties = new Map(base.properties);
  let { open } = base;
  const merges = yield* reachingWrites(mutations.filter((mutation) => mutation.path.length === 0), reading);
  for (const merge of merges.writes) open = mergeInto(properties, yield* writtenValues(merge, reading)) || open;
  const { groups, isUnnamed } = yield* byFirstKey(mutations);
  open ||= isUnnamed;
  for (const [key, group] of groups) {
    const name = base.shape === 'headers' ? key.toLowerCase() : key;
    const before = properties.get(name);
    // Changes that are not seen from there make nothing of what is missing.
    if (!before && !(yield* isAnySeen(group, reading))) continue;
    const values = yield* changedProperty(before ?? (open ? UNKNOWN : []), group, reading);
    if (values.length > 0) properties.set(name, values);
  }
  return { ...base, properties, open };
}

function* isAnySeen(mutations: readonly Mutation[], reading: Reading): Question<boolean> {
  const { writes, complete } = yield* reachingWrites(mutations, reading);
  return writes.length > 0 || !complete;
}

/** What a change writes: one that a function makes, as that function is called there. */
function* writtenValues({ value, passages = [] }: Mutation, reading: Reading): Question {
  const [first] = passages;
  if (!first) return yield* valuesAround(value, reading);
  return yield* answersAround(first.call, reading, (context) => valuesBehind(passages, { node: value, context }));
}

/** What an expression is behind calls that are made one within the other; nothing where one of them does not get to it. */
function* valuesBehind([passage, ...inner]: readonly Passage[], { node, context }: Asked): Question {
  if (!passage) return yield { node, context };
  const { call, owner, change } = passage;
  const caller = contextAt(call, context);
  const callee = (yield* calleesOf(call, caller)).find(({ called }) => called.node === owner);
  const entered = callee ? enter(callee.called, { site: call, caller, receiver: callee.receiver }) : null;
  if (!entered) return UNKNOWN;
  return (yield* runs(change, entered)) === false ? [] : yield* valuesBehind(inner, { node, context: entered });
}

/** Adds the members of values to those that are there; true where something unknown may have come along. */
function mergeInto(properties: Map<string, Values>, values: Values): boolean {
  for (const value of values) {
    if (value.type !== 'object') continue;
    for (const [key, added] of copyOf(value).members) properties.set(key, union(properties.get(key) ?? [], added));
  }
  return values.some((value) => value.type !== 'object' || value.open);
}

function* changedProperty(before: Values, mutations: readonly Mutation[], reading: Reading): Question {
  const direct = mutations.filter((mutation) => mutation.path.length === 1 && mutation.kind !== 'merge');
  const { writes, complete, hidden } = yield* reachingWrites(direct, reading);
  const groups: Values[] = hidden ? [] : [before];
  if (!complete) groups.push(UNKNOWN);
  for (const write of writes) groups.push(yield* writtenValues(write, reading));
  const values = unionOf(groups);
  const deeper = mutations.filter((mutation) => mutation.path.length > 1 || (mutation.path.length === 1 && mutation.kind === 'merge'));
  if (deeper.length === 0) return values;
  return yield* overlaid(values.length > 0 ? values : UNKNOWN, deeper.map((mutation) => ({ ...mutation, path: mutation.path.slice(1) })), reading);
}

/** The changes by the member that they change; `isUnnamed` where one of them is to a member whose name is not known. */
function* byFirstKey(mutations: readonly Mutation[]): Question<{ readonly groups: ReadonlyMap<string, readonly Mutation[]>; readonly isUnnamed: boolean }> {
  const groups = new Map<string, Mutation[]>();
  let isUnnamed = false;
  for (const mutation of mutations) {
    const [first] = mutation.path;
    if (first === undefined) continue;
    const keys = typeof first === 'string' ? [first] : (yield first).map(knownText);
    for (const key of keys) {
      isUnnamed ||= key === null;
      const group = key === null ? null : groups.get(key);
      if (group) group.push(mutation);
      else if (key !== null) groups.set(key, [mutation]);
    }
  }
  return { groups, isUnnamed };
}

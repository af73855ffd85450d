import type { TSESTree } from '@typescript-eslint/utils';
import { answersAround } from '../calls/callers.js';
import { membersOf } from './class-members.js';
import { conditionsOf } from './conditions.js';
import { anyInstance } from '../calls/context.js';
import { defaultValues, parameterValues, resultValues, returnedValues } from './evaluate-function.js';
import { isInStaticMember } from './evaluate-this.js';
import { groupBy } from '../group-by.js';
import { mutationsOfField, namedMutationsOfField, type Mutation } from './mutations.js';
import { isInside, type ClassNode, type FunctionNode } from '../nodes.js';
import { valuesWrittenOutside } from './outside-writes.js';
import { overlaid } from './overlay.js';
import type { Question, Reading } from './question.js';
import { MAX_WRITES } from './reaching.js';
import { UNKNOWN, union, unionOf, type ClassValue, type Context, type FunctionValue, type InstanceValue, type ObjectValue, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** What a field of a class or its object may hold: its initial value, what any method stores in it, what a getter returns. */
export function* fieldValues(value: ClassValue | InstanceValue, key: string, reading: Reading): Question {
  if (key === 'constructor' && value.type === 'instance') return [{ type: 'class', node: value.node, context: value.context }];
  const seen = new Set<ClassNode>();
  for (let owner: ClassValue | InstanceValue | undefined = value; owner && !seen.has(owner.node); owner = yield* superClassOf(owner)) {
    seen.add(owner.node);
    const values = union(yield* ownFieldValues(owner, key, { receiver: value, ...reading }), yield* valuesWrittenOutside(value, key));
    if (values.length > 0) return values;
  }
  return UNKNOWN;
}

/** The class that a class extends, where it is written in this file. */
function* superClassOf({ type, node, context }: ClassValue | InstanceValue): Question<ClassValue | InstanceValue | undefined> {
  const [base] = node.superClass ? yield { node: node.superClass, context } : [];
  if (base?.type !== 'class') return undefined;
  return type === 'class' ? base : anyInstance(base.node, base.context);
}

/** The same without what the class inherits; empty where it declares no such field. */
function* ownFieldValues(value: ClassValue | InstanceValue, key: string, reading: Reading): Question {
  const mutations = ownMutations(value, key);
  if (mutations.length === 0) return yield* declaredValues(value, key, reading);
  if (mutations.length <= MAX_WRITES) return yield* changedValues(value, { key, mutations, reading });
  // All readers of one object share one answer, in which every change may have happened.
  const here = crowded.get(mutations) ?? new Map<Context, Map<Value, Values>>();
  crowded.set(mutations, here);
  const answers = here.get(reading.context) ?? new Map<Value, Values>();
  here.set(reading.context, answers);
  const known = answers.get(reading.receiver ?? value) ?? (yield* changedValues(value, { key, mutations, reading: { ...reading, read: null } }));
  answers.set(reading.receiver ?? value, known);
  return known;
}

const crowded = new WeakMap<readonly Mutation[], Map<Context, Map<Value, Values>>>();

interface Changed {
  readonly key: string;
  readonly mutations: readonly Mutation[];
  readonly reading: Reading;
}

function* changedValues(value: ClassValue | InstanceValue, { key, mutations, reading }: Changed): Question {
  const declared = mutations.some((mutation) => isWrittenAtOnce(mutation, value.node)) && !isInConstructor(reading.read, value.node) ? [] : yield* declaredValues(value, key, reading);
  const blank: ObjectValue = { type: 'object', node: value.node, shape: 'object', properties: new Map(declared.length > 0 ? [[key, declared]] : []), open: false };
  const [object] = yield* overlaid([blank], mutations, reading);
  const values = object?.type === 'object' ? object.properties.get(key) : undefined;
  return values ?? [];
}

/** Whether the constructor surely replaces a field, so that nobody outside of it sees what it is declared with. */
function isWrittenAtOnce({ node, path, replaces }: Mutation, owner: ClassNode): boolean {
  const statement = node.parent;
  return replaces && path.length === 1 && statement?.type === 'ExpressionStatement' && statement.parent.parent === constructorOf(owner) && conditionsOf(node).length === 0;
}

function isInConstructor(read: Node | null, owner: ClassNode): boolean {
  const maker = constructorOf(owner);
  return read !== null && maker !== null && isInside(read, maker);
}

function constructorOf(owner: ClassNode): FunctionNode | null {
  const [member] = membersOf(owner).get('constructor') ?? [];
  return member?.type === 'MethodDefinition' && member.value.type === 'FunctionExpression' ? member.value : null;
}

const byStatic = new WeakMap<readonly Mutation[], ReadonlyMap<boolean, readonly Mutation[]>>();

/** The changes that the class makes to a field of its objects, or to one of its own. Only a change by its name is one to a method. */
function ownMutations({ type, node, context }: ClassValue | InstanceValue, key: string): readonly Mutation[] {
  const isMethod = membersOf(node).get(key)?.some((member) => member.type === 'MethodDefinition' && member.kind === 'method') === true;
  const all = (isMethod ? namedMutationsOfField : mutationsOfField)(node, key, context.program.index);
  const groups = byStatic.get(all) ?? groupBy(all, (mutation) => isInStaticMember(mutation.node, node));
  byStatic.set(all, groups);
  return groups.get(type === 'class') ?? [];
}

function* declaredValues({ node, type, context }: ClassValue | InstanceValue, key: string, reading: Reading): Question {
  const isStatic = type === 'class';
  const members = membersOf(node);
  const groups: Values[] = [];
  for (const member of members.get(key) ?? []) {
    if (!('static' in member) || member.static !== isStatic) continue;
    if (member.type === 'PropertyDefinition' || member.type === 'AccessorProperty') groups.push(member.value ? yield { node: member.value, context } : []);
    else if (member.type === 'MethodDefinition' && member.value.type === 'FunctionExpression') groups.push(yield* methodValues(member.kind, { type: 'function', node: member.value, context }, reading));
  }
  for (const member of isStatic ? [] : (members.get('constructor') ?? [])) {
    if (member.type === 'MethodDefinition' && member.value.type === 'FunctionExpression') groups.push(...(yield* parameterProperty(member.value, key, reading)));
  }
  return unionOf(groups);
}

function* methodValues(kind: string, called: FunctionValue, { context, read, receiver }: Reading): Question {
  if (kind === 'get') return yield* resultValues(called, { site: read ?? called.node, caller: context, receiver: receiver ?? null });
  return kind === 'method' ? [called] : [];
}

/** `constructor(private readonly apiKey = …)` declares a field. */
function* parameterProperty(node: FunctionNode, key: string, reading: Reading): Question<Values[]> {
  for (const [at, parameter] of node.params.entries()) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const declared = parameter.parameter;
    const target = declared.type === 'AssignmentPattern' ? declared.left : declared;
    if (!('name' in target) || target.name !== key) continue;
    return [yield* answersAround(target, { ...reading, read: null }, function* (context) {
      const given = yield* parameterValues(node, at, context);
      return declared.type === 'AssignmentPattern' ? yield* defaultValues(given, { node: declared.right, context }) : given;
    })];
  }
  return [];
}

/** What the member of an object literal is: its value, or what its getter returns. */
export function* ownMember(node: TSESTree.Property, context: Context): Question {
  if (node.kind === 'get' && node.value.type === 'FunctionExpression') return yield* returnedValues(node.value, context);
  return node.kind === 'init' ? yield node.value : [];
}

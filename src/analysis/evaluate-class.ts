import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from './bindings.js';
import type { Question, Reading } from './question.js';
import { groupBy } from './group-by.js';
import { ownerOfThis, type FileIndex } from './file-index.js';
import { mutationsOfField } from './mutations.js';
import { overlaid } from './overlay.js';
import { MAX_WRITES } from './reaching.js';
import { NOTHING, UNKNOWN, union, unknownAt, type ClassNode, type ClassValue, type FunctionNode, type ObjectValue, type Values } from './values.js';

type Node = TSESTree.Node;

/** What `this` is: an object of the class around it, the class itself in a static member. In a method of an object literal it is that object. */
export function* thisValues(node: TSESTree.ThisExpression): Question {
  const owner = ownerOfThis(node);
  if (owner === null) return unknownAt(node);
  if (owner.type === 'ObjectExpression') return yield owner;
  return [{ type: isInStaticMember(node, owner) ? 'class' : 'instance', node: owner }];
}

function isInStaticMember(node: Node, owner: ClassNode): boolean {
  let at: Node = node;
  while (at.parent && at.parent !== owner.body) at = at.parent;
  return at.type === 'StaticBlock' || ('static' in at && at.static);
}

/** What a field of a class or its object may hold: its initial value, what any method stores in it, what a getter returns. */
export function* fieldValues(value: ClassValue, key: string, reading: Reading): Question {
  if (key === 'constructor' && value.type === 'instance') return [{ type: 'class', node: value.node }];
  const seen = new Set<ClassNode>();
  for (let owner: ClassValue | undefined = value; owner && !seen.has(owner.node); owner = yield* superClassOf(owner)) {
    seen.add(owner.node);
    const values = yield* ownFieldValues(owner, key, reading);
    if (values.length > 0) return values;
  }
  return UNKNOWN;
}

/** The class that a class extends, where it is written in this file. */
function* superClassOf({ type, node }: ClassValue): Question<ClassValue | undefined> {
  const [base] = node.superClass ? yield node.superClass : [];
  return base?.type === 'class' ? { type, node: base.node } : undefined;
}

/** The same without what the class inherits; empty where it declares no such field. */
function* ownFieldValues(value: ClassValue, key: string, { index, read }: Reading): Question {
  const isStatic = value.type === 'class';
  const declared = yield* declaredValues(value, key, index);
  const mutations = mutationsOfField(value.node, key, index).filter((mutation) => isInStaticMember(mutation.node, value.node) === isStatic);
  if (mutations.length === 0) return declared;
  const blank: ObjectValue = { type: 'object', node: value.node, shape: 'object', properties: new Map(declared.length > 0 ? [[key, declared]] : []), open: false };
  const [object] = yield* overlaid([blank], mutations, mutations.length > MAX_WRITES ? null : read);
  const values = object?.type === 'object' ? object.properties.get(key) : undefined;
  return values ?? [];
}

type Member = TSESTree.ClassElement;

const membersByClass = new WeakMap<ClassNode, ReadonlyMap<string | null, readonly Member[]>>();

/** The members of a class by their name; the constructor under its own. */
function membersOf(node: ClassNode): ReadonlyMap<string | null, readonly Member[]> {
  const known = membersByClass.get(node);
  if (known) return known;
  const named = node.body.body.filter((member) => 'key' in member);
  const members = groupBy<string | null, Member>(named, (member) => staticKey(member as TSESTree.PropertyDefinition));
  membersByClass.set(node, members);
  return members;
}

function* declaredValues({ node, type }: ClassValue, key: string, index: FileIndex): Question {
  const isStatic = type === 'class';
  const members = membersOf(node);
  const groups: Values[] = [];
  for (const member of members.get(key) ?? []) {
    if (!('static' in member) || member.static !== isStatic) continue;
    if (member.type === 'PropertyDefinition' || member.type === 'AccessorProperty') groups.push(member.value ? yield member.value : []);
    else if (member.type === 'MethodDefinition' && member.value.type === 'FunctionExpression') groups.push(yield* methodValues(member.kind, member.value, index));
  }
  for (const member of isStatic ? [] : (members.get('constructor') ?? [])) {
    if (member.type === 'MethodDefinition' && member.value.type === 'FunctionExpression') groups.push(...(yield* parameterProperty(member.value, key)));
  }
  return union(...groups);
}

function* methodValues(kind: string, node: FunctionNode, index: FileIndex): Question {
  if (kind === 'get') return yield* returnedValues(node, index);
  return kind === 'method' ? [{ type: 'function', node }] : [];
}

/** `constructor(private readonly apiKey = …)` declares a field. */
function* parameterProperty(node: FunctionNode, key: string): Question<Values[]> {
  for (const parameter of node.params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const declared = parameter.parameter;
    const target = declared.type === 'AssignmentPattern' ? declared.left : declared;
    if ('name' in target && target.name === key) return [yield declared];
  }
  return [];
}

/** What the member of an object literal is: its value, or what its getter returns. */
export function* ownMember(node: TSESTree.Property, index: FileIndex): Question {
  if (node.kind === 'get' && node.value.type === 'FunctionExpression') return yield* returnedValues(node.value, index);
  return node.kind === 'init' ? yield node.value : [];
}

/** What a function written in this file may return, its parameters left as they are. */
export function* returnedValues(node: FunctionNode, index: FileIndex): Question {
  if (node.body.type !== 'BlockStatement') return yield node.body;
  const groups: Values[] = [];
  for (const statement of index.returns.get(node) ?? []) groups.push(statement.argument ? yield statement.argument : NOTHING);
  return groups.length > 0 ? union(...groups) : NOTHING;
}

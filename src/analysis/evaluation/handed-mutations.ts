import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '@typescript-eslint/scope-manager';
import { staticKey } from './bindings.js';
import { membersOf } from './class-members.js';
import { classOfThis, type FileIndex } from '../file-index.js';
import { isWrapper, mutationsOfVariable, type Mutation, type Passage } from './mutations.js';
import { isFunction, type FunctionNode } from '../nodes.js';

type Node = TSESTree.Node;

/** How often what a function is handed may be handed on, and to how many changes in all that may come; where it is more, none of them is followed. */
const DEEPEST = 4;
const MOST_HANDED = 32;

const all = new WeakMap<Variable, readonly Mutation[]>();

/** All changes to what a variable holds, those among them that functions of the file make which it is handed to (`addKey(headers)`): each of these stands where the call does. In the order of the text. */
export function mutationsOf(variable: Variable, index: FileIndex): readonly Mutation[] {
  const known = all.get(variable);
  if (known) return known;
  const [own, handed] = [mutationsOfVariable(variable), handedMutations(variable, index, DEEPEST) ?? []];
  const mutations = handed.length === 0 ? own : [...own, ...handed].sort((one, other) => one.node.range[0] - other.node.range[0]);
  all.set(variable, mutations);
  return mutations;
}

/** By how often more it may be handed on; null where there are too many. */
const found = new WeakMap<Variable, (readonly Mutation[] | null)[]>();

function handedMutations(variable: Variable, index: FileIndex, deepest: number): readonly Mutation[] | null {
  const byDepth = found.get(variable) ?? [];
  found.set(variable, byDepth);
  const known = byDepth[deepest];
  if (known !== undefined) return known;
  const mutations = deepest === 0 ? [] : findHanded(variable, index, deepest);
  byDepth[deepest] = mutations;
  return mutations;
}

function findHanded(variable: Variable, index: FileIndex, deepest: number): readonly Mutation[] | null {
  const mutations: Mutation[] = [];
  for (const { identifier } of variable.references) {
    const handing = handingAt(identifier, index);
    // A function that hands it to itself changes it no further.
    if (!handing || handing.parameter === variable) continue;
    const inner = changesTo(handing.parameter, index, deepest - 1);
    if (inner === null || mutations.length + inner.length > MOST_HANDED) return null;
    mutations.push(...inner.map((mutation) => handedBy(handing, mutation)));
  }
  return mutations;
}

function changesTo(parameter: Variable, index: FileIndex, deepest: number): readonly Mutation[] | null {
  const [own, handed] = [mutationsOfVariable(parameter), handedMutations(parameter, index, deepest)];
  return handed === null || own.length > MOST_HANDED ? null : [...own, ...handed];
}

/** A mention by which an object, or the member of one at a path, gets to a parameter of a function of the file. */
interface Handing extends Omit<Passage, 'change'> {
  readonly path: Mutation['path'];
}

function handingAt(mention: Node, index: FileIndex): Handing | null {
  const path: (Node | string)[] = [];
  let at = mention;
  for (let { parent } = at; parent && (isWrapper(parent) || (parent.type === 'MemberExpression' && parent.object === at)); { parent } = at) {
    if (parent.type === 'MemberExpression') path.push(staticKey(parent) ?? parent.property);
    at = parent;
  }
  const passage = at.parent?.type === 'CallExpression' ? passageOf(at, at.parent, index) : null;
  return passage && { ...passage, path };
}

function handedBy({ path, ...passage }: Handing, mutation: Mutation): Mutation {
  return {
    ...mutation,
    node: passage.call,
    path: [...path, ...mutation.path],
    replaces: mutation.replaces && isAtTop(mutation.node, passage.owner),
    passages: [{ ...passage, change: mutation.node }, ...(mutation.passages ?? [])],
  };
}

function passageOf(argument: Node, call: TSESTree.CallExpression, index: FileIndex): Omit<Passage, 'change'> | null {
  const at = call.arguments.findIndex((each) => each === argument || each.type === 'SpreadElement');
  const owner = call.arguments[at] === argument ? ownFunction(call.callee, index) : null;
  const parameter = owner && parameterOf(owner, at, index);
  return owner && parameter && { call, owner, parameter };
}

/** The function of the file that a callee surely is: one that is declared and never set, or a method of the class around. */
function ownFunction(callee: Node, index: FileIndex): FunctionNode | null {
  if (callee.type === 'MemberExpression' && callee.object.type === 'ThisExpression') return ownMethod(callee);
  const variable = callee.type === 'Identifier' ? index.variableOf(callee) : null;
  const [definition, ...others] = (variable?.defs ?? []).filter(({ node }) => node.type !== 'TSDeclareFunction');
  if (!definition || others.length > 0) return null;
  const node = (definition.type === 'Variable' && definition.parent.kind === 'const' && definition.node.id.type === 'Identifier' ? definition.node.init : definition.node) as Node | null;
  return node && isFunction(node) ? node : null;
}

function ownMethod(callee: TSESTree.MemberExpression): FunctionNode | null {
  const owner = classOfThis(callee);
  const [member, ...others] = owner ? (membersOf(owner).get(staticKey(callee)) ?? []) : [];
  const value = member && others.length === 0 && 'value' in member ? member.value : null;
  return value && isFunction(value) ? value : null;
}

/** The parameter that holds what is handed over for as long as the function runs; null where it is set to something else. */
function parameterOf({ params }: FunctionNode, at: number, index: FileIndex): Variable | null {
  const parameter = params[at];
  const name = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  const variable = name?.type === 'Identifier' ? index.variableOf(name) : null;
  return variable?.references.some((reference) => reference.isWrite() && reference.init !== true) === true ? null : variable;
}

/** Whether it happens whenever the function runs. */
function isAtTop({ parent }: Node, { body }: FunctionNode): boolean {
  return parent === body || (parent?.type === 'ExpressionStatement' && parent.parent === body && body.type === 'BlockStatement' && body.body.every(({ type }) => type === 'ExpressionStatement' || type === 'VariableDeclaration' || type === 'ReturnStatement'));
}

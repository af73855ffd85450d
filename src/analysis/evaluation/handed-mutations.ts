import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '@typescript-eslint/scope-manager';
import { staticKey } from './bindings.js';
import { membersOf } from './class-members.js';
import { classOfThis, type FileIndex } from '../file-index.js';
import { mutationsOfVariable, type Mutation, type Passage } from './mutations.js';
import { isFunction, type FunctionNode } from '../nodes.js';

type Node = TSESTree.Node;

/** How often what a function is handed may be handed on. */
const DEEPEST = 4;

const found = new WeakMap<Variable, readonly Mutation[]>();

/** All changes to what a variable holds, those among them that functions of the file make which it is handed to (`addKey(headers)`): each of these stands where the call does. In the order of the text. */
export function mutationsOf(variable: Variable, index: FileIndex): readonly Mutation[] {
  const [own, handed] = [mutationsOfVariable(variable), handedMutations(variable, index)];
  return handed.length === 0 ? own : [...own, ...handed].sort((one, other) => one.node.range[0] - other.node.range[0]);
}

function handedMutations(variable: Variable, index: FileIndex, depth = 0): readonly Mutation[] {
  const known = found.get(variable);
  if (known) return known;
  // A function that hands it to itself changes it no further.
  found.set(variable, []);
  const mutations = depth < DEEPEST ? variable.references.flatMap(({ identifier }) => mutationsByCallAt(identifier as Node, index, depth)) : [];
  found.set(variable, mutations);
  return mutations;
}

function mutationsByCallAt(mention: Node, index: FileIndex, depth: number): readonly Mutation[] {
  const path: (Node | string)[] = [];
  let at = mention;
  for (let { parent } = at; parent?.type === 'MemberExpression' && parent.object === at; { parent } = at) {
    path.push(staticKey(parent) ?? parent.property);
    at = parent;
  }
  const passage = at.parent?.type === 'CallExpression' ? passageOf(at, at.parent, index) : null;
  const parameter = passage && parameterOf(passage.owner, passage.call.arguments.indexOf(at as TSESTree.Expression), index);
  if (!passage || !parameter) return [];
  return [...mutationsOfVariable(parameter), ...handedMutations(parameter, index, depth + 1)].map((mutation) => ({
    ...mutation,
    node: passage.call,
    path: [...path, ...mutation.path],
    replaces: mutation.replaces && isAtTop(mutation.node, passage.owner),
    passages: [{ ...passage, change: mutation.node }, ...(mutation.passages ?? [])],
  }));
}

function passageOf(argument: Node, call: TSESTree.CallExpression, index: FileIndex): Omit<Passage, 'change'> | null {
  const at = call.arguments.findIndex((each) => each === argument || each.type === 'SpreadElement');
  const owner = call.arguments[at] === argument ? ownFunction(call.callee, index) : null;
  return owner && { call, owner };
}

/** The function of the file that a callee surely is: one that is declared and never set, or a method of the class around. */
function ownFunction(callee: Node, index: FileIndex): FunctionNode | null {
  if (callee.type === 'MemberExpression' && callee.object.type === 'ThisExpression') return ownMethod(callee);
  const variable = callee.type === 'Identifier' ? index.variableOf(callee) : null;
  const [definition, ...others] = variable?.defs ?? [];
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

import type { TSESTree } from '@typescript-eslint/utils';
import { isApiKeyName, isAskingName, isMediaManagerName } from '../../catalogue/key-names.js';
import { staticKey } from '../evaluation/bindings.js';
import { allCallsIn, allElementsIn, callsIn, elementsIn } from '../calls/calls.js';
import { contentsOf } from '../contents.js';
import { listedArgument } from '../evaluation/arguments.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { createClientFinder } from './http-client-of.js';
import { servesOthers } from './own-clients.js';
import type { ClientOption, WixRequest } from '../request.js';
import { behind } from './slots.js';
import { isNamedForKey, variableRead } from '../env-reads.js';
import type { CallNode } from '../nodes.js';
import { NOTHING, union, unionOf, type ObjectValue, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** Calls of classes, functions, methods and JSX elements that are Media Manager clients by their name or by the user's word. */
export function namedClientCallsIn(evaluator: Evaluator, clients: readonly ClientOption[]): readonly WixRequest[] {
  const find = createClientFinder();
  const isHttpClient = (callees: Values): boolean => callees.some((value) => value.type === 'reference' && find(value) !== null);
  const requests: WixRequest[] = [];
  for (const { site: { node: call }, callees, evaluator: view } of clients.length > 0 ? allCallsIn(evaluator) : callsIn(evaluator)) {
    const callee = calleeOf(call, view);
    const authorization = unionOf([...clients.map((client) => configured({ call, callee }, client, view)), isByName(callee) && !isHttpClient(callees) && !servesOthers(takerOf(call, callees, view), view) ? keysIn(argumentsOf(call, view), view) : []]);
    if (authorization.length > 0) requests.push(toMediaManager(call, authorization));
  }
  for (const { element, evaluator: view } of clients.length > 0 ? allElementsIn(evaluator) : elementsIn(evaluator)) {
    const names = namesOf(element.name, view);
    const isConfigured = clients.some((client) => [...names].some((name) => isSameName(client.name, name)));
    const isNamed = [...names].some(isMediaManagerName) && !servesOthers(view.valuesOf(element.name), view);
    if (isConfigured || isNamed) requests.push(toMediaManager(element, attributesOf(element, view)));
  }
  return requests;
}

/** Whose code a call runs: that of the object, for a method. */
function takerOf(call: CallNode, callees: Values, evaluator: Evaluator): Values {
  const callee = withoutChain(call.callee);
  return callee.type === 'MemberExpression' ? evaluator.valuesOf(callee.object) : callees;
}

function withoutChain(callee: Node): Node {
  return callee.type === 'ChainExpression' ? callee.expression : callee;
}

function toMediaManager(node: Node, authorization: Values): WixRequest {
  return { node, destinations: new Set(['media-manager']), authorization, headers: NOTHING };
}

/** A callee as the names it goes by: the function's (or class's) own, and for a method those of its object. */
interface Callee {
  readonly names: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly method: string | null;
}

function calleeOf(call: CallNode, evaluator: Evaluator): Callee {
  const callee = withoutChain(call.callee);
  if (callee.type !== 'MemberExpression') return { names: namesOf(callee, evaluator), owners: new Set(), method: null };
  const method = staticKey(callee);
  return { names: new Set(method === null ? [] : [method]), owners: namesOf(callee.object, evaluator), method };
}

function isByName({ names, owners, method }: Callee): boolean {
  if ([...names].some(isMediaManagerName)) return true;
  return method !== null && [...owners].some(isMediaManagerName) && !isAskingName(method);
}

/** The names that an expression goes by: as it is written, and those of the class or function behind it. */
function namesOf(node: Node, evaluator: Evaluator): Set<string> {
  const names = new Set<string>();
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') names.add(node.name);
  else if (node.type === 'MemberExpression') names.add(staticKey(node) ?? '');
  else if (node.type === 'JSXMemberExpression') names.add(node.property.name);
  if (node.type !== 'JSXMemberExpression') for (const value of evaluator.valuesOf(node)) names.add(nameOfValue(value));
  names.delete('');
  return names;
}

function nameOfValue(value: Value): string {
  switch (value.type) {
    case 'class': case 'instance': return value.node.id?.name ?? '';
    case 'function': return value.node.id?.name ?? '';
    case 'reference': {
      const made = value.root.type === 'call' && value.path.length === 0 ? value.root.callee : value;
      return made.path.at(-1) ?? (made.root.type === 'global' ? made.root.name : '');
    }
    default: return '';
  }
}

function argumentsOf(call: CallNode, evaluator: Evaluator): Values {
  return unionOf(call.arguments.map((argument) => evaluator.valuesOf(argument.type === 'SpreadElement' ? argument.argument : argument)));
}

function attributesOf(element: TSESTree.JSXOpeningElement, evaluator: Evaluator): Values {
  const values = element.attributes.map((attribute) => {
    if (attribute.type === 'JSXSpreadAttribute') return evaluator.valuesOf(attribute.argument);
    return attribute.value ? evaluator.valuesOf(attribute.value) : NOTHING;
  });
  const named = element.attributes.flatMap((attribute, at) => (attribute.type === 'JSXAttribute' && typeof attribute.name.name === 'string' && isApiKeyName(attribute.name.name) ? (values[at] ?? []) : []));
  return union(keysIn(unionOf(values), evaluator), named.filter(isReadable));
}

/** What a call hands to a client of the user's own; empty where it is not that client. */
function configured({ call, callee }: { readonly call: CallNode; readonly callee: Callee }, client: ClientOption, evaluator: Evaluator): Values {
  const names = client.method === undefined ? callee.names : callee.owners;
  const isMethod = client.method === undefined || client.method === callee.method;
  if (!isMethod || ![...names].some((name) => isSameName(name, client.name))) return [];
  const given = client.argument === undefined ? argumentsOf(call, evaluator) : evaluator.answer(listedArgument(call.arguments, client.argument, evaluator.context));
  const held = client.property === undefined ? given : behind(given, client.property.split('.'), evaluator);
  // Where the user says which argument it is, whatever stands there is meant to be a key.
  return union(keysIn(held, evaluator), client.argument === undefined && client.property === undefined ? [] : held.filter(isReadable));
}

/** An object is often named like its class: `wixPresetAPI.initialize` is `WixPresetAPI`'s. */
function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The texts in values that begin like a key, those inside objects and arrays among them, and what is read from the environment under a key's name. */
function keysIn(values: Values, evaluator: Evaluator): Values {
  const texts = contentsOf(values, null, evaluator).map(({ text }) => text);
  const named = values.flatMap((value) => (value.type === 'object' && value.shape !== 'array' ? membersNamedForKeys(value) : []));
  return union(texts, named, values.filter((value) => isReadOfKey(value, evaluator)));
}

const membersOf = new WeakMap<ObjectValue, Values>();

// Of an object that many calls are given.
function membersNamedForKeys(object: ObjectValue): Values {
  const members = membersOf.get(object) ?? [...object.properties].flatMap(([name, held]) => (isApiKeyName(name) ? held.filter(isReadable) : []));
  membersOf.set(object, members);
  return members;
}

function isReadable({ type }: Value): boolean {
  return type === 'text' || type === 'reference';
}

function isReadOfKey(value: Value, evaluator: Evaluator): boolean {
  const read = value.type === 'reference' ? variableRead(value, evaluator) : null;
  return read !== null && isNamedForKey(read.variable);
}

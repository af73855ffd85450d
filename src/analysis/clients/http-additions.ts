import type { TSESTree } from '@typescript-eslint/utils';
import type { HttpClient, SetterShape, Slot } from '../../catalogue/http-clients.js';
import { staticKey } from '../evaluation/bindings.js';
import { conditionsOf } from '../evaluation/conditions.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { siteOf } from '../calls/context.js';
import { findDefaultsCall, findSetter, type ClientPart } from './http-client-of.js';
import { mutationsOf } from '../evaluation/handed-mutations.js';
import { overlaid } from '../evaluation/overlay.js';
import { behind, slotValues } from './slots.js';
import type { CallNode } from '../nodes.js';
import { knownText, type FunctionValue, type ObjectValue, type Site, type Values } from '../values.js';

type Node = TSESTree.Node;

/** What something other than the call itself adds to a request: a setter, a default, a callback. */
export interface Addition {
  /** Header containers. */
  readonly headers?: Values;
  /** The calls and assignments of a callback that add it. */
  readonly consumed?: readonly Node[];
  /** Whether a callback adds it to some requests alone, by what it is told of them. */
  readonly isChosen?: boolean;
  /** A value that authorizes as it is. */
  readonly authorization?: Values;
  readonly url?: Values;
  readonly base?: Values;
}

/** To what something is added: the object of one request, an instance, or the client everywhere in the file. */
export type Target = HttpClient | Site;

/** The target of what is done to a part of a client. */
export function targetOf(part: ClientPart): Target {
  return part.request ?? part.instances.at(-1)?.site ?? part.client;
}

/** What a call of a setter or of a function that changes defaults adds; null for any other call. */
export function additionByCall(part: ClientPart, site: Site, evaluator: Evaluator): readonly Addition[] | null {
  const setter = part.request !== null || part.instances.length > 0 ? findSetter(part) : null;
  if (setter) return [additionBySetter(setter, site, evaluator)];
  const defaults = findDefaultsCall(part);
  if (!defaults) return null;
  const headers = (defaults.headers ?? []).map((slot): Addition => ({ headers: slotValues(site, slot, evaluator) }));
  return [...headers, ...additionsByCallback(part.client, defaults.callback ?? [], { site, evaluator })];
}

function additionBySetter(setter: SetterShape, site: Site, evaluator: Evaluator): Addition {
  const valueAt = (slot: Slot): Values => slotValues(site, slot, evaluator);
  const url = setter.url ? { url: valueAt(setter.url) } : {};
  if (setter.authorization) return { ...url, authorization: valueAt(setter.authorization) };
  const values = setter.name && setter.value ? valueAt(setter.value) : null;
  if (setter.name && values && !values.every((value) => value.type === 'nothing')) return { ...url, headers: headerPair(valueAt(setter.name), values, site.node) };
  return setter.headers ? { ...url, headers: valueAt(setter.headers) } : url;
}

function headerPair(names: Values, values: Values, node: Node): Values {
  return names.map((name): ObjectValue => {
    const key = knownText(name);
    return { type: 'object', node, shape: 'headers', properties: new Map(key === null ? [] : [[key.toLowerCase(), values]]), open: key === null };
  });
}

/** What the functions in callback slots do to their first parameter, which is a request object or its configuration. */
export function additionsByCallback(client: HttpClient, slots: readonly Slot[], { site, evaluator }: { readonly site: Site; readonly evaluator: Evaluator }): readonly Addition[] {
  return slots.flatMap((slot) => slotValues(site, slot, evaluator))
    .flatMap((value) => (value.type === 'function' ? additionsByFunction(client, value, evaluator.within(value.context)) : []));
}

function additionsByFunction(client: HttpClient, { node }: FunctionValue, evaluator: Evaluator): readonly Addition[] {
  const [parameter] = node.params;
  const variable = parameter?.type === 'Identifier' ? evaluator.index.variableOf(parameter) : null;
  if (!variable) return [];
  const bySetter = variable.references.flatMap(({ identifier }) => setterCallAt(client, identifier as Node) ?? []);
  const blank: ObjectValue = { type: 'object', node, shape: 'object', properties: new Map(), open: true };
  const mutations = mutationsOf(variable, evaluator.index);
  const [changed] = evaluator.answer(overlaid([blank], mutations, { context: evaluator.context, read: node }));
  const headers = changed?.type === 'object' ? changed.properties.get('headers') : undefined;
  return [
    ...bySetter.map(({ setter, call }) => ({ ...additionBySetter(setter, siteOf(call, evaluator.context), evaluator), consumed: [call], isChosen: isChosen(call) })),
    ...(headers ? [{ headers, consumed: mutations.map((mutation) => mutation.node), isChosen: mutations.some((mutation) => isChosen(mutation.node)) }] : []),
  ];
}

function isChosen(node: Node): boolean {
  return conditionsOf(node).some(({ isGuard }) => !isGuard);
}

function setterCallAt(client: HttpClient, mention: Node): { readonly setter: SetterShape; readonly call: CallNode } | null {
  const path: string[] = [];
  let at = mention;
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) {
    path.push(staticKey(at.parent) ?? '');
    at = at.parent;
  }
  const setter = client.setters?.find((candidate) => candidate.member === path.join('.'));
  return setter && at.parent?.type === 'CallExpression' && at.parent.callee === at ? { setter, call: at.parent } : null;
}

/** What a value adds that is written (or merged) into `axios.defaults…` or the like; empty for any other member. */
export function additionsByDefaults({ client, member, request }: ClientPart, value: Values, { node, evaluator }: { readonly node: Node; readonly evaluator: Evaluator }): readonly Addition[] {
  if (request !== null) return [];
  const within = (paths: readonly string[] = []): Values[] => paths.flatMap((path) => {
    if (path !== member && !path.startsWith(`${member}.`)) return [];
    return [behind(value, path.slice(member.length).split('.').slice(1), evaluator).filter(({ type }) => type !== 'nothing')];
  });
  const [headers, bases] = [within(client.defaultHeaders), within(client.defaultBase)];
  if (headers.length + bases.length > 0) return [...headers.map((container) => ({ headers: container })), ...bases.map((base) => ({ base }))];
  const end = member.lastIndexOf('.');
  if (client.defaultHeaders?.includes(member.slice(0, end)) !== true) return [];
  return [{ headers: [{ type: 'object', node, shape: 'headers', properties: new Map([[member.slice(end + 1).toLowerCase(), value]]), open: false }] }];
}

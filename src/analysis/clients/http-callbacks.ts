import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '@typescript-eslint/scope-manager';
import type { CallShape, HttpClient, SetterShape } from '../../catalogue/http-clients.js';
import { siteOf } from '../calls/context.js';
import { staticKey } from '../evaluation/bindings.js';
import { conditionsOf } from '../evaluation/conditions.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { mutationsOf } from '../evaluation/handed-mutations.js';
import type { Mutation } from '../evaluation/mutations.js';
import { overlaid } from '../evaluation/overlay.js';
import { additionBySetter, type Addition } from './http-setters.js';
import { slotValues } from './slots.js';
import { isInside, type CallNode } from '../nodes.js';
import type { FunctionValue, ObjectValue, Site, Value, Values } from '../values.js';

type Node = TSESTree.Node;

interface Called {
  readonly site: Site;
  readonly evaluator: Evaluator;
}

/** What the functions in callback slots do to the request: through their first parameter, which is the request object or its configuration, or their second, which holds its headers. */
export function additionsByCallback(client: HttpClient, { callback = [], headersCallback = [] }: Pick<CallShape, 'callback' | 'headersCallback'>, { site, evaluator }: Called): readonly Addition[] {
  const functionsIn = (values: Values): readonly FunctionValue[] => values.filter((value) => value.type === 'function');
  return [
    ...callback.flatMap((slot) => functionsIn(slotValues(site, slot, evaluator))).flatMap((called) => additionsByFunction(client, called, evaluator.within(called.context))),
    ...headersCallback.flatMap((slot) => functionsIn(slotValues(site, slot, evaluator).flatMap(listed))).flatMap((called) => additionsToHeaders(called, evaluator.within(called.context))),
  ];
}

function listed(value: Value): Values {
  return value.type === 'object' && value.shape === 'array' ? [...value.properties.values()].flat() : [value];
}

function additionsByFunction(client: HttpClient, { node }: FunctionValue, evaluator: Evaluator): readonly Addition[] {
  const variable = parameterOf(node.params[0], evaluator);
  if (!variable) return [];
  const bySetter = variable.references.flatMap(({ identifier }) => setterCallAt(client, identifier as Node) ?? []);
  const mutations = mutationsOf(variable, evaluator.index);
  const headers = changedBy(mutations, node, evaluator).properties.get('headers');
  const replaced = replacedBy(mutations.filter(({ path }) => path.length > 1 && path[0] === 'headers'), variable);
  return [
    ...bySetter.map(({ setter, call }) => ({ ...additionBySetter(setter, siteOf(call, evaluator.context), evaluator), consumed: [call], isChosen: isChosen(call), replaced: setter.authorization && conditionsOf(call).length === 0 ? ['authorization'] : [] })),
    ...(headers ? [{ headers, consumed: mutations.map((mutation) => mutation.node), isChosen: mutations.some((mutation) => isChosen(mutation.node)), replaced }] : []),
  ];
}

/** Headers of old clients stand under `common` too. */
function additionsToHeaders({ node }: FunctionValue, evaluator: Evaluator): readonly Addition[] {
  const variable = parameterOf(node.params[1], evaluator);
  const mutations = variable ? mutationsOf(variable, evaluator.index) : [];
  if (!variable || mutations.length === 0) return [];
  const changed = changedBy(mutations, node, evaluator);
  const consumed = mutations.map((mutation) => mutation.node);
  return [{ headers: [changed, ...(changed.properties.get('common') ?? [])], consumed, isChosen: consumed.some(isChosen), replaced: replacedBy(mutations, variable) }];
}

function parameterOf(parameter: Node | undefined, evaluator: Evaluator): Variable | null {
  return parameter?.type === 'Identifier' ? evaluator.index.variableOf(parameter) : null;
}

/** What is known of a parameter by what its function does to it. */
function changedBy(mutations: readonly Mutation[], node: Node, evaluator: Evaluator): ObjectValue {
  const blank: ObjectValue = { type: 'object', node, shape: 'object', properties: new Map(), open: true };
  const [changed] = evaluator.answer(overlaid([blank], mutations, { context: evaluator.context, read: node }));
  return changed?.type === 'object' ? changed : blank;
}

/** The names of the headers that are surely written or deleted, whatever was there before, by changes to what a variable holds. */
function replacedBy(mutations: readonly Mutation[], variable: Variable): readonly string[] {
  return mutations.filter((mutation) => isSure(mutation, variable)).flatMap(({ path }) => {
    const name = path.at(-1);
    const text = typeof name === 'object' && name.type === 'Literal' ? name.value : name;
    return typeof text === 'string' ? [text.toLowerCase()] : [];
  });
}

function isSure(mutation: Mutation, variable: Variable): boolean {
  return mutation.replaces && !mayKeep(mutation, variable) && conditionsOf(mutation.node).length === 0;
}

/** Whether what is written may be what was there: `||=`, and a value that mentions the changed object; a deletion keeps nothing. */
function mayKeep({ node, value, passages }: Mutation, variable: Variable): boolean {
  const { change, parameter } = passages?.at(-1) ?? { change: node, parameter: variable };
  if (value === change) return value.type === 'AssignmentExpression';
  return parameter.references.some(({ identifier }) => isInside(identifier, value));
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

import { AUTHORIZATION } from '../catalogue/headers.js';
import type { Destination } from '../catalogue/hosts.js';
import type { Slot } from '../catalogue/http-clients.js';
import { changesIn } from './changes.js';
import type { Evaluator } from './evaluate.js';
import { additionByCall, additionsByCallback, additionsByDefaults, targetOf, type Addition, type Target } from './http-additions.js';
import { createClientFinder, findCallShape, instanceBy, type ClientPart } from './http-client-of.js';
import { urlsOf } from './http-urls.js';
import type { WixRequest } from './request.js';
import { headerValues, slotValues } from './slots.js';
import { destinationOfUrl } from './urls.js';
import type { Sent, Traffic } from './traffic.js';
import { union, type CallNode, type Value, type Values } from './values.js';

const traffics = new WeakMap<Evaluator, Traffic>();

/** Every request that an HTTP client of the catalogue sends, and every instance and default that other files may use. */
export function httpRequestsIn(evaluator: Evaluator): readonly WixRequest[] {
  const traffic = trafficOf(evaluator);
  const used = new Set<Target>([...traffic.sent.values()].map(({ part }) => part.client));
  const unusedDefaults = [...traffic.additions].filter(([target]) => !('type' in target) && !used.has(target));
  return [
    ...[...traffic.sent.values()].map((sent) => requestOf(sent, traffic)),
    ...[...traffic.idle].map(([call, part]) => requestOf({ call, part, shape: { member: '' } }, traffic)),
    ...unusedDefaults.flatMap(([, additions]) => defaultsElsewhere(additions, evaluator)),
  ];
}

function defaultsElsewhere(additions: readonly Addition[], evaluator: Evaluator): WixRequest[] {
  const headers = union(...additions.map((addition) => addition.headers ?? []));
  return [{ node: evaluator.index.source.ast, destinations: new Set(['unknown']), authorization: authorizationOf([additions]), headers }];
}

/** All that a file sends, found at the first question. */
export function trafficOf(evaluator: Evaluator): Traffic {
  const known = traffics.get(evaluator);
  if (known) return known;
  const traffic = findTraffic(evaluator);
  traffics.set(evaluator, traffic);
  return traffic;
}

function findTraffic(evaluator: Evaluator): Traffic {
  const find = createClientFinder();
  const sent = new Map<CallNode, Sent>();
  const idle = new Map<CallNode, ClientPart>();
  const additions = new Map<Target, Addition[]>();
  const add = (target: Target, more: readonly Addition[]): void => {
    const before = additions.get(target);
    if (before) before.push(...more);
    else additions.set(target, [...more]);
  };
  for (const call of evaluator.index.calls) {
    for (const part of partsOf(evaluator.valuesOf(call.callee), find)) {
      const shape = findCallShape(part, call);
      const instance = instanceBy(part, call);
      if (instance) idle.set(call, instance);
      else if (!shape) add(targetOf(part), additionByCall(part, call, evaluator) ?? []);
      if (!shape) continue;
      sent.set(call, { call, part, shape });
      add(call, additionsByCallback(part.client, shape.callback ?? [], { call, evaluator }));
    }
  }
  for (const { type, target, value } of changesIn(evaluator)) {
    if (type === 'assignment' && target.type !== 'MemberExpression') continue;
    for (const part of partsOf(evaluator.valuesOf(target), find)) add(targetOf(part), additionsByDefaults(part, evaluator.valuesOf(value), { node: target, evaluator }));
  }
  for (const { part } of sent.values()) for (const { call } of part.instances) idle.delete(call);
  const consumed = new Set([...additions.values()].flat().flatMap((addition) => addition.consumed ?? []));
  return { evaluator, sent, additions, idle, consumed };
}

function partsOf(values: Values, find: ReturnType<typeof createClientFinder>): readonly ClientPart[] {
  return values.flatMap((value) => (value.type === 'reference' ? (find(value) ?? []) : []));
}

function requestOf(sent: Sent, traffic: Traffic): WixRequest {
  const levels = levelsOf(sent, traffic);
  return {
    node: sent.call,
    destinations: destinationsOf(urlsOf(sent, traffic)),
    authorization: authorizationOf(levels),
    headers: union(...levels.flat().map(({ headers }) => headers ?? [])),
  };
}

/** Where the URLs of a request lead; one that is known speaks for the others of the same request. */
function destinationsOf(urls: Values): ReadonlySet<Destination | 'unknown'> {
  const destinations = new Set(urls.map((url) => destinationOfUrl(url)));
  if (destinations.size > 1) destinations.delete('unknown');
  return destinations;
}

/** What goes with a request, from the call itself to the client's defaults: the nearest that sets a header wins. */
function levelsOf({ call, part, shape }: Sent, traffic: Traffic): readonly (readonly Addition[])[] {
  const { evaluator, additions, sent } = traffic;
  const inSlots = (node: CallNode, slots: readonly Slot[] = []): Addition[] => slots.map((slot) => ({ headers: slotValues(node, slot, evaluator).filter(isContainer) }));
  const [first] = shape.url ?? [];
  const handedOver = first ? slotValues(call, first, evaluator).flatMap((value) => (value.type === 'reference' && value.root.type === 'call' ? (sent.get(value.root.call) ?? []) : [])) : [];
  return [
    [...inSlots(call, shape.headers), ...(additions.get(call) ?? [])],
    ...handedOver.flatMap((other) => (other.call === call ? [] : levelsOf(other, { ...traffic, sent: new Map() }))),
    ...part.instances.toReversed().map((instance) => [...inSlots(instance.call, instance.shape.headers), ...(additions.get(instance.call) ?? [])]),
    additions.get(part.client) ?? [],
  ];
}

function isContainer(value: Value): boolean {
  return value.type !== 'nothing' && value.type !== 'text' && value.type !== 'function';
}

function authorizationOf(levels: readonly (readonly Addition[])[]): Values {
  const found: Values[] = [];
  for (const level of levels) {
    const values = union(...level.map(({ headers, authorization }) => union(authorization ?? [], headerValues(headers ?? [], AUTHORIZATION)))).filter((value) => value.type !== 'nothing');
    found.push(values);
    if (values.length > 0 && values.every((value) => value.type === 'text')) break;
  }
  return union(...found);
}

import { AUTHORIZATION } from '../../catalogue/headers.js';
import type { Destination } from '../../catalogue/hosts.js';
import type { Slot } from '../../catalogue/http-clients.js';
import { callsIn } from '../calls/calls.js';
import { changesIn } from '../calls/changes.js';
import { evaluatorFor } from '../evaluation/evaluate.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { additionByCall, additionsByDefaults, targetOf, type Target } from './http-additions.js';
import { additionsByCallback } from './http-callbacks.js';
import type { Addition } from './http-setters.js';
import { withoutOverridden, type Level } from './header-levels.js';
import { createClientFinder, findCallShape, instanceBy, type ClientPart } from './http-client-of.js';
import { urlsOf } from './http-urls.js';
import type { WixRequest } from '../request.js';
import { headerValues, slotValues } from './slots.js';
import { isUploadUrl } from './upload-urls.js';
import { destinationOfUrl } from './urls.js';
import type { Sent, Traffic } from './traffic.js';
import { union, unionOf, type Site, type Value, type Values } from '../values.js';

const traffics = new WeakMap<Evaluator, Traffic>();

/** Every request that an HTTP client of the catalogue sends, and every instance and default that other files may use. */
export function httpRequestsIn(evaluator: Evaluator): readonly WixRequest[] {
  const traffic = trafficOf(evaluator);
  const used = new Set<Target>([...traffic.sent.values()].map(({ part }) => part.client));
  const unusedDefaults = [...traffic.additions].filter(([target]) => !('context' in target) && !used.has(target));
  return [
    ...[...traffic.sent.values()].flatMap((sent) => (isToldByObject(sent, traffic) ? [] : requestOf(sent, traffic))),
    ...[...traffic.idle].map(([site, part]) => requestOf({ site, part, shape: { member: '' } }, traffic)),
    ...unusedDefaults.flatMap(([, additions]) => defaultsElsewhere(additions, evaluator)),
  ];
}

function defaultsElsewhere(additions: readonly Addition[], evaluator: Evaluator): WixRequest[] {
  const headers = unionOf(additions.map((addition) => addition.headers ?? []));
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
  const sent = new Map<Site, Sent>();
  const idle = new Map<Site, ClientPart>();
  const additions = new Map<Target, Addition[]>();
  const add = (target: Target, more: readonly Addition[]): void => {
    const before = additions.get(target);
    additions.set(target, before ?? [...more]);
    if (before) for (const addition of more) before.push(addition);
  };
  for (const { site, callees, evaluator: view } of callsIn(evaluator)) {
    for (const part of partsOf(callees, find)) {
      const shape = findCallShape(part, site.node);
      const instance = instanceBy(part, site);
      if (instance) {
        idle.set(site, instance);
        add(site, additionsByCallback(part.client, instance.instances.at(-1)?.shape ?? {}, { site, evaluator: view }));
      }
      else if (!shape) add(targetOf(part), additionByCall(part, site, view) ?? []);
      if (!shape) continue;
      sent.set(site, { site, part, shape });
      add(site, additionsByCallback(part.client, shape, { site, evaluator: view }));
    }
  }
  for (const { type, target, value, evaluator: view } of changesIn(evaluator)) {
    if (type === 'assignment' && target.type !== 'MemberExpression') continue;
    for (const part of partsOf(view.valuesOf(target), find)) add(targetOf(part), additionsByDefaults(part, view.valuesOf(value), { node: target, evaluator: view }));
  }
  for (const { part } of sent.values()) for (const { site } of part.instances) idle.delete(site);
  const consumed = new Set([...additions.values()].flat().flatMap((addition) => addition.consumed ?? []));
  const own = new Map([...additions].map(([target, all]) => [target, summed(all)]));
  return {
    evaluator, sent, additions: own, idle, consumed,
    sentAt: (site) => sent.get(site) ?? sentElsewhere(site, evaluator),
    additionsTo: (target) => own.get(target) ?? additionsElsewhere(target, evaluator),
  };
}

function additionsElsewhere(target: Target, { context }: Evaluator): readonly Addition[] {
  const home = 'context' in target ? target.context.program : context.program;
  return home === context.program ? [] : (trafficOf(evaluatorFor(home)).additions.get(target) ?? []);
}

function sentElsewhere(site: Site, { context }: Evaluator): Sent | null {
  const home = site.context.program;
  if (home === context.program) return null;
  const file = evaluatorFor(home);
  const known = trafficOf(file).sent.get(site);
  if (known) return known;
  for (const part of partsOf(file.within(site.context).valuesOf(site.node.callee), createClientFinder())) {
    const shape = findCallShape(part, site.node);
    if (shape) return { site, part, shape };
  }
  return null;
}

/** So many callbacks are looked at one by one. */
const MOST_CALLBACKS = 8;

/** Many additions as one, so that each request of the target does not look at all of them. */
function summed(all: readonly Addition[]): readonly Addition[] {
  const [callbacks, others] = [all.filter(isByCallback), all.filter((addition) => !isByCallback(addition))];
  return [...(callbacks.length > MOST_CALLBACKS ? sumOf(callbacks) : callbacks), ...sumOf(others)];
}

function isByCallback({ replaced }: Addition): boolean {
  return replaced !== undefined;
}

function sumOf(additions: readonly Addition[]): readonly Addition[] {
  if (additions.length < 2) return additions;
  const all = (part: (addition: Addition) => Values | undefined): Values => unionOf(additions.map((addition) => part(addition) ?? []));
  const authorization = all((addition) => union(addition.authorization ?? [], headerValues(addition.headers ?? [], AUTHORIZATION)));
  return [{ authorization, headers: all(({ headers }) => headers), url: all(({ url }) => url), base: all(({ base }) => base), isChosen: additions.some(({ isChosen }) => isChosen) }];
}

function partsOf(values: Values, find: ReturnType<typeof createClientFinder>): readonly ClientPart[] {
  return values.flatMap((value) => (value.type === 'reference' ? (find(value) ?? []) : []));
}

function requestOf(sent: Sent, traffic: Traffic): WixRequest {
  const levels = withoutOverridden(levelsOf(sent, traffic));
  const urls = urlsOf(sent, traffic);
  return {
    node: sent.site.node,
    urls,
    destinations: destinationsOf(urls, traffic),
    authorization: authorizationOf(levels),
    headers: unionOf(levels.flat().map(({ headers }) => headers ?? [])),
    query: queryOf(sent, traffic),
    isChosen: levels.flat().some(({ isChosen }) => isChosen),
  };
}

function queryOf({ site, part, shape }: Sent, { evaluator }: Traffic): Values {
  const inSlots = (at: Site, slots: readonly Slot[] = []): Values[] => slots.map((slot) => slotValues(at, slot, evaluator));
  return unionOf([...inSlots(site, shape.query), ...part.instances.flatMap((instance) => inSlots(instance.site, instance.shape.query))]);
}

/** Where the URLs of a request lead; one that is known speaks for the others of the same request. */
function destinationsOf(urls: Values, traffic: Traffic): ReadonlySet<Destination | 'unknown'> {
  const destinations = new Set(urls.map((url) => (isUploadUrl(url, traffic) ? 'upload' : destinationOfUrl(url))));
  if (destinations.size > 1) destinations.delete('unknown');
  return destinations;
}

/** The requests whose objects a call is given in the place of a URL. */
function objectsGiven({ site, shape }: Sent, { evaluator, sent }: Traffic): readonly Sent[] {
  const [first] = shape.url ?? [];
  const given = first && sent.size > 1 ? slotValues(site, first, evaluator) : [];
  return given.flatMap((value) => (value.type === 'reference' && value.root.type === 'call' && value.path.length === 0 && value.root.site !== site ? (sent.get(value.root.site) ?? []) : []));
}

/** Whether a call only sends a request object as it was made: what there is to tell of it is told of that. */
function isToldByObject(sent: Sent, traffic: Traffic): boolean {
  const [object, ...others] = objectsGiven(sent, traffic);
  const levels = object && others.length === 0 ? levelsOf(sent, { ...traffic, sent: new Map() }) : [];
  return levels.length > 0 && levels.flat().every(({ headers = [], authorization = [] }) => headers.length + authorization.length === 0);
}

/** What goes with a request, from the call itself to the client's defaults: the nearest that sets a header wins. */
function levelsOf({ site, part, shape }: Sent, traffic: Traffic): readonly Level[] {
  const { evaluator, additionsTo } = traffic;
  const inSlots = (at: Site, slots: readonly Slot[] = []): Addition[] => slots.map((slot) => ({ headers: slotValues(at, slot, evaluator).filter(isContainer) }));
  const around = (target: Target, slots?: Addition[]): readonly Level[] => {
    const added = additionsTo(target);
    return [added.filter(isByCallback), [...(slots ?? []), ...added.filter((addition) => !isByCallback(addition))]];
  };
  return [
    ...around(site, inSlots(site, shape.headers)),
    ...objectsGiven({ site, part, shape }, traffic).flatMap((other) => levelsOf(other, { ...traffic, sent: new Map() })),
    ...part.instances.toReversed().flatMap((instance) => around(instance.site, inSlots(instance.site, instance.shape.headers))),
    ...around(part.client),
  ];
}

function isContainer(value: Value): boolean {
  return value.type !== 'nothing' && value.type !== 'text' && value.type !== 'function';
}

function authorizationOf(levels: readonly Level[]): Values {
  const found: Values[] = [];
  for (const level of levels) {
    const values = unionOf(level.map(({ headers, authorization }) => union(authorization ?? [], headerValues(headers ?? [], AUTHORIZATION)))).filter((value) => value.type !== 'nothing');
    found.push(values);
    if (values.length > 0 && values.every((value) => value.type === 'text')) break;
  }
  return unionOf(found);
}

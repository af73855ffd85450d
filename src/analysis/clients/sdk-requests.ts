import type { TSESTree } from '@typescript-eslint/utils';
import { AUTHORIZATION } from '../../catalogue/headers.js';
import type { Destination } from '../../catalogue/hosts.js';
import { CLIENT_MEMBERS, CREATE_CLIENT, PROVIDER, isMediaModule, isWixModule, type ClientMember } from '../../catalogue/wix-sdk.js';
import { callsIn, elementsIn } from '../calls/calls.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import type { WixRequest } from '../request.js';
import { sdkExportOf } from './sdk-exports.js';
import { createStrategyReader, type StrategyReader } from './sdk-strategies.js';
import { trafficOf } from './http-requests.js';
import { headerValues, slotValues } from './slots.js';
import { isUploadUrl } from './upload-urls.js';
import { destinationOfUrl, joinUrl } from './urls.js';
import { NOTHING, union, unionOf, writtenText, type Site, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** A client of the Wix SDK, with all that is done to it in the file. */
interface SdkClient {
  readonly node: Node;
  readonly auth: Values[];
  readonly headers: Values[];
  readonly destinations: Set<Destination | 'unknown'>;
  readonly calls: { readonly node: Node; readonly urls: Values; readonly destinations: ReadonlySet<Destination | 'unknown'> }[];
}

/** Every client of the Wix SDK, every strategy that no client of the file takes, and every call of theirs that carries a key. */
export function sdkRequestsIn(evaluator: Evaluator): readonly WixRequest[] {
  const strategies = createStrategyReader(evaluator);
  const made = clientsIn(evaluator);
  addUses(made, evaluator);
  const requests = [...made.values(), ...providersIn(evaluator)].flatMap((client) => requestsOf(client, strategies));
  return [...requests, ...strategies.remaining()];
}

function clientsIn(evaluator: Evaluator): ReadonlyMap<Site, SdkClient> {
  const clients = new Map<Site, SdkClient>();
  for (const { site, callees } of callsIn(evaluator)) {
    if (!isExport(callees, CREATE_CLIENT.name)) continue;
    const [auth, headers, modules] = [CREATE_CLIENT.auth, CREATE_CLIENT.headers, CREATE_CLIENT.modules].map((slot) => slotValues(site, slot, evaluator));
    clients.set(site, { node: site.node, auth: [auth ?? NOTHING], headers: [headers ?? NOTHING], destinations: new Set(destinationsOfModules(modules ?? NOTHING)), calls: [] });
  }
  return clients;
}

function providersIn(evaluator: Evaluator): readonly SdkClient[] {
  return elementsIn(evaluator).flatMap(({ element, evaluator: view }) => {
    if (!isExport(view.valuesOf(element.name), PROVIDER.name)) return [];
    const attribute = (name: string): Values => attributeValues(element, name, view);
    return [{ node: element, auth: [attribute(PROVIDER.auth)], headers: [], destinations: new Set(destinationsOfModules(attribute('modules'))), calls: [] }];
  });
}

function isExport(values: Values, name: string): boolean {
  return values.some((value) => value.type === 'reference' && sdkExportOf(value) === name);
}

/** What a JSX attribute is set to; `nothing` where it is missing. */
export function attributeValues(element: TSESTree.JSXOpeningElement, name: string, evaluator: Evaluator): Values {
  for (const attribute of element.attributes) {
    if (attribute.type === 'JSXAttribute' && attribute.name.name === name && attribute.value) return evaluator.valuesOf(attribute.value);
  }
  return NOTHING;
}

function destinationsOfModules(modules: Values): (Destination | 'unknown')[] {
  return modules.flatMap((value): (Destination | 'unknown')[] => {
    if (value.type === 'reference') return [destinationOfModule(value)];
    if (value.type === 'object') return [...[...value.properties.values()].flat().map(destinationOfModule), ...(value.open ? (['unknown'] as const) : [])];
    return value.type === 'nothing' ? [] : ['unknown'];
  });
}

function destinationOfModule(value: Value): Destination | 'unknown' {
  if (value.type !== 'reference' || value.root.type !== 'module') return 'unknown';
  if (isMediaModule(value.root.name)) return 'media-manager';
  return isWixModule(value.root.name) ? 'rest' : 'unknown';
}

/** What the members of a client do: `use`, `setHeaders`, `fetch`, … */
function addUses(clients: ReadonlyMap<Site, SdkClient>, evaluator: Evaluator): void {
  for (const { site, callees } of callsIn(evaluator)) {
    for (const callee of callees) {
      const client = callee.type === 'reference' && callee.root.type === 'call' ? clients.get(callee.root.site) : undefined;
      const member = client && callee.type === 'reference' && CLIENT_MEMBERS.find((candidate) => candidate.member === callee.path.join('.'));
      if (client && member) addUse(client, member, { site, evaluator });
    }
  }
}

function addUse(client: SdkClient, member: ClientMember, { site, evaluator }: { readonly site: Site; readonly evaluator: Evaluator }): void {
  if (member.modules) for (const destination of destinationsOfModules(wrapped(slotValues(site, member.modules, evaluator)))) client.destinations.add(destination);
  if (member.headers) client.headers.push(slotValues(site, member.headers, evaluator));
  if (member.context) for (const destination of destinationsOfContext(evaluator)) client.destinations.add(destination);
  if (!member.url && !member.base) return;
  const urls = member.url ? slotValues(site, member.url, evaluator) : NOTHING;
  const { base } = member;
  const targets = base === undefined ? urls : urls.map((url) => joinUrl(writtenText(base, site.node), url, site.node));
  client.calls.push({ node: site.node, urls: targets, destinations: new Set(targets.map((url) => (isUploadUrl(url, trafficOf(evaluator)) ? 'upload' : destinationOfUrl(url)))) });
}

function wrapped(values: Values): Values {
  return values.map((value) => (value.type === 'nothing' ? { type: 'unknown', node: null } : value));
}

/** With `enableContext`, functions of Wix modules that the file calls directly go through the client. */
function destinationsOfContext(evaluator: Evaluator): (Destination | 'unknown')[] {
  return callsIn(evaluator).flatMap(({ callees }) => callees.map(destinationOfModule)).filter((destination) => destination !== 'unknown');
}

function requestsOf(client: SdkClient, strategies: StrategyReader): WixRequest[] {
  const taken = client.auth.flatMap((auth) => strategies.strategiesOf(auth));
  const own = unionOf(client.headers);
  const authorization = unionOf([...taken.map((strategy) => strategy.authorization), headerValues(own, AUTHORIZATION)]).filter((value) => value.type !== 'nothing');
  const sent = {
    authorization,
    headers: union(own, ...taken.map(({ headers }) => headers)),
    keys: unionOf(taken.map(({ keys }) => keys)),
    strategies: taken.flatMap(({ site }) => site?.node ?? []),
  };
  const calls = client.calls.map((call) => ({ ...call, ...sent }));
  const isIdle = client.destinations.size === 0 && calls.length > 0;
  if (isIdle) return calls;
  const destinations = client.destinations.size > 0 ? client.destinations : new Set(['unknown' as const]);
  return [{ node: client.node, destinations, ...sent }, ...calls];
}

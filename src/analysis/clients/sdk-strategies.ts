import { ACCOUNT_ID, AUTHORIZATION, SITE_ID } from '../../catalogue/headers.js';
import { AUTH_HEADERS_METHOD, CREATE_CLIENT, STRATEGIES, type StrategyFacts } from '../../catalogue/wix-sdk.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { callsIn } from '../calls/calls.js';
import { returnedValues } from '../evaluation/evaluate-function.js';
import { groupBy } from '../group-by.js';
import type { CallNode } from '../nodes.js';
import type { WixRequest } from '../request.js';
import { strategyOf } from './sdk-exports.js';
import { behind, headerValues, slotValues } from './slots.js';
import { NOTHING, UNKNOWN, type ObjectValue, type ReferenceValue, type Site, type Value, type Values } from '../values.js';

/** What a strategy sends. */
export interface Strategy {
  /** What it puts into the Authorization header. */
  readonly authorization: Values;
  /** Those of them that its key property holds. */
  readonly keys: Values;
  /** Header containers with the ids that it sends. */
  readonly headers: Values;
  /** The call that made it; null for one of the user's own. */
  readonly site: Site | null;
}

/** Tells what strategies send, and remembers which of them a client took. */
export interface StrategyReader {
  /** What an `auth` value sends. */
  strategiesOf(auth: Values): readonly Strategy[];
  /** Requests of the strategies that no client took, of app secrets, and of the methods that take a key. */
  remaining(): WixRequest[];
}

/** Where a client keeps its strategy. */
const AUTH_MEMBER = 'auth';

/** How deep a function that returns a strategy may lie in another. */
const MAX_DEPTH = 4;

/** Reads all strategies of a file. */
export function createStrategyReader(evaluator: Evaluator): StrategyReader {
  const made = new Map<Site, StrategyFacts>();
  for (const { site, callees } of callsIn(evaluator)) {
    for (const callee of callees) {
      const facts = callee.type === 'reference' ? strategyOf(callee) : null;
      if (facts) made.set(site, facts);
    }
  }
  const taken = new Set<Site>();
  const all = (auth: Values, depth: number): readonly Strategy[] => auth.flatMap((value) => strategiesOf(value, depth));
  const strategiesOf = (value: Value, depth: number): readonly Strategy[] => {
    if (value.type === 'nothing') return [];
    if (value.type === 'reference' && value.root.type === 'call') {
      const facts = made.get(value.root.site);
      if (facts) taken.add(value.root.site);
      return [facts ? madeStrategy(value.root.site, facts, evaluator) : UNKNOWN_STRATEGY];
    }
    if (value.type === 'object' || value.type === 'instance') return [ownStrategy(value, evaluator)];
    if (value.type === 'function' && depth < MAX_DEPTH) return all(evaluator.answer(returnedValues(value.node, value.context)), depth + 1);
    return [UNKNOWN_STRATEGY];
  };
  return {
    strategiesOf: (auth) => all(auth, 0),
    remaining: () => [
      ...[...made].flatMap(([site, facts]) => (taken.has(site) ? [] : unclaimed(site, facts, evaluator))),
      ...[...made].flatMap(([site, facts]) => secretRequest(site, facts, evaluator)),
      ...keyMethodRequests(made, evaluator),
    ],
  };
}

const UNKNOWN_STRATEGY: Strategy = { authorization: UNKNOWN, keys: [], headers: UNKNOWN, site: null };

function madeStrategy(site: Site, facts: StrategyFacts, evaluator: Evaluator): Strategy {
  const { apiKey } = facts;
  if (apiKey === null) return { authorization: NOTHING, keys: [], headers: UNKNOWN, site };
  const keys = slotValues(site, { argument: 0, path: [apiKey] }, evaluator);
  return { authorization: keys, keys, headers: [idHeaders(site, facts, evaluator)], site };
}

/** The headers of the ids that a strategy is made with or given later. */
function idHeaders(site: Site, facts: StrategyFacts, evaluator: Evaluator): ObjectValue {
  const properties = new Map<string, Values>();
  const made = [[SITE_ID, facts.siteId], [ACCOUNT_ID, facts.accountId]] as const;
  for (const [header, property] of made) if (property !== null) properties.set(header, slotValues(site, { argument: 0, path: [property] }, evaluator));
  for (const { member, node } of idCallsIn(evaluator).get(site) ?? []) {
    for (const method of facts.idMethods) if (method.member === member) properties.set(method.header, [{ type: 'unknown', node }]);
  }
  return { type: 'object', node: site.node, shape: 'headers', properties, open: false };
}

/** A call of a method that may tell a strategy an id. */
interface IdCall {
  readonly strategy: Site;
  readonly member: string;
  readonly node: CallNode;
}

const ID_METHODS = new Set(STRATEGIES.flatMap(({ idMethods }) => idMethods.map(({ member }) => member)));
const idCalls = new WeakMap<Evaluator, ReadonlyMap<Site, readonly IdCall[]>>();

/** The calls that tell ids, by the strategies that they are told to. */
function idCallsIn(evaluator: Evaluator): ReadonlyMap<Site, readonly IdCall[]> {
  const known = idCalls.get(evaluator) ?? groupBy(callsIn(evaluator).flatMap(({ site: { node }, callees }) => callees.flatMap((callee): IdCall[] => {
    const member = callee.type === 'reference' ? (callee.path.at(-1) ?? '') : '';
    return callee.type === 'reference' && ID_METHODS.has(member) ? strategiesOfMethod(callee, evaluator).map((strategy) => ({ strategy, member, node })) : [];
  })), ({ strategy }) => strategy);
  idCalls.set(evaluator, known);
  return known;
}

/** The calls that made the strategies whose method it is, or that of the `auth` of a client that was made with them. */
function strategiesOfMethod({ root, path }: ReferenceValue, evaluator: Evaluator): readonly Site[] {
  if (root.type !== 'call') return [];
  if (path.length === 1) return [root.site];
  const auth = path[0] === AUTH_MEMBER ? slotValues(root.site, CREATE_CLIENT.auth, evaluator) : [];
  return auth.flatMap((value) => (value.type === 'reference' && value.root.type === 'call' ? [value.root.site] : []));
}

/** A strategy of the user's own: `{ getAuthHeaders() { return { headers: { Authorization } } } }`. */
function ownStrategy(value: Value, evaluator: Evaluator): Strategy {
  const makers = behind([value], [AUTH_HEADERS_METHOD], evaluator);
  const given = makers.flatMap((maker) => (maker.type === 'function' ? evaluator.answer(returnedValues(maker.node, maker.context)) : UNKNOWN));
  const headers = behind(given, ['headers'], evaluator);
  return { authorization: headerValues(headers, AUTHORIZATION), keys: [], headers, site: null };
}

function unclaimed(site: Site, facts: StrategyFacts, evaluator: Evaluator): WixRequest[] {
  if (facts.apiKey === null) return [];
  const { authorization, keys, headers } = madeStrategy(site, facts, evaluator);
  return [{ node: site.node, destinations: new Set(['unknown']), authorization, headers, keys, strategies: [site.node] }];
}

function secretRequest(site: Site, { appSecret }: StrategyFacts, evaluator: Evaluator): WixRequest[] {
  if (appSecret === null) return [];
  const secrets = slotValues(site, { argument: 0, path: [appSecret] }, evaluator);
  return [{ node: site.node, destinations: new Set(['rest']), authorization: [], headers: NOTHING, secrets }];
}

/** `OAuthStrategy(…).getMemberTokensForExternalLogin(member, apiKey)` and its like, also by the `auth` of a client. */
function keyMethodRequests(made: ReadonlyMap<Site, StrategyFacts>, evaluator: Evaluator): WixRequest[] {
  return callsIn(evaluator).flatMap(({ site, callees }) => callees.flatMap((callee): WixRequest[] => {
    if (callee.type !== 'reference') return [];
    const own = strategiesOfMethod(callee, evaluator).flatMap((strategy) => made.get(strategy) ?? []);
    const method = own.flatMap(({ keyMethods }) => keyMethods).find(({ member }) => member === callee.path.at(-1));
    if (!method) return [];
    const keys = slotValues(site, method.apiKey, evaluator);
    // Beside the key it sends a member's token, and no ids.
    return [{ node: site.node, destinations: new Set(['rest']), authorization: keys, headers: UNKNOWN, keys }];
  }));
}

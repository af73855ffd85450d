import { ACCOUNT_ID, AUTHORIZATION, SITE_ID } from '../../catalogue/headers.js';
import { AUTH_HEADERS_METHOD, CREATE_CLIENT, type StrategyFacts } from '../../catalogue/wix-sdk.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { callsIn } from '../calls/calls.js';
import { returnedValues } from '../evaluation/evaluate-function.js';
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
  for (const { site: { node }, callees } of callsIn(evaluator)) {
    for (const method of facts.idMethods) {
      const isCalled = callees.some((callee) => callee.type === 'reference' && callee.path.at(-1) === method.member && isOf(callee, site, evaluator));
      if (isCalled) properties.set(method.header, [{ type: 'unknown', node }]);
    }
  }
  return { type: 'object', node: site.node, shape: 'headers', properties, open: false };
}

/** Whether a method is one of a strategy, or of the `auth` of a client that was made with it. */
function isOf({ root, path }: ReferenceValue, strategy: Site, evaluator: Evaluator): boolean {
  if (root.type !== 'call') return false;
  if (root.site === strategy) return path.length === 1;
  return path[0] === AUTH_MEMBER && slotValues(root.site, CREATE_CLIENT.auth, evaluator).some((value) => value.type === 'reference' && value.root.type === 'call' && value.root.site === strategy);
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

/** `OAuthStrategy(…).getMemberTokensForExternalLogin(member, apiKey)` and its like. */
function keyMethodRequests(made: ReadonlyMap<Site, StrategyFacts>, evaluator: Evaluator): WixRequest[] {
  return callsIn(evaluator).flatMap(({ site, callees }) => callees.flatMap((callee): WixRequest[] => {
    if (callee.type !== 'reference') return [];
    const own = callee.root.type === 'call' ? made.get(callee.root.site) : undefined;
    const method = own?.keyMethods.find(({ member }) => member === callee.path.at(-1));
    if (!method) return [];
    const keys = slotValues(site, method.apiKey, evaluator);
    // Beside the key it sends a member's token, and no ids.
    return [{ node: site.node, destinations: new Set(['rest']), authorization: keys, headers: UNKNOWN, keys }];
  }));
}

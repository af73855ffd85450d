import { AUTHORIZATION } from '../../catalogue/headers.js';
import { AUTH_HEADERS_METHOD, type StrategyFacts } from '../../catalogue/wix-sdk.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { callsIn } from '../calls/calls.js';
import { returnedValues } from '../evaluation/evaluate-function.js';
import type { WixRequest } from '../request.js';
import { strategyOf } from './sdk-exports.js';
import { behind, headerValues, slotValues } from './slots.js';
import { NOTHING, UNKNOWN, union, type Site, type Value, type Values } from '../values.js';

/** Tells what a strategy sends, and remembers which strategies a client took. */
export interface StrategyReader {
  /** The keys that an `auth` value puts into the Authorization header. */
  keysOf(auth: Values): Values;
  /** Requests of the strategies that no client took, of app secrets, and of the methods that take a key. */
  remaining(): WixRequest[];
}

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
  const keysOf = (auth: Values, depth: number): Values => union(...auth.map((value) => keysOfValue(value, depth)));
  const keysOfValue = (value: Value, depth: number): Values => {
    if (value.type === 'nothing') return NOTHING;
    if (value.type === 'reference' && value.root.type === 'call') {
      const facts = made.get(value.root.site);
      if (facts) taken.add(value.root.site);
      return facts ? keysOfStrategy(value.root.site, facts, evaluator) : UNKNOWN;
    }
    if (value.type === 'object' || value.type === 'instance') return keysOfObject(value, evaluator);
    if (value.type === 'function' && depth < MAX_DEPTH) return keysOf(evaluator.answer(returnedValues(value.node, value.context)), depth + 1);
    return UNKNOWN;
  };
  return {
    keysOf: (auth) => keysOf(auth, 0),
    remaining: () => [
      ...[...made].flatMap(([site, facts]) => (taken.has(site) ? [] : unclaimed(site, facts, evaluator))),
      ...[...made].flatMap(([site, facts]) => secretRequest(site, facts, evaluator)),
      ...keyMethodRequests(made, evaluator),
    ],
  };
}

function keysOfStrategy(site: Site, { apiKey }: StrategyFacts, evaluator: Evaluator): Values {
  return apiKey === null ? NOTHING : slotValues(site, { argument: 0, path: [apiKey] }, evaluator);
}

/** A strategy of the user's own: `{ getAuthHeaders() { return { headers: { Authorization } } } }`. */
function keysOfObject(value: Value, evaluator: Evaluator): Values {
  const makers = behind([value], [AUTH_HEADERS_METHOD], evaluator);
  const given = makers.flatMap((maker) => (maker.type === 'function' ? evaluator.answer(returnedValues(maker.node, maker.context)) : UNKNOWN));
  return headerValues(behind(given, ['headers'], evaluator), AUTHORIZATION);
}

function unclaimed(site: Site, facts: StrategyFacts, evaluator: Evaluator): WixRequest[] {
  if (facts.apiKey === null) return [];
  return [{ node: site.node, destinations: new Set(['unknown']), authorization: keysOfStrategy(site, facts, evaluator), headers: NOTHING }];
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
    return method ? [{ node: site.node, destinations: new Set(['rest']), authorization: slotValues(site, method.apiKey, evaluator), headers: NOTHING }] : [];
  }));
}

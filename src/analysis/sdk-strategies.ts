import { AUTHORIZATION } from '../catalogue/headers.js';
import { AUTH_HEADERS_METHOD, type StrategyFacts } from '../catalogue/wix-sdk.js';
import type { Evaluator } from './evaluate.js';
import { returnedValues } from './evaluate-class.js';
import type { WixRequest } from './request.js';
import { strategyOf } from './sdk-exports.js';
import { behind, headerValues, slotValues } from './slots.js';
import { NOTHING, UNKNOWN, union, type CallNode, type Value, type Values } from './values.js';

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
  const made = new Map<CallNode, StrategyFacts>();
  for (const call of evaluator.index.calls) {
    for (const callee of evaluator.valuesOf(call.callee)) {
      const facts = callee.type === 'reference' ? strategyOf(callee) : null;
      if (facts) made.set(call, facts);
    }
  }
  const taken = new Set<CallNode>();
  const keysOf = (auth: Values, depth: number): Values => union(...auth.map((value) => keysOfValue(value, depth)));
  const keysOfValue = (value: Value, depth: number): Values => {
    if (value.type === 'nothing') return NOTHING;
    if (value.type === 'reference' && value.root.type === 'call') {
      const facts = made.get(value.root.call);
      if (facts) taken.add(value.root.call);
      return facts ? keysOfStrategy(value.root.call, facts, evaluator) : UNKNOWN;
    }
    if (value.type === 'object' || value.type === 'instance') return keysOfObject(value, evaluator);
    if (value.type === 'function' && depth < MAX_DEPTH) return keysOf(evaluator.answer(returnedValues(value.node, evaluator.index)), depth + 1);
    return UNKNOWN;
  };
  return {
    keysOf: (auth) => keysOf(auth, 0),
    remaining: () => [
      ...[...made].flatMap(([call, facts]) => (taken.has(call) ? [] : unclaimed(call, facts, evaluator))),
      ...[...made].flatMap(([call, facts]) => secretRequest(call, facts, evaluator)),
      ...keyMethodRequests(made, evaluator),
    ],
  };
}

function keysOfStrategy(call: CallNode, { apiKey }: StrategyFacts, evaluator: Evaluator): Values {
  return apiKey === null ? NOTHING : slotValues(call, { argument: 0, path: [apiKey] }, evaluator);
}

/** A strategy of the user's own: `{ getAuthHeaders() { return { headers: { Authorization } } } }`. */
function keysOfObject(value: Value, evaluator: Evaluator): Values {
  const makers = behind([value], [AUTH_HEADERS_METHOD], evaluator);
  const given = makers.flatMap((maker) => (maker.type === 'function' ? evaluator.answer(returnedValues(maker.node, evaluator.index)) : UNKNOWN));
  return headerValues(behind(given, ['headers'], evaluator), AUTHORIZATION);
}

function unclaimed(call: CallNode, facts: StrategyFacts, evaluator: Evaluator): WixRequest[] {
  if (facts.apiKey === null) return [];
  return [{ node: call, destinations: new Set(['unknown']), authorization: keysOfStrategy(call, facts, evaluator), headers: NOTHING }];
}

function secretRequest(call: CallNode, { appSecret }: StrategyFacts, evaluator: Evaluator): WixRequest[] {
  if (appSecret === null) return [];
  const secrets = slotValues(call, { argument: 0, path: [appSecret] }, evaluator);
  return [{ node: call, destinations: new Set(['rest']), authorization: [], headers: NOTHING, secrets }];
}

/** `OAuthStrategy(…).getMemberTokensForExternalLogin(member, apiKey)` and its like. */
function keyMethodRequests(made: ReadonlyMap<CallNode, StrategyFacts>, evaluator: Evaluator): WixRequest[] {
  return evaluator.index.calls.flatMap((call) => evaluator.valuesOf(call.callee).flatMap((callee): WixRequest[] => {
    if (callee.type !== 'reference') return [];
    const own = callee.root.type === 'call' ? made.get(callee.root.call) : undefined;
    const method = own?.keyMethods.find(({ member }) => member === callee.path.at(-1));
    return method ? [{ node: call, destinations: new Set(['rest']), authorization: slotValues(call, method.apiKey, evaluator), headers: NOTHING }] : [];
  }));
}

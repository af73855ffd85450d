import type { SourceFile } from '../source/source-file.js';
import { evaluatorOf } from './evaluate.js';
import { httpRequestsIn } from './http-requests.js';
import { namedClientCallsIn } from './named-clients.js';
import type { ClientOption, WixRequest } from './request.js';
import { sdkRequestsIn } from './sdk-requests.js';

const cache = new WeakMap<SourceFile['ast'], Map<string, readonly WixRequest[]>>();

/** Every request in the file, in no particular order. */
export function requestsIn(source: SourceFile, clients: readonly ClientOption[]): readonly WixRequest[] {
  const known = cache.get(source.ast) ?? new Map<string, readonly WixRequest[]>();
  cache.set(source.ast, known);
  const key = JSON.stringify(clients);
  const requests = known.get(key) ?? findRequests(source, clients);
  known.set(key, requests);
  return requests;
}

function findRequests(source: SourceFile, clients: readonly ClientOption[]): readonly WixRequest[] {
  const evaluator = evaluatorOf(source);
  return [...httpRequestsIn(evaluator), ...sdkRequestsIn(evaluator), ...namedClientCallsIn(evaluator, clients)];
}

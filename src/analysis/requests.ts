import type { Evaluator } from './evaluator.js';
import { httpRequestsIn } from './http-requests.js';
import { namedClientCallsIn } from './named-clients.js';
import type { ClientOption, WixRequest } from './request.js';
import { sdkRequestsIn } from './sdk-requests.js';

/** Every request in the file of an evaluator, in no particular order. */
export function requestsIn(evaluator: Evaluator, clients: readonly ClientOption[]): readonly WixRequest[] {
  return [...httpRequestsIn(evaluator), ...sdkRequestsIn(evaluator), ...namedClientCallsIn(evaluator, clients)];
}

import type { Evaluator } from './evaluation/evaluator.js';
import { httpRequestsIn } from './clients/http-requests.js';
import { namedClientCallsIn } from './clients/named-clients.js';
import type { ClientOption, WixRequest } from './request.js';
import { sdkRequestsIn } from './clients/sdk-requests.js';

/** Every request in the file of an evaluator, in no particular order. */
export function requestsIn(evaluator: Evaluator, clients: readonly ClientOption[]): readonly WixRequest[] {
  return [...httpRequestsIn(evaluator), ...sdkRequestsIn(evaluator), ...namedClientCallsIn(evaluator, clients)];
}

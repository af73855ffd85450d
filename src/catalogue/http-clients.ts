import { BROWSER_CLIENTS } from './browser-clients.js';
import { FETCH_CLIENTS } from './fetch-clients.js';
import type { HttpClient } from './http-client.js';
import { NODE_CLIENTS } from './node-clients.js';

export type { CallShape, DefaultsShape, HttpClient, InstanceShape, SetterShape, Slot } from './http-client.js';

/** Every HTTP client the analysis knows; a reference is matched by module or global, then by member. */
export const HTTP_CLIENTS: readonly HttpClient[] = [...FETCH_CLIENTS, ...NODE_CLIENTS, ...BROWSER_CLIENTS];

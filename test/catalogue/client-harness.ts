import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import type { HttpClient } from '../../src/catalogue/http-clients.js';
import { isThenable, memberIn, valueAt } from './members.js';
import type { Placement } from './slot-arguments.js';

const require = createRequire(import.meta.url);

/** What a client needs besides the slots of the table, so that a call is complete and the request leaves. */
export interface Harness {
  /** Modules to load instead of the row's: those of one group are versions of each other and prove a slot together. */
  readonly groups?: readonly (readonly string[])[];
  /** Arguments for places that no slot fills: a method's name before the URL. */
  readonly lead?: (member: string) => readonly unknown[];
  /** Arguments behind the last slot: a stream's factory. */
  readonly tail?: (member: string) => readonly unknown[];
  /** Whether what the call returns is a request object that takes the client's setters. */
  readonly returnsRequest?: (member: string) => boolean;
  /** What a call on an instance needs besides. */
  readonly onInstance?: readonly Placement[];
  /** Sends what the call returned, where the call has not sent it. */
  readonly send?: (result: unknown, root: unknown) => unknown;
}

const GET_FIRST = () => ['GET'];
const ALWAYS = () => true;
const invoke = (owner: unknown, name: string, ...list: readonly unknown[]): unknown => {
  const found = memberIn(owner, name);
  return found === null ? undefined : Reflect.apply(found.callable, found.owner, list);
};

function fetchRequest(result: unknown, root: unknown): unknown {
  const fetcher = ['', 'fetch', 'default'].map((name) => memberIn(root, name)).find((found) => found !== null);
  const isRequest = memberIn(result, 'headers.set') !== null && !isThenable(result);
  return isRequest && fetcher ? Reflect.apply(fetcher.callable, undefined, [result]) : result;
}

const takesBody = (stream: unknown) => !['GET', 'HEAD'].includes(String(valueAt(stream, 'options.method')));

const XHR_SEND = (result: unknown) =>
  new Promise<void>((resolve) => {
    invoke(result, 'addEventListener', 'loadend', () => resolve());
    invoke(result, 'send');
  });

/** By the name of the row; a client without an entry needs nothing. */
export const HARNESSES: Readonly<Record<string, Harness>> = {
  Request: { returnsRequest: ALWAYS, send: (result) => fetchRequest(result, fetch) },
  'fetch ponyfill': { returnsRequest: (member) => member === 'Request', send: fetchRequest },
  ky: { groups: [['ky', 'ky-2']] },
  wretch: {
    lead: GET_FIRST,
    returnsRequest: ALWAYS,
    send: (result) => invoke(memberIn(result, 'res') === null ? invoke(result, 'get') : result, 'res'),
  },
  got: {
    send: (result) => {
      // A stream waits for the end of its body; one that takes none says so
      if (!isThenable(result) && takesBody(result)) invoke(result, 'end');
      return result;
    },
  },
  undici: {
    onInstance: [{ slot: { argument: 0, path: ['method'] }, value: 'GET' }],
    returnsRequest: (member) => member === 'Request',
    tail: (member) => {
      if (member === 'stream') return [() => new Writable({ write: (_chunk, _encoding, done) => done() })];
      return member === 'pipeline' ? [({ body }: { readonly body: unknown }) => body] : [];
    },
    send: (result, root) => {
      // A pipeline waits for the end of its body
      invoke(result, 'end');
      return fetchRequest(result, root);
    },
  },
  superagent: {
    lead: (member) => (member === '' ? ['GET'] : []),
    // What the Bearer form of auth takes behind the token
    tail: (member) => (member === 'auth' ? [{ type: 'bearer' }] : []),
    returnsRequest: ALWAYS,
  },
  'node:http': {
    // https is the same over TLS, which the server does not speak
    groups: [['http'], ['node:http']],
    returnsRequest: ALWAYS,
    send: (result) =>
      new Promise<void>((resolve, reject) => {
        invoke(result, 'on', 'response', (response: unknown) => resolve(void invoke(response, 'resume')));
        invoke(result, 'on', 'error', reject);
        invoke(result, 'end');
      }),
  },
  needle: { lead: (member) => (member === '' || member === 'request' ? ['get'] : []) },
  // Loaded by window.ts: without a window the package throws
  jQuery: { groups: [] },
  XMLHttpRequest: { lead: (member) => (member === 'open' ? ['GET'] : []), returnsRequest: ALWAYS, send: XHR_SEND },
};

/** The module object of an installed package, or null. */
export async function loadModule(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch {
    try {
      return require(name) as unknown;
    } catch {
      return null;
    }
  }
}

/** One way to the client: what a reference can be once the row's conventions are applied (the default export, a listed export, the module). */
export interface Access {
  readonly label: string;
  readonly roots: readonly unknown[];
}

/** Every way to the client that can be run here. */
export async function accessesTo(client: HttpClient, globals: Readonly<Record<string, unknown>>): Promise<readonly Access[]> {
  const named = client.globals.map((name) => ({ label: `global ${name}`, roots: [globals[name]] }));
  const groups = HARNESSES[client.name]?.groups ?? client.modules.map((name) => [name]);
  const loaded = groups.map(async (names) => ({
    label: names.join(' or '),
    roots: (await Promise.all(names.map((name) => rootsIn(name, client.exports)))).flat(),
  }));
  const all = [...named, ...(await Promise.all(loaded))];
  return all
    .map(({ label, roots }) => ({ label, roots: roots.filter((root) => root !== undefined && root !== null) }))
    .filter(({ roots }) => roots.length > 0);
}

async function rootsIn(moduleName: string, names: readonly string[]): Promise<readonly unknown[]> {
  const loaded = await loadModule(moduleName);
  return [...['default', ...names].map((name) => valueAt(loaded, name)), loaded];
}

import type { CallShape, HttpClient, Slot } from '../../src/catalogue/http-clients.js';
import { HARNESSES } from './client-harness.js';
import type { LoopbackServer } from './loopback-server.js';
import { isThenable, memberIn } from './members.js';
import { argumentsFrom, type Placement } from './slot-arguments.js';

const PATIENCE = 2000;
let count = 0;

/** Where one trial's request is to arrive, and the header value it is to bring. */
export interface Aim {
  readonly server: LoopbackServer;
  readonly leaf: string;
  readonly value: string;
}

/** A fresh path and a fresh made-up header value. */
export function aimAt(server: LoopbackServer): Aim {
  count += 1;
  return { server, leaf: `leaf-${count}`, value: ['IST', 'made', `up${count}`].join('.') };
}

/** Where the URL of a trial stands, and the path that the server must see. */
export interface Address {
  readonly labels: readonly string[];
  readonly placements: readonly Placement[];
  readonly path: string;
}

/** A slot as a reader finds it in the table. */
export function labelOf(kind: string, slot: Slot): string {
  return [`${kind} ${slot.argument}`, ...(slot.path ?? [])].join('.');
}

/** A base, a URL relative to it, and the path they make. */
export interface Join {
  readonly base: string;
  readonly url: string;
  readonly path: string;
}

/** Spellings of base and relative URL; a client that joins differently refuses one of them. */
export function joinsOf({ server: { origin }, leaf }: Aim): readonly Join[] {
  return [
    { base: origin, url: `/${leaf}`, path: `/${leaf}` },
    { base: `${origin}/base`, url: leaf, path: `/base/${leaf}` },
    { base: `${origin}/base/`, url: leaf, path: `/base/${leaf}` },
  ];
}

/** Every way the shape lets a URL be given. */
export function addressesOf({ url = [], base = [], urlParts = [] }: CallShape, aim: Aim): readonly Address[] {
  const absolute = url.map((slot) => ({
    labels: [labelOf('url', slot)],
    placements: [{ slot, value: `${aim.server.origin}/${aim.leaf}` }],
    path: `/${aim.leaf}`,
  }));
  const based = base.flatMap((from) => url.filter((slot) => !isSame(slot, from)).flatMap((slot) => joinsOf(aim).map((join) => ({
    labels: [labelOf('base', from), labelOf('url', slot)],
    placements: [{ slot: from, value: join.base }, { slot, value: join.url }],
    path: join.path,
  }))));
  return [...absolute, ...based, ...urlParts.flatMap((slot) => addressesInParts(slot, aim))];
}

function isSame(one: Slot, other: Slot): boolean {
  return labelOf('', one) === labelOf('', other);
}

function addressesInParts(slot: Slot, { server, leaf }: Aim): readonly Address[] {
  const whole = slot.argument === 0 ? [] : [{ slot: { argument: 0 }, value: server.origin }];
  return ['hostname', 'host'].map((name) => ({
    labels: [`${labelOf('urlParts', slot)} with ${name}`],
    placements: [
      ...whole,
      ...Object.entries({ protocol: 'http:', [name]: '127.0.0.1', port: server.port, path: `/${leaf}` }).map(([part, value]) => ({
        slot: { argument: slot.argument, path: [part] },
        value,
      })),
    ],
    path: `/${leaf}`,
  }));
}

/** Calls a member with the values in their slots; what it gives, or null where it cannot be called so. */
export function call(root: unknown, shape: CalledShape, { placements, client }: Filling): unknown {
  const found = memberIn(root, shape.member);
  const harness = HARNESSES[client.name];
  const list = argumentsFrom(placements, harness?.lead?.(shape.member));
  if (found === null || list === null) return null;
  const whole = [...list, ...(harness?.tail?.(shape.member) ?? [])];
  return shape.construct === true ? Reflect.construct(found.callable, whole) : Reflect.apply(found.callable, found.owner, whole);
}

interface CalledShape {
  readonly member: string;
  readonly construct?: true;
}

interface Filling {
  readonly placements: readonly Placement[];
  readonly client: HttpClient;
}

/** Lets the request leave and waits for its end; a failure only means that the server has not seen it. */
export async function finish(result: unknown, { client, root }: { readonly client: HttpClient; readonly root: unknown }): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE).unref());
  await Promise.race([settle(result, { client, root }).catch(() => undefined), patience]);
}

async function settle(result: unknown, { client, root }: { readonly client: HttpClient; readonly root: unknown }): Promise<void> {
  const { send } = HARNESSES[client.name] ?? {};
  const sent = send === undefined ? result : send(result, root);
  if (isThenable(sent)) await sent;
  else if (Symbol.asyncIterator in Object(sent)) await drain(sent as AsyncIterable<unknown>);
}

async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  const iterator = stream[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true);
}

/** Whether the server saw the path, with the value where one was sent. */
export function hasArrived({ server, value }: Aim, path: string, withHeader: boolean): boolean {
  return server.seen.some(
    (request) => request.path === path && (!withHeader || request.authorization === value || request.authorization === `Bearer ${value}`),
  );
}

/** For each label, whether a trial that used it has arrived. */
export class Verdicts {
  readonly #byLabel = new Map<string, boolean>();

  /** Runs the trial unless all its labels are already proven. */
  async add(labels: readonly string[], trial: () => Promise<boolean>): Promise<void> {
    if (labels.every((label) => this.#byLabel.get(label) === true)) return;
    const arrived = await trial().catch(() => false);
    for (const label of labels) this.#byLabel.set(label, arrived || this.#byLabel.get(label) === true);
  }

  /** Labels that no trial proved. */
  get unproven(): readonly string[] {
    return [...this.#byLabel].filter(([, arrived]) => !arrived).map(([label]) => label);
  }

  /** How many labels were tried. */
  get size(): number {
    return this.#byLabel.size;
  }
}

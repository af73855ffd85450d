import { HTTP_CLIENTS, type CallShape, type DefaultsShape, type HttpClient, type InstanceShape, type SetterShape } from '../../catalogue/http-clients.js';
import type { CallNode } from '../nodes.js';
import type { ReferenceValue, Root, Site } from '../values.js';

/** An instance of an HTTP client, by the call that made it. */
export interface Instance {
  readonly site: Site;
  readonly shape: InstanceShape;
}

/** What a reference is to an HTTP client: the client or an instance of it, or (`request` set) the object of a request. */
export interface ClientPart {
  readonly client: HttpClient;
  /** From the first made to the last. */
  readonly instances: readonly Instance[];
  /** The call that made the request object; null for the client itself. */
  readonly request: Site | null;
  readonly member: string;
}

/** Of instances made of one another so many of the last are looked at, so that a long chain stays linear. */
const MAX_INSTANCES = 32;

type Owner = Omit<ClientPart, 'member'>;

/** Finds which part of which HTTP client a reference is. Remembers each call, so that a long chain of calls is walked once. */
export function createClientFinder(): (reference: ReferenceValue) => ClientPart | null {
  const owners = new Map<Site, Owner | null>();
  return (reference) => {
    const pending: ReferenceValue[] = [];
    let at = reference;
    while (at.root.type === 'call' && !owners.has(at.root.site)) {
      pending.push(at);
      at = at.root.callee;
    }
    for (const later of pending.reverse()) {
      const { root } = later;
      if (root.type === 'call') owners.set(root.site, ownerByCall(partOf(root.callee, owners), root.site));
    }
    return partOf(reference, owners);
  };
}

function partOf({ root, path }: ReferenceValue, owners: ReadonlyMap<Site, Owner | null>): ClientPart | null {
  if (root.type === 'call') {
    const owner = owners.get(root.site) ?? null;
    return owner && { ...owner, member: path.join('.') };
  }
  const client = clientAt(root);
  return client && { client, instances: [], request: null, member: memberOfClient(client, path) };
}

function clientAt(root: Exclude<Root, { type: 'call' }>): HttpClient | null {
  const list = root.type === 'module' ? 'modules' : 'globals';
  return HTTP_CLIENTS.find((client) => client[list].includes(root.name)) ?? null;
}

function memberOfClient(client: HttpClient, path: readonly string[]): string {
  let from = 0;
  while (path[from] === 'default') from++;
  if (client.exports.includes(path[from] ?? '')) from++;
  return path.slice(from).join('.');
}

/** What a call of a part gives: an instance, a request object, or (behind a request object) the same object again. */
function ownerByCall(part: ClientPart | null, site: Site): Owner | null {
  if (part === null) return null;
  if (part.request !== null) return part;
  const instance = instanceBy(part, site);
  if (instance) return instance;
  if (findShape(part.client.calls, part.member, site.node)) return { ...part, request: site };
  const isSetter = part.instances.length > 0 && findSetter(part) !== null;
  return isSetter ? part : null;
}

function findShape<S extends { readonly member: string; readonly construct?: true }>(shapes: readonly S[] | undefined, member: string, call: CallNode): S | null {
  const isNew = call.type === 'NewExpression';
  return shapes?.find((shape) => shape.member === member && (shape.construct === true) === isNew) ?? null;
}

/** The shape of a call that makes a request, or null. */
export function findCallShape(part: ClientPart, call: CallNode): CallShape | null {
  return part.request === null ? findShape(part.client.calls, part.member, call) : null;
}

/** What a call of a part makes if it makes an instance; null for any other call. */
export function instanceBy(part: ClientPart, site: Site): ClientPart | null {
  const shape = part.request === null ? findShape(part.client.instances, part.member, site.node) : null;
  return shape && { ...part, instances: [...part.instances.slice(1 - MAX_INSTANCES), { site, shape }], member: '' };
}

/** The setter that the part is, or null. */
export function findSetter(part: ClientPart): SetterShape | null {
  return part.client.setters?.find((setter) => setter.member === part.member) ?? null;
}

/** The call on a client (or instance) that changes its defaults, or null. */
export function findDefaultsCall(part: ClientPart): DefaultsShape | null {
  return part.request === null ? (part.client.defaultCalls?.find((shape) => shape.member === part.member) ?? null) : null;
}

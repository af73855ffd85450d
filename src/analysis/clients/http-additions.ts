import type { TSESTree } from '@typescript-eslint/utils';
import type { HttpClient } from '../../catalogue/http-clients.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { findDefaultsCall, findSetter, type ClientPart } from './http-client-of.js';
import { additionsByCallback } from './http-callbacks.js';
import { additionBySetter, type Addition } from './http-setters.js';
import { behind, slotValues } from './slots.js';
import type { Site, Values } from '../values.js';

type Node = TSESTree.Node;

/** To what something is added: the object of one request, an instance, or the client everywhere in the file. */
export type Target = HttpClient | Site;

/** The target of what is done to a part of a client. */
export function targetOf(part: ClientPart): Target {
  return part.request ?? part.instances.at(-1)?.site ?? part.client;
}

/** What a call of a setter or of a function that changes defaults adds; null for any other call. */
export function additionByCall(part: ClientPart, site: Site, evaluator: Evaluator): readonly Addition[] | null {
  const setter = part.request !== null || part.instances.length > 0 ? findSetter(part) : null;
  if (setter) return [additionBySetter(setter, site, evaluator)];
  const defaults = findDefaultsCall(part);
  if (!defaults) return null;
  const headers = (defaults.headers ?? []).map((slot): Addition => ({ headers: slotValues(site, slot, evaluator) }));
  return [...headers, ...additionsByCallback(part.client, defaults, { site, evaluator })];
}

/** What a value adds that is written (or merged) into `axios.defaults…` or the like; empty for any other member. */
export function additionsByDefaults({ client, member, request }: ClientPart, value: Values, { node, evaluator }: { readonly node: Node; readonly evaluator: Evaluator }): readonly Addition[] {
  if (request !== null) return [];
  const within = (paths: readonly string[] = []): Values[] => paths.flatMap((path) => {
    if (path !== member && !path.startsWith(`${member}.`)) return [];
    return [behind(value, path.slice(member.length).split('.').slice(1), evaluator).filter(({ type }) => type !== 'nothing')];
  });
  const [headers, bases] = [within(client.defaultHeaders), within(client.defaultBase)];
  if (headers.length + bases.length > 0) return [...headers.map((container) => ({ headers: container })), ...bases.map((base) => ({ base }))];
  const end = member.lastIndexOf('.');
  if (client.defaultHeaders?.includes(member.slice(0, end)) !== true) return [];
  return [{ headers: [{ type: 'object', node, shape: 'headers', properties: new Map([[member.slice(end + 1).toLowerCase(), value]]), open: false }] }];
}

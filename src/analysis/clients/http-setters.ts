import type { TSESTree } from '@typescript-eslint/utils';
import type { SetterShape, Slot } from '../../catalogue/http-clients.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { slotValues } from './slots.js';
import { knownText, type ObjectValue, type Site, type Values } from '../values.js';

type Node = TSESTree.Node;

/** What something other than the call itself adds to a request: a setter, a default, a callback. */
export interface Addition {
  /** Header containers. */
  readonly headers?: Values;
  /** The calls and assignments of a callback that add it. */
  readonly consumed?: readonly Node[];
  /** Whether a callback adds it to some requests alone, by what it is told of them. */
  readonly isChosen?: boolean;
  /** For a callback, which is run when all others have set their headers: the names, in small letters, of those that it surely replaces or deletes. */
  readonly replaced?: readonly string[];
  /** A value that authorizes as it is. */
  readonly authorization?: Values;
  readonly url?: Values;
  readonly base?: Values;
}

/** What a call of a setter adds. */
export function additionBySetter(setter: SetterShape, site: Site, evaluator: Evaluator): Addition {
  const valueAt = (slot: Slot): Values => slotValues(site, slot, evaluator);
  const url = setter.url ? { url: valueAt(setter.url) } : {};
  if (setter.authorization) return { ...url, authorization: valueAt(setter.authorization) };
  const values = setter.name && setter.value ? valueAt(setter.value) : null;
  if (setter.name && values && !values.every((value) => value.type === 'nothing')) return { ...url, headers: headerPair(valueAt(setter.name), values, site.node) };
  return setter.headers ? { ...url, headers: valueAt(setter.headers) } : url;
}

function headerPair(names: Values, values: Values, node: Node): Values {
  return names.map((name): ObjectValue => {
    const key = knownText(name);
    return { type: 'object', node, shape: 'headers', properties: new Map(key === null ? [] : [[key.toLowerCase(), values]]), open: key === null };
  });
}

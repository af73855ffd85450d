import { PAIR_NAMES, PAIR_VALUE } from '../../catalogue/headers.js';
import type { Slot } from '../../catalogue/http-client.js';
import { listedArgument } from '../evaluation/arguments.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { memberOf, propertyIgnoringCase } from '../evaluation/evaluate-object.js';
import { putPair } from '../evaluation/global-calls.js';
import { NOTHING, UNKNOWN, unionOf, knownText, type ObjectValue, type Site, type Value, type Values } from '../values.js';

/** What stands in a slot of a call: `nothing` where the argument or property is missing. */
export function slotValues({ node, context }: Site, slot: Slot, evaluator: Evaluator): Values {
  return behind(evaluator.answer(listedArgument(node.arguments, slot.argument, context)), slot.path ?? [], evaluator);
}

/** What lies behind a path of members. */
export function behind(values: Values, path: readonly string[], evaluator: Evaluator): Values {
  let reached = values;
  for (const key of path) {
    reached = unionOf(reached.map((value) => (value.type === 'nothing' || value.type === 'text' || value.type === 'function' ? NOTHING : evaluator.answer(memberOf(value, key, { context: evaluator.context, read: null })))));
  }
  return reached;
}

/** A header in header containers of any form: object, Headers, Map, array of pairs, flat array of names and values. `nothing` where a container surely lacks it. */
export function headerValues(containers: Values, name: string): Values {
  return unionOf(containers.map((container) => headerOf(container, name)));
}

const headers = new WeakMap<ObjectValue, Map<string, Values>>();

function headerOf(container: Value, name: string): Values {
  if (container.type !== 'object') return container.type === 'nothing' ? NOTHING : UNKNOWN;
  const known = headers.get(container) ?? new Map<string, Values>();
  headers.set(container, known);
  const values = known.get(name) ?? findHeader(container, name);
  known.set(name, values);
  return values;
}

function findHeader(container: ObjectValue, name: string): Values {
  const found = container.shape === 'array' ? headerOfArray([...container.properties.values()], name) : propertyIgnoringCase(container, name);
  if (found.length > 0) return found;
  return container.open ? UNKNOWN : NOTHING;
}

/** `{ name: 'Authorization', value: key }`. */
function namesHeader({ properties }: ObjectValue, name: string): boolean {
  return PAIR_NAMES.some((member) => properties.get(member)?.some((value) => knownText(value)?.toLowerCase() === name) === true);
}

function headerOfArray(items: readonly Values[], name: string): Values {
  const groups: Values[] = [];
  for (const [at, item] of items.entries()) {
    const value = items[at + 1];
    if (item.some((part) => part.type === 'text')) {
      if (at % 2 === 0 && value && item.some((part) => knownText(part)?.toLowerCase() === name)) groups.push(value);
    } else {
      putPair(item, (key, values) => { if (key?.toLowerCase() === name) groups.push(values); });
      groups.push(...item.flatMap((pair) => (pair.type === 'object' && namesHeader(pair, name) ? [pair.properties.get(PAIR_VALUE) ?? UNKNOWN] : [])));
    }
  }
  return unionOf(groups);
}

import { AUTHORIZATION } from '../../catalogue/headers.js';
import { SPREAD } from '../evaluation/spread.js';
import type { Addition } from './http-setters.js';
import type { ObjectValue, Value } from '../values.js';

/** What is added to a request at one distance from its call. */
export type Level = readonly Addition[];

/** Levels, the nearest first, each without the headers that a nearer one sets: whatever it sets them to, `null` and `undefined` among it, is sent in their place or takes them away. */
export function withoutOverridden(levels: readonly Level[]): readonly Level[] {
  const taken = new Set<string>();
  return levels.map((level) => {
    const left = taken.size === 0 ? level : level.map((addition) => without(addition, taken));
    for (const name of level.flatMap(namesSet)) taken.add(name);
    return left;
  });
}

/** The names, in small letters, of the headers that an addition surely sets: those that each of its containers holds. */
function namesSet({ headers = [], replaced }: Addition): readonly string[] {
  if (replaced) return replaced;
  const [first = NO_NAMES, ...others] = headers.map(namesIn);
  return [...first].filter((name) => others.every((names) => names.has(name)));
}

const NO_NAMES: ReadonlySet<string> = new Set();

function namesIn(container: Value): ReadonlySet<string> {
  if (container.type !== 'object' || container.shape === 'array') return NO_NAMES;
  return new Set([...container.properties.keys()].filter((name) => !name.startsWith(SPREAD)).map((name) => name.toLowerCase()));
}

function without({ headers, authorization, ...others }: Addition, taken: ReadonlySet<string>): Addition {
  const addition: Addition = authorization && !taken.has(AUTHORIZATION) ? { ...others, authorization } : others;
  return headers ? { ...addition, headers: headers.map((container) => withoutNames(container, taken)) } : addition;
}

function withoutNames(container: Value, taken: ReadonlySet<string>): Value {
  if (container.type !== 'object') return container;
  const left = [...container.properties].filter(([name]) => !taken.has(name.toLowerCase()));
  return left.length === container.properties.size ? container : ({ ...container, properties: new Map(left) } satisfies ObjectValue);
}

import { AUTHORIZATION } from '../../catalogue/headers.js';
import { SPREAD } from '../evaluation/spread.js';
import type { Addition } from './http-setters.js';
import type { ObjectValue, Value } from '../values.js';

/** What is added to a request at one distance from its call. */
export type Level = readonly Addition[];

/** Levels, the nearest first, each without the headers that a nearer one sets: whatever it sets them to, `null` and `undefined` among it, is sent in their place or takes them away. */
export function withoutOverridden(levels: readonly Level[]): readonly Level[] {
  const taken: Names[] = [];
  return levels.map((level) => {
    const left = taken.length === 0 ? level : level.map((addition) => without(addition, taken));
    taken.push(...level.map(namesSet).filter(({ size }) => size > 0));
    return left;
  });
}

/** Names of headers in small letters. */
type Names = ReadonlySet<string>;

/** The headers that an addition surely sets: those that each of its containers holds. */
function namesSet({ headers = [], replaced }: Addition): Names {
  if (replaced) return new Set(replaced);
  const [first = NO_NAMES, ...others] = headers.map(namesIn);
  return others.length === 0 ? first : new Set([...first].filter((name) => others.every((names) => names.has(name))));
}

const NO_NAMES: Names = new Set();
const known = new WeakMap<Value, Names>();

/** Worked out once, as many requests may share one container of many headers. */
function namesIn(container: Value): Names {
  if (container.type !== 'object' || container.shape === 'array') return NO_NAMES;
  const names = known.get(container) ?? new Set([...container.properties.keys()].filter((name) => !name.startsWith(SPREAD)).map((name) => name.toLowerCase()));
  known.set(container, names);
  return names;
}

function without({ headers, authorization, ...others }: Addition, taken: readonly Names[]): Addition {
  const addition: Addition = authorization && !taken.some((names) => names.has(AUTHORIZATION)) ? { ...others, authorization } : others;
  return headers ? { ...addition, headers: headers.map((container) => withoutNames(container, taken)) } : addition;
}

function withoutNames(container: Value, taken: readonly Names[]): Value {
  if (container.type !== 'object' || !taken.some((names) => overlap(names, namesIn(container)))) return container;
  const left = [...container.properties].filter(([name]) => !taken.some((names) => names.has(name.toLowerCase())));
  return { ...container, properties: new Map(left) } satisfies ObjectValue;
}

function overlap(one: Names, other: Names): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  return [...few].some((name) => many.has(name));
}

import type { Slot } from '../../src/catalogue/http-clients.js';

/** A value to be put where a slot says. */
export interface Placement {
  readonly slot: Slot;
  readonly value: unknown;
}

type Bag = Record<string, unknown>;

/** The argument list in which each value stands in its slot, or null where two of them want the same place. */
export function argumentsFrom(placements: readonly Placement[], lead: readonly unknown[] = []): unknown[] | null {
  const built = new Map<number, unknown>();
  for (const placement of placements) {
    if (!place(built, placement)) return null;
  }
  const length = Math.max(-1, ...built.keys()) + 1;
  return Array.from({ length }, (_, index) => (built.has(index) ? built.get(index) : lead[index]));
}

function place(built: Map<number, unknown>, { slot, value }: Placement): boolean {
  const path = slot.path ?? [];
  const last = path.at(-1);
  const present = built.get(slot.argument);
  if (last === undefined) {
    if (present !== undefined) return false;
    built.set(slot.argument, value);
    return true;
  }
  if (present !== undefined && !isBag(present)) return false;
  const bag: Bag = present ?? {};
  built.set(slot.argument, bag);
  const holder = path.slice(0, -1).reduce<Bag>((outer, name) => {
    const inner = isBag(outer[name]) ? outer[name] : {};
    outer[name] = inner;
    return inner;
  }, bag);
  if (last in holder) return false;
  holder[last] = value;
  return true;
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

import type { Slot } from '../../../src/catalogue/http-clients.js';

/** The code of a value that is to stand in a slot. */
export interface Filling {
  readonly slot: Slot;
  readonly code: string;
}

type Tree = Map<string, Tree> | string;

/** The code of an argument list in which each filling stands in its slot; null where two want the same place. `lead` fills arguments before them. */
export function argumentCode(fillings: readonly Filling[], lead = 'null'): string | null {
  const given = new Map<number, Tree>();
  for (const { slot, code } of fillings) {
    const [first, ...rest] = slot.path ?? [];
    if (first === undefined) {
      if (given.has(slot.argument)) return null;
      given.set(slot.argument, code);
      continue;
    }
    const bag = given.get(slot.argument) ?? new Map<string, Tree>();
    given.set(slot.argument, bag);
    if (!put(bag, [first, ...rest], code)) return null;
  }
  const length = Math.max(-1, ...given.keys()) + 1;
  return Array.from({ length }, (_, at) => written(given.get(at) ?? lead)).join(', ');
}

function put(bag: Tree, [key, ...rest]: readonly [string, ...string[]], code: string): boolean {
  if (typeof bag === 'string') return false;
  const [next, ...later] = rest;
  if (next === undefined) {
    if (bag.has(key)) return false;
    bag.set(key, code);
    return true;
  }
  const inner = bag.get(key) ?? new Map<string, Tree>();
  bag.set(key, inner);
  return put(inner, [next, ...later], code);
}

function written(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  return `{ ${[...tree].map(([key, value]) => `${key}: ${written(value)}`).join(', ')} }`;
}

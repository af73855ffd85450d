import { copyOf, union, type Values } from '../values.js';

/** Copies the members of spread values (a thing from elsewhere is kept under a name beginning with `...`); true where something unknown may have come along. */
export function spreadInto(properties: Map<string, Values>, values: Values): boolean {
  let open = false;
  const isOnly = values.length === 1;
  for (const value of values) {
    if (value.type === 'reference') properties.set(`...${String(properties.size)}`, [value]);
    const copy = value.type === 'object' ? copyOf(value) : { members: [], open: value.type !== 'nothing' };
    for (const [key, added] of copy.members) properties.set(key, isOnly ? added : union(properties.get(key) ?? [], added));
    open ||= copy.open;
  }
  return open;
}

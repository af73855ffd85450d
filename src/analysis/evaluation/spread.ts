import { copyOf, union, type Values } from '../values.js';

/** What the name begins with under which a spread thing from elsewhere is kept. */
export const SPREAD = '...';

/** Copies the members of spread values; true where something unknown may have come along. */
export function spreadInto(properties: Map<string, Values>, values: Values): boolean {
  let open = false;
  const isOnly = values.length === 1;
  for (const value of values) {
    if (value.type === 'reference') properties.set(`${SPREAD}${String(properties.size)}`, [value]);
    const copy = value.type === 'object' ? copyOf(value) : { members: [], open: value.type !== 'nothing' };
    for (const [key, added] of copy.members) properties.set(key, isOnly ? added : union(properties.get(key) ?? [], added));
    open ||= copy.open;
  }
  return open;
}

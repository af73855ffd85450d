/** Any function. */
export type Callable = (...list: readonly unknown[]) => unknown;

/** A function and the object it is called on. */
export interface Member {
  readonly owner: unknown;
  readonly callable: Callable;
}

/** What lies behind a dotted path, or undefined. */
export function valueAt(root: unknown, path: string): unknown {
  const step = (outer: unknown, name: string): unknown => (outer === undefined || outer === null ? undefined : Reflect.get(Object(outer), name));
  return path === '' ? root : path.split('.').reduce(step, root);
}

/** The function behind a dotted path ('' is the root itself), or null. */
export function memberIn(root: unknown, path: string): Member | null {
  const callable = valueAt(root, path);
  const owner = path.includes('.') ? valueAt(root, path.slice(0, path.lastIndexOf('.'))) : root;
  return typeof callable === 'function' ? { owner: path === '' ? undefined : owner, callable: callable as Callable } : null;
}

/** Whether a value can be awaited. */
export function isThenable(value: unknown): boolean {
  return memberIn(value, 'then') !== null;
}

/** How a site hands values to the function that it runs. */
export type Handing =
  /** The arguments of the site from one on: `send(key)`, `send.call(self, key)`. */
  | { readonly type: 'arguments'; readonly from: number }
  /** The items of the second argument: `send.apply(self, [key])`. */
  | { readonly type: 'list' }
  /** What the method is called on: `promise.then(send)`. */
  | { readonly type: 'object' }
  /** One item of what the method is called on (null: any of them): `keys.forEach(send)`. */
  | { readonly type: 'item'; readonly key: string | null }
  /** Something that nobody knows: `promise.catch(report)`. */
  | { readonly type: 'unknown' };

/** A plain call. */
export const PLAINLY: Handing = { type: 'arguments', from: 0 };

/** Whether two ways to hand values over are one. */
export function isSameHanding(one: Handing, other: Handing): boolean {
  if (one.type === 'arguments' && other.type === 'arguments') return one.from === other.from;
  return one.type === 'item' && other.type === 'item' ? one.key === other.key : one.type === other.type;
}

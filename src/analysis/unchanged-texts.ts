import type { CallNode } from './nodes.js';
import type { ReferenceValue } from './values.js';

/** What a chain of methods was called on of which each is said to keep what its object is. */
export function withoutMethods(reference: ReferenceValue, keeps: (method: string, call: CallNode) => boolean): ReferenceValue {
  let at = reference;
  while (at.root.type === 'call' && at.path.length === 0 && keeps(at.root.callee.path.at(-1) ?? '', at.root.site.node)) at = ownerOf(at.root.callee);
  return at;
}

/** What a member is read from, or a method called on. */
export function ownerOf({ node, path, root }: ReferenceValue): ReferenceValue {
  const owner = node.type === 'MemberExpression' ? node.object : node;
  return { type: 'reference', root, path: path.slice(0, -1), node: owner };
}

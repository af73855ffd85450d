import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from './bindings.js';
import { groupBy } from '../group-by.js';
import type { ClassNode } from '../nodes.js';

type Member = TSESTree.ClassElement;

const membersByClass = new WeakMap<ClassNode, ReadonlyMap<string | null, readonly Member[]>>();

/** The members that a class declares, by their name; those whose name is worked out are under null. */
export function membersOf(node: ClassNode): ReadonlyMap<string | null, readonly Member[]> {
  const known = membersByClass.get(node);
  if (known) return known;
  const named = node.body.body.filter((member) => 'key' in member);
  const members = groupBy<string | null, Member>(named, (member) => staticKey(member as TSESTree.PropertyDefinition));
  membersByClass.set(node, members);
  return members;
}

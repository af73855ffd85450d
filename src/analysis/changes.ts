import type { TSESTree } from '@typescript-eslint/utils';
import type { Evaluator } from './evaluate.js';
import type { CallNode, ReferenceValue } from './values.js';

type Node = TSESTree.Node;

/** Something written to a member (`target = value`), or merged into an object (`Object.assign(target, value)`). */
export interface Change {
  readonly type: 'assignment' | 'merge';
  readonly node: Node;
  readonly target: Node;
  readonly value: Node;
}

/** Every change to a member, global or object in the file. */
export function changesIn({ index, valuesOf }: Evaluator): readonly Change[] {
  const isMerge = (call: CallNode): boolean => valuesOf(call.callee).some((callee) => callee.type === 'reference' && isObjectAssign(callee));
  return [
    ...index.assignments.map((node): Change => ({ type: 'assignment', node, target: node.left, value: node.right })),
    ...index.calls.filter(isMerge).flatMap(({ arguments: [target, ...sources] }) => {
      return target ? sources.map((value): Change => ({ type: 'merge', node: value, target, value })) : [];
    }),
  ];
}

function isObjectAssign({ root, path }: ReferenceValue): boolean {
  return root.type === 'global' && root.name === 'Object' && path.join('.') === 'assign';
}

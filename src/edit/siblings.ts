import type { TSESTree } from '@typescript-eslint/utils';

type Node = TSESTree.Node;

/** The list that a statement stands in, itself included; null where it stands alone, as behind `if (x)`. */
export function siblingsOf({ parent }: Node): readonly Node[] | null {
  switch (parent?.type) {
    case 'Program': case 'BlockStatement': case 'StaticBlock': case 'TSModuleBlock': return parent.body;
    case 'SwitchCase': return parent.consequent;
    default: return null;
  }
}

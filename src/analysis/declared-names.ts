import type { TSESTree } from '@typescript-eslint/utils';

type Node = TSESTree.Node;

/** The names that a declaration makes known, those in its patterns among them. */
export function namesDeclaredBy(node: Node): TSESTree.Identifier[] {
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => namesIn(id));
  return 'id' in node && node.id?.type === 'Identifier' ? [node.id] : [];
}

function namesIn(pattern: Node | null): TSESTree.Identifier[] {
  switch (pattern?.type) {
    case 'Identifier': return [pattern];
    case 'ObjectPattern': return pattern.properties.flatMap((property) => namesIn(property.type === 'RestElement' ? property.argument : property.value));
    case 'ArrayPattern': return pattern.elements.flatMap(namesIn);
    case 'AssignmentPattern': return namesIn(pattern.left);
    default: return [];
  }
}

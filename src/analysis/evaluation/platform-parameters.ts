import type { TSESTree } from '@typescript-eslint/utils';
import { PLATFORM_PARAMETERS } from '../../catalogue/platform-handlers.js';
import type { FunctionNode } from '../nodes.js';
import type { ReferenceValue } from '../values.js';
import { staticKey } from './bindings.js';

type Node = TSESTree.Node;

/** What a platform hands to a function that a module exports for it; null where nothing says so. */
export function platformParameter(owner: FunctionNode, index: number): ReferenceValue | null {
  const node = owner.params[index];
  const name = nameOf(owner);
  const found = PLATFORM_PARAMETERS.find((row) => row.index === index && name !== null && row.names.test(name) && (row.isMethod ? isExportedMethod(owner) : isExported(owner)));
  return found && node ? { type: 'reference', root: { type: 'module', name: found.module }, path: found.path, node } : null;
}

function nameOf(owner: FunctionNode): string | null {
  const { parent } = owner;
  if (parent.type === 'Property') return staticKey(parent);
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : null;
  return owner.id?.name ?? null;
}

/** `export default { fetch(request, env) {} }`, or the same by way of a constant. */
function isExportedMethod({ parent }: FunctionNode): boolean {
  if (parent.type !== 'Property' || parent.parent.type !== 'ObjectExpression') return false;
  let at: Node = parent.parent.parent;
  while (at.type === 'TSSatisfiesExpression' || at.type === 'TSAsExpression') at = at.parent;
  if (at.type === 'ExportDefaultDeclaration') return true;
  if (at.type !== 'VariableDeclarator' || at.id.type !== 'Identifier') return false;
  const { name } = at.id;
  const program = at.parent.parent;
  return program.type === 'Program' && program.body.some((statement) => statement.type === 'ExportDefaultDeclaration' && statement.declaration.type === 'Identifier' && statement.declaration.name === name);
}

function isExported(owner: FunctionNode): boolean {
  const declaration = owner.type === 'FunctionDeclaration' ? owner : owner.parent.parent;
  return declaration?.parent?.type === 'ExportNamedDeclaration';
}

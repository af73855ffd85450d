import type { TSESTree } from '@typescript-eslint/utils';
import { PLATFORM_EVENTS, PLATFORM_PARAMETERS, type PlatformEvent } from '../../catalogue/platform-handlers.js';
import type { FunctionNode } from '../nodes.js';
import type { ObjectValue, ReferenceValue, Values } from '../values.js';
import { staticKey } from './bindings.js';

type Node = TSESTree.Node;

/** What a platform hands to a function that a module exports for it; null where nothing says so. */
export function platformParameter(owner: FunctionNode, index: number): ObjectValue | ReferenceValue | null {
  const node = owner.params[index];
  const name = nameOf(owner);
  if (!node || name === null) return null;
  const isHanded = (row: Pick<PlatformEvent, 'index' | 'isMethod' | 'names'>): boolean => row.index === index && row.names.test(name) && (row.isMethod ? isExportedMethod(owner) : isExported(owner));
  const found = PLATFORM_PARAMETERS.find(isHanded);
  if (found) return { type: 'reference', root: { type: 'module', name: found.module }, path: found.path, node };
  const event = PLATFORM_EVENTS.find(isHanded);
  return event ? eventOf(event, node) : null;
}

function eventOf({ globals }: PlatformEvent, node: Node): ObjectValue {
  const properties = Object.entries(globals).map(([member, name]): [string, Values] => [member, [{ type: 'reference', root: { type: 'global', name }, path: [], node }]]);
  return { type: 'object', node, shape: 'object', properties: new Map(properties), open: true };
}

function nameOf(owner: FunctionNode): string | null {
  const parent = withoutTypes(owner.parent);
  if (parent.type === 'Property') return staticKey(parent);
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : null;
  return owner.id?.name ?? null;
}

/** `export default { fetch(request, env) {} }`, or the same by way of a constant. */
function isExportedMethod({ parent }: FunctionNode): boolean {
  if (parent.type !== 'Property' || parent.parent.type !== 'ObjectExpression') return false;
  const at = withoutTypes(parent.parent.parent);
  if (at.type === 'ExportDefaultDeclaration') return true;
  if (at.type !== 'VariableDeclarator' || at.id.type !== 'Identifier') return false;
  const { name } = at.id;
  const program = at.parent.parent;
  return program.type === 'Program' && program.body.some((statement) => statement.type === 'ExportDefaultDeclaration' && statement.declaration.type === 'Identifier' && statement.declaration.name === name);
}

function withoutTypes(parent: Node): Node {
  let at = parent;
  while (at.type === 'TSSatisfiesExpression' || at.type === 'TSAsExpression') at = at.parent;
  return at;
}

function isExported(owner: FunctionNode): boolean {
  const declaration = owner.type === 'FunctionDeclaration' ? owner : withoutTypes(owner.parent).parent;
  return declaration?.parent?.type === 'ExportNamedDeclaration';
}

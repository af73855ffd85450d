import type { TSESTree } from '@typescript-eslint/utils';
import { isNamedForKey } from '../env-reads.js';
import type { FileIndex } from '../file-index.js';

/** Whether a call hands `process.env.KEY` to what another file exports, as its code alone shows: nothing has to be evaluated for it. */
export function handsKeyPlainly(index: FileIndex, isForeign: (module: string) => boolean): boolean {
  return index.calls.some(({ callee, arguments: given }) => given.some((each) => readsKey(each, index)) && isImported(callee, index, isForeign));
}

function readsKey(node: TSESTree.Node, index: FileIndex): boolean {
  if (node.type === 'ObjectExpression') return node.properties.some((property) => property.type === 'Property' && readsKey(property.value, index));
  const name = nameBehind(node);
  const record = name !== null && node.type === 'MemberExpression' && isNamedForKey(name) ? node.object : null;
  return record?.type === 'MemberExpression' && nameBehind(record) === 'env' && record.object.type === 'Identifier' && record.object.name === 'process' && index.isGlobal(record.object);
}

function nameBehind(node: TSESTree.Node): string | null {
  return node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier' ? node.property.name : null;
}

function isImported(callee: TSESTree.Node, index: FileIndex, isForeign: (module: string) => boolean): boolean {
  const [definition] = callee.type === 'Identifier' ? (index.variableOf(callee)?.defs ?? []) : [];
  const statement = definition?.node.parent;
  return statement?.type === 'ImportDeclaration' && isForeign(statement.source.value);
}

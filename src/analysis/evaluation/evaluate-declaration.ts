import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from './bindings.js';
import type { Question } from './question.js';
import { UNKNOWN, type Values } from '../values.js';

/** The exported variables of a namespace, as an object; what else it exports is not followed. */
export function* namespaceValues(node: TSESTree.TSModuleDeclaration): Question {
  const properties = new Map<string, Values>();
  for (const statement of node.body?.body ?? []) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) if (id.type === 'Identifier' && init) properties.set(id.name, yield init);
  }
  return [{ type: 'object', node, shape: 'object', properties, open: true }];
}

/** The members of an enum, as an object. Parsers before typescript-eslint 8 put them one level higher. */
export function* enumValues(node: TSESTree.TSEnumDeclaration): Question {
  const properties = new Map<string, Values>();
  const members = (node as { readonly body?: TSESTree.TSEnumBody }).body?.members ?? (node as unknown as TSESTree.TSEnumBody).members;
  for (const member of members) {
    const key = staticKey(member);
    if (key !== null) properties.set(key, member.initializer ? yield member.initializer : UNKNOWN);
  }
  return [{ type: 'object', node, shape: 'object', properties, open: false }];
}

import type { TSESTree } from '@typescript-eslint/utils';
import { isTypeScriptFile, type MoveContext } from './move.js';
import { outermost } from './wrappers.js';

type Node = TSESTree.Node;

const MODULE_SYNTAX = /^(?:Import(?:Declaration|Specifier|Attribute|Expression)|Export(?:NamedDeclaration|AllDeclaration|Specifier)|TSModuleDeclaration)$/;
const TYPE_SYNTAX = /^TS(?:LiteralType|TemplateLiteralType|ImportType|PropertySignature|MethodSignature|EnumDeclaration)$/;
const DECLARATION_FILE = /\.d\.(?:[^./\\]+\.)?[cm]?ts$/i;

// Asked for every key of a file.
const isBrowserCode = new WeakMap<TSESTree.Program, boolean>();

/** Why no key can be moved out of the file, in one sentence; null where nothing speaks against it. */
export function reasonOfFile({ source: { ast }, filename, movesBrowserCode = false }: MoveContext): string | null {
  if (DECLARATION_FILE.test(filename)) return 'A declaration file holds no code that could read the environment.';
  const isBrowser = isBrowserCode.get(ast) ?? ast.body.some((statement) => statement.type === 'ExpressionStatement' && statement.directive === 'use client');
  isBrowserCode.set(ast, isBrowser);
  return isBrowser && !movesBrowserCode ? 'This is browser code, where the environment cannot be read without publishing the key; call Wix from a server route instead.' : null;
}

/** Why the place of a key can hold no lookup, in one sentence; null where it can. */
export function reasonOfPlace(node: Node, filename: string): string | null {
  return reasonOfSyntax(node) ?? reasonOfSurroundings(node) ?? reasonOfUse(node, isTypeScriptFile(filename));
}

function reasonOfSyntax(node: Node): string | null {
  const parent = node.parent ?? node;
  if (node.type === 'JSXText') return 'The key stands in text that the page shows.';
  if (node.type === 'Literal' && 'regex' in node) return 'The key stands in a regular expression.';
  if (parent.type === 'ExpressionStatement' && node.type === 'Literal') return 'The string is a statement of its own or a directive.';
  if (TYPE_SYNTAX.test(parent.type) || node.type === 'TSTemplateLiteralType') return 'The key stands in a type.';
  if (parent.type === 'TSExternalModuleReference' || (MODULE_SYNTAX.test(parent.type) && !isOptions(parent, node))) return 'The key stands in an import or export.';
  const isName = 'key' in parent && parent.key === node && !('computed' in parent && parent.computed);
  return isName ? 'The key is used as the name of a property.' : null;
}

function isOptions(parent: Node, node: Node): boolean {
  return parent.type === 'ImportExpression' && parent.source !== node;
}

function reasonOfSurroundings(node: Node): string | null {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'TSEnumMember') return 'An enum member needs a constant; use an object instead of the enum.';
    if ('declare' in at && at.declare) return 'The key stands in a declaration without code.';
  }
  return null;
}

function reasonOfUse(node: Node, isTypeScript: boolean): string | null {
  const operand = outermost(node);
  const parent = operand.parent ?? operand;
  if (parent.type === 'UnaryExpression' && parent.operator === 'delete') return 'The key is the operand of delete.';
  if (!isTypeScript) return null;
  const isMemberName = parent.type === 'MemberExpression' && parent.computed && parent.property === operand;
  const isFieldName = (parent.type === 'PropertyDefinition' || parent.type === 'AccessorProperty') && parent.key === operand;
  const isPatternName = parent.type === 'Property' && parent.key === operand && parent.parent.type === 'ObjectPattern';
  return isMemberName || isFieldName || isPatternName ? 'The key is used as the name of a property, which TypeScript wants to know.' : null;
}

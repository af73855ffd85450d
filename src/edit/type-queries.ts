import type { TSESTree } from '@typescript-eslint/utils';
import { indexOf } from '../analysis/file-index.js';
import type { SourceFile } from '../source/source-file.js';
import { isConstAssertion } from './wrappers.js';

type Node = TSESTree.Node;

/** Types beside which it makes no difference whether a type is one text or any. */
const PLAIN_MEMBER = /^TS(?:Null|String|Undefined)Keyword$/;

/** Whether a union is made of the constant that has an expression for its value or in it, by `typeof`: any other string would leave nothing to tell its members apart by. */
export function isUnionMadeOf(expression: Node, source: SourceFile): boolean {
  const constant = constantOf(expression);
  const references = constant ? (indexOf(source).variableOf(constant)?.references ?? []) : [];
  return references.some(({ identifier }) => isInUnion(identifier));
}

/** The name of the constant whose type tells the text of the expression; null where there is none. */
function constantOf(expression: Node): Node | null {
  let at = expression;
  let [isNested, isFixed] = [false, false];
  for (let parent = at.parent; parent; at = parent, parent = at.parent) {
    if (isConstAssertion(parent)) isFixed = true;
    else if (/^(?:ArrayExpression|ObjectExpression|Property)$/.test(parent.type)) isNested = true;
    else if (parent.type !== 'TSSatisfiesExpression') break;
  }
  const { parent } = at;
  if (parent?.type !== 'VariableDeclarator' || parent.init !== at || parent.id.type !== 'Identifier' || parent.id.typeAnnotation) return null;
  const isConstant = parent.parent.kind === 'const' && !isNested;
  return isConstant || isFixed ? parent.id : null;
}

function isInUnion(name: Node): boolean {
  let at = name;
  while (at.parent?.type === 'TSQualifiedName') at = at.parent;
  if (at.parent?.type !== 'TSTypeQuery') return false;
  for (let parent: Node = at.parent; parent.type.startsWith('TS') && parent.parent; at = parent, parent = parent.parent) {
    const member = at;
    if (parent.type === 'TSUnionType' && parent.types.some((other) => other !== member && !PLAIN_MEMBER.test(other.type))) return true;
    if (parent.type === 'TSIndexedAccessType' && parent.objectType === member && parent.indexType.type !== 'TSLiteralType') return true;
  }
  return false;
}

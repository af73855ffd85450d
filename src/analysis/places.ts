import type { TSESTree } from '@typescript-eslint/utils';
import { PAIR_NAMES, PAIR_VALUE } from '../catalogue/headers.js';
import { staticKey } from './evaluation/bindings.js';
import { indexIn } from './nodes.js';

type Node = TSESTree.Node;

/** Expressions that hand a part of theirs on under no name of their own. */
const TRANSPARENT = /^(?:TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|TSTypeAssertion|ChainExpression|ParenthesizedExpression|ConditionalExpression|LogicalExpression|BinaryExpression|TemplateLiteral|TemplateElement|AwaitExpression|JSXExpressionContainer|SequenceExpression)$/u;

/** The name of the place that a value is written to: its variable, property, field, attribute, header; null where it has none. */
export function placeName(node: Node): string | null {
  let at = node;
  for (let parent = at.parent; parent; at = parent, parent = at.parent) {
    const name = nameGivenBy(parent, at);
    if (name !== null) return name;
    const isMethodOfText = parent.type === 'MemberExpression' && parent.object === at && parent.parent.type === 'CallExpression';
    if (!TRANSPARENT.test(parent.type) && !isMethodOfText && !(parent.type === 'CallExpression' && parent.callee === at)) return null;
  }
  return null;
}

function nameGivenBy(parent: Node, child: Node): string | null {
  switch (parent.type) {
    case 'VariableDeclarator': return parent.init === child ? nameOfTarget(parent.id) : null;
    case 'AssignmentExpression': case 'AssignmentPattern': return parent.right === child ? nameOfTarget(parent.left) : null;
    case 'Property': return parent.value === child ? (nameBeside(parent) ?? staticKey(parent)) : null;
    case 'PropertyDefinition': case 'AccessorProperty': return parent.value === child ? staticKey(parent) : null;
    case 'TSEnumMember': return staticKey(parent);
    case 'JSXAttribute': return typeof parent.name.name === 'string' ? parent.name.name : parent.name.name.name;
    case 'ArrayExpression': return textBefore(parent.elements, child);
    case 'CallExpression': case 'NewExpression': return textBefore(parent.arguments, child);
    default: return null;
  }
}

/** `{ name: 'Authorization', value }`: the property beside it names it. */
function nameBeside(property: TSESTree.Property): string | null {
  if (staticKey(property) !== PAIR_VALUE || property.parent.type !== 'ObjectExpression') return null;
  const naming = property.parent.properties.find((sibling) => sibling.type === 'Property' && PAIR_NAMES.includes(staticKey(sibling) ?? ''));
  return naming?.type === 'Property' && naming.value.type === 'Literal' && typeof naming.value.value === 'string' ? naming.value.value : null;
}

function nameOfTarget(target: Node): string | null {
  if (target.type === 'Identifier') return target.name;
  return target.type === 'MemberExpression' ? staticKey(target) : null;
}

/** `['Authorization', value]` and `set('Authorization', value)`: the text before it names it. */
function textBefore(siblings: readonly (Node | null)[], child: Node): string | null {
  const before = siblings[indexIn(siblings, child) - 1];
  return before?.type === 'Literal' && typeof before.value === 'string' ? before.value : null;
}

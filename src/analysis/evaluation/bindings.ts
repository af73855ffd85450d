import type { TSESTree } from '@typescript-eslint/utils';
import { indexIn, type FunctionNode } from '../nodes.js';

type Node = TSESTree.Node;

/** One step from a value down to the part of it that a pattern names. */
export type Step =
  | { readonly type: 'default'; readonly node: Node }
  | { readonly type: 'element' }
  | { readonly type: 'member'; readonly key: Node | string; readonly node: Node }
  | { readonly type: 'rest'; /** The first item of an array. */ readonly from: number; /** The members of an object that the pattern takes out by name. */ readonly taken: ReadonlySet<string> };

/** What an identifier gets when it is bound: where the value comes from and which part of it. */
export interface Binding {
  readonly source:
    | { readonly type: 'expression'; readonly node: Node }
    | { readonly type: 'parameter'; readonly owner: FunctionNode; readonly index: number }
    | { readonly type: 'unknown' };
  readonly steps: readonly Step[];
}

const UNKNOWN_SOURCE = { type: 'unknown' } as const;

/** How an identifier (or member) that is written or declared gets its value; null where it is neither. */
export function bindingOf(target: Node): Binding | null {
  const steps: Step[] = [];
  let at = target;
  for (let parent = at.parent; parent; at = parent, parent = at.parent) {
    const step = stepOf(at, parent);
    if (step === null) return sourceOf(at, parent, steps.reverse());
    if (step !== 'same') steps.push(step);
  }
  return null;
}

function stepOf(at: Node, parent: Node): Step | 'same' | null {
  switch (parent.type) {
    case 'TSParameterProperty': case 'RestElement': return 'same';
    case 'ObjectPattern': return at.type === 'RestElement' ? { type: 'rest', from: 0, taken: takenBy(parent) } : 'same';
    case 'ArrayPattern': return at.type === 'RestElement' ? { type: 'rest', from: indexIn(parent.elements, at), taken: NOTHING_TAKEN } : { type: 'member', key: String(indexIn(parent.elements, at)), node: at };
    case 'AssignmentPattern': return parent.left === at ? { type: 'default', node: parent.right } : null;
    case 'Property': return parent.parent.type === 'ObjectPattern' && parent.value === at ? { type: 'member', key: keyOf(parent), node: parent } : null;
    default: return null;
  }
}

const NOTHING_TAKEN: ReadonlySet<string> = new Set();

function takenBy({ properties }: TSESTree.ObjectPattern): ReadonlySet<string> {
  return new Set(properties.flatMap((property) => (property.type === 'Property' ? (staticKey(property) ?? []) : [])));
}

function keyOf(property: TSESTree.Property): Node | string {
  return staticKey(property) ?? property.key;
}

/** The name of a property, member or class member where the text itself tells it; null for a computed one. */
export function staticKey(node: TSESTree.MemberExpression | TSESTree.MethodDefinition | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.AccessorProperty | TSESTree.TSEnumMember): string | null {
  const key: Node = node.type === 'MemberExpression' ? node.property : node.type === 'TSEnumMember' ? node.id : node.key;
  const computed = node.type !== 'TSEnumMember' && node.computed;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Identifier') return computed ? null : key.name;
  if (key.type === 'Literal') return String(key.value);
  return key.type === 'TemplateLiteral' && key.expressions.length === 0 ? (key.quasis[0]?.value.cooked ?? null) : null;
}

function sourceOf(at: Node, parent: Node, steps: readonly Step[]): Binding | null {
  switch (parent.type) {
    case 'VariableDeclarator': return declared(at, parent, steps);
    case 'AssignmentExpression': return parent.left === at ? { source: assigned(parent), steps } : null;
    case 'ForOfStatement': return parent.left === at ? { source: { type: 'expression', node: parent.right }, steps: [{ type: 'element' }, ...steps] } : null;
    case 'ForInStatement': case 'UpdateExpression': return { source: UNKNOWN_SOURCE, steps };
    case 'FunctionDeclaration': case 'FunctionExpression': case 'ArrowFunctionExpression': return parameter(at, parent, steps);
    default: return null;
  }
}

function declared(at: Node, parent: TSESTree.VariableDeclarator, steps: readonly Step[]): Binding | null {
  if (parent.id !== at) return null;
  const loop = parent.parent.parent;
  if (loop.type === 'ForOfStatement' && loop.left === parent.parent) {
    return { source: { type: 'expression', node: loop.right }, steps: [{ type: 'element' }, ...steps] };
  }
  const isLeftOpen = loop.type === 'ForInStatement' && loop.left === parent.parent;
  if (isLeftOpen || parent.init === null) return { source: UNKNOWN_SOURCE, steps };
  return { source: { type: 'expression', node: parent.init }, steps };
}

/** A plain assignment gives its right side; one with an operator is an expression of its own. */
function assigned(node: TSESTree.AssignmentExpression): Binding['source'] {
  return { type: 'expression', node: node.operator === '=' ? node.right : node };
}

function parameter(at: Node, owner: FunctionNode, steps: readonly Step[]): Binding | null {
  const index = indexIn(owner.params, at);
  return index === -1 ? null : { source: { type: 'parameter', owner, index }, steps };
}

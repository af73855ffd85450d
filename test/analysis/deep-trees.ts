import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceFile } from '../../src/source/source-file.js';
import { sourceOf } from './sources.js';

type Node = TSESTree.Node;

interface Loose {
  readonly type: string;
  parent?: Loose;
  range?: readonly [number, number];
  loc?: unknown;
  [member: string]: unknown;
}

/** One layer of a tree: a node around the node given. */
export type Layer = (inner: Loose, slot: Loose) => Loose;

const literal = (value: string): Loose => ({ type: 'Literal', value, raw: `'${value}'` });
const name = (text: string): Loose => ({ type: 'Identifier', name: text });
const property = (value: Loose, key: Loose): Loose => ({ type: 'Property', kind: 'init', computed: false, shorthand: false, method: false, key, value });

/** The kinds of expression that go deep. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  'sum, left': (inner) => ({ type: 'BinaryExpression', operator: '+', left: inner, right: literal('b') }),
  'sum, right': (inner) => ({ type: 'BinaryExpression', operator: '+', left: literal('b'), right: inner }),
  'conditional': (inner) => ({ type: 'ConditionalExpression', test: literal('t'), consequent: literal('c'), alternate: inner }),
  'logical, left': (inner) => ({ type: 'LogicalExpression', operator: '??', left: inner, right: literal('b') }),
  'logical, right': (inner) => ({ type: 'LogicalExpression', operator: '||', left: literal('b'), right: inner }),
  'sequence': (inner) => ({ type: 'SequenceExpression', expressions: [literal('a'), inner] }),
  'assignment': (inner) => ({ type: 'AssignmentExpression', operator: '=', left: name('z'), right: inner }),
  'call': (inner) => ({ type: 'CallExpression', callee: name('String'), arguments: [inner], optional: false }),
  'callee': (inner) => ({ type: 'CallExpression', callee: inner, arguments: [], optional: false }),
  'new': (inner) => ({ type: 'NewExpression', callee: name('F'), arguments: [inner] }),
  'method': (inner) => ({ type: 'CallExpression', callee: { type: 'MemberExpression', computed: false, optional: false, object: inner, property: name('trim') }, arguments: [], optional: false }),
  'replace': (inner) => ({ type: 'CallExpression', callee: { type: 'MemberExpression', computed: false, optional: false, object: inner, property: name('replace') }, arguments: [literal('a'), literal('b')], optional: false }),
  'member': (inner) => ({ type: 'MemberExpression', computed: false, optional: false, object: inner, property: name('m') }),
  'computed member': (inner) => ({ type: 'MemberExpression', computed: true, optional: false, object: name('o'), property: inner }),
  'object': (inner) => ({ type: 'ObjectExpression', properties: [property(inner, name('m'))] }),
  'spread': (inner) => ({ type: 'ObjectExpression', properties: [{ type: 'SpreadElement', argument: inner }] }),
  'array': (inner) => ({ type: 'ArrayExpression', elements: [inner] }),
  'template': (inner) => ({
    type: 'TemplateLiteral',
    quasis: ['a', 'b'].map((cooked, at) => ({ type: 'TemplateElement', value: { cooked, raw: cooked }, tail: at === 1 })),
    expressions: [inner],
  }),
  'await': (inner) => ({ type: 'AwaitExpression', argument: inner }),
  'unary': (inner) => ({ type: 'UnaryExpression', operator: '!', prefix: true, argument: inner }),
  'as': (inner) => ({ type: 'TSAsExpression', expression: inner, typeAnnotation: { type: 'TSStringKeyword' } }),
  'chain': (inner) => ({ type: 'ChainExpression', expression: { type: 'MemberExpression', computed: false, optional: true, object: inner, property: name('m') } }),
  'arrow function': (inner) => ({ type: 'ArrowFunctionExpression', params: [], body: inner, async: false, expression: true, generator: false }),
  'getter': (inner) => ({
    type: 'ObjectExpression',
    properties: [{
      ...property({ type: 'FunctionExpression', params: [], id: null, async: false, generator: false, expression: false, body: { type: 'BlockStatement', body: [{ type: 'ReturnStatement', argument: inner }] } }, name('m')),
      kind: 'get',
    }],
  }),
  'JSX': (inner) => ({
    type: 'JSXElement',
    openingElement: { type: 'JSXOpeningElement', name: { type: 'JSXIdentifier', name: 'B' }, attributes: [], selfClosing: false },
    closingElement: null,
    children: [{ type: 'JSXExpressionContainer', expression: inner }],
  }),
  'JSX attribute': (inner) => ({
    type: 'JSXElement',
    openingElement: { type: 'JSXOpeningElement', name: { type: 'JSXIdentifier', name: 'B' }, selfClosing: true, attributes: [{ type: 'JSXAttribute', name: { type: 'JSXIdentifier', name: 'apiKey' }, value: { type: 'JSXExpressionContainer', expression: inner } }] },
    closingElement: null,
    children: [],
  }),
};

/** The name that a text holds where the deep expression is to stand. */
export const SLOT = 'SLOT';

/** A text whose only use of `SLOT` is replaced by an expression of so many layers around a literal: deeper than any parser reads. */
export function deepSource(code: string, layer: Layer, { depth, core }: { readonly depth: number; readonly core: string }): SourceFile {
  const source = sourceOf(code, { parser: 'typescript' });
  const slot = source.scopeManager?.scopes.flatMap(({ references }) => references).find(({ identifier }) => (identifier as Node).type === 'Identifier' && (identifier as TSESTree.Identifier).name === SLOT)?.identifier as unknown as Loose | undefined;
  if (!slot?.parent) throw new Error('The text has no slot.');
  let expression = literal(core);
  for (let at = 0; at < depth; at += 1) expression = layer(expression, slot);
  replaceIn(slot.parent, slot, expression);
  settle(expression, { slot, visitorKeys: source.visitorKeys });
  return source;
}

function replaceIn(parent: Loose, old: Loose, by: Loose): void {
  for (const [member, value] of Object.entries(parent)) {
    if (value === old) parent[member] = by;
    else if (Array.isArray(value) && value.includes(old)) parent[member] = value.map((each: unknown) => (each === old ? by : each));
  }
}

/** Gives every new node its parent, and the place of the slot. */
function settle(root: Loose, { slot, visitorKeys }: { readonly slot: Loose; readonly visitorKeys: SourceFile['visitorKeys'] }): void {
  const pending: [Loose, Loose | undefined][] = [[root, slot.parent]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [node, parent] = next;
    Object.assign(node, { parent, range: slot.range, loc: slot.loc });
    for (const key of visitorKeys[node.type] ?? []) {
      for (const child of [node[key]].flat()) if (typeof child === 'object' && child !== null && 'type' in child) pending.push([child as Loose, node]);
    }
  }
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '@typescript-eslint/scope-manager';
import { staticKey } from './evaluation/bindings.js';
import { childrenOf, type FileIndex } from './file-index.js';
import { functionAround } from './nodes.js';
import type { SentRequest } from './sent-requests.js';

type Node = TSESTree.Node;

/** Names of options that hold a URL. */
const URL_OPTIONS = new Set(['baseURL', 'uri', 'url']);

/** What a test says that asks where a URL goes. */
const ASKS_WHERE = /wix|host|origin|base|startsWith|includes|\.test\(/i;

/** Whether the function around a request asks where its URL goes, as one does that sends the key to Wix alone: which of its ways a URL takes is not known then. */
export function isChosenByUrl({ node, evaluator: { index } }: Pick<SentRequest, 'evaluator' | 'node'>): boolean {
  const home = functionAround(node) ?? index.source.ast;
  const known = asked.get(home) ?? variablesAskedIn(home, index);
  asked.set(home, known);
  return known.size > 0 && [...variablesIn(urlNodesOf(node), index)].some((variable) => known.has(variable));
}

const asked = new WeakMap<Node, ReadonlySet<Variable>>();

/** The variables of which a test asks where they go, and those that such a variable is made from. */
function variablesAskedIn(home: Node, index: FileIndex): ReadonlySet<Variable> {
  const inside = nodesIn([home], index);
  const tested = variablesIn(inside.flatMap(testsOf).filter(({ range }) => ASKS_WHERE.test(index.source.text.slice(...range))), index);
  const origins = inside.flatMap((node) => (node.type === 'VariableDeclarator' && node.init && [...variablesIn([node.id], index)].some((variable) => tested.has(variable)) ? [node.init] : []));
  return new Set([...tested, ...variablesIn(origins, index)]);
}

function urlNodesOf(node: Node): readonly Node[] {
  const [first] = 'arguments' in node ? node.arguments : [];
  if (first?.type !== 'ObjectExpression') return first ? [first] : [];
  return first.properties.flatMap((property) => (property.type === 'Property' && URL_OPTIONS.has(staticKey(property) ?? '') ? [property.value] : []));
}

function testsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'ConditionalExpression': case 'IfStatement': return [node.test];
    case 'LogicalExpression': return [node.left];
    case 'SwitchStatement': return [node.discriminant];
    default: return [];
  }
}

function variablesIn(nodes: readonly Node[], index: FileIndex): ReadonlySet<Variable> {
  return new Set(nodesIn(nodes, index).flatMap((node) => (node.type === 'Identifier' ? (index.variableOf(node) ?? []) : [])));
}

/** Nodes and all that lies below them. */
export function nodesIn(nodes: readonly Node[], { source }: FileIndex): readonly Node[] {
  const found = [...nodes];
  // The list is walked to what is added meanwhile.
  for (const node of found) for (const child of childrenOf(node, source)) found.push(child);
  return found;
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '@typescript-eslint/scope-manager';
import { staticKey } from './evaluation/bindings.js';
import { childrenOf, type FileIndex } from './file-index.js';
import { groupBy } from './group-by.js';
import { functionAround } from './nodes.js';
import type { SentRequest } from './sent-requests.js';

type Node = TSESTree.Node;

/** Names of options that hold a URL. */
const URL_OPTIONS = new Set(['baseURL', 'uri', 'url']);

/** What a test says that asks where a URL goes. */
const ASKS_WHERE = /wix|host|origin|base|startsWith|includes|\.test\(/i;

/** Whether the function around a request asks where its URL goes, as one does that sends the key to Wix alone: which of its ways a URL takes is not known then. A test of what the request brought asks for something else. */
export function isChosenByUrl({ node, evaluator: { index } }: Pick<SentRequest, 'evaluator' | 'node'>): boolean {
  const home = functionAround(node) ?? index.source.ast;
  const known = asked.get(home) ?? askingsIn(home, index);
  asked.set(home, known);
  const asks = ({ test: { range } }: Asking): boolean => node.range[0] < range[0] || node.range[1] > range[1];
  return known.size > 0 && [...variablesIn(urlNodesOf(node), index)].some((variable) => known.get(variable)?.some(asks));
}

interface Asking {
  readonly variable: Variable;
  readonly test: Node;
}

const asked = new WeakMap<Node, ReadonlyMap<Variable, readonly Asking[]>>();

/** The tests that ask where a variable goes, by the variable and by those that it is made from. */
function askingsIn(home: Node, index: FileIndex): ReadonlyMap<Variable, readonly Asking[]> {
  const inside = nodesIn([home], index);
  const tests = inside.flatMap(testsOf).filter(({ range }) => ASKS_WHERE.test(index.source.text.slice(...range)));
  const asking = (test: Node, nodes: readonly Node[]): Asking[] => [...variablesIn(nodes, index)].map((variable) => ({ variable, test }));
  const tested = groupBy(tests.flatMap((test) => asking(test, [test])), ({ variable }) => variable);
  const origins = inside.filter((node) => node.type === 'VariableDeclarator').flatMap(({ id, init }) => {
    const made = init ? [...variablesIn([id], index)].flatMap((variable) => tested.get(variable) ?? []) : [];
    return made.flatMap(({ test }) => asking(test, [init as Node]));
  });
  return groupBy([...tested.values()].flat().concat(origins), ({ variable }) => variable);
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

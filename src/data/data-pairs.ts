import { isTree } from './languages.js';
import type { Loc, NamedValue } from './named-value.js';

interface DataNode {
  readonly type: string;
  readonly loc: Loc;
  readonly [property: string]: unknown;
}

/** A node with the names that lead to it and the nodes of the same parent. */
interface Place {
  readonly node: DataNode;
  readonly path: readonly string[];
  readonly siblings: Siblings;
}

/** The nodes of one parent, and what a member of them says that the one called `value` is called; undefined until somebody asks. */
interface Siblings {
  readonly nodes: readonly DataNode[];
  naming?: string | null;
}

/** A node that gives a value a name, by the languages that have one. */
interface PairShape {
  readonly name: string;
  readonly value: string;
}

// @humanwhocodes/momoa@3 (@eslint/json), jsonc-eslint-parser@3, yaml-eslint-parser@2, toml-eslint-parser@1: their AST documentation
const PAIRS: ReadonlyMap<string, PairShape> = new Map([
  ['Member', { name: 'name', value: 'value' }],
  ['JSONProperty', { name: 'key', value: 'value' }],
  ['YAMLPair', { name: 'key', value: 'value' }],
  ['TOMLKeyValue', { name: 'key', value: 'value' }],
]);

/** Members that give the member `value` beside them its name: header lists of HAR, Postman and Kubernetes. */
const NAME_MEMBERS = ['name', 'key', 'header'];
const VALUE_MEMBER = 'value';

/** `NAME=value` in a list, as docker-compose writes environments. */
const ASSIGNMENT = /^(?<name>[A-Za-z_]\w*)=(?<value>[^]+)$/;

const NOT_CHILDREN = new Set(['parent', 'loc', 'range', 'tokens', 'comments', 'static']);

/** Every named text below the root of a data file's tree, in the order of the text. Takes no deeper a stack for deeper data. */
export function dataPairsIn(root: unknown): readonly NamedValue[] {
  const found: NamedValue[] = [];
  const pending: Place[] = isNode(root) ? [{ node: root, path: [], siblings: { nodes: [] } }] : [];
  for (let at = pending.pop(); at; at = pending.pop()) {
    const { node, path, siblings } = at;
    const shape = PAIRS.get(node.type);
    const keys = shape ? namesOf(node[shape.name]) : tableOf(node);
    const inner = keys.length === 0 ? path : [...path, ...keys];
    const named = shape ? namedValue({ node, path: inner, siblings }, shape) : assignment(node, path);
    if (named) found.push(named);
    const children = { nodes: childrenOf(node) };
    for (const child of children.nodes.toReversed()) pending.push({ node: child, path: inner, siblings: children });
  }
  return found;
}

function namedValue({ node, path, siblings }: Place, shape: PairShape): NamedValue | null {
  const [nameNode, valueNode] = [node[shape.name], withoutMeta(node[shape.value])];
  const value = textOf(valueNode);
  if (value === null || !isNode(nameNode) || !isNode(valueNode)) return null;
  const own = path.at(-1) ?? '';
  const name = own.toLowerCase() === VALUE_MEMBER ? (siblingName(siblings, shape) ?? own) : own;
  return { name, path: [...path.slice(0, -1), name], value, nameLoc: nameNode.loc, valueLoc: valueNode.loc, valueRange: null };
}

/** What the member beside says that the value is called. */
function siblingName(siblings: Siblings, shape: PairShape): string | null {
  if (siblings.naming === undefined) siblings.naming = findNaming(siblings.nodes, shape);
  return siblings.naming;
}

function findNaming(siblings: readonly DataNode[], shape: PairShape): string | null {
  const naming = siblings.find((sibling) => NAME_MEMBERS.includes(namesOf(sibling[shape.name]).at(-1)?.toLowerCase() ?? ''));
  return naming ? textOf(withoutMeta(naming[shape.value])) : null;
}

function assignment(node: DataNode, path: readonly string[]): NamedValue | null {
  const text = node.type === 'YAMLScalar' ? textOf(node) : null;
  const groups = text === null ? undefined : ASSIGNMENT.exec(text)?.groups;
  if (!groups) return null;
  const { name = '', value = '' } = groups;
  return { name, path: [...path, name], value, nameLoc: node.loc, valueLoc: node.loc, valueRange: null };
}

/** The names that a key has: one, or of a dotted TOML key several. */
function namesOf(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  if (Array.isArray(node.keys)) return (node.keys as readonly unknown[]).flatMap(namesOf);
  const text = textOf(node) ?? node.name;
  return typeof text === 'string' ? [text] : [];
}

/** The names of a TOML table, which its members are under. */
function tableOf(node: DataNode): readonly string[] {
  return node.type === 'TOMLTable' ? namesOf(node.key) : [];
}

/** A YAML value without its anchor or tag. */
function withoutMeta(node: unknown): unknown {
  return isNode(node) && node.type === 'YAMLWithMeta' ? node.value : node;
}

/** The text that a node of any of the languages holds; null for numbers and for what has members. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'JSONTemplateLiteral') return templateText(node.quasis);
  return typeof node.value === 'string' ? node.value : null;
}

function templateText(quasis: unknown): string | null {
  const [only] = Array.isArray(quasis) ? (quasis as readonly { readonly value?: { readonly cooked?: unknown } }[]) : [];
  return typeof only?.value?.cooked === 'string' ? only.value.cooked : null;
}

function childrenOf(node: DataNode): readonly DataNode[] {
  return Object.entries(node).flatMap(([property, child]) => {
    if (NOT_CHILDREN.has(property)) return [];
    return (Array.isArray(child) ? (child as readonly unknown[]) : [child]).filter(isNode);
  });
}

function isNode(candidate: unknown): candidate is DataNode {
  return isTree(candidate) && 'loc' in candidate;
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import type { SourceFile } from '../source/source-file.js';
import type { CallNode, ClassNode, FunctionNode } from './nodes.js';

type Node = TSESTree.Node;

/** A node that holds text which a reader of the file can see. */
export type TextNode = TSESTree.JSXText | TSESTree.Literal | TSESTree.TemplateElement;

/** What `this` may be an object of. */
export type Owner = ClassNode | FunctionNode | TSESTree.ObjectExpression;

/** What one walk over a file notes down, so that nobody walks it again. Lists are in the order of the text. */
export interface FileIndex {
  readonly source: SourceFile;
  readonly calls: readonly CallNode[];
  readonly elements: readonly TSESTree.JSXOpeningElement[];
  readonly texts: readonly TextNode[];
  /** `+`, template literals with expressions and `+=`, outermost ones only. */
  readonly assemblies: readonly Node[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
  readonly exports: readonly (TSESTree.ExportDefaultDeclaration | TSESTree.ExportNamedDeclaration | TSESTree.TSExportAssignment)[];
  readonly returns: ReadonlyMap<Node, readonly TSESTree.ReturnStatement[]>;
  /** `this` by the class, object literal or plain function whose it is. */
  readonly receivers: ReadonlyMap<Owner, readonly TSESTree.ThisExpression[]>;
  /** The variable that an identifier reads, writes or declares; null for a global and for a name that is none. */
  variableOf(identifier: Node): Variable | null;
  /** True where the name is read or written and nobody in the file declares it. */
  isGlobal(identifier: Node): boolean;
}

interface Lists {
  readonly calls: CallNode[];
  readonly elements: TSESTree.JSXOpeningElement[];
  readonly texts: TextNode[];
  readonly assemblies: Node[];
  readonly assignments: TSESTree.AssignmentExpression[];
  readonly exports: (TSESTree.ExportDefaultDeclaration | TSESTree.ExportNamedDeclaration | TSESTree.TSExportAssignment)[];
  readonly returns: Map<Node, TSESTree.ReturnStatement[]>;
  readonly receivers: Map<Owner, TSESTree.ThisExpression[]>;
}

const indexes = new WeakMap<SourceFile['ast'], FileIndex>();

/** The index of a file, made at the first question. */
export function indexOf(source: SourceFile): FileIndex {
  const known = indexes.get(source.ast);
  if (known) return known;
  const lists = walk(source);
  const references = referencesByIdentifier(source);
  let names: ReadonlySet<string> | undefined;
  const index: FileIndex = {
    source,
    ...lists,
    variableOf: (identifier) => {
      const variable = references.get(identifier);
      if (variable !== undefined || identifier.type !== 'JSXIdentifier') return variable ?? null;
      names ??= namesDeclaredIn(source);
      return names.has(identifier.name) ? variableNamed(identifier, source) : null;
    },
    isGlobal: (identifier) => references.get(identifier) === null,
  };
  indexes.set(source.ast, index);
  return index;
}

/** A place behind all code of the file, from which the last state of its variables is read. */
export function endOf({ source: { ast } }: FileIndex): Node {
  const [, end] = ast.range;
  return { type: 'EmptyStatement', range: [end, end], loc: ast.loc, parent: ast } as unknown as Node;
}

function walk(source: SourceFile): Lists {
  const lists: Lists = {
    calls: [], elements: [], texts: [], assemblies: [], assignments: [], exports: [], returns: new Map(), receivers: new Map(),
  };
  const pending: Node[] = [source.ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    note(node, lists);
    pushChildren(node, source, pending);
  }
  return lists;
}

/** Puts the children of a node on a stack, the first on top. Most of the time of an index is spent here, so it makes no lists. */
function pushChildren(node: Node, { visitorKeys }: SourceFile, pending: Node[]): void {
  const keys = visitorKeys[node.type] ?? [];
  for (let at = keys.length - 1; at >= 0; at--) {
    const child = (node as unknown as Readonly<Record<string, unknown>>)[keys[at] ?? ''];
    if (!Array.isArray(child)) {
      if (isNode(child)) pending.push(child);
      continue;
    }
    for (let inner = child.length - 1; inner >= 0; inner--) if (isNode(child[inner])) pending.push(child[inner] as Node);
  }
}

/** The nodes directly below a node, in the order of the text. */
export function childrenOf(node: Node, source: SourceFile): Node[] {
  const children: Node[] = [];
  for (const key of source.visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Readonly<Record<string, unknown>>)[key];
    for (const candidate of Array.isArray(child) ? (child as unknown[]) : [child]) if (isNode(candidate)) children.push(candidate);
  }
  return children;
}

function isNode(candidate: unknown): candidate is Node {
  return typeof candidate === 'object' && candidate !== null && typeof (candidate as { type?: unknown }).type === 'string';
}

function note(node: Node, lists: Lists): void {
  switch (node.type) {
    case 'CallExpression': case 'NewExpression': lists.calls.push(node); break;
    case 'JSXOpeningElement': lists.elements.push(node); break;
    case 'Literal': case 'JSXText': case 'TemplateElement': lists.texts.push(node); break;
    case 'BinaryExpression': case 'TemplateLiteral': noteAssembly(node, lists); break;
    case 'AssignmentExpression':
      lists.assignments.push(node);
      if (node.operator === '+=') lists.assemblies.push(node);
      break;
    case 'ExportDefaultDeclaration': case 'ExportNamedDeclaration': case 'TSExportAssignment': lists.exports.push(node); break;
    case 'ReturnStatement': addTo(lists.returns, enclosingFunction(node), node); break;
    case 'ThisExpression': addTo(lists.receivers, ownerOfThis(node), node); break;
    default:
  }
}

function noteAssembly(node: TSESTree.BinaryExpression | TSESTree.TemplateLiteral, lists: Lists): void {
  const assembles = node.type === 'TemplateLiteral' ? node.expressions.length > 0 : node.operator === '+';
  const within = node.parent.type === 'BinaryExpression' && node.parent.operator === '+';
  if (assembles && !within) lists.assemblies.push(node);
}

function addTo<K, V>(groups: Map<K, V[]>, key: K | null, value: V): void {
  if (key === null) return;
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** The innermost function, class field or static block that a node is in; the program where there is none. */
export function enclosingFunction(node: Node): Node {
  let at: Node | undefined = node.parent;
  while (at) {
    if (isFunctionLike(at)) return at;
    at = at.parent;
  }
  return node;
}

function isFunctionLike(node: Node): boolean {
  return /^(?:Program|FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|StaticBlock)$/u.test(node.type);
}

/** The class that `this` is an object of (or, in a static member, the class itself); null where it is something else. */
export function classOfThis(node: Node): ClassNode | null {
  const owner = ownerOfThis(node);
  return owner !== null && (owner.type === 'ClassDeclaration' || owner.type === 'ClassExpression') ? owner : null;
}

/** The class, the object literal or the plain function whose `this` it is. */
export function ownerOfThis(node: Node): Owner | null {
  let at: Node = node;
  for (let parent = node.parent; parent; at = parent, parent = parent.parent) {
    if (parent.type === 'ClassBody') return isComputedKeyOf(at, node) ? null : parent.parent;
    const isMethod = parent.type === 'Property' && parent.value === at && parent.parent.type === 'ObjectExpression';
    if (isMethod && at.type === 'FunctionExpression') return parent.parent as TSESTree.ObjectExpression;
    const isOwnThis = parent.type === 'FunctionDeclaration' || (parent.type === 'FunctionExpression' && !isMember(parent));
    if (isOwnThis) return parent as FunctionNode;
  }
  return null;
}

function isMember(node: Node): boolean {
  return node.parent?.type === 'MethodDefinition' || node.parent?.type === 'Property';
}

function isComputedKeyOf(member: Node, node: Node): boolean {
  return 'key' in member && member.key.range[0] <= node.range[0] && node.range[1] <= member.key.range[1];
}

function referencesByIdentifier(source: SourceFile): Map<Node, Variable | null> {
  const byIdentifier = new Map<Node, Variable | null>();
  for (const scope of source.scopeManager?.scopes ?? []) {
    for (const variable of scope.variables) for (const identifier of variable.identifiers) byIdentifier.set(identifier, variable);
    for (const reference of scope.references) byIdentifier.set(reference.identifier, declaredBy(reference));
  }
  return byIdentifier;
}

function namesDeclaredIn({ scopeManager }: SourceFile): ReadonlySet<string> {
  return new Set((scopeManager?.scopes ?? []).flatMap((scope) => [...scope.set.keys()]));
}

/** The variable that a JSX name means, where the scope manager makes no reference of it (eslint-scope before ESLint 9's `jsx`). */
function variableNamed(name: TSESTree.JSXIdentifier, { scopeManager }: SourceFile): Variable | null {
  for (let at: Node | undefined = name.parent; at; at = at.parent) {
    const variable = scopeManager?.acquire(at, true)?.set.get(name.name);
    if (variable && variable.defs.length > 0) return variable;
  }
  return scopeManager?.scopes.find(({ type }) => type === 'module')?.set.get(name.name) ?? null;
}

function declaredBy(reference: Reference): Variable | null {
  const variable = reference.resolved;
  return variable && variable.defs.length > 0 ? variable : null;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { namesDeclaredBy } from '../declared-names.js';
import type { FileIndex } from '../file-index.js';

type Node = TSESTree.Node;

/** What a module exports under one name. */
export type Exported =
  | { readonly type: 'expression'; readonly node: Node }
  | { readonly type: 'namespace'; readonly source: string }
  | { readonly type: 'variable'; readonly node: Node };

/** What a module exports: by name, and from where it takes over all that another exports. */
export interface Exports {
  readonly named: ReadonlyMap<string, Exported>;
  readonly stars: readonly string[];
}

const tables = new WeakMap<FileIndex, Exports>();

/** Whether a file is a module and no script: it imports or exports by a statement. With `export =` it is a script that is written as a module. */
export function isModule({ source: { ast } }: FileIndex): boolean {
  return ast.body.some(({ type }) => /^(?:Import|Export)/u.test(type)) && !ast.body.some(({ type }) => type === 'TSExportAssignment');
}

/** The exports of a module. */
export function exportsOf(index: FileIndex): Exports {
  const known = tables.get(index) ?? findExports(index);
  tables.set(index, known);
  return known;
}

function findExports({ source: { ast } }: FileIndex): Exports {
  const named = new Map<string, Exported>();
  const stars: string[] = [];
  for (const node of ast.body) {
    if (node.type === 'ExportAllDeclaration' && node.exportKind !== 'type') {
      if (node.exported) named.set(textOf(node.exported), { type: 'namespace', source: node.source.value });
      else stars.push(node.source.value);
    } else if (node.type === 'ExportDefaultDeclaration') {
      named.set('default', { type: 'expression', node: node.declaration });
    } else if (node.type === 'ExportNamedDeclaration' && node.exportKind !== 'type') {
      noteNamed(node, named);
    }
  }
  return { named, stars };
}

function noteNamed(node: TSESTree.ExportNamedDeclaration, named: Map<string, Exported>): void {
  for (const name of node.declaration ? namesDeclaredBy(node.declaration) : []) named.set(name.name, { type: 'variable', node: name });
  for (const specifier of node.specifiers) {
    named.set(textOf(specifier.exported), node.source ? { type: 'expression', node: specifier } : { type: 'variable', node: specifier.local });
  }
}

function textOf(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === 'Identifier' ? name.name : name.value;
}

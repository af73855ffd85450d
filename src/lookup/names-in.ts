import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceFile } from '../source/source-file.js';

const known = new WeakMap<SourceFile['ast'], ReadonlyMap<string, number>>();

/** Every name that a file declares or mentions as one, with how often it is declared. */
export function namesIn(source: SourceFile): ReadonlyMap<string, number> {
  const names = known.get(source.ast) ?? findNames(source);
  known.set(source.ast, names);
  return names;
}

function findNames({ scopeManager, text }: SourceFile): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  // Without scopes every word may be a name.
  if (!scopeManager) return new Map((text.match(/[\w$]+/g) ?? []).map((word) => [word, 1]));
  for (const { set, references } of scopeManager.scopes) {
    for (const { name, defs } of set.values()) names.set(name, (names.get(name) ?? 0) + (defs.length > 0 ? 1 : 0));
    for (const { identifier } of references) names.set(identifier.name, names.get(identifier.name) ?? 0);
  }
  return names;
}

/** Where a file reads the global of that name: nothing that the file itself declares. */
export function readsOfGlobal(name: string, { scopeManager }: SourceFile): TSESTree.Node[] {
  const references = (scopeManager?.scopes ?? []).flatMap((scope) => scope.references);
  return references.filter(({ identifier, resolved }) => identifier.name === name && !resolved?.defs.length).map(({ identifier }) => identifier);
}

/** Whether a name is declared in the file for anything but an import of one of the modules. */
export function isShadowed(name: string, { scopeManager }: SourceFile, modules: readonly string[]): boolean {
  const variables = (scopeManager?.scopes ?? []).flatMap(({ set }) => set.get(name) ?? []);
  const parents = variables.flatMap(({ defs }) => defs).map(({ parent }) => parent);
  return parents.some((parent) => {
    // `declare const process` says what the global is.
    if (parent?.type === 'VariableDeclaration') return !parent.declare;
    return parent?.type !== 'ImportDeclaration' || !modules.includes(parent.source.value);
  });
}

/** The modules that a file's import and export statements name. */
export function modulesNamedIn({ ast }: SourceFile): string[] {
  return ast.body.flatMap((statement) => {
    const isModule = statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration' || statement.type === 'ExportNamedDeclaration';
    return isModule && statement.source ? [statement.source.value] : [];
  });
}

/** Whether a file begins with that directive. */
export function hasDirective(directive: string, { ast }: SourceFile): boolean {
  return ast.body.some((statement) => statement.type === 'ExpressionStatement' && statement.directive === directive);
}

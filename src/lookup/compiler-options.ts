import { dirname, join, resolve } from 'node:path';
import { foldersUpward, isFolder } from '../source/file-cache.js';
import { textsOf, type JsonObject } from '../source/jsonc.js';
import { compilerOptionsAbove } from '../source/tsconfig.js';

/** What a project's TypeScript says of a lookup. */
export interface LookupOptions {
  readonly noPropertyAccessFromIndexSignature: boolean;
  readonly isolatedDeclarations: boolean;
  /** Whether `process` is known: false where it provably is not; null where nobody can say. */
  readonly hasNodeTypes: boolean | null;
}

/** The options that hold for a file by the nearest tsconfig.json. One that only refers to others has what any of them has: the forms chosen by it fit without too. */
export function compilerOptionsFor(path: string): LookupOptions {
  const all = compilerOptionsAbove(path);
  return {
    noPropertyAccessFromIndexSignature: all.some((options) => options.noPropertyAccessFromIndexSignature === true),
    isolatedDeclarations: all.some((options) => options.isolatedDeclarations === true),
    hasNodeTypes: nodeTypesBy(all, foldersUpward(dirname(resolve(path)))),
  };
}

function nodeTypesBy(all: readonly JsonObject[], folders: readonly string[]): boolean | null {
  const lists = all.flatMap(({ types }) => (Array.isArray(types) ? [textsOf(types)] : []));
  const isListed = lists.some((types) => types.includes('node') || types.includes('*'));
  const installed = folders.map((folder) => join(folder, 'node_modules')).filter(isFolder);
  if (installed.some((modules) => isFolder(join(modules, '@types', 'node')))) return lists.length === 0 || isListed ? true : null;
  // Nothing is proven where nothing is installed, or where all that is installed counts.
  const isProven = installed.length > 0 && lists.length > 0 && !isListed && lists.length >= all.length - 1;
  return isProven ? false : null;
}

import { dirname, isAbsolute, join, resolve } from 'node:path';
import { cachedReader, foldersUpward, isFile, isFolder } from './file-cache.js';
import { objectOf, parseJsonc, textsOf, type JsonObject } from './jsonc.js';

/** What a project's TypeScript says of a lookup. */
export interface LookupOptions {
  readonly noPropertyAccessFromIndexSignature: boolean;
  readonly isolatedDeclarations: boolean;
  /** Whether `process` is known: false where it provably is not; null where nobody can say. */
  readonly hasNodeTypes: boolean | null;
}

// Deeper than any real chain.
const MOST_CONFIGS = 50;

const configAt = cachedReader((text) => parseJsonc(text) ?? {});

/** The options that hold for a file by the nearest tsconfig.json. One that only refers to others has what any of them has: the forms chosen by it fit without too. */
export function compilerOptionsFor(path: string): LookupOptions {
  const folders = foldersUpward(dirname(resolve(path)));
  const config = folders.map((folder) => join(folder, 'tsconfig.json')).find(isFile);
  const all = config === undefined ? [] : [config, ...referencesOf(config)].map((each) => optionsOf(each, new Set()));
  return {
    noPropertyAccessFromIndexSignature: all.some((options) => options.noPropertyAccessFromIndexSignature === true),
    isolatedDeclarations: all.some((options) => options.isolatedDeclarations === true),
    hasNodeTypes: nodeTypesBy(all, folders),
  };
}

/** Options of a config over those of what it extends; what is broken, missing or a ring has none. */
function optionsOf(config: string, seen: Set<string>): JsonObject {
  if (seen.has(config) || seen.size > MOST_CONFIGS) return {};
  seen.add(config);
  const content = configAt(config) ?? {};
  const bases = textsOf(content.extends).map((name) => {
    const base = findBase(name, dirname(config));
    return base === null ? {} : optionsOf(base, new Set(seen));
  });
  return Object.assign({}, ...bases, objectOf(content.compilerOptions)) as JsonObject;
}

/** The configs that one refers to which has no files of its own, as Vite's templates have it. */
function referencesOf(config: string): string[] {
  const { files, references } = configAt(config) ?? {};
  if (!Array.isArray(files) || files.length > 0 || !Array.isArray(references)) return [];
  const paths = references.flatMap((reference: unknown) => textsOf(objectOf(reference)?.path));
  return paths.slice(0, MOST_CONFIGS).map((path) => {
    const target = resolve(dirname(config), path);
    return isFolder(target) ? join(target, 'tsconfig.json') : target;
  });
}

/** The file that `extends` names, as TypeScript finds it. */
function findBase(name: string, folder: string): string | null {
  if (/^\.{1,2}(?:[\\/]|$)/.test(name) || isAbsolute(name)) return [name, `${name}.json`].map((each) => resolve(folder, each)).find(isFile) ?? null;
  for (const above of foldersUpward(folder)) {
    const target = join(above, 'node_modules', name);
    const own = isFolder(target) ? textsOf(configAt(join(target, 'package.json'))?.tsconfig) : [];
    const found = [target, `${target}.json`, ...own.map((each) => join(target, each)), join(target, 'tsconfig.json')].find(isFile);
    if (found !== undefined) return found;
  }
  return null;
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

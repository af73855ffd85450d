import { dirname, isAbsolute, join, resolve } from 'node:path';
import { cachedReader, foldersUpward, isFile, isFolder } from './file-cache.js';
import { objectOf, parseJsonc, textsOf, type JsonObject } from './jsonc.js';
import { remembered } from './rounds.js';

/** Names of modules that stand for files: a pattern with at most one `*`, and the absolute paths to try, with the `*` in them. */
export interface PathPattern {
  readonly pattern: string;
  readonly targets: readonly string[];
}

// More than any real project has.
const MOST_CONFIGS = 50;

const NAMES = ['tsconfig.json', 'jsconfig.json'];

const configAt = cachedReader((text) => parseJsonc(text) ?? {});

/** The `compilerOptions` of the nearest tsconfig.json and, where it only refers to others, of those. */
export function compilerOptionsAbove(path: string): readonly JsonObject[] {
  const config = configAbove(path, ['tsconfig.json']);
  return config === null ? [] : [config, ...referencesOf(config)].map((each) => optionsOf(each));
}

/** What `paths` and `baseUrl` of the nearest tsconfig.json or jsconfig.json make of the names of modules, most special first; `baseUrl` is the pattern `*`. */
export function pathPatternsFor(path: string): readonly PathPattern[] {
  return remembered(`patterns\0${dirname(path)}`, () => {
    const config = configAbove(path, NAMES);
    return config === null ? [] : [config, ...referencesOf(config)].flatMap((each) => patternsOf(optionsOf(each)));
  }, () => true);
}

function patternsOf({ [FOLDER]: folder, baseUrl, paths }: JsonObject & { readonly [FOLDER]?: string }): PathPattern[] {
  const base = typeof baseUrl === 'string' ? baseUrl : null;
  const named = Object.entries(objectOf(paths) ?? {}).map(([pattern, targets]): PathPattern => {
    return { pattern, targets: textsOf(targets).map((target) => resolve(base ?? folder ?? '', target)) };
  });
  const byLength = named.sort((a, b) => b.pattern.replace(/\*.*$/u, '').length - a.pattern.replace(/\*.*$/u, '').length);
  return base === null ? byLength : [...byLength, { pattern: '*', targets: [join(base, '*')] }];
}

function configAbove(path: string, names: readonly string[]): string | null {
  const candidates = foldersUpward(dirname(resolve(path))).flatMap((folder) => names.map((name) => join(folder, name)));
  return candidates.find(isFile) ?? null;
}

/** The folder of the config that has the `paths`. */
const FOLDER = Symbol('folder of the paths');

type Options = JsonObject & { readonly [FOLDER]?: string };

/** Options of a config over those of what it extends, `baseUrl` as an absolute path; what is broken, missing or a ring has none. Each is read once, however many extend it. */
function optionsOf(config: string, known = new Map<string, Options>()): Options {
  const before = known.get(config);
  if (before || known.size > MOST_CONFIGS) return before ?? {};
  known.set(config, {});
  const options = findOptions(config, known);
  known.set(config, options);
  return options;
}

function findOptions(config: string, known: Map<string, Options>): Options {
  const folder = dirname(config);
  const content = configAt(config) ?? {};
  const bases = textsOf(content.extends).slice(0, MOST_CONFIGS).map((name) => {
    const base = findBase(name, folder);
    return base === null ? {} : optionsOf(base, known);
  });
  const own = objectOf(content.compilerOptions) ?? {};
  return Object.assign({}, ...bases, own, typeof own.baseUrl === 'string' && { baseUrl: resolve(folder, own.baseUrl) }, own.paths !== undefined && { [FOLDER]: folder }) as Options;
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

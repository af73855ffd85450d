import { dirname, join, sep } from 'node:path';
import { cachedReader, isFolder, realPathOf } from './file-cache.js';
import { objectOf, parseJsonc, textsOf, type JsonObject } from './jsonc.js';
import { remembered } from './rounds.js';

const manifestAt = cachedReader((text) => parseJsonc(text) ?? {});

/** What a condition of `exports` may be called, likeliest source first. */
const CONDITIONS = ['source', 'development', 'import', 'module', 'node', 'browser', 'require', 'default', 'types'];
/** Conditions in conditions, deeper than anybody writes them. */
const DEEPEST = 16;
const MAIN_FIELDS = ['source', 'module', 'main', 'types'];
const USUAL = ['src/index', 'index', 'src/main', 'lib/index'];

/** The source that the name of a package means where node_modules links to it; null for an installed package. `fileAt` finds a file with or without its extension. */
export function workspaceFile(specifier: string, from: string, fileAt: (path: string) => string | null): string | null {
  const [, name, inner] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  const folder = name === undefined ? null : linkedFolder(name, dirname(from));
  if (folder === null) return null;
  const manifest = manifestAt(join(folder, 'package.json')) ?? {};
  const candidates = [...exported(manifest.exports, inner === undefined ? '.' : `./${inner}`), ...(inner === undefined ? mainsOf(manifest) : [inner, `src/${inner}`])];
  for (const candidate of candidates) {
    const found = fileAt(join(folder, candidate));
    if (found !== null) return found;
  }
  return null;
}

/** The folder of the project that a package is linked to, from a folder or one above it. */
function linkedFolder(name: string, folder: string): string | null {
  return remembered(`link\0${folder}\0${name}`, () => {
    const linked = join(folder, 'node_modules', name);
    if (!isFolder(linked)) return dirname(folder) === folder ? null : linkedFolder(name, dirname(folder));
    const real = realPathOf(linked);
    return real === null || real.split(sep).includes('node_modules') ? null : real;
  });
}

function mainsOf(manifest: JsonObject): string[] {
  return [...MAIN_FIELDS.flatMap((field) => textsOf(manifest[field])), ...USUAL];
}

/** The paths that `exports` has for a subpath, the pattern with a `*` among them. */
function exported(exports: unknown, subpath: string): string[] {
  const table = objectOf(exports);
  const isTable = table !== null && Object.keys(table).some((key) => key.startsWith('.'));
  if (!isTable) return subpath === '.' ? targetsOf(exports) : [];
  if (Object.hasOwn(table, subpath)) return targetsOf(table[subpath]);
  return Object.entries(table).flatMap(([pattern, target]) => {
    const [start = '', end] = pattern.split('*');
    if (end === undefined || !subpath.startsWith(start) || !subpath.endsWith(end)) return [];
    const star = subpath.slice(start.length, subpath.length - end.length);
    return targetsOf(target).map((path) => path.replaceAll('*', () => star));
  });
}

function targetsOf(target: unknown, deepest = DEEPEST): string[] {
  if (typeof target === 'string') return [target];
  if (deepest === 0) return [];
  if (Array.isArray(target)) return target.flatMap((item) => targetsOf(item, deepest - 1));
  const conditions = objectOf(target);
  return conditions === null ? [] : CONDITIONS.flatMap((name) => targetsOf(conditions[name], deepest - 1));
}

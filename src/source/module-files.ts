import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { foldersUpward, isFile, isFolder } from './file-cache.js';
import { remembered } from './rounds.js';
import { pathPatternsFor, type PathPattern } from './tsconfig.js';
import { workspaceFile } from './workspace-packages.js';

const EXTENSIONS = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.mts', '.cjs', '.cts', '.vue', '.svelte', '.astro'];

// What TypeScript lets one write for its own files.
const COMPILED: Readonly<Record<string, readonly string[]>> = { '.js': ['.ts', '.tsx'], '.jsx': ['.tsx'], '.mjs': ['.mts'], '.cjs': ['.cts'] };

/** Folders that a prefix stands for: of create-vue, create-next-app, Nuxt and SvelteKit. They count where such a file is there. */
const ALIASES: readonly { readonly prefix: string; readonly folders: readonly string[] }[] = [
  { prefix: '@/', folders: ['src', 'app', '.'] },
  { prefix: '~/', folders: ['src', 'app', '.'] },
  { prefix: '$lib/', folders: ['src/lib'] },
  { prefix: '/', folders: ['.', 'public'] },
];

/** The file that a specifier of a file means, by the folders up to the root; null for a package, a URL and what is not there. */
export function findModule(specifier: string, from: string, root: string): string | null {
  const path = specifier.replace(/[?#].*$/, '');
  if (/^\.{1,2}(?:\/|$)/.test(path)) return fileAt(resolve(dirname(from), path));
  const alias = path.startsWith('//') ? undefined : ALIASES.find(({ prefix }) => path.startsWith(prefix));
  if (!alias) return null;
  const folders = foldersUpward(dirname(from)).filter((folder) => isWithin(folder, root));
  const bases = folders.flatMap((folder) => alias.folders.map((inner) => join(folder, inner)));
  for (const base of bases) {
    const found = fileAt(join(base, path.slice(alias.prefix.length)));
    if (found !== null) return found;
  }
  return null;
}

/** The file of the project that an import means: by a path, by `paths` or `baseUrl` of a tsconfig.json, by the name of a package of the workspace; null for all else. */
export function findImported(specifier: string, from: string): string | null {
  const path = specifier.replace(/[?#].*$/, '');
  return remembered<string | null>(`${dirname(from)}\0${path}`, (before) => {
    // Looked at again, it is the same file while that is there: most are written without an extension.
    if (before && isFile(before)) return before;
    if (/^\.{1,2}(?:\/|$)/.test(path)) return fileAt(resolve(dirname(from), path));
    if (path === '' || isAbsolute(path) || /^[a-z][a-z\d+.-]*:/i.test(path)) return null;
    return fileByPattern(path, pathPatternsFor(from)) ?? workspaceFile(path, from, fileAt);
  });
}

function fileByPattern(name: string, patterns: readonly PathPattern[]): string | null {
  for (const { pattern, targets } of patterns) {
    const inner = starIn(name, pattern);
    if (inner === null) continue;
    for (const target of targets) {
      const found = fileAt(target.replace('*', () => inner));
      if (found !== null) return found;
    }
  }
  return null;
}

/** What the `*` of a pattern stands for in a name; null where the name is of another form. */
function starIn(name: string, pattern: string): string | null {
  const [start = '', end, more] = pattern.split('*');
  if (end === undefined || more !== undefined) return name === pattern ? '' : null;
  const fits = name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
  return fits ? name.slice(start.length, name.length - end.length) : null;
}

/** Whether a path is the folder or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path from a folder, with `/`. */
export function pathWithin(path: string, folder: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** The file of that path, or of what is written without its extension or its index. Most are written whole: the rest is not even named before. */
function fileAt(path: string): string | null {
  if (isFile(path)) return path;
  const extension = extname(path);
  const sources = (COMPILED[extension] ?? []).map((source) => path.slice(0, -extension.length) + source);
  const found = [...sources, ...EXTENSIONS.map((each) => path + each)].find(isFile);
  return found ?? (isFolder(path) ? (EXTENSIONS.map((each) => join(path, `index${each}`)).find(isFile) ?? null) : null);
}

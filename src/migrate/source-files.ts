import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** What the codemod rewrites, the components by their scripts alone. */
export const CODE_EXTENSIONS: ReadonlySet<string> = new Set(['.js', '.jsx', '.mjs', '.cjs', '.ts', '.tsx', '.mts', '.cts', '.jsw', '.vue', '.svelte', '.astro']);

/** What it looks into and leaves alone. */
export const DATA_EXTENSIONS: ReadonlySet<string> = new Set([
  '.html', '.htm', '.json', '.jsonc', '.json5', '.yaml', '.yml', '.toml', '.md', '.mdx', '.xml', '.sh', '.py', '.php',
]);

/** Folders of other people's code and of what tools make. */
const FOREIGN_FOLDERS = new Set(['node_modules', 'bower_components', 'dist', 'build', 'out', 'coverage', 'vendor']);

/** Files beyond this many bytes are left unread. */
export const LARGEST = 10 * 1024 * 1024;

/** Whether a path ends in one of the extensions. */
export function hasExtension(path: string, extensions: ReadonlySet<string>): boolean {
  return extensions.has(extname(path).toLowerCase());
}

/** What is to be said of a key in a file of another language, one sentence. */
export function notEdited(path: string): string {
  return `Not edited: the codemod changes no ${extname(path).toLowerCase() || 'such'} files; move the key by hand.`;
}

/** Whether the codemod stays out of a folder of that name. */
export function isForeignFolder(name: string): boolean {
  return FOREIGN_FOLDERS.has(name) || (name.startsWith('.') && name !== '.' && name !== '..');
}

/** Whether a path leads through installed packages. */
export function isInstalled(path: string): boolean {
  return path.split(sep).includes('node_modules');
}

/** A walk of a folder. */
export interface Walk {
  /** Whether a file of that name is wanted. */
  readonly takes: (name: string) => boolean;
  /** Whether to go into a folder below the first. */
  readonly goesInto?: (folder: string) => boolean;
  /** Hears of each folder of other people's code, and of what tools make, which the walk does not go into. */
  readonly passesOver?: (folder: string) => void;
}

/** The files below a folder, sorted by path; links are not followed, folders that cannot be read hold nothing. */
export function filesBelow(folder: string, walk: Walk): readonly string[] {
  const files: string[] = [];
  const pending = [folder];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const entry of entriesOf(at)) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && walk.takes(entry.name)) files.push(path);
      if (!entry.isDirectory()) continue;
      if (isForeignFolder(entry.name)) walk.passesOver?.(path);
      else if (walk.goesInto?.(path) !== false) pending.push(path);
    }
  }
  return files.sort();
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The size of a file in bytes; null where there is none. */
export function sizeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : null;
}

/** The text of a file that is not too large; null where it cannot be read. */
export function textOf(path: string): string | null {
  if ((sizeOf(path) ?? 0) > LARGEST) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

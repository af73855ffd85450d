import { extname, sep } from 'node:path';
import { cachedReader } from './file-cache.js';
import { findImported } from './module-files.js';
import { readSource } from './read-source.js';
import type { SourceFile } from './source-file.js';

const CODE = new Set(['.js', '.jsx', '.mjs', '.cjs', '.ts', '.tsx', '.mts', '.cts', '.json']);

/** Larger files, in bytes, are no code that a person writes. */
export const LARGEST_CODE = 512 * 1024;

/** Of the trees that were read those of this many bytes are kept; a tree takes a hundred times the memory of its text. */
const MOST_KEPT = 1024 * 1024;

const sourceAt = cachedReader((text, path) => readSource(path.endsWith('.json') ? `module.exports=${text}` : text, path), { largest: LARGEST_CODE, most: MOST_KEPT });

/** The file of the project that an import means; null for packages, for what is not there and for what is no code. */
export function importedFile(specifier: string, from: string): string | null {
  const path = findImported(specifier, from);
  return path !== null && CODE.has(extname(path).toLowerCase()) && !isInstalled(path) ? path : null;
}

const INSTALLED = `${sep}node_modules${sep}`;

/** Whether a file is of an installed package. */
export function isInstalled(path: string): boolean {
  return path.includes(INSTALLED);
}

/** A file of the project; null where it is missing, too large or not readable. JSON is read as a script that exports it. */
export function readImported(path: string): SourceFile | null {
  const source = sourceAt(path);
  return source === null || 'type' in source ? null : source;
}

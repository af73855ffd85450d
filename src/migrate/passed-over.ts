import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findKeyMatches, mayHoldKeyBytes } from '../key/grammar.js';
import type { MigrateOptions } from './options.js';
import { CODE_EXTENSIONS, DATA_EXTENSIONS, filesBelow, hasExtension, LARGEST, sizeOf } from './source-files.js';

/** A folder that the codemod stays out of, absolute, and how many files in it hold a key. */
export interface PassedFolder {
  readonly path: string;
  readonly files: number;
}

/** What nobody edits: installed packages, and what version control and package managers keep for themselves. */
const STORES = new Set(['node_modules', 'bower_components', '.git', '.hg', '.svn', '.yarn', '.pnpm-store', '.venv']);
const MOST_FILES = 5000;
const MOST_BYTES = 128 * 1024 * 1024;

/** The folders in which keys of the wanted kinds stand, by their paths; each file is searched, none is parsed, and beyond 5,000 files or 128 MB no more. */
export function foldersWithKeys(folders: readonly string[], kinds: MigrateOptions['kinds']): readonly PassedFolder[] {
  const left = { files: MOST_FILES, bytes: MOST_BYTES };
  const holdsKey = (path: string): boolean => {
    const size = sizeOf(path) ?? 0;
    left.files -= 1;
    left.bytes -= size;
    return size <= LARGEST && left.files >= 0 && left.bytes >= 0 && hasKey(path, kinds);
  };
  const passed = folders.filter((path) => !STORES.has(basename(path))).sort();
  return passed.map((path) => ({ path, files: filesBelow(path, { takes: isText }).filter(holdsKey).length })).filter(({ files }) => files > 0);
}

function isText(name: string): boolean {
  return hasExtension(name, CODE_EXTENSIONS) || hasExtension(name, DATA_EXTENSIONS);
}

function hasKey(path: string, kinds: MigrateOptions['kinds']): boolean {
  try {
    const bytes = readFileSync(path);
    return mayHoldKeyBytes(bytes) && findKeyMatches(bytes.toString()).some(({ kind }) => kinds === 'all' || kind === kinds);
  } catch {
    return false;
  }
}

import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { findKeyMatches, mayHoldKey } from '../key/grammar.js';
import { KEY_KINDS } from '../key/kinds.js';
import type { FileOutcome } from './migrate-file.js';
import { lineFinder } from './line-finder.js';
import type { MigrateOptions } from './options.js';
import { CODE_EXTENSIONS, DATA_EXTENSIONS, filesBelow, hasExtension, isInstalled, LARGEST, notEdited, sizeOf } from './source-files.js';
import { mayHoldMovable } from './text-check.js';

/** The files that a run has to do with. */
export interface Candidates {
  /** How many files of code there are. */
  readonly count: number;
  /** Those whose text may hold a key, absolute. */
  readonly code: readonly string[];
  /** Other files with keys, which are never changed, and what could not be read. */
  readonly left: readonly FileOutcome[];
}

/** Looks through files and folders for keys of the wanted kinds. Gives one sentence instead where a path does not exist. */
export function candidatesIn(paths: readonly string[], kinds: MigrateOptions['kinds']): Candidates | string {
  const missing = paths.find((path) => !isThere(path));
  if (missing !== undefined) return `There is no file or folder ${missing}.`;
  const files = distinct(paths.flatMap((path) => filesAt(resolve(path))));
  const code = files.filter((path) => hasExtension(path, CODE_EXTENSIONS)).map((path) => ({ path, found: findingIn(path) }));
  return {
    count: code.length,
    code: code.filter(({ found }) => found === 'candidate').map(({ path }) => path),
    left: [
      ...code.filter(({ found }) => found === 'unread').map(({ path }) => leftWhole(path, reasonOfSize(path))),
      ...files.filter((path) => !hasExtension(path, CODE_EXTENSIONS)).flatMap((path) => dataOutcome(path, kinds)),
    ],
  };
}

// What cannot be a path, a longer name than any for one, is not there.
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function filesAt(path: string): readonly string[] {
  if (lstatSync(path).isDirectory() || sizeOf(path) === null) return filesBelow(realpathSync(path), { extensions: new Set([...CODE_EXTENSIONS, ...DATA_EXTENSIONS]) });
  return isInstalled(path) ? [] : [path];
}

function distinct(files: readonly string[]): readonly string[] {
  return [...new Map(files.map((path) => [realpathSync(path), path])).values()];
}

function findingIn(path: string): 'candidate' | 'clean' | 'unread' {
  const text = textOf(path);
  if (text === null) return 'unread';
  return mayHoldMovable(text) ? 'candidate' : 'clean';
}

function textOf(path: string): string | null {
  if ((sizeOf(path) ?? 0) > LARGEST) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function reasonOfSize(path: string): string {
  return (sizeOf(path) ?? 0) > LARGEST ? `It is larger than ${String(LARGEST / 1024 / 1024)} MB and was not read.` : 'It could not be read.';
}

function leftWhole(path: string, failure: string): FileOutcome {
  return { path, failure, keys: [], written: [], diff: [] };
}

/** Keys in a file of another language: told, never changed. */
function dataOutcome(path: string, kinds: MigrateOptions['kinds']): readonly FileOutcome[] {
  const text = textOf(path);
  const matches = text === null || !mayHoldKey(text) ? [] : findKeyMatches(text).filter(({ kind }) => kinds === 'all' || kind === kinds);
  if (text === null || matches.length === 0) return [];
  const lineOf = lineFinder(text);
  const keys = matches.map(({ kind, start }) => ({
    line: lineOf(start), kind: KEY_KINDS[kind].name, variable: null, lookup: null, reason: notEdited(path),
  }));
  return [{ path, failure: null, keys, written: [], diff: [] }];
}

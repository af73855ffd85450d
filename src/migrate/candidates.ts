import { lstatSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { isEnvFile } from '../catalogue/env-file-names.js';
import { leftIn } from './left-keys.js';
import type { FileOutcome } from './migrate-file.js';
import type { MigrateOptions } from './options.js';
import { foldersWithKeys, type PassedFolder } from './passed-over.js';
import { CODE_EXTENSIONS, DATA_EXTENSIONS, filesBelow, hasExtension, isInstalled, LARGEST, sizeOf, textOf } from './source-files.js';
import { mayHoldMovable } from './text-check.js';

/** The files that a run has to do with. */
export interface Candidates {
  /** How many files of code there are. */
  readonly count: number;
  /** Those whose text may hold a key, absolute. */
  readonly code: readonly string[];
  /** Other files with keys, which are never changed, and what could not be read. */
  readonly left: readonly FileOutcome[];
  /** Folders that were not looked into and hold keys. */
  readonly passedOver: readonly PassedFolder[];
}

/** Looks through files and folders for keys of the wanted kinds. Gives one sentence instead where a path does not exist. */
export function candidatesIn(paths: readonly string[], kinds: MigrateOptions['kinds']): Candidates | string {
  const missing = paths.find((path) => !isThere(path));
  if (missing !== undefined) return `There is no file or folder ${missing}.`;
  const passed = new Set<string>();
  const files = distinct(paths.flatMap((path) => filesAt(resolve(path), (folder) => passed.add(folder))));
  const code = files.filter((path) => hasExtension(path, CODE_EXTENSIONS)).map((path) => ({ path, found: findingIn(path) }));
  return {
    count: code.length,
    code: code.filter(({ found }) => found === 'candidate').map(({ path }) => path),
    left: [
      ...code.filter(({ found }) => found === 'unread').map(({ path }) => leftWhole(path, reasonOfSize(path))),
      ...files.filter((path) => !hasExtension(path, CODE_EXTENSIONS)).flatMap((path) => leftIn(path, kinds)),
    ],
    passedOver: foldersWithKeys([...passed], kinds),
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

function filesAt(path: string, passesOver: (folder: string) => void): readonly string[] {
  if (lstatSync(path).isDirectory() || sizeOf(path) === null) return filesBelow(realpathSync(path), { takes: isLookedAt, passesOver });
  return isInstalled(path) ? [] : [path];
}

function isLookedAt(name: string): boolean {
  return hasExtension(name, CODE_EXTENSIONS) || hasExtension(name, DATA_EXTENSIONS) || isEnvFile(name);
}

function distinct(files: readonly string[]): readonly string[] {
  return [...new Map(files.map((path) => [realpathSync(path), path])).values()];
}

function findingIn(path: string): 'candidate' | 'clean' | 'unread' {
  const text = textOf(path);
  if (text === null) return 'unread';
  return mayHoldMovable(text) ? 'candidate' : 'clean';
}

function reasonOfSize(path: string): string {
  return (sizeOf(path) ?? 0) > LARGEST ? `It is larger than ${String(LARGEST / 1024 / 1024)} MB and was not read.` : 'It could not be read.';
}

function leftWhole(path: string, failure: string): FileOutcome {
  return { path, failure, keys: [], written: [], diff: [], edited: [] };
}

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isCommittedEnvFile, isEnvFile } from '../catalogue/env-file-names.js';
import { findKeyMatches, mayHoldKey } from '../key/grammar.js';
import { KEY_KINDS } from '../key/kinds.js';
import { isTracked } from './git.js';
import { lineFinder } from './line-finder.js';
import type { FileOutcome } from './migrate-file.js';
import type { MigrateOptions } from './options.js';
import { notEdited, textOf } from './source-files.js';

const COMMITTED = 'This file is meant to be committed: take the key out of it, and put it into the private env file.';
const TRACKED = 'Git tracks this file, so that whoever has the repository has the key; take it out of git with `git rm --cached` and leave it out in .gitignore.';

/** Keys in a file that the codemod never changes: one of another language, or an env file that is not private. No outcome where there is none. */
export function leftIn(path: string, kinds: MigrateOptions['kinds']): readonly FileOutcome[] {
  const text = textOf(path);
  const matches = text === null || !mayHoldKey(text) ? [] : findKeyMatches(text).filter(({ kind }) => kinds === 'all' || kind === kinds);
  const reason = matches.length === 0 ? null : reasonFor(path);
  if (text === null || reason === null) return [];
  const lineOf = lineFinder(text);
  const keys = matches.map(({ kind, start }) => ({ line: lineOf(start), kind: KEY_KINDS[kind].name, variable: null, lookup: null, reason }));
  return [{ path, failure: null, keys, written: [], diff: [], edited: [] }];
}

/** The same of the env files that stand directly in a folder. */
export function leftInEnvFilesOf(folder: string, kinds: MigrateOptions['kinds']): readonly FileOutcome[] {
  return envFilesIn(folder).flatMap((path) => leftIn(path, kinds));
}

/** Why a key stays, one sentence; null where keys belong, in a private env file. */
function reasonFor(path: string): string | null {
  const name = basename(path);
  if (!isEnvFile(name)) return notEdited(path);
  if (isCommittedEnvFile(name)) return COMMITTED;
  return isTracked(path) === true ? TRACKED : null;
}

function envFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && isEnvFile(entry.name)).map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}

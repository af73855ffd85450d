import { resolve } from 'node:path';
import type { Migrated } from './migrate-file.js';
import { readOptions } from './options.js';
import { noteOutcome, noteProgress } from './outcomes.js';
import { reportLines } from './report-lines.js';
import { requireUnhooked } from './require-unhooked.js';
import { mayHoldMovable } from './text-check.js';

/** A file as jscodeshift hands it to a transform. */
export interface TransformedFile {
  readonly path: string;
  readonly source: string;
}

type Migration = typeof import('./migrate-file.js');

let isFaultTold = false;
let loading: Promise<Migration | null> | undefined;

/** The text of a file without its keys; undefined where it stays as it is. */
export async function transformFile(file: TransformedFile, report: (line: string) => void, given: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const options = readOptions(given);
  if (typeof options === 'string') {
    if (!isFaultTold) report(`Nothing was changed: ${options}`);
    isFaultTold = true;
    return undefined;
  }
  noteProgress(options.outcomes);
  if (!mayHoldMovable(file.source)) return undefined;
  const migration = await (loading ??= loadMigration());
  const { text, outcome } = migration === null ? unreadable(file.path) : migration.migrateFile({ path: file.path, text: file.source }, options);
  if (outcome !== null && options.outcomes !== null) noteOutcome(options.outcomes, outcome);
  else if (outcome !== null) reportLines(outcome).forEach(report);
  return text ?? undefined;
}

/** The analysis, the editing and the parser, when the first file with a key needs them; null where the parser does not load. */
async function loadMigration(): Promise<Migration | null> {
  try {
    requireUnhooked('@typescript-eslint/scope-manager');
    const [{ preloadParser }, migration] = await Promise.all([import('../source/parser.js'), import('./migrate-file.js')]);
    await preloadParser();
    return migration;
  } catch {
    return null;
  }
}

function unreadable(path: string): Migrated {
  const failure = 'It was not read: the parser (oxc-parser) does not load on this machine.';
  return { text: null, outcome: { path: resolve(path), failure, keys: [], written: [], diff: [], edited: [] } };
}

import type { API, FileInfo, Options } from 'jscodeshift';
import { resolve } from 'node:path';
import { mayHoldKey } from '../src/key/grammar.js';
import { loadMigration } from '../src/migrate/load-migration.js';
import type { Migrated } from '../src/migrate/migrate-file.js';
import { readOptions } from '../src/migrate/options.js';
import { reportLines } from '../src/migrate/report-lines.js';
import { noteOutcome, noteProgress } from '../src/migrate/outcomes.js';

let isFaultTold = false;

/** jscodeshift's transform: moves every Wix key that is written in the file into an environment variable, and its value into the env file. */
export default async function transform(file: FileInfo, api: Partial<Pick<API, 'report'>>, given: Options = {}): Promise<string | undefined> {
  const options = readOptions(given);
  if (typeof options === 'string') {
    if (!isFaultTold) api.report?.(`Nothing was changed: ${options}`);
    isFaultTold = true;
    return undefined;
  }
  noteProgress(options.outcomes);
  if (!mayHoldKey(file.source) && !file.source.includes('appSecret')) return undefined;
  const migration = await loadMigration();
  const { text, outcome } = migration === null ? unreadable(file.path) : migration.migrateFile({ path: file.path, text: file.source }, options);
  if (outcome !== null && options.outcomes !== null) noteOutcome(options.outcomes, outcome);
  else if (outcome !== null) reportLines(outcome).forEach((line) => { api.report?.(line); });
  return text ?? undefined;
}

function unreadable(path: string): Migrated {
  const failure = 'It was not read: the parser (oxc-parser) does not load on this machine.';
  return { text: null, outcome: { path: resolve(path), failure, keys: [], written: [], diff: [] } };
}

#!/usr/bin/env -S node --
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { redactText } from '../src/key/redact.js';
import { candidatesIn } from '../src/migrate/candidates.js';
import { HELP } from '../src/migrate/help.js';
import { OPTION_FORMS, readOptions, type MigrateOptions } from '../src/migrate/options.js';
import { progressOf, readOutcomes } from '../src/migrate/outcomes.js';
import type { FileOutcome } from '../src/migrate/migrate-file.js';
import { CODE_EXTENSIONS } from '../src/migrate/source-files.js';
import { isIncomplete, summaryData, summaryText } from '../src/migrate/summary.js';
import { findRunner, type Runner } from './find-runner.js';

const TRANSFORM = fileURLToPath(new URL('hardcoded-key-to-env.js', import.meta.url));
const EXTENSIONS = [...CODE_EXTENSIONS].map((extension) => extension.slice(1)).join(',');
const PROGRESS_MILLISECONDS = 250;
const COULD_NOT_RUN = 2;

const { values, positionals } = parseArgs({
  options: { ...Object.fromEntries(OPTION_FORMS.map(({ name, takes }) => [name, { type: takes === 'flag' ? 'boolean' : 'string' }] as const)), json: { type: 'boolean' }, help: { type: 'boolean' }, version: { type: 'boolean' } },
  allowPositionals: true,
  strict: false,
});
process.exitCode = await main();

async function main(): Promise<number> {
  const { json, help, version, ...given } = values;
  const [command, ...paths] = positionals;
  if (version === true) return say(String((createRequire(import.meta.url)('eslint-plugin-wix-keys/package.json') as { version: unknown }).version), 0);
  if (help === true) return say(HELP, 0);
  if (command !== 'migrate') return fail(command === undefined ? HELP : `There is no command ${command}; the only one is migrate.`);
  const options = readOptions(given);
  if (typeof options === 'string') return fail(options);
  const candidates = candidatesIn(paths.length === 0 ? ['.'] : paths, options.kinds);
  if (typeof candidates === 'string') return fail(candidates);
  const runner = findRunner();
  if (runner === null) return fail('jscodeshift is not installed: npm install --save-dev jscodeshift');
  const told = candidates.code.length === 0 ? [] : await runOn(candidates.code, options, runner);
  const { finish } = await import('../src/migrate/finish.js');
  const summary = finish(candidates, told, options);
  return say(json === true ? JSON.stringify(summaryData(summary), null, 2) : summaryText(summary), isIncomplete(summary) ? 1 : 0);
}

async function runOn(files: readonly string[], options: MigrateOptions, runner: Runner): Promise<readonly FileOutcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wix-keys-'));
  const outcomes = join(folder, 'outcomes');
  const show = (): void => { process.stderr.write(`\r${String(progressOf(outcomes))} of ${String(files.length)} files with keys `); };
  const timer = process.stderr.isTTY ? setInterval(show, PROGRESS_MILLISECONDS) : undefined;
  try {
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null));
    await runner.run(TRANSFORM, files, { ...given, outcomes, babel: false, silent: true, verbose: -1, parser: 'babel', extensions: EXTENSIONS });
    return readOutcomes(outcomes);
  } finally {
    clearInterval(timer);
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(text: string, status: number): number {
  process.stdout.write(`${text}\n`);
  return status;
}

function fail(text: string): number {
  // It names what was typed, which may be a key.
  process.stderr.write(`${redactText(text)}\n`);
  return COULD_NOT_RUN;
}

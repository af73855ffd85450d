import { appendFileSync, readFileSync, statSync } from 'node:fs';
import type { FileOutcome } from './migrate-file.js';

/** Counts a file that was looked at. One byte each, as several processes write. */
export function noteProgress(outcomes: string | null): void {
  if (outcomes !== null) appendFileSync(`${outcomes}.progress`, '.');
}

/** How many files were looked at by now. */
export function progressOf(outcomes: string): number {
  return statSync(`${outcomes}.progress`, { throwIfNoEntry: false })?.size ?? 0;
}

/** Tells `migrate` what became of a file. */
export function noteOutcome(outcomes: string, outcome: FileOutcome): void {
  appendFileSync(outcomes, `${JSON.stringify(outcome)}\n`);
}

/** All that was told, in the order of the paths. */
export function readOutcomes(outcomes: string): readonly FileOutcome[] {
  if (statSync(outcomes, { throwIfNoEntry: false }) === undefined) return [];
  const told = readFileSync(outcomes, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as FileOutcome);
  return told.sort((one, other) => (one.path < other.path ? -1 : 1));
}

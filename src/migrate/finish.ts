import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { groupBy } from '../analysis/group-by.js';
import { askedBelow, type AskedVariable } from './asked-variables.js';
import type { Candidates } from './candidates.js';
import { readVariables } from './env-files.js';
import { envLoadingOf } from './env-loading.js';
import { historyHolds } from './git.js';
import { leftInEnvFilesOf } from './left-keys.js';
import type { FileOutcome } from './migrate-file.js';
import type { MigrateOptions } from './options.js';
import { planFile } from './plan-file.js';
import { projectOf } from '../source/project.js';
import { envFilesFor } from './registry.js';
import { shownPath } from './shown-path.js';
import type { AmbiguousVariable, Summary } from './summary.js';

/** Puts together what the run told, and looks whether the files that were to change have changed. */
export function finish(candidates: Candidates, told: readonly FileOutcome[], options: MigrateOptions): Summary {
  const outcomes = told.map((outcome) => (options.dry ? outcome : checked(outcome, options)));
  const changed = outcomes.filter(({ keys }) => keys.some(({ variable }) => variable !== null));
  const beside = envFoldersOf(changed, options).flatMap((folder) => leftInEnvFilesOf(folder, options.kinds));
  const left = new Map([...candidates.left, ...beside].map((outcome) => [outcome.path, outcome]));
  return {
    dry: options.dry,
    files: candidates.count,
    passedOver: candidates.passedOver,
    outcomes: [...outcomes, ...left.values()].sort((one, other) => (one.path < other.path ? -1 : 1)),
    loading: loadingOf(changed, options),
    asked: options.dry ? [] : askedIn(changed, options),
    ambiguous: options.dry ? [] : ambiguousIn(changed, options),
    inHistory: options.dry ? null : areInHistory(changed, options),
  };
}

/** How the env files are loaded; where that differs among several projects, with the folder of each. */
function loadingOf(changed: readonly FileOutcome[], { envFile }: MigrateOptions): string | null {
  const projects = groupBy(changed.map(({ path }) => projectOf(path)), ({ folder }) => folder);
  const sentences = new Map([...projects].flatMap(([folder, [project]]) => (project ? [[folder, envLoadingOf(project, envFile)]] : [])));
  const distinct = new Set(sentences.values());
  if (distinct.size < 2) return [...distinct][0] ?? null;
  return [...sentences].map(([folder, sentence]) => `In ${shownPath(folder)}: ${sentence}`).join(' ');
}

function envFoldersOf(changed: readonly FileOutcome[], options: MigrateOptions): readonly string[] {
  const files = changed.map(({ path }) => envFilesFor(path, options));
  return [...new Set(files.map(({ folder, envFile }) => dirname(resolve(folder, envFile))))];
}

/** A file that still has keys which were moved could not be written. */
function checked(outcome: FileOutcome, options: MigrateOptions): FileOutcome {
  if (!outcome.keys.some(({ variable }) => variable !== null)) return outcome;
  const plan = planFile({ path: outcome.path, text: readFileSync(outcome.path, 'utf8') }, options);
  if (plan === null || (plan.type === 'plan' && plan.movable.length === 0)) return outcome;
  const failure = 'It could not be written, so that its keys are still there.';
  return { ...outcome, failure, keys: outcome.keys.map((key) => ({ ...key, variable: null, lookup: null, reason: key.reason ?? failure })) };
}

/** Where code asks for variables that the run has set. */
function askedIn(changed: readonly FileOutcome[], options: MigrateOptions): readonly AskedVariable[] {
  const byFolder = groupBy(changed, ({ path }) => envFilesFor(path, options).folder);
  return [...byFolder].flatMap(([folder, outcomes]) => {
    const isSet = outcomes.some(({ written }) => written.includes(join(folder, options.envFile)));
    return isSet ? askedBelow(folder, outcomes, options) : [];
  });
}

function ambiguousIn(changed: readonly FileOutcome[], options: MigrateOptions): readonly AmbiguousVariable[] {
  const holders = new Map<string, Map<string, string>>();
  for (const { path, keys } of changed) {
    const files = envFilesFor(path, options);
    const values = readVariables(files);
    for (const variable of keys.flatMap((key) => key.variable ?? [])) {
      const byValue = holders.get(variable) ?? new Map<string, string>();
      const value = values.get(variable);
      if (value !== undefined && !byValue.has(value)) byValue.set(value, resolve(files.folder, files.envFile));
      holders.set(variable, byValue);
    }
  }
  return [...holders].filter(([, byValue]) => byValue.size > 1).map(([variable, byValue]) => ({ variable, files: [...byValue.values()] }));
}

function areInHistory(changed: readonly FileOutcome[], options: MigrateOptions): boolean | null {
  const answers = changed.flatMap(({ path, keys }) => {
    const files = envFilesFor(path, options);
    const variables = readVariables(files);
    const values = new Set(keys.flatMap(({ variable }) => (variable === null ? [] : (variables.get(variable) ?? []))));
    return [...values].map((value) => historyHolds(files.folder, value, [path]));
  });
  if (answers.includes(true)) return true;
  return answers.length > 0 && answers.every((answer) => answer === false) ? false : null;
}

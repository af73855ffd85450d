import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KEY_KINDS } from '../key/kinds.js';
import type { Key } from '../key/classify.js';
import { readVariables, refusalToWrite, timesOf, writeVariables, type EnvFiles, type NewVariable } from './env-files.js';
import type { FilePlan } from './file-plan.js';
import { ignoreAbove, lockOf } from './ignored-above.js';
import { withLock } from './lock.js';
import { holdersIn, namesOf, type Occurrence } from '../lookup/names.js';
import { variablesBeside } from '../lookup/private-variables.js';
import type { MigrateOptions } from './options.js';
import { lookAhead } from './plan-cache.js';
import { projectOf } from '../source/project.js';
import { packageFiles } from './package-files.js';
import { LARGEST, sizeOf } from './source-files.js';
import { mayHoldMovableBytes } from './text-check.js';

/** The variables that hold a file's keys, or why there are none. */
export type Named =
  | {
      readonly type: 'named';
      /** By the text of each key. */
      readonly names: ReadonlyMap<string, string>;
      /** Files that were written for it, absolute. */
      readonly written: readonly string[];
    }
  | { readonly type: 'refused'; readonly reason: string };

/** The env files that belong to a source file. */
export function envFilesFor(path: string, options: MigrateOptions): EnvFiles {
  const folder = options.envDir === null ? projectOf(path).folder : resolve(options.envDir);
  return { folder, envFile: options.envFile, envExample: options.envExample };
}

/** Sees to it that the env file holds every key of the plan that can be moved, and gives their variables. A dry run names and writes nothing. */
export function ensureVariables(plan: FilePlan, options: MigrateOptions): Named {
  const files = envFilesFor(plan.path, options);
  const keys = plan.movable.map(({ written }) => written.key);
  const held = heldNames(keys, readVariables(files));
  if (options.dry) {
    const reason = refusalBefore(files);
    return reason === null ? { type: 'named', names: held ?? nameAll(plan, files, options).names, written: [] } : { type: 'refused', reason };
  }
  if (held && [...held.values()].every((name) => inPlace.has(placeOf(name, files)))) return { type: 'named', names: held, written: [] };
  const above = ignoreAbove(files, options);
  const named = withLock(lockOf(files), () => writeAll(plan, files, options));
  return named.type === 'named' ? { ...named, written: [...above, ...named.written] } : named;
}

/** The names under which the env file holds all of the keys; null where it lacks one. */
function heldNames(keys: readonly Key[], variables: ReadonlyMap<string, string>): ReadonlyMap<string, string> | null {
  const names = new Map<string, string>();
  const holders = holdersIn(variables);
  for (const { text } of keys) {
    const name = holders.get(text);
    if (name === undefined) return null;
    names.set(text, name);
  }
  return names;
}

function writeAll(plan: FilePlan, files: EnvFiles, options: MigrateOptions): Named {
  const variables = readVariables(files);
  const held = heldNames(plan.movable.map(({ written }) => written.key), variables);
  const { names, keys } = held ? { names: held, keys: [] } : nameAll(plan, files, options);
  const missing = keys.flatMap((key): NewVariable[] => {
    const name = names.get(key.text);
    return name === undefined || variables.get(name) === key.text ? [] : [{ name, value: key.text, ...commentOn(key) }];
  });
  const isMissing = new Set(missing.map(({ name }) => name));
  const known = [...names.values()].filter((name) => !isMissing.has(name)).sort();
  const outcome = writeVariables(files, missing.sort((one, other) => (one.name < other.name ? -1 : 1)), known);
  if (outcome.type === 'refused') return outcome;
  for (const name of names.values()) inPlace.add(placeOf(name, files));
  return { type: 'named', names, written: outcome.files.map((name) => join(files.folder, name)) };
}

// Variables of which the example file and git were seen to be as they have to, by the time of the files that say so: git takes its own time to answer.
const inPlace = new Set<string>();

function placeOf(name: string, files: EnvFiles): string {
  return JSON.stringify([name, files.envFile, files.envExample, ...timesOf(files)]);
}

function commentOn({ kind }: Key): { comment: string } | null {
  if (kind !== 'ist') return null;
  return { comment: `${KEY_KINDS.ist.name} found in the source. The Wix Media Manager answers 403 to instance tokens: check that it was made under Account Settings > API Keys.` };
}

interface Naming {
  readonly names: ReadonlyMap<string, string>;
  readonly keys: readonly Key[];
}

/** Names every key that can be moved out of the sources below the env files' folder, so that no order of the files matters. */
function nameAll(plan: FilePlan, files: EnvFiles, options: MigrateOptions): Naming {
  const found = options.dry ? foundBefore(plan, files, options) : occurrencesBelow(files.folder, plan, options);
  const elsewhere = found.filter(([path]) => path !== plan.path).flatMap(([, occurrences]) => occurrences);
  const occurrences = [...elsewhere, ...occurrencesOf(plan)];
  const keys = [...new Map(occurrences.map(({ key }) => [key.text, key])).values()];
  return { keys, names: namesOf({ occurrences, variables: readVariables(files), others: variablesBeside(resolve(files.folder, files.envFile)), name: options.name }) };
}

/** What the movable keys of each file are. */
type Found = readonly (readonly [path: string, occurrences: readonly Occurrence[]])[];

const refusals = new Map<string, string | null>();

/** Nothing that speaks against writing changes in a dry run either, and git takes its time to say. */
function refusalBefore(files: EnvFiles): string | null {
  const name = JSON.stringify([files.folder, files.envFile, files.envExample]);
  const known = refusals.get(name);
  const reason = known === undefined ? refusalToWrite(files) : known;
  refusals.set(name, reason);
  return reason;
}

const foundByFolder = new Map<string, Found>();

/** A dry run leaves no env file that would tell the next file what was found, and changes nothing that was found. */
function foundBefore(plan: FilePlan, { folder }: EnvFiles, options: MigrateOptions): Found {
  const found = foundByFolder.get(folder) ?? occurrencesBelow(folder, plan, options);
  foundByFolder.set(folder, found);
  return found;
}

function occurrencesBelow(folder: string, plan: FilePlan, options: MigrateOptions): Found {
  return packageFiles(folder, options).flatMap((path) => {
    if (path === plan.path) return [[path, occurrencesOf(plan)] as const];
    if ((sizeOf(path) ?? 0) > LARGEST) return [];
    const text = textOf(path);
    const found = text === null ? null : lookAhead({ path, text }, options);
    return found?.type === 'plan' ? [[path, occurrencesOf(found)] as const] : [];
  });
}

function occurrencesOf({ movable }: FilePlan): readonly Occurrence[] {
  return movable.map(({ written, own }) => ({ key: written.key, own }));
}

/** The text of a file that may hold a key; null for any other, which is not decoded. */
function textOf(path: string): string | null {
  try {
    const bytes = readFileSync(path);
    return mayHoldMovableBytes(bytes) ? bytes.toString() : null;
  } catch {
    return null;
  }
}

import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isCommittedEnvFile, isEnvFile } from '../catalogue/env-file-names.js';
import { declareVariable, setVariable, variablesIn } from '../dotenv/write-env.js';
import { linkedPath } from './atomic-write.js';
import { ignoreEditFor, mustBeLeftOut } from './env-privacy.js';
import { type Rewrite, rewriteAll, rewriteWith } from './rewrite.js';
import { EnvFileError, mustBeWritable, type NamedFile, readText, refusing } from './text-file.js';

export { EnvFileError };

/** Where a project keeps its variables. */
export interface EnvFiles {
  /** Folder, absolute. */
  readonly folder: string;
  /** Path of the private env file from the folder, as `.env`. */
  readonly envFile: string;
  /** Path of the file that names the variables; null for the one that is there, or else `.env.example`. */
  readonly envExample: string | null;
}

/** A variable to write; the comment goes above it. */
export interface NewVariable {
  readonly name: string;
  readonly value: string;
  readonly comment?: string;
}

/** What was written, or why nothing was. */
export type EnvOutcome =
  | {
      readonly type: 'written';
      /** The files changed, in that order, from the folder. */
      readonly files: readonly string[];
    }
  | {
      readonly type: 'refused';
      /** One sentence: what is wrong and what to do; no key. */
      readonly reason: string;
    };

const PRIVATE = 0o600;
const EXAMPLE_WORDS = ['example', 'sample', 'template', 'dist'];

/** The variables of the env file, none where there is no file. Throws `EnvFileError` where it cannot be read. */
export function readVariables(files: EnvFiles): ReadonlyMap<string, string> {
  return variablesIn(readText(envOf(files)) ?? '');
}

/** When the files were changed that say where a variable is, in milliseconds; NaN for one that is not there. */
export function timesOf(files: EnvFiles): readonly [path: string, time: number][] {
  const env = envOf(files);
  return [env.path, exampleOf(files).path, join(dirname(env.path), '.gitignore')].map((path) => [path, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? NaN]);
}

/** Why `writeVariables` would refuse, in one sentence; null where it would write. Changes nothing. */
export function refusalToWrite(files: EnvFiles): string | null {
  return refusalOf(files, () => {
    mustBeInPlace(files);
    ignoreEditFor(envOf(files));
    for (const file of [envOf(files), exampleOf(files)]) {
      readText(file);
      mustBeWritable(file);
    }
  });
}

/** Whether git would take the env file in; false where that cannot be told or mended. */
export function needsIgnoring(files: EnvFiles): boolean {
  let isTakenIn = false;
  refusalOf(files, () => { isTakenIn = ignoreEditFor(envOf(files)) !== null; });
  return isTakenIn;
}

/** Has git leave the env file out, and gives the file changed for it, as `writeVariables` does. Only for the holder of the lock. */
export function ignoreFile(files: EnvFiles): readonly string[] {
  const ignore = ignoreEditFor(envOf(files));
  if (ignore) rewriteAll([{ ...ignore, mode: null }], () => undefined);
  return ignore ? [ignore.file.name] : [];
}

/**
 * Writes new variables: first the .gitignore that keeps the env file out of git, then their names into the example
 * file, then their values into the env file. All of it or nothing. `held`: names that the env file has by now, which the others are
 * to know of as well. Only for the holder of the lock.
 */
export function writeVariables(files: EnvFiles, variables: readonly NewVariable[], held: readonly string[] = []): EnvOutcome {
  const written: string[] = [];
  const reason = variables.length + held.length === 0 ? null : refusalOf(files, () => {
    mustBeInPlace(files);
    const rewrites = rewritesFor(files, variables, held);
    rewriteAll(rewrites, ({ mode }) => mode === PRIVATE && mustBeLeftOut(envOf(files)));
    written.push(...rewrites.map(({ file }) => file.name));
  });
  return reason === null ? { type: 'written', files: written } : { type: 'refused', reason };
}

function rewritesFor(files: EnvFiles, variables: readonly NewVariable[], held: readonly string[]): readonly Rewrite[] {
  const env = envOf(files);
  const ignore = ignoreEditFor(env);
  const rewrites: readonly Rewrite[] = [
    ...(ignore ? [{ ...ignore, mode: null }] : []),
    rewriteWith(exampleOf(files), { mode: null, write: declareVariable, variables: [...held, ...variables.map(({ name }) => name)].map((name) => ({ name, value: '' })) }),
    rewriteWith(env, { mode: PRIVATE, write: setVariable, variables }),
  ];
  return rewrites.filter(({ before, after }) => after !== before);
}

function mustBeInPlace(files: EnvFiles): void {
  const [env, example] = [envOf(files), exampleOf(files)];
  if (isCommittedEnvFile(basename(env.path)) || linkedPath(env.path) === linkedPath(example.path)) {
    throw new EnvFileError(`${env.name} is a file to be committed; choose a private one for the keys, as .env.`);
  }
  const name = basename(example.path);
  if (isEnvFile(name) && !isCommittedEnvFile(name)) throw new EnvFileError(`${example.name} is a private file; choose one to be committed for the names, as .env.example.`);
}

function envOf({ folder, envFile }: EnvFiles): NamedFile {
  return named(folder, envFile);
}

function exampleOf({ folder, envFile, envExample }: EnvFiles): NamedFile {
  if (envExample !== null) return named(folder, envExample);
  const stem = basename(envFile).startsWith('.dev.vars') ? '.dev.vars' : '.env';
  const [usual = '', ...others] = EXAMPLE_WORDS.map((word) => `${stem}.${word}`);
  return named(folder, [usual, ...others].find((name) => existsSync(join(folder, name))) ?? usual);
}

function named(folder: string, file: string): NamedFile {
  const path = resolve(folder, file);
  return { path, name: relative(folder, path).split(sep).join('/') };
}

function refusalOf({ envFile }: EnvFiles, work: () => void): string | null {
  try {
    refusing(`${envFile} cannot be written`, 'see that its folder is there and its links lead somewhere', work);
    return null;
  } catch (error) {
    if (error instanceof EnvFileError) return error.message;
    throw error;
  }
}

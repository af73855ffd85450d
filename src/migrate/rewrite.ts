import { rmSync } from 'node:fs';
import { appendAll, type EnvWrite } from '../dotenv/write-env.js';
import { linkedPath, writeAtomically } from './atomic-write.js';
import { EnvFileError, mustBeWritable, type NamedFile, readText, refusing } from './text-file.js';

/** A file and its new text. */
export interface Rewrite {
  readonly file: NamedFile;
  /** Null where there is no file. */
  readonly before: string | null;
  readonly after: string;
  /** Of a new file; null for the usual one. */
  readonly mode: number | null;
}

interface Variable {
  readonly name: string;
  readonly value: string;
  readonly comment?: string;
}

/** How to put variables into an env file. */
export interface VariableWriting<V extends Variable> {
  readonly mode: number | null;
  readonly variables: readonly V[];
  readonly write: (text: string, variable: V) => EnvWrite;
}

/** The file with all of the variables. Throws `EnvFileError` where it cannot be read or one of them has no place in it. */
export function rewriteWith<V extends Variable>(file: NamedFile, { mode, variables, write }: VariableWriting<V>): Rewrite {
  const before = readText(file);
  const appended = appendAll(before ?? '', variables);
  const after = appended.rest.reduce((text, variable) => {
    const result = write(text, variable);
    if (result.status === 'refused') throw new EnvFileError(faultOf(result.reason, variable.name, file.name));
    return result.text;
  }, appended.text);
  return { file, before, after, mode };
}

/** Writes the files in that order, each behind a check of one's own. Where one cannot be written, throws `EnvFileError` with all as they were. */
export function rewriteAll(rewrites: readonly Rewrite[], check: (next: Rewrite) => void): void {
  for (const { file } of rewrites) mustBeWritable(file);
  const done: Rewrite[] = [];
  try {
    for (const rewrite of rewrites) {
      const { file, after, mode } = rewrite;
      check(rewrite);
      refusing(`${file.name} cannot be written`, 'nothing was changed, make room for it and run this again', () => writeAtomically(file.path, after, mode));
      done.unshift(rewrite);
    }
  } catch (error) {
    done.forEach(undo);
    throw error;
  }
}

function undo({ file: { path }, before, mode }: Rewrite): void {
  if (before === null) rmSync(linkedPath(path), { force: true });
  else writeAtomically(path, before, mode);
}

function faultOf(reason: 'name' | 'value' | 'conflict' | 'unreadable', variable: string, file: string): string {
  return {
    name: `${variable} is no name that every reader of env files takes; choose one of letters, digits and underscores.`,
    value: `The value of ${variable} would not be read back from ${file} by every reader; set it by hand.`,
    conflict: `${file} gives ${variable} another value already; rename that variable, or choose another name.`,
    unreadable: `${variable} would not be read back from ${file}; close the quote or the line that is left open in it.`,
  }[reason];
}

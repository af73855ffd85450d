import { envTestsIn } from '../edit/env-tests.js';
import { codeOf } from './file-code.js';
import { textOf } from './left-keys.js';
import type { MigrateOptions } from './options.js';
import { packageFiles } from './package-files.js';

/** A place where code asks whether a variable is set, and then does something else. */
export interface AskedVariable {
  readonly variable: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Where the code that belongs to the env files of a folder asks for one of the variables. */
export function askedBelow(folder: string, variables: ReadonlySet<string>, options: MigrateOptions): readonly AskedVariable[] {
  const names = [...variables];
  const mayAsk = (text: string): boolean => names.some((name) => text.includes(name));
  return packageFiles(folder, options).flatMap((path) => {
    const text = textOf(path)?.replace(/^\ufeff/, '') ?? '';
    if (!mayAsk(text)) return [];
    const tests = codeOf(text, path, mayAsk).code.flatMap(({ source }) => ('type' in source ? [] : envTestsIn(source, (name) => variables.has(name))));
    return tests.map(({ variable, node }) => ({ variable, path, line: node.loc.start.line }));
  });
}

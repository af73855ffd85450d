import { envTestsIn, type EnvTest } from '../edit/env-tests.js';
import { codeOf } from './file-code.js';
import type { FileOutcome } from './migrate-file.js';
import type { MigrateOptions } from './options.js';
import { packageFiles } from './package-files.js';
import { textOf } from './source-files.js';

/** A place where code asks whether a variable is set, and then does something else. */
export interface AskedVariable {
  readonly variable: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Where the code that belongs to the env files of a folder asks for one of the variables that a run has set; what the run itself wrote stands for a key, which was always there. */
export function askedBelow(folder: string, changed: readonly FileOutcome[], options: MigrateOptions): readonly AskedVariable[] {
  const variables = new Set(changed.flatMap(({ keys }) => keys.flatMap(({ variable }) => variable ?? [])));
  const names = [...variables];
  const edited = new Map(changed.map((outcome) => [outcome.path, outcome.edited]));
  const mayAsk = (text: string): boolean => names.some((name) => text.includes(name));
  return packageFiles(folder, options).flatMap((path) => {
    const text = textOf(path)?.replace(/^\ufeff/, '') ?? '';
    if (!mayAsk(text)) return [];
    const tests = codeOf(text, path, mayAsk).code.flatMap(({ source }) => ('type' in source ? [] : envTestsIn(source, (name) => variables.has(name))));
    const isOurs = ({ range: [from, to] }: EnvTest['node']): boolean => edited.get(path)?.some(([start, end]) => from <= end && start <= to) === true;
    return tests.filter(({ node, read }) => !isOurs(node) && !isOurs(read)).map(({ variable, node }) => ({ variable, path, line: node.loc.start.line }));
  });
}

import { readFileSync } from 'node:fs';
import { envUsesIn, type EnvUse } from '../edit/env-uses.js';
import { codeOf } from './file-code.js';
import { APP_SECRET, type Occurrence, type UsedName } from '../lookup/names.js';

/** A file, what it holds itself, and the names that count. */
export interface NameSearch {
  readonly path: string;
  readonly occurrences: readonly Occurrence[];
  /** Names that places of keys have already. */
  readonly owns: ReadonlySet<string>;
  /** What the other names begin with that a key may get. */
  readonly base: string;
}

/** False for the bytes of a file that surely names no variable that a key may get. */
export function mayUseNames(bytes: Buffer, base: string): boolean {
  return bytes.includes('env') || bytes.includes(base) || bytes.includes(APP_SECRET);
}

/** The variables that a file names, the places aside that its keys are fallbacks in. */
export function usedNamesIn({ path, occurrences, owns, base }: NameSearch): readonly UsedName[] {
  const names = [base, APP_SECRET, ...owns];
  const mayHold = (code: string): boolean => names.some((name) => code.includes(name));
  const text = textOf(path);
  if (text === null || !mayHold(text)) return [];
  const isWanted = (name: string): boolean => owns.has(name) || name.startsWith(base) || name.startsWith(APP_SECRET);
  const isApart = ({ range: [start, end] }: EnvUse['node']): boolean => !occurrences.some(({ fallback }) => fallback !== null && fallback[0] <= start && end <= fallback[1]);
  const uses = codeOf(text, path, mayHold).code.flatMap(({ source }) => ('type' in source ? [] : envUsesIn(source, isWanted)));
  return uses.filter(({ node }) => isApart(node)).map(({ variable, tests }) => ({ name: variable, isTested: tests.some(isApart) }));
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return null;
  }
}

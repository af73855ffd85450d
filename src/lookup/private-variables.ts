import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isCommittedEnvFile, isEnvFile } from '../catalogue/environments.js';
import { variablesIn } from '../dotenv/write-env.js';
import { cachedReader } from '../source/file-cache.js';

/** What the private env files of a folder say. */
export interface PrivateVariables {
  /** Of `.env`. */
  readonly variables: ReadonlyMap<string, string>;
  /** Of those beside it, as `.env.local`, in the order of their names. */
  readonly others: readonly ReadonlyMap<string, string>[];
}

const LARGEST = 512 * 1024;
const variablesAt = cachedReader(variablesIn, { largest: LARGEST });

/** The variables of a folder's private env files; a file that cannot be read has none. */
export function privateVariablesOf(folder: string): PrivateVariables {
  const others = namesIn(folder).filter((name) => isEnvFile(name) && !isCommittedEnvFile(name) && name !== '.env').sort();
  return { variables: variablesAt(join(folder, '.env')) ?? new Map(), others: others.flatMap((name) => variablesAt(join(folder, name)) ?? []) };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

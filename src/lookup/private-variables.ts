import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isCommittedEnvFile, isEnvFile } from '../catalogue/env-file-names.js';
import { variablesIn } from '../dotenv/write-env.js';
import { cachedReader } from '../source/file-cache.js';

const LARGEST = 512 * 1024;
const readVariables = cachedReader(variablesIn, { largest: LARGEST });

/** The variables of an env file; none where it cannot be read. */
export function variablesAt(path: string): ReadonlyMap<string, string> {
  return readVariables(path) ?? new Map();
}

/** The variables of each other private env file beside one, as `.env.local`, whose values many loaders put before its own; in the order of the names. */
export function variablesBeside(path: string): readonly ReadonlyMap<string, string>[] {
  const folder = dirname(path);
  const others = namesIn(folder).filter((name) => isEnvFile(name) && !isCommittedEnvFile(name) && name !== basename(path));
  return others.sort().map((name) => variablesAt(join(folder, name)));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isCommittedEnvFile, isEnvFile } from '../catalogue/environments.js';
import { variablesIn } from '../dotenv/write-env.js';
import type { EnvFiles } from './env-files.js';
import { EnvFileError, type NamedFile, readText } from './text-file.js';

/** The variables of the private env files beside the one that is written, as `.env.local`, whose values many loaders put before its own. A file that cannot be read has none. */
export function otherVariables({ folder, envFile }: EnvFiles): readonly ReadonlyMap<string, string>[] {
  const own = resolve(folder, envFile);
  const names = namesIn(dirname(own)).filter((name) => isEnvFile(name) && !isCommittedEnvFile(name) && name !== basename(own));
  return names.sort().map((name) => variablesIn(textOf({ path: join(dirname(own), name), name }) ?? ''));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(file: NamedFile): string | null {
  try {
    return readText(file);
  } catch (error) {
    if (error instanceof EnvFileError) return null;
    throw error;
  }
}

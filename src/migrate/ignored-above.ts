import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldersUpward } from '../source/file-cache.js';
import { type EnvFiles, ignoreFile, needsIgnoring, refusalToWrite } from './env-files.js';
import { withLock } from './lock.js';
import type { MigrateOptions } from './options.js';
import { packageFiles } from './package-files.js';
import { lookAhead } from './plan-cache.js';
import { textOf } from './source-files.js';

/**
 * Writes the .gitignore of packages above that get one for keys of their own, as it leaves out the env files below as well:
 * which .gitignore changes must not hang on whose file comes first. Gives what was written, absolute.
 */
export function ignoreAbove({ folder, envFile, envExample }: EnvFiles, options: MigrateOptions): readonly string[] {
  if (options.envDir !== null) return [];
  const isStillTakenIn = (): boolean => needsIgnoring({ folder, envFile, envExample });
  return packagesAbove(folder).flatMap((above) => {
    const files: EnvFiles = { folder: above, envFile, envExample };
    if (!isStillTakenIn() || !hasMovableKey(above, options)) return [];
    return withLock(lockOf(files), () => (refusalToWrite(files) === null ? ignoreFile(files) : [])).map((name) => join(above, name));
  });
}

/** The lock file of env files. */
export function lockOf({ folder, envFile }: EnvFiles): string {
  return join(folder, `${envFile}.wix-keys.lock`);
}

/** Those of the same repository, the outermost first; none where there is no repository, as git is what reads a .gitignore further up. */
function packagesAbove(folder: string): readonly string[] {
  const folders = foldersUpward(folder);
  const root = folders.findIndex((above) => existsSync(join(above, '.git')));
  return folders.slice(1, root + 1).filter((above, at) => at + 1 === root || existsSync(join(above, 'package.json'))).reverse();
}

function hasMovableKey(folder: string, options: MigrateOptions): boolean {
  return packageFiles(folder, options).some((path) => {
    const text = textOf(path);
    const plan = text === null ? null : lookAhead({ path, text }, options);
    return plan?.type === 'plan' && plan.movable.length > 0;
  });
}

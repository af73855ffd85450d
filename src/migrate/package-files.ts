import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrateOptions } from './options.js';
import { CODE_EXTENSIONS, filesBelow, hasExtension } from './source-files.js';

/** The files of code that belong to the env files of a folder: packages below it have their own, unless all are to share these. */
export function packageFiles(folder: string, { envDir }: MigrateOptions): readonly string[] {
  const isOwnPackage = (below: string): boolean => envDir !== null || !['package.json', '.git'].some((name) => existsSync(join(below, name)));
  return filesBelow(folder, { takes: (name) => hasExtension(name, CODE_EXTENSIONS), goesInto: isOwnPackage });
}

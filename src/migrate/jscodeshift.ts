import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A file of the jscodeshift beside this package, else beside the working directory; null where there is none. */
export function jscodeshiftFile(name: string): string | null {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(from).resolve(`jscodeshift/${name}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  return null;
}

import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What is used of jscodeshift's Runner. */
export interface Runner {
  run(transform: string, paths: readonly string[], options: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** The Runner of the jscodeshift beside this package, else beside the working directory; null where there is none. */
export function findRunner(): Runner | null {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(from)('jscodeshift/src/Runner.js') as Runner;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  return null;
}

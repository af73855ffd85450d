import { createRequire } from 'node:module';
import { jscodeshiftFile } from '../src/migrate/jscodeshift.js';

/** What is used of jscodeshift's Runner. */
export interface Runner {
  run(transform: string, paths: readonly string[], options: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** The Runner of the user's jscodeshift; null where there is none. */
export function findRunner(): Runner | null {
  const file = jscodeshiftFile('src/Runner.js');
  return file === null ? null : createRequire(import.meta.url)(file) as Runner;
}

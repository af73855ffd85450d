import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Migration = typeof import('./migrate-file.js');

let loading: Promise<Migration | null> | undefined;

/** Loads the analysis, the editing and the parser, once, when the first file with a key needs them; null where the parser does not load. */
export async function loadMigration(): Promise<Migration | null> {
  return await (loading ??= load().catch(() => null));
}

// jscodeshift's Babel hook compiles whatever `require` loads, the parser included, which takes a second on the first run
// (measured). Where it has made CommonJS of this file, `__dirname` is there, and an import that it does not see passes it by.
async function load(): Promise<Migration> {
  if (typeof __dirname === 'undefined') return await import('./migrate-file.js');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is a constant; Babel would make a `require` of a plain import
  const importNatively = new Function('url', 'return import(url)') as (url: string) => Promise<Migration>;
  return await importNatively(pathToFileURL(join(__dirname, 'migrate-file.js')).href);
}

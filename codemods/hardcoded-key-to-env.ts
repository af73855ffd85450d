import type { API, FileInfo, Options } from 'jscodeshift';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mayHoldMovable } from '../src/migrate/text-check.js';

type Transforming = typeof import('../src/migrate/transform-file.js');

let loading: Promise<Transforming> | undefined;

/** jscodeshift's transform: moves every Wix key that is written in the file into an environment variable, and its value into the env file. */
export default async function transform(file: FileInfo, api: Partial<Pick<API, 'report'>>, options: Options = {}): Promise<string | undefined> {
  // The first file waits for what checks the options. Whatever waits keeps its text in memory, and jscodeshift starts all files at once.
  if (loading !== undefined && !mayHoldMovable(file.source)) return undefined;
  const { transformFile } = await (loading ??= load());
  return await transformFile(file, (line) => { api.report?.(line); }, options);
}

// jscodeshift's Babel hook compiles whatever `require` loads, which takes seconds on the first run (measured). Where it has
// made CommonJS of this file, `__dirname` is there, and an import that it does not see passes it by.
async function load(): Promise<Transforming> {
  if (typeof __dirname === 'undefined') return await import('../src/migrate/transform-file.js');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is a constant; Babel would make a `require` of a plain import
  const importNatively = new Function('url', 'return import(url)') as (url: string) => Promise<Transforming>;
  return await importNatively(pathToFileURL(join(__dirname, '..', 'src', 'migrate', 'transform-file.js')).href);
}

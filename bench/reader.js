// How fast src/source reads files against @typescript-eslint/parser: node bench/reader.js [folder] [read-source.js]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseForESLint } from '@typescript-eslint/parser';

const [folder = 'node_modules', reader = 'dist/src/source/read-source.js'] = process.argv.slice(2);
/** @type {unknown} */
const loaded = await import(pathToFileURL(resolve(reader)).href);
const { readSource } = /** @type {typeof import('../src/source/read-source.js')} */ (loaded);

const EVERY = 5;
const MOST_BYTES = 500_000;
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]s|[jt]sx)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => statSync(path).size < MOST_BYTES)
  .sort()
  .filter((_, at) => at % EVERY === 0)
  .map((path) => ({ path, text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') }));

/** @type {Record<'readSource' | '@typescript-eslint/parser', (file: { path: string; text: string }) => boolean>} */
const readers = {
  'readSource': ({ path, text }) => !('reason' in readSource(text, path)),
  '@typescript-eslint/parser': ({ path, text }) => {
    try {
      return Boolean(parseForESLint(text, { filePath: path, sourceType: 'module', ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) }, range: true, loc: true, comment: true }));
    } catch {
      return false;
    }
  },
};

const megabytes = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
for (const round of ['cold', 'warm']) {
  for (const [name, read] of Object.entries(readers)) {
    const start = performance.now();
    const count = files.filter(read).length;
    const ms = performance.now() - start;
    console.log(`${round}  ${name}: ${count} of ${files.length} files, ${megabytes.toFixed(1)} MB, ${ms.toFixed(0)} ms`);
  }
}

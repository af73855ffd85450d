import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadsAt } from '../../src/lookup/module-graph.js';
import { mayImportKey } from '../../src/source/keys-behind-imports.js';
import { folderWith } from '../project-folder.js';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const FILES = 90;
const LENGTH = 400_000;

/** Files that load one another, under names long enough that V8 could keep them as pieces of the texts. */
function folderOfLongFiles(): string {
  const names = Array.from({ length: FILES }, (_, at) => `a-module-with-a-long-name-${at}.js`);
  const rest = `// ${'no piece of this is to be kept. '.repeat(LENGTH / 33)}\n`;
  return folderWith(Object.fromEntries(names.map((name, at) => [name, `import './${names[at + 1] ?? 'none.js'}';\n${rest}`])));
}

function bytesKeptBy(work: () => void): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  work();
  collectGarbage();
  return process.memoryUsage().heapUsed - before;
}

describe('what is remembered of files', () => {
  it.each<readonly [string, look: (folder: string) => unknown]>([
    ['for a look behind imports', (folder) => mayImportKey(Array.from({ length: FILES }, (_, at) => `import './a-module-with-a-long-name-${at}.js';`).join('\n'), join(folder, 'main.js'), {})],
    ['for a graph of modules', (folder) => Array.from({ length: FILES }, (_, at) => loadsAt(join(folder, `a-module-with-a-long-name-${at}.js`)))],
  ])('%s does not hold their texts', (_, look) => {
    const folder = folderOfLongFiles();
    expect(bytesKeptBy(() => { look(folder); })).toBeLessThan((FILES * LENGTH) / 3);
  });
});

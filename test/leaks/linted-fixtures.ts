import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
// Before what `fixture-folders.js` imports: eslint-plugin-html changes what is loaded.
import { ESLint } from 'eslint';
import { leakSearch, writtenForms } from '../fake-keys.js';
import { writeFiles } from '../rules/folders.js';
import { fixtureFolders } from './fixture-folders.js';

/** What ESLint gave for one folder of fixtures. */
export interface LintedFolder {
  readonly name: string;
  readonly eslint: ESLint;
  readonly results: readonly ESLint.LintResult[];
  /** The text of its `.eslintcache`. */
  readonly cache: string;
  /** `folder/path` of a result. */
  readonly nameOf: (result: ESLint.LintResult) => string;
}

/** What ESLint gave for all fixtures, and what tells whether a text holds a piece of one of their keys in any form. */
export interface LintedFixtures {
  readonly folders: readonly LintedFolder[];
  readonly leaks: (text: string) => boolean;
  /** Takes the files off the disk. */
  readonly remove: () => Promise<void>;
}

/** Lints every fixture with every rule, from real files and with a cache. */
export async function lintFixtures(): Promise<LintedFixtures> {
  const { folders, keys } = await fixtureFolders();
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'wix-keys-fixtures-'));
  const linted: LintedFolder[] = [];
  for (const { name, files, config } of folders) {
    const cwd = join(root, name);
    writeFiles(cwd, files);
    const cacheLocation = `${cwd}.eslintcache`;
    const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [...config], cache: true, cacheLocation });
    const results = await eslint.lintFiles('.');
    const nameOf = ({ filePath }: ESLint.LintResult): string => [name, ...relative(cwd, filePath).split(sep)].join('/');
    linted.push({ name, eslint, results, cache: readFileSync(cacheLocation, 'utf8'), nameOf });
  }
  return { folders: linted, leaks: leakSearch([...keys].flatMap(writtenForms)), remove: () => rm(root, { recursive: true, force: true }) };
}

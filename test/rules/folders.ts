import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { ESLint } from 'eslint';
import * as typescript from '@typescript-eslint/parser';
import { rules } from '../../rules/index.js';
import type { RuleName } from './linting.js';

/** Files by their paths; a text that begins with `->` is a link to what follows. */
export type Files = Readonly<Record<string, string>>;

/** What lints a folder. */
export interface FolderSetup {
  readonly rule: RuleName;
  readonly settings?: object;
  readonly options?: object;
  /** What is linted; all that the folder holds where it is left out. */
  readonly linted?: string;
}

/** A report, with the text it stands at. */
export interface FolderReport {
  readonly file: string;
  readonly text: string;
  readonly message: string;
}

const root = mkdtempSync(join(tmpdir(), 'folders-'));
let count = 0;
afterAll(() => { rmSync(root, { recursive: true, force: true }); });

/** A new folder that holds files. */
export function makeFolder(files: Files): string {
  const folder = join(root, String((count += 1)));
  mkdirSync(folder);
  writeFiles(folder, files);
  return folder;
}

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (text.startsWith('->')) symlinkSync(text.slice(2), join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
}

/** An ESLint that knows one rule, JavaScript and TypeScript. */
export function linterOf(cwd: string, { rule, settings = {}, options }: FolderSetup): ESLint {
  const plugins = { 'wix-keys': { rules: rules as unknown as NonNullable<ESLint.Plugin['rules']> } };
  return new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'], plugins, rules: { [`wix-keys/${rule}`]: options ? ['error', options] : 'error' }, settings: { 'wix-keys': settings }, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
      { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser: typescript } },
    ],
  });
}

/** What a rule reports in a folder, file by file. A file that cannot be linted throws. */
export async function reportsIn(folder: string, setup: FolderSetup, linter = linterOf(folder, setup)): Promise<FolderReport[]> {
  const results = await linter.lintFiles(setup.linted ?? '.');
  return results.flatMap(({ filePath, messages, source = '' }) => messages.map(({ line, column, endLine, endColumn, message, fatal }) => {
    if (fatal === true) throw new Error(message);
    const lines = source.split('\n').slice(line - 1, endLine);
    const text = lines.length === 1 ? (lines[0] ?? '').slice(column - 1, (endColumn ?? 0) - 1) : lines.join('\n');
    return { file: filePath.slice(folder.length + 1), text, message };
  }));
}

import * as typescriptParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { filledIn } from '../edit/filled-in.js';
import { JAVASCRIPT_POSITIONS, JSX_POSITIONS, type Position, SHARED_POSITIONS, SLOPPY_POSITIONS, TYPESCRIPT_POSITIONS } from '../edit/positions.js';
import { cli, projectWith } from './projects.js';

interface Told {
  readonly moved: readonly { readonly path: string }[];
  readonly left: readonly { readonly path: string; readonly line: number }[];
}

const RULE = 'wix-keys/no-hardcoded-key';

const filesOf = (positions: readonly Position[], extension: string): Readonly<Record<string, string>> => Object.fromEntries(positions.map(({ before }, at) => {
  const path = `src/${extension}-${String(at)}.${extension}`;
  return [path, filledIn(before, path)];
}));

const project = {
  ...filesOf([...SHARED_POSITIONS, ...JAVASCRIPT_POSITIONS], 'js'),
  ...filesOf(SLOPPY_POSITIONS, 'cjs'),
  ...filesOf(JSX_POSITIONS, 'jsx'),
  ...filesOf([...SHARED_POSITIONS, ...TYPESCRIPT_POSITIONS], 'ts'),
};

/** `file:line` of each report of the rule below a folder, and what does not parse. */
async function reportsIn(folder: string): Promise<readonly string[]> {
  const config: Linter.Config[] = [
    { plugins: { 'wix-keys': { rules: rules as never } }, rules: { [RULE]: 'error' } },
    { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', ecmaVersion: 'latest' } },
    { files: ['**/*.jsx'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    { files: ['**/*.ts'], languageOptions: { parser: typescriptParser } },
  ];
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: config, errorOnUnmatchedPattern: false });
  const results = await eslint.lintFiles(['src/**/*.{js,cjs,jsx,ts}']);
  return results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line, message }) => `${relative(folder, filePath)}:${String(line)}${ruleId === RULE ? '' : ` ${message}`}`));
}

const sorted = (places: readonly string[]): readonly string[] => [...new Set(places)].sort();

it('the rule reports what the codemod left, at its place, and nothing of what it moved', async () => {
  const folder = projectWith(project);
  const before = await reportsIn(folder);
  const { moved, left } = JSON.parse(cli(folder, 'migrate', '--json', 'src').stdout) as Told;
  const after = await reportsIn(folder);
  expect(moved.length).toBeGreaterThan(100);
  expect(left.length).toBeGreaterThan(20);
  expect(before.length).toBeGreaterThanOrEqual(moved.length + left.length);
  expect(sorted(after)).toEqual(sorted(left.map(({ path, line }) => `${path}:${String(line)}`)));
}, 120_000);

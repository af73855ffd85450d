import { Linter } from 'eslint';
import * as typescriptParser from '@typescript-eslint/parser';
import { authHeaderFaultsIn } from '../../src/analysis/auth-header-faults.js';
import { exposuresIn } from '../../src/analysis/exposures.js';
import { foreignKeysIn } from '../../src/analysis/foreign-keys.js';
import { inlinedKeysIn } from '../../src/analysis/inlined-keys.js';
import { keyFaultsIn } from '../../src/analysis/key-faults.js';
import { keysIn, type KeySearch, type WrittenKey } from '../../src/analysis/keys.js';
import type { SourceFile } from '../../src/source/source-file.js';

/** How a text is to be read. */
export interface Reading {
  readonly parser?: 'espree' | 'typescript';
  readonly filename?: string;
  readonly sourceType?: 'commonjs' | 'module' | 'script';
}

/** A text as ESLint hands it to a rule; an error of the parser throws. */
export function sourceOf(code: string, { parser = 'espree', filename = parser === 'espree' ? 'file.jsx' : 'file.tsx', sourceType = 'module' }: Reading = {}): SourceFile {
  const found: SourceFile[] = [];
  const take = { create: (context: { readonly sourceCode: unknown }) => { found.push(context.sourceCode as SourceFile); return {}; } };
  const messages = new Linter().verify(code, [{
    files: ['**'],
    plugins: { test: { rules: { take } } },
    rules: { 'test/take': 'error' },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    languageOptions: { sourceType, parserOptions: { ecmaFeatures: { jsx: true } }, ...(parser === 'typescript' ? { parser: typescriptParser } : {}) },
  }], { filename });
  const [source] = found;
  if (!source) throw new Error(messages[0]?.message ?? 'The text was not parsed.');
  return source;
}

/** The keys of a text, after everything else that a rule may ask of it. */
export function keysOf(code: string, reading: Reading = {}): readonly WrittenKey[] {
  return keysAfterAll(sourceOf(code, reading), { clients: [], filename: null });
}

/** Asks what the rules about requests ask, which has to come to an end whatever it finds; then for the keys. */
export function keysAfterAll(source: SourceFile, search: KeySearch): readonly WrittenKey[] {
  authHeaderFaultsIn(source, search);
  exposuresIn(source, search, { path: 'src/App.vue', frameworkOf: () => 'Vite' });
  foreignKeysIn(source, search);
  inlinedKeysIn(source, 'vite.config.js');
  keyFaultsIn(source, search);
  return keysIn(source, search);
}

/** Milliseconds that all questions of the rules take about an unseen text, the least of so many runs. */
export function leastTime(code: string, reading: Reading, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const source = sourceOf(code, reading);
    const start = performance.now();
    keysAfterAll(source, { clients: [], filename: null });
    return performance.now() - start;
  });
  return Math.min(...times);
}

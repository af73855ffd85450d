import * as typescriptParser from '@typescript-eslint/parser';
import { Linter, type Rule, type SourceCode } from 'eslint';
import type { SourceFile } from '../../src/source/source-file.js';
import { keysIn, type WrittenKey } from '../../src/analysis/keys.js';
import { moveToEnvironment, type EnvironmentMove, type EnvironmentRefusal, type MoveContext } from '../../src/edit/environment.js';
import { applyEdits } from '../../src/edit/text-edit.js';
import { namesOf } from '../../src/lookup/names.js';

/** A file and what becomes of each of its keys. */
export interface Moved {
  readonly source: SourceFile;
  readonly keys: readonly WrittenKey[];
  readonly results: readonly (EnvironmentMove | EnvironmentRefusal)[];
  /** The text with all edits made, its BOM included. */
  readonly output: string;
}

/** What the error says first that a text gives which no parser takes. */
export const PARSE_FAILURE = 'Does not parse';

const BOM = '\ufeff';

/** Reads a file as ESLint does: with espree for `.js`, `.mjs`, `.cjs` and `.jsx`, else with typescript-eslint's parser. Throws where it does not parse. */
export function readWithEslint(text: string, filename: string): SourceFile {
  let source: SourceCode | undefined;
  const isJavaScript = /\.(?:[cm]?js|jsx)$/.test(filename);
  const rule: Rule.RuleModule = { create: ({ sourceCode }) => ({ Program: () => void (source = sourceCode) }) };
  const messages = new Linter().verify(
    text,
    [{
      files: ['**/*.*'],
      languageOptions: {
        ...(isJavaScript ? {} : { parser: typescriptParser }),
        sourceType: filename.endsWith('.cjs') ? 'commonjs' : 'module',
        parserOptions: { ecmaFeatures: { jsx: filename.endsWith('x') || isJavaScript } },
      },
      plugins: { test: { rules: { read: rule } } },
      rules: { 'test/read': 'error' },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    }],
    { filename, allowInlineConfig: false },
  );
  if (!source) throw new Error(`${PARSE_FAILURE}: ${messages.map(({ message, line, column }) => `${String(line)}:${String(column)} ${message}`).join('; ')}`);
  return source as unknown as SourceFile;
}

/** Moves every key of a file that can be moved. */
export function moveAll(text: string, filename: string, options: Partial<MoveContext> = {}): Moved {
  const source = readWithEslint(text, filename);
  const keys = keysIn(source, { clients: [], filename: null });
  const names = namesOf({ occurrences: keys.map(({ key }) => ({ key, own: null })), variables: new Map(), name: 'WIX_API_KEY' });
  const results = keys.map((key) => moveToEnvironment(key, { source, filename, variable: names.get(key.key.text) ?? '', ...options }));
  const edits = results.flatMap((result) => (result.type === 'move' ? result.edits : []));
  const bom = text.startsWith(BOM) && !source.text.startsWith(BOM) ? BOM : '';
  return { source, keys, results, output: bom + applyEdits(source.text, edits) };
}

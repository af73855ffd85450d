import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { summaryText, type Summary } from '../../src/migrate/summary.js';

const NOTHING: Summary = { dry: false, files: 1, passedOver: [], outcomes: [], loading: null, asked: [], ambiguous: [], inHistory: null };

it('names the env files that were written for a source file that could not be', () => {
  const failure = 'It could not be written, so that its keys are still there.';
  const key = { line: 2, kind: 'IST. token', variable: null, lookup: null, reason: failure };
  const outcomes = [{ path: resolve('a.js'), failure, keys: [key], written: ['.gitignore', '.env'].map((name) => resolve(name)), diff: [], edited: [] }];
  expect(summaryText({ ...NOTHING, outcomes })).toMatch(/\n\nNext:\n {2}Written: \.gitignore, \.env\.$/);
  expect(summaryText({ ...NOTHING, dry: true, outcomes })).not.toContain('Next:');
  expect(summaryText(NOTHING)).toBe('1 file looked at; 0 keys moved in 0 files.');
});

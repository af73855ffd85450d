import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAFE_FORMATTERS, UNSAFE_FORMATTERS, type Formatter } from './formatters.js';

const PROJECT = join(import.meta.dirname, '..', '..');
const NAMES = /`([^`]+)`|(SARIF)(?= without embedding)|(oxlint's default reporter)/gu;

/** What is no formatter that `formatters.ts` could run, and the test that holds what the README says of it. */
const HELD_ELSEWHERE = {
  copies: { 'DEBUG=eslint:*': 'test/leaks/debug-output.test.ts', "oxlint's default reporter": 'test/leaks/oxlint-output.test.ts' },
  copiesNone: { github: 'test/package/github-formatter.test.ts' },
};

/** The sentence of the README's section on logs that holds some words. */
function sentenceWith(words: string): string {
  const section = /^## What a CI log shows\n+(?<text>[^#]+)/mu.exec(readFileSync(join(PROJECT, 'README.md'), 'utf8'))?.groups?.text ?? '';
  return section.split(/(?<=\.)\s+(?=[A-Z])/u).find((sentence) => sentence.includes(words)) ?? '';
}

function namesIn(sentence: string): string[] {
  return [...sentence.matchAll(NAMES)].map(([, code, sarif, oxlint]) => code ?? sarif ?? oxlint ?? '').sort();
}

function namesOf(formatters: readonly Formatter[], elsewhere: Readonly<Record<string, string>>): string[] {
  return [...new Set([...formatters.flatMap(({ inReadme }) => inReadme ?? []), ...Object.keys(elsewhere)])].sort();
}

describe('the outputs that the README names', () => {
  it('as copying source lines are those that the tests find keys in', () => {
    expect(namesIn(sentenceWith('copies source lines'))).toEqual(namesOf(UNSAFE_FORMATTERS, HELD_ELSEWHERE.copies));
  });

  it('as copying none are those that the tests find no keys in', () => {
    expect(namesIn(sentenceWith('copy none'))).toEqual(namesOf(SAFE_FORMATTERS, HELD_ELSEWHERE.copiesNone));
  });

  it('have their tests', () => {
    const files = [HELD_ELSEWHERE.copies, HELD_ELSEWHERE.copiesNone].flatMap((held) => Object.values(held));
    expect(files.filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
  });
});

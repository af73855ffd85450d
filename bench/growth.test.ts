import { describe, expect, test } from 'vitest';
import { GROWING } from './growing-code.js';
import { leastTime, type Reading } from '../test/analysis/sources.js';

const STEPS = Number(process.env.GROWTH_STEPS ?? 5_000);

/** Twice the steps may take this many times as long, and a few milliseconds more. */
const MOST = 2.5;
const SLACK = 10;

/** Runs of which the fastest counts, where one alone took too long. */
const RUNS = 3;

function isLinear(write: (steps: number) => string, reading: Reading, runs: number): boolean {
  const less = leastTime(write(STEPS), reading, runs);
  return leastTime(write(2 * STEPS), reading, runs) <= MOST * less + SLACK;
}

describe('twice the code takes at most two and a half times as long', () => {
  test.each(GROWING.map(([name, write, parser]) => ({ name, write, parser })))('$name', { timeout: 120_000, retry: 1 }, ({ write, parser }) => {
    const reading = parser ? { parser } : {};
    expect(isLinear(write, reading, 1) || isLinear(write, reading, RUNS)).toBe(true);
  });
});

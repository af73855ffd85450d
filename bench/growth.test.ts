import { describe, expect, test } from 'vitest';
import { GROWING } from './growing-code.js';
import { GROWING_TEXTS } from './growing-texts.js';
import { leastTime } from '../test/analysis/sources.js';

const STEPS = Number(process.env.GROWTH_STEPS ?? 5_000);

/** Twice the steps may take this many times as long, and a few milliseconds more. */
const MOST = 2.5;
const SLACK = 10;

/** Runs of which the fastest counts, where one alone took too long. */
const RUNS = 3;

const LENGTH = 400_000;

/** Whether what takes so many milliseconds for so many steps, in the fastest of some runs, takes about twice as long for twice the steps. */
function isLinear(time: (steps: number, runs: number) => number, steps: number): boolean {
  return [1, RUNS].some((runs) => time(2 * steps, runs) <= MOST * time(steps, runs) + SLACK);
}

function timeOf(work: () => unknown, runs: number): number {
  return Math.min(...Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }));
}

describe('twice the code takes at most two and a half times as long', () => {
  test.each(GROWING.map(([name, write, parser]) => ({ name, write, parser })))('$name', { timeout: 120_000, retry: 1 }, ({ write, parser }) => {
    const reading = parser ? { parser } : {};
    expect(isLinear((steps, runs) => leastTime(write(steps), reading, runs), STEPS)).toBe(true);
  });
});

describe('a text of twice the length takes at most two and a half times as long', () => {
  test.each(GROWING_TEXTS)('$name', { timeout: 120_000, retry: 1 }, ({ piece, read }) => {
    const textOf = (length: number): string => piece.repeat(Math.ceil(length / piece.length));
    expect(isLinear((length, runs) => timeOf(() => read(textOf(length)), runs), LENGTH)).toBe(true);
  });
});

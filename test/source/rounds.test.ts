import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afresh, filesInRound, inRound, remembered } from '../../src/source/rounds.js';

/** What has passed since the first test, in milliseconds; `idle` of it the process waited. */
let clock = { time: 0, idle: 0 };

function pass(time: number, idle: number): void {
  clock = { time: clock.time + time, idle: clock.idle + idle };
}

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => clock.time);
  vi.spyOn(performance, 'eventLoopUtilization').mockImplementation(() => ({ idle: clock.idle, active: clock.time - clock.idle, utilization: 0 }));
  pass(100_000, 100_000);
});
afterEach(() => { vi.restoreAllMocks(); });

/** What a linted file is told of the disk, which says another number each time that it is asked. */
function diskSeenBy(filename: string, form: object = {}): number {
  return inRound(filename, form, () => remembered('disk', () => answers++));
}
let answers = 0;

describe('what was seen of the disk', () => {
  it.each<readonly [string, time: number, idle: number, isKept: boolean]>([
    ['the next moment', 40, 40, true],
    ['a pause', 60, 60, false],
    ['a busy time, as of a large file', 400, 5, true],
    ['a busy time in which something was waited for', 400, 40, false],
    ['a busy time in which another program may have run', 600, 0, false],
  ])('is kept over %s: %i ms, %i of them idle, %s', (_, time, idle, isKept) => {
    const before = diskSeenBy('a.js');
    pass(time, idle);
    expect(diskSeenBy('b.js') === before).toBe(isKept);
  });

  it('is not kept for a file that comes again in another form', () => {
    const form = {};
    const before = diskSeenBy('a.js', form);
    expect(diskSeenBy('a.js', form)).toBe(before);
    expect(diskSeenBy('a.js')).not.toBe(before);
  });

  it('is not kept for longer than a minute, however busy', () => {
    const before = diskSeenBy('0.js');
    let at = 0;
    do pass(300, 0); while (diskSeenBy(`${String(at += 1)}.js`) === before);
    expect(at * 300).toBeGreaterThan(60_000);
    expect(at * 300).toBeLessThan(61_000);
  });

  it('is shared by files that are counted, each once', () => {
    const form = {};
    const count = (filename: string): number => inRound(filename, form, filesInRound);
    expect(['a.js', 'b.js', 'a.js', 'c.js'].map(count)).toEqual([1, 2, 2, 3]);
    pass(60, 60);
    expect(count('a.js')).toBe(1);
  });

  it('is looked at again where that is asked for, once for each file', () => {
    const ask = vi.fn(() => 'the same');
    const look = (): string => remembered('folder', ask);
    inRound('a.js', {}, look);
    inRound('b.js', {}, () => [look(), afresh(look), afresh(look), look()]);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is all forgotten where a second look finds something else', () => {
    const before = diskSeenBy('a.js');
    inRound('b.js', {}, () => { for (const file of [1, 2]) afresh(() => remembered('file', () => file)); });
    expect(diskSeenBy('c.js')).toBe(before);
    inRound('d.js', {}, () => afresh(() => remembered('file', () => 3)));
    expect(diskSeenBy('e.js')).not.toBe(before);
  });
});

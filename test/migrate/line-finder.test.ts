import { describe, expect, test } from 'vitest';
import { lineFinder } from '../../src/migrate/line-finder.js';

describe('the line of an offset', () => {
  test.each([
    ['', 0, 1], ['a', 1, 1], ['a\nb', 1, 1], ['a\nb', 2, 2], ['a\r\nb', 3, 2], ['a\rb', 2, 2], ['\n\n\n', 3, 4], ['a\r\n\r\nb', 5, 3],
    ['a\u2028b', 2, 1], ['a\u2029b\nc', 4, 2], ['one line', 99, 1],
  ])('%j at %i', (text, at, line) => {
    expect(lineFinder(text)(at)).toBe(line);
  });

  test('in any order of asking', () => {
    const lineOf = lineFinder('a\nb\nc\nd');
    expect([6, 0, 4, 2].map(lineOf)).toEqual([4, 1, 3, 2]);
  });
});

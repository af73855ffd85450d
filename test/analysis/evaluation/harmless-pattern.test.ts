import { describe, expect, it } from 'vitest';
import { isHarmlessPattern } from '../../../src/analysis/evaluation/harmless-pattern.js';
import { keysOf } from '../sources.js';
import { instanceToken } from '../../fake-keys.js';

const rows: readonly (readonly [pattern: RegExp, length: number, isHarmless: boolean])[] = [
  [/a/g, 4096 ** 2, true], [/\s+/g, 4096, true], [/\s+/g, 4097, false], [/^Bearer\s+/i, 4096, true],
  [/a*a*$/g, 256, true], [/a*a*$/g, 257, false], [/a*a*a*$/, 65, false], [/a{1,9}b?/, 257, false],
  [/^\s*Bearer\s+/, 4096, true], [/^\s*Bearer\s+/m, 257, false], [/^a*a*a*$/, 257, false],
  [/(?:a)/, 1, false], [/(a)/, 1, false], [/a|b/, 1, false], [/(?=a)/, 1, false], [/\(\|\*\+\?\{/g, 4096, true],
];

describe('a pattern of the linted code', () => {
  it.each(rows)('%s is run on %i characters: %j', (pattern, length, isHarmless) => {
    expect(isHarmlessPattern(pattern, 'a'.repeat(length))).toBe(isHarmless);
  });

  it('that takes the cube of a text is left alone, and the key beside it found', () => {
    const code = `const text = '${'a'.repeat(4000)}x';\nf(text.replace(/a*a*$/g, ''), '${instanceToken(32)}');`;
    expect(keysOf(code)).toHaveLength(1);
  });
});

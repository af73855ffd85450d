import { describe, expect, it } from 'vitest';
import { parseEnv } from '../../src/dotenv/parse-env.js';
import { envConfig, eslintVersions } from './eslint-versions.js';

describe('a long env file', () => {
  it.each<[name: string, text: string, entries: number, broken: number]>([
    ['a long value', `A=${'x'.repeat(1e7)}`, 1, 0],
    ['a long name', 'x'.repeat(1e7), 0, 1],
    ['a long broken line', '!'.repeat(1e7), 0, 1],
    ['many lines', 'KEY="value" # c\n'.repeat(1e5), 1e5, 0],
    ['many quotes', '"'.repeat(1e6), 0, 1],
    ['many quotes that do not close', 'A="x y\nB=\'x y\nC=`x y\n'.repeat(3e5), 9e5, 0],
    ['many escaped quotes', `A="${'\\"   x'.repeat(1e6)}`, 1, 0],
    ['many blank lines', `A${'\n'.repeat(5e6)}=${'\n'.repeat(5e6)}!`, 1, 1],
    ['many exports', 'export\n'.repeat(1e6), 0, 1e6],
    ['many line separators', `A=${"x'a\u2028".repeat(1e6)}`, 1, 0],
    ['many comments', 'a #\n'.repeat(1e6), 0, 1e6],
  ])('is read to its end: %s', (_, long, entries, broken) => {
    const file = parseEnv(long);
    expect([file.entries.length, file.broken.length]).toEqual([entries, broken]);
  });

  it.each(eslintVersions)('is linted by $name', ({ linter }) => {
    expect(linter().verify('KEY="some value" # note\n'.repeat(20_000), [envConfig()], { filename: '.env' })).toEqual([]);
  });
});

import { parseEnv as nodeParseEnv } from 'node:util';
import { parse as dotenvParse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEnv } from '../../src/dotenv/parse-env.js';

const RUNS = 20_000;

// What an env file is made of, the odd ends of dotenv's pattern among it.
const piece = fc.constantFrom(
  ...['A', 'B_1', 'a.b-c', 'export', 'export ', 'xexport', '__', '9', 'ключ'],
  ...['=', '=', '=', ' = ', ':', ': ', ':\n', ' : ', '=\n', '= ', '\n=', '=='],
  ...['"', '"', "'", "'", '`', '`', '\\"', "\\'", '\\`', '\\', '\\\\', '\\n', '\\r', '\\t', '""', "''"],
  ...['#', ' # ', ' #', '# eslint-disable-line', '$', '${A}', '{"a":1}', 'v', 'some words', 'x.y-z_'],
  ...['\n', '\n', '\n', '\r\n', '\r', '\n\n', ' ', '\t', '\u00a0', '\ufeff', '\u2028', '\u2029', '\v', '\u3000', '😀'],
);
const shards = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

const name = fc.stringMatching(/^[A-Za-z_][\w.-]{0,6}$/);
const plain = fc.stringMatching(/^[\w.\-/:+@ ]{0,12}$/);
const written = fc.oneof(
  plain,
  plain.map((value) => `"${value}"`),
  plain.map((value) => `'${value}'`),
  fc.tuple(plain, plain).map(([first, second]) => `"${first}\n${second}"`),
  plain.map((value) => `"${value}`),
);
const line = fc.oneof(
  fc.tuple(fc.constantFrom('', 'export ', '  '), name, fc.constantFrom('=', ' = ', '= '), written).map((parts) => parts.join('')),
  plain.map((text) => `# ${text}`),
  fc.constant(''),
  fc.tuple(name, written, plain).map(([key, value, note]) => `${key}=${value} # ${note}`),
);
const files = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, eol, final]) => lines.join(eol) + (final ? eol : ''));

function valuesOf(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { name: key, value } of parseEnv(text).entries) values[key] = value;
  return values;
}

function sameAsDotenv(text: string): void {
  expect(valuesOf(text)).toEqual(dotenvParse(text));
}

describe('what dotenv reads', () => {
  it('is what we read from any string of pieces', () => {
    fc.assert(fc.property(shards, sameAsDotenv), { numRuns: RUNS });
  });

  it.each([
    ...[String.raw`A='it\'s' # c`, String.raw`A="a\"b" # c`, String.raw`A="a\" # c`, 'A=`a\\`b`\nB=1', String.raw`A='a\'b`, `A='a'b'\nB=1`, String.raw`A="x\\"y"`],
    ...['A=a\u2028"b"\u2029c', `A=a\u2028"b" x\u2029'c'`, `A=a\u2029"b" "c"\u2028"d`, 'A="b"\u2028"c" d', 'A=x\u2028`b`\u2028"', 'A=\u2028""x"\u2029"'],
    ...['A:\r\nB=1', 'A: \r\n b', 'A=b\u0085', 'A\u00a0=\u00a0b\u00a0', 'A=1\u0080', '\u200bA=1', 'A{=1', 'A[=1', 'A^B=1', 'A`=1'],
  ])('is what we read from %j', sameAsDotenv);

  it('is what we read from any characters', () => {
    const unit = fc.constantFrom(...Array.from('AB=:"\'`#\\n \n\r\u2028\ufeff'));
    const text = fc.array(unit, { maxLength: 16 }).map((units) => units.join(''));
    fc.assert(fc.property(text, sameAsDotenv), { numRuns: 2 * RUNS });
  });

  it('is what we read from files as people write them', () => {
    fc.assert(fc.property(files, sameAsDotenv), { numRuns: RUNS });
  });

  it('is what we read where Node reads the same', () => {
    let [tried, agreed] = [0, 0];
    const property = fc.property(files, (text) => {
      tried += 1;
      const read = { ...nodeParseEnv(text) };
      if (JSON.stringify(read) !== JSON.stringify(dotenvParse(text))) return;
      agreed += 1;
      expect(valuesOf(text)).toEqual(read);
    });
    fc.assert(property, { numRuns: 2_000 });
    expect(agreed).toBeGreaterThan(tried / 4);
  });
});

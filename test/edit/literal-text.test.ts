import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEscaped, readRaw } from '../../src/edit/literal-text.js';

const plain = fc.constantFrom('a', 'é', '😀', '\t', ' ', '$', '{', '8', "'");
const escape = fc.constantFrom(
  String.raw`\b`, String.raw`\f`, String.raw`\n`, String.raw`\r`, String.raw`\t`, String.raw`\v`, String.raw`\\`, String.raw`\'`, String.raw`\"`, String.raw`\q`, String.raw`\é`,
  String.raw`\x41`, String.raw`\u0042`, String.raw`\u{43}`, String.raw`\u{1F600}`, '\\\n', '\\\r\n', '\\\r', '\\\u2028', '\\\u2029',
);
const octal = fc.constantFrom(String.raw`\0`, String.raw`\1`, String.raw`\47`, String.raw`\101`, String.raw`\377`, String.raw`\400`, String.raw`\77`, String.raw`\777`, String.raw`\8`);
const string = fc.array(fc.oneof(plain, escape, octal), { maxLength: 8 }).map((parts) => parts.join(''));
const template = fc.array(fc.oneof(plain.filter((each) => each !== '$'), escape, fc.constantFrom('\n', '\r', '\r\n', '"')), { maxLength: 8 }).map((parts) => parts.join(''));
const run = (code: string): unknown => runInThisContext(code);

/** A body cut in two where a character of its text begins. */
function cut(body: string, { text, offsets }: ReturnType<typeof readEscaped>, at: number): readonly [string, string] {
  return [body.slice(0, offsets[at]), text.slice(0, at)];
}

describe('the text of a literal', () => {
  it('is what the engine reads in a string', () => {
    fc.assert(fc.property(string, (body) => { expect(readEscaped(body).text).toBe(run(`"${body}"`)); }), { numRuns: 2_000 });
  });

  it('is what the engine reads in a template', () => {
    fc.assert(fc.property(template, (body) => {
      expect(readEscaped(body).text).toBe(run(`\`${body}\``));
      expect(readRaw(body).text).toBe(run(`String.raw\`${body}\``));
    }), { numRuns: 2_000 });
  });

  it('is nothing where a code point is none', () => { expect(readEscaped(String.raw`a\u{110000}b`).text).toBe('ab'); });
  it('takes in the last code point', () => { expect(readEscaped(String.raw`\u{10FFFF}`).text).toBe('\u{10FFFF}'); });
});

describe('the place of a character', () => {
  it.each([
    ['abc', [0, 1, 2, 3]],
    [String.raw`a\nb`, [0, 1, 3, 4]],
    [String.raw`\x41\u0042\u{43}`, [0, 4, 10, 16]],
    [String.raw`\u{1F600}!`, [0, 0, 9, 10]],
    ['a\\\nb', [0, 3, 4]],
    ['a\r\nb', [0, 1, 3, 4]],
    ['😀', [0, 1, 2]],
    ['', [0]],
  ])('in %j', (body, offsets) => { expect(readEscaped(body).offsets).toEqual(offsets); });

  it.each([
    [String.raw`\n`, [0, 1, 2]],
    ['\\\r\nb', [0, 0, 3, 4]],
    ['\r\n', [0, 2]],
  ])('in String.raw of %j', (body, offsets) => { expect(readRaw(body).offsets).toEqual(offsets); });

  it('cuts the body as it cuts the text', () => {
    fc.assert(fc.property(template, fc.nat(8), (body, at) => {
      const literal = readEscaped(body);
      const [, second] = [literal.offsets[at - 1], literal.offsets[at]];
      if (second === undefined || second === literal.offsets[at - 1]) return;
      const [before, text] = cut(body, literal, at);
      expect(readEscaped(before).text).toBe(text);
    }), { numRuns: 2_000 });
  });
});

describe('an escape that a template forbids', () => {
  it.each([String.raw`\1`, String.raw`\8`, String.raw`\00`, String.raw`\08`, String.raw`a\0019`, String.raw`\9b`])('is in %s', (body) => { expect(readEscaped(body).hasOctal).toBe(true); });
  it.each(['', '1', String.raw`\0`, String.raw`\0a`, String.raw`\\1`, String.raw`\x01`, String.raw`\u0001`])('is not in %s', (body) => { expect(readEscaped(body).hasOctal).toBe(false); });
});

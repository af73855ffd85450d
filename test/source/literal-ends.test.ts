import { describe, expect, test } from 'vitest';
import { LiteralEnds, templateTextEnd } from '../../src/source/literal-ends.js';
import { loadsOf } from '../../src/source/import-specifiers.js';
import { frontMatterIn } from '../../src/source/front-matter.js';
import { isReadable } from '../../src/source/read-source.js';

const MANY = 2_000_000;

describe('where a literal ends', () => {
  test.each([
    [`'a'b`, 3, true], [`"a'b"c`, 5, true], [`'a\\'b'c`, 6, true], [`'a\\\\'b`, 5, true], [`'a\\\nb'c`, 6, true], [`'a\nb'`, 2, false], [`"a\r\nb"`, 2, false], [`'`, 1, false], [`'a\\`, 3, false],
    ['`a\n${b}`c', 8, true], ['`a\\`b`c', 6, true], ['`a', 2, false],
  ])('%j: %i, %s', (text, end, isClosed) => {
    expect(new LiteralEnds(text).quoted(0)).toEqual({ end, isClosed });
  });

  test.each([
    ['/a/b', 3], ['/\\//b', 4], ['/[/]/b', 5], ['/[\\]/]/b', 7], ['/a', null], ['/a\n/', null], ['/[/\n]/', null], ['//', null], ['/\\', null], ['/a[b]c[d]/e', 10],
  ])('%j: %j', (text, end) => {
    expect(new LiteralEnds(text).regex(0)).toBe(end);
  });

  test('what nothing closes is known for all of its line, and no further', () => {
    const literals = new LiteralEnds(`'a \\'b\n'c'`);
    expect([0, 4, 7].map((at) => literals.quoted(at))).toEqual([{ end: 6, isClosed: false }, { end: 6, isClosed: false }, { end: 10, isClosed: true }]);
  });

  test.each([['a`b', 2, false], ['a${b}`', 3, true], ['$a\\`\\${`', 8, false], ['a', 1, false], ['a\\', 2, false]])('a stretch of a template, %j: %i, %s', (text, end, isOpen) => {
    expect(templateTextEnd(text, 0)).toEqual({ end, isOpen });
  });
});

/** Texts that a search from each of their quotes, slashes or tags would go through again and again, or in which a pattern for the whole has no end. */
const ENDLESS: readonly (readonly [what: string, text: string])[] = [
  ['a template that ends in a backslash', `${'a;'.repeat(1_000)}\`\\`],
  ['quotes behind backslashes', `'${`\\'`.repeat(MANY)}`],
  ['backticks behind backslashes', `\`${'\\`'.repeat(MANY)}`],
  ['classes that nothing closes', '=/['.repeat(MANY)],
  ['comments that nothing closes', `a;${'/*'.repeat(MANY)}`],
  ['slashes', '=/'.repeat(MANY)],
  ['HTML comments that nothing closes', '<!-'.repeat(MANY)],
  ['scripts that nothing closes', '<script>'.repeat(MANY / 10)],
  ['tags that nothing closes', '<script '.repeat(MANY / 10)],
  ['one string', `'${'a'.repeat(5 * MANY)}'`],
  ['one template', `\`${'$'.repeat(5 * MANY)}\``],
  ['one regular expression', `=/${'a'.repeat(5 * MANY)}/`],
];

describe('comes to an end', () => {
  test.each(ENDLESS)('%s', { timeout: 60_000 }, (_, text) => {
    expect(typeof isReadable(text, 'a.js')).toBe('boolean');
    expect(loadsOf(text, 'a.html').code).toEqual([]);
    expect(loadsOf(`---\n${text}\n---`, 'a.astro').code).toEqual([]);
    expect(frontMatterIn(`---\n${text}`)?.start).toBe(3);
  });
});

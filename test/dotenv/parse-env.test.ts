import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EnvEntry, parseEnv } from '../../src/dotenv/parse-env.js';

/** The one entry of a text. */
function entryOf(text: string): EnvEntry {
  const [entry, ...more] = parseEnv(text).entries;
  if (entry === undefined || more.length > 0) throw new Error('Expected one entry.');
  return entry;
}

function pairs(text: string): string[][] {
  return parseEnv(text).entries.map(({ name, value }) => [name, value]);
}

describe('a value', () => {
  it.each([
    ['A=b', 'b', '', 'b'],
    ['A=', '', '', ''],
    ['A=""', '', '"', '""'],
    ['A=   ', '', '', ''],
    ['A=  b c  ', 'b c', '', 'b c'],
    ['A = b', 'b', '', 'b'],
    ['A: b', 'b', '', 'b'],
    ["A='b'", 'b', "'", "'b'"],
    ['A=`b`', 'b', '`', '`b`'],
    ['A="b # c" # d', 'b # c', '"', '"b # c"'],
    ["A='b'#c", 'b', "'", "'b'"],
    ['A=b#c', 'b', '', 'b'],
    ['A=#c', '', '', ''],
    ['A="b\\nc\\rd"', 'b\nc\rd', '"', '"b\\nc\\rd"'],
    ["A='b\\nc'", 'b\\nc', "'", "'b\\nc'"],
    ['A="b\\"c"', 'b\\"c', '"', '"b\\"c"'],
    ['A="b\\" c', '"b\\" c', '', '"b\\" c'],
    ['A="b\\"', 'b\\', '"', '"b\\"'],
    ['A="b" c "d"', 'b" c "d', '"', '"b" c "d"'],
    ['A="b" c', '"b" c', '', '"b" c'],
    ['A="b\\n', '"b\n', '', '"b\\n'],
    ['A=b"c"', 'b"c"', '', 'b"c"'],
    ['A="{\r\n\'b\'\r\n}"', "{\n'b'\n}", '"', '"{\r\n\'b\'\r\n}"'],
    ['A=\n"b"', 'b', '"', '"b"'],
    ['A=${B}', '${B}', '', '${B}'],
    ['A=b=c', 'b=c', '', 'b=c'],
    ['A="', '"', '', '"'],
    ['A=x\u2028\'y\'', 'x\u2028y', '', 'x\u2028\'y\''],
  ])('of %j is %j', (text, value, quote, raw) => {
    expect(entryOf(text)).toMatchObject({ name: 'A', value, quote, raw });
  });

  it('stands at its range, and is empty right behind the sign where none is written', () => {
    const at = (text: string): [number, number] => entryOf(text).valueRange;
    expect(at('A= "bc" # d')).toEqual([4, 6]);
    expect(at('A=  bc  # d')).toEqual([4, 6]);
    expect(at('A=')).toEqual([2, 2]);
    expect(at('A=  # c')).toEqual([2, 2]);
    expect(at('A=""')).toEqual([3, 3]);
    expect(at('A:\n')).toEqual([2, 2]);
    expect(at('\ufeff\nA=b')).toEqual([4, 5]);
  });
});

describe('an assignment', () => {
  it('may be exported, indented, and have dots and dashes in its name', () => {
    const text = '  export   a.b-c = "d"  # e';
    const entry = entryOf(text);
    expect(entry).toMatchObject({ name: 'a.b-c', exported: true, range: [2, 22], nameRange: [11, 16] });
    expect(text.slice(...entry.range)).toBe('export   a.b-c = "d"');
    expect(entryOf('export=b')).toMatchObject({ name: 'export', exported: false });
  });

  it.each(['\n', '\r\n', '\r'])('ends with its line: %j', (eol) => {
    expect(pairs(['A=b', '', 'C="d', 'e"', '# f', 'G=h', ''].join(eol))).toEqual([
      ...[['A', 'b'], ['C', 'd\ne']],
      ['G', 'h'],
    ]);
  });

  it('is read behind a byte order mark', () => {
    expect(entryOf('\ufeffA=b')).toMatchObject({ name: 'A', nameRange: [1, 2] });
  });

  it('is read behind a quote that does not close, which takes one line', () => {
    expect(pairs('A="b\nC=\'d\nE=f')).toEqual([['A', '"b'], ['C', "'d"], ['E', 'f']]);
  });

  it('is kept each time, the same name or not', () => {
    expect(pairs('A=1\nA=2')).toEqual([['A', '1'], ['A', '2']]);
    expect(pairs('__proto__=1')).toEqual([['__proto__', '1']]);
  });
});

describe('what is no assignment', () => {
  it('is a comment from its # to the end of the line', () => {
    const text = '# one\r\nA=b #two\nC="d" # three # four\n#';
    const { comments } = parseEnv(text);
    expect(comments.map((comment) => comment.text)).toEqual([' one', 'two', ' three # four', '']);
    expect(comments.map(({ range }) => text.slice(...range))).toEqual(['# one', '#two', '# three # four', '#']);
  });

  it('is a broken line, without the blanks and the comment around it', () => {
    const text = 'A=1\n  what is#this  # note\n=b\nC\nD:e\n  \n"f"\n';
    const { broken, comments } = parseEnv(text);
    expect(broken.map(({ range }) => text.slice(...range))).toEqual(['what is#this', '=b', 'C', 'D:e', '"f"']);
    expect(comments).toEqual([{ text: ' note', range: [20, 26] }]);
  });
});

describe('any string', () => {
  const unit = fc.constantFrom(...Array.from('AB=:"\'`#\\n. \t\n\r\u2028\ufeff\ud83d'));
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(unit, { maxLength: 40 }).map((units) => units.join('')));

  it('is read into pieces that follow each other with white space between', () => {
    const whole = (source: string): void => {
      const { entries, comments, broken } = parseEnv(source);
      const ranges = [...entries, ...comments, ...broken].map(({ range }) => range).sort((a, b) => a[0] - b[0]);
      const ends = [0, ...ranges.map(([, end]) => end)];
      const starts = [...ranges.map(([start]) => start), source.length];
      starts.forEach((start, index) => expect(source.slice(ends[index], start).trim()).toBe(''));
      expect(starts.every((start, index) => start >= (ends[index] ?? 0))).toBe(true);
      for (const { name, raw, quote, nameRange, valueRange } of entries) {
        expect(source.slice(...nameRange)).toBe(name);
        expect(quote + source.slice(...valueRange) + quote).toBe(raw);
      }
    };
    fc.assert(fc.property(text, whole), { numRuns: 3_000 });
  });
});

import { parse as dotenvParse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendAll, declareVariable, setVariable, type EnvVariable } from '../../src/dotenv/write-env.js';
import { nastyEnvFiles } from './nasty-env-files.js';

const MANY = 5_000;

const piece = fc.constantFrom(...['A', 'KEY_1', 'KEY_2=', 'export ', '=', ': ', '"', "'", '`', '\\', '#', ' ', '\n', '\r\n', '\r', 'v', '\u2028', '\ufeff', '__proto__=1\n']);
const files = fc.oneof(fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')), fc.constantFrom(...Object.values(nastyEnvFiles)));
const variables = fc.uniqueArray(fc.tuple(fc.constantFrom('KEY_1', 'KEY_2', 'KEY_3', 'KEY_4', '__proto__', 'a b'), fc.constantFrom('a.B-c_9', '', 'x y'), fc.constantFrom(undefined, 'plain', "it's", 'two\nlines')), { selector: ([name]) => name, maxLength: 5 })
  .map((rows) => rows.map(([name, value, comment]): EnvVariable => ({ name, value, comment })));

/** The file with the variables written one after the other; those that are refused left out. */
function oneByOne(text: string, rest: readonly EnvVariable[]): string {
  return rest.reduce((before, variable) => {
    const result = variable.value === '' ? declareVariable(before, variable) : setVariable(before, variable);
    return result.status === 'refused' ? before : result.text;
  }, text);
}

/** Whether a text is what is left of a longer one with some characters taken out. */
function isKeptIn(text: string, longer: string): boolean {
  let at = 0;
  for (const character of longer) if (text.startsWith(character, at)) at += character.length;
  return at === text.length;
}

describe('many variables at once', () => {
  it('lose no byte and no variable of any file, and are read back', () => {
    fc.assert(fc.property(files, variables, (text, added) => {
      const { text: after, rest } = appendAll(text, added);
      const written = added.filter((variable) => !rest.includes(variable));
      expect(isKeptIn(text, after)).toBe(true);
      expect(dotenvParse(after)).toEqual({ ...dotenvParse(text), ...Object.fromEntries(written.map(({ name, value }) => [name, value])) });
      expect(isKeptIn(text, oneByOne(after, rest))).toBe(true);
    }), { numRuns: 5_000 });
  });

  it('are written as one after the other would be', () => {
    const line = fc.constantFrom('A=1', 'B="x y"', "export C='q' # c", '# d');
    fc.assert(fc.property(fc.array(line, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), variables, (lines, eol, isEnded, added) => {
      const text = lines.join(eol) + (isEnded ? eol : '');
      const { text: after, rest } = appendAll(text, added);
      expect(oneByOne(after, rest)).toBe(oneByOne(text, added));
    }), { numRuns: 1_000 });
  });

  it('leave to be written alone what the file names, and what no reader takes', () => {
    const rest = [{ name: 'A', value: '1' }, { name: '__proto__', value: '1' }, { name: 'B C', value: '1' }, { name: 'D', value: 'a b' }];
    expect(appendAll('A=\n', [...rest, { name: 'E', value: 'e', comment: 'note' }])).toEqual({ text: 'A=\n# note\nE=e\n', rest });
  });

  it(`may be ${MANY.toLocaleString('en-US')}, and are all there`, () => {
    const added = Array.from({ length: MANY }, (_, at) => ({ name: `KEY_${at}`, value: `v${at}`.padEnd(300, '-'), comment: 'note' }));
    const { text, rest } = appendAll('A=1\n', added);
    expect(rest).toEqual([]);
    expect(Object.keys(dotenvParse(text))).toEqual(['A', ...added.map(({ name }) => name)]);
  });
});

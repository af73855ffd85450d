import { parseEnv as nodeParseEnv } from 'node:util';
import { parse as dotenvParse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declareVariable, type EnvWrite, setVariable, variablesIn } from '../../src/dotenv/write-env.js';
import { nastyEnvFiles } from './nasty-env-files.js';

const KEY = { name: 'WIX_API_KEY', value: 'a.B-c_9' };

function set(text: string, comment?: string): EnvWrite {
  return setVariable(text, { ...KEY, comment });
}

/** Whether `text` is what is left of `longer` after one or two insertions are taken out. */
function isKeptIn(text: string, longer: string): boolean {
  let at = 0;
  for (const character of longer) if (text.startsWith(character, at)) at += character.length;
  return at === text.length;
}

describe('setVariable', () => {
  it.each([
    ['', 'WIX_API_KEY=a.B-c_9\n'],
    ['\ufeff', '\ufeffWIX_API_KEY=a.B-c_9\n'],
    ['A=1', 'A=1\nWIX_API_KEY=a.B-c_9\n'],
    ['A=1\n', 'A=1\nWIX_API_KEY=a.B-c_9\n'],
    ['A=1\n\n', 'A=1\n\nWIX_API_KEY=a.B-c_9\n'],
    ['A=1\r\nB=2', 'A=1\r\nB=2\r\nWIX_API_KEY=a.B-c_9\r\n'],
    ['A=1\r\nB=2\nC=3', 'A=1\r\nB=2\nC=3\r\nWIX_API_KEY=a.B-c_9\r\n'],
    ['A=1\r\nB=2\nC=3\n', 'A=1\r\nB=2\nC=3\nWIX_API_KEY=a.B-c_9\n'],
    ['A=1\nB=2\r\nC=3\n', 'A=1\nB=2\r\nC=3\nWIX_API_KEY=a.B-c_9\n'],
    ['A=1\rB=2', 'A=1\rB=2\rWIX_API_KEY=a.B-c_9\r'],
    ['# WIX_API_KEY=x', '# WIX_API_KEY=x\nWIX_API_KEY=a.B-c_9\n'],
    ['A="b', 'A="b\nWIX_API_KEY=a.B-c_9\n'],
    ['WIX_API_KEY: # colon', 'WIX_API_KEY: # colon\nWIX_API_KEY=a.B-c_9\n'],
    ['A: b', 'WIX_API_KEY=a.B-c_9\nA: b'],
    ['\ufeff  \n', '\ufeffWIX_API_KEY=a.B-c_9\n  \n'],
    ['A=1 # x\n  \n# c', 'A=1 # x\nWIX_API_KEY=a.B-c_9\n  \n# c'],
    ['A=1\r\nB: 2\r\n', 'A=1\r\nWIX_API_KEY=a.B-c_9\r\nB: 2\r\n'],
    ['WIX_API_KEY:\n', 'WIX_API_KEY:\n\nWIX_API_KEY=a.B-c_9\n'],
    ['WIX_API_KEY: \nA:', 'WIX_API_KEY: \nA:\n\nWIX_API_KEY=a.B-c_9\n'],
  ])('adds a line to %j', (text, expected) => {
    const result = set(text);
    expect(result).toEqual({ status: 'appended', text: expected });
    expect(dotenvParse(expected)).toMatchObject({ ...dotenvParse(text), [KEY.name]: KEY.value });
  });

  it.each([
    ['WIX_API_KEY=', 'WIX_API_KEY=a.B-c_9'],
    ['WIX_API_KEY=\r\nA=1', 'WIX_API_KEY=a.B-c_9\r\nA=1'],
    ['export WIX_API_KEY=""\n', 'export WIX_API_KEY="a.B-c_9"\n'],
    ["WIX_API_KEY = '' # note\n", "WIX_API_KEY = 'a.B-c_9' # note\n"],
    ['WIX_API_KEY=# note\n', 'WIX_API_KEY=a.B-c_9 # note\n'],
    ['WIX_API_KEY=   # note\n', 'WIX_API_KEY=a.B-c_9   # note\n'],
    ['WIX_API_KEY=\nWIX_API_KEY=\n', 'WIX_API_KEY=\nWIX_API_KEY=a.B-c_9\n'],
    ['\ufeffWIX_API_KEY=', '\ufeffWIX_API_KEY=a.B-c_9'],
  ])('fills %j in place', (text, expected) => {
    expect(set(text)).toEqual({ status: 'filled', text: expected });
  });

  it.each(['WIX_API_KEY=a.B-c_9', 'A=1\r\nWIX_API_KEY="a.B-c_9"', 'WIX_API_KEY=x\nWIX_API_KEY=a.B-c_9\n'])(
    'leaves %j',
    (text) => {
      expect(set(text, 'note')).toEqual({ status: 'unchanged', text });
    },
  );

  it.each(['WIX_API_KEY=other', 'export WIX_API_KEY="x" # y\n', 'WIX_API_KEY=" "', 'WIX_API_KEY=x\nWIX_API_KEY=\n'])(
    'does not take the name of another value: %j',
    (text) => {
      expect(set(text)).toEqual({ status: 'refused', reason: 'conflict' });
    },
  );

  it('puts a comment above, in the line ends of the file', () => {
    expect(set('A=1\r\n', 'one\ntwo')).toMatchObject({ text: 'A=1\r\n# one\r\n# two\r\nWIX_API_KEY=a.B-c_9\r\n' });
    expect(set('A=1\n  export WIX_API_KEY=\n', 'one')).toMatchObject({ text: 'A=1\n# one\n  export WIX_API_KEY=a.B-c_9\n' });
    expect(set('\ufeffWIX_API_KEY=', 'one')).toMatchObject({ text: '\ufeff# one\nWIX_API_KEY=a.B-c_9' });
  });

  it.each([
    ['WIX_API_KEY=\n', '# note\nWIX_API_KEY=a.B-c_9\n'],
    ['\ufeffWIX_API_KEY=', '\ufeff# note\nWIX_API_KEY=a.B-c_9'],
    ['A=1\r\n  WIX_API_KEY=""\r\nB=2\r\n', 'A=1\r\n# note\r\n  WIX_API_KEY="a.B-c_9"\r\nB=2\r\n'],
    ['A=1\rWIX_API_KEY=# c', 'A=1\r# note\rWIX_API_KEY=a.B-c_9 # c'],
  ])('fills %j in, with the comment above it', (text, expected) => {
    expect(set(text, 'note')).toEqual({ status: 'filled', text: expected });
  });

  it('writes no line for an empty comment, and a trimmed one for each line of another', () => {
    expect(set('A=1\n', '')).toMatchObject({ text: 'A=1\nWIX_API_KEY=a.B-c_9\n' });
    expect(set('A=1\n', 'one\r\n\n two ')).toMatchObject({ text: 'A=1\n# one\n#\n#  two\nWIX_API_KEY=a.B-c_9\n' });
  });

  it('leaves the comment out where it would close a quote that stands open', () => {
    expect(set("A='b\n", "take the new one'")).toMatchObject({ text: "A='b\nWIX_API_KEY=a.B-c_9\n" });
    expect(set("A='b\n", "it's new")).toMatchObject({ text: "A='b\n# it's new\nWIX_API_KEY=a.B-c_9\n" });
  });

  it.each(['', 'a b', 'a\nB=c', 'a#b', '$a', '"a"', 'é', 'a=', 'a\n', '\\'])('refuses the value %j without a word of it', (value) => {
    expect(setVariable('', { name: 'A', value })).toEqual({ status: 'refused', reason: 'value' });
  });

  it.each(['', '1A', 'A B', 'A=', 'A-b', 'a.b', 'é', 'A\n'])('refuses the name %j', (name) => {
    expect(setVariable('', { name, value: 'a' })).toEqual({ status: 'refused', reason: 'name' });
    expect(declareVariable('', { name })).toEqual({ status: 'refused', reason: 'name' });
  });
});

describe('declareVariable', () => {
  it('appends a name without a value', () => {
    expect(declareVariable('A=1', { name: 'B', comment: 'note' })).toEqual({ status: 'appended', text: 'A=1\n# note\nB=\n' });
  });

  it.each(['B=', 'B=2\n', 'export B="x"'])('leaves %j', (text) => {
    expect(declareVariable(text, { name: 'B' })).toEqual({ status: 'unchanged', text });
  });
});

describe('variablesIn', () => {
  it('gives the last value of each name', () => {
    expect([...variablesIn('A=1\nB="x\ny"\nA=2\n__proto__=3')]).toEqual([['A', '2'], ['B', 'x\ny'], ['__proto__', '3']]);
  });
});

describe('any file', () => {
  const piece = fc.constantFrom(...['A', 'WIX_API_KEY', 'export ', '=', ': ', '"', "'", '`', '\\', '#', ' ', '\n', '\r\n', '\r', 'v', '\u2028']);
  const shards = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
  const comment = fc.constantFrom(undefined, 'plain', "it's", 'a "quoted" word', 'two\nlines');

  it('keeps its bytes and its variables, and reads back the new one; a second run changes nothing', () => {
    const property = fc.property(shards, comment, (text, note) => {
      const result = set(text, note);
      if (result.status === 'refused') {
        expect(result.reason).toBe('conflict');
        return;
      }
      expect(isKeptIn(text, result.text)).toBe(true);
      expect(dotenvParse(result.text)).toMatchObject({ ...dotenvParse(text), [KEY.name]: KEY.value });
      expect(set(result.text, note)).toEqual({ status: 'unchanged', text: result.text });
    });
    fc.assert(property, { numRuns: 20_000 });
  });

  it('is written so that Node reads the new variable below any line that it stumbles over', () => {
    const line = fc.constantFrom(
      ...['A=1', 'export B="x y"', 'C=', "D='q' # c", '  J=1', 'K = 2', 'L=`m`', 'A=1#', 'G="a\nb"', '# c', '#', "# it's"],
      ...['', ' ', '\t', '  # c', 'broken', '<<<<<<< HEAD', 'E: v', 'Q:', '{"a": 1}', 'M="a" b', "N=it's", 'P=\n"q"'],
    );
    const lines = fc.array(line, { maxLength: 7 });
    const property = fc.property(lines, fc.constantFrom('\n', '\r\n'), comment, (parts, eol, note) => {
      const result = set(parts.join(eol), note);
      expect(nodeParseEnv(result.status === 'refused' ? '' : result.text)[KEY.name]).toBe(KEY.value);
    });
    fc.assert(property, { numRuns: 5_000 });
  });

  it.each(Object.entries(nastyEnvFiles))('is written so that dotenv and Node read the new variable: %s', (_, text) => {
    const result = set(text, "An 'IST.' token: see the page of the rule.");
    expect(result.status).toBe('appended');
    const written = result.status === 'refused' ? '' : result.text;
    expect(dotenvParse(written)[KEY.name]).toBe(KEY.value);
    expect(nodeParseEnv(written)[KEY.name]).toBe(KEY.value);
    const declared = declareVariable(text, { name: 'NEW_NAME' });
    expect(declared).toMatchObject({ status: 'appended' });
  });
});

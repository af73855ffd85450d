import { describe, expect, test } from 'vitest';
import * as jsonc from 'jsonc-eslint-parser';
import * as toml from 'toml-eslint-parser';
import * as yaml from 'yaml-eslint-parser';
import { dataPairsIn } from '../../src/data/data-pairs.js';
import { formOf } from '../../src/data/languages.js';

const LANGUAGES = {
  json: (text: string): unknown => jsonc.parseForESLint(text).ast,
  toml: (text: string): unknown => toml.parseForESLint(text).ast,
  yaml: (text: string): unknown => yaml.parseForESLint(text).ast,
};

const pairsIn = (language: keyof typeof LANGUAGES, text: string): string[] => dataPairsIn(LANGUAGES[language](text)).map(({ name, path, value }) => `${path.join('/')}=${value}${name === path.at(-1) ? '' : ' !'}`);

const rows: readonly (readonly [language: keyof typeof LANGUAGES, text: string, pairs: readonly string[]])[] = [
  ['json', '{"a":"1","b":{"c":"2","d":3,"e":null,"f":true},"g":["4",{"h":"5"}]}', ['a=1', 'b/c=2', 'g/h=5']],
  ['json', '"text"', []],
  ['json', '{}', []],
  ['json', '{"__proto__":{"a":"1"},"constructor":"2","":"3"}', ['__proto__/a=1', 'constructor=2', '=3']],
  ['json', "{a:'1',\n// comment\nb:`2`}", ['a=1', 'b=2']],
  ['json', '[{"name":"Authorization","value":"1"},{"key":"x","value":"2"},{"value":"3"}]', ['name=Authorization', 'Authorization=1', 'key=x', 'x=2', 'value=3']],
  ['yaml', 'a: 1\nb: "2"\nc:\n  d: three\n  e: [f, g]\n', ['b=2', 'c/d=three']],
  ['yaml', 'a: &x one\nb: *x\nc: !!str four\nd: |\n  five\n', ['a=one', 'c=four', 'd=five\n']],
  ['yaml', 'env:\n  - A=1\n  - B\n  - C=\n  - { D: four }\n', ['env/A=1', 'env/D=four']],
  ['yaml', '? [a, b]\n: c\n', ['=c']],
  ['yaml', '---\na: one\n---\nb: two\n', ['a=one', 'b=two']],
  ['yaml', '', []],
  ['toml', 'a = "1"\nb.c = \'2\'\nn = 3\n[t.u]\nd = "4"\n[[v]]\ne = "5"\nf = { g = "6" }\n', ['a=1', 'b/c=2', 't/u/d=4', 'v/e=5', 'v/f/g=6']],
];

describe('named texts', () => {
  test.each(rows)('%s %#', (language, text, pairs) => {
    expect(pairsIn(language, text)).toEqual(pairs);
  });

  test('of data ten thousand layers deep', () => {
    let node: Record<string, unknown> = { type: 'JSONLiteral', value: 'deep', loc: {} };
    for (let at = 0; at < 10_000; at++) node = { type: 'JSONProperty', loc: {}, key: { type: 'JSONIdentifier', name: 'a', loc: {} }, value: { type: 'JSONObjectExpression', loc: {}, properties: [node] } };
    expect(dataPairsIn({ type: 'Program', loc: {}, body: [node] })).toEqual([]);
  });

  test('of what is no tree: none', () => {
    for (const nothing of [null, undefined, 3, 'text', [], {}, { type: 3 }]) {
      expect(dataPairsIn(nothing)).toEqual([]);
      expect(formOf({ text: '', ast: nothing })).toBe('text');
    }
  });
});

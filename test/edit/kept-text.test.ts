import { describe, expect, it } from 'vitest';
import type { TSESTree } from '@typescript-eslint/utils';
import { indexOf } from '../../src/analysis/file-index.js';
import { keepOnly } from '../../src/edit/kept-text.js';
import { applyEdits } from '../../src/edit/text-edit.js';
import { readWithEslint } from './sources.js';

/** What `f(code)` becomes, in both parsers; null where nothing is edited. `find` chooses of the nodes in it. */
function kept(code: string, range: readonly [number, number], find = firstArgument): string | null {
  const outputs = ['a.jsx', 'a.tsx'].map((filename) => {
    const source = readWithEslint(`f(${code});`, filename);
    const [call] = indexOf(source).calls;
    const edits = call && keepOnly(find(call), range, source.text);
    return edits ? applyEdits(source.text, edits).slice(2, -2) : null;
  });
  const [one = null, other] = outputs;
  expect(other).toBe(one);
  return one;
}

function firstArgument({ arguments: [first] }: TSESTree.CallExpression | TSESTree.NewExpression): TSESTree.Node {
  if (!first) throw new Error('No argument');
  return first;
}

function firstQuasi(call: TSESTree.CallExpression | TSESTree.NewExpression): TSESTree.Node {
  const first = firstArgument(call);
  const [quasi] = first.type === 'TemplateLiteral' ? first.quasis : [];
  if (!quasi) throw new Error('No template');
  return quasi;
}

describe('what is kept of a literal', () => {
  it.each<[string, readonly [number, number], string]>([
    ["'Bearer x'", [7, Infinity], "'x'"],
    ["'Bearer x'", [0, 6], "'Bearer'"],
    ["'Bearer x'", [3, 5], "'re'"],
    ["'Bearer x'", [0, Infinity], "'Bearer x'"],
    ["'Bearer x'", [0, 8], "'Bearer x'"],
    ["'Bearer x'", [0, 99], "'Bearer x'"],
    ["'Bearer x'", [3, 3], "''"],
    ["'Bearer x'", [8, Infinity], "''"],
    [String.raw`"\x42earer \u{78}y"`, [7, Infinity], String.raw`"\u{78}y"`],
    [String.raw`"\x42earer \u{78}y"`, [0, 8], String.raw`"\x42earer \u{78}"`],
    ['`Bearer x`', [7, Infinity], '`x`'],
    ['`Bearer ${x}`', [7, Infinity], '`${x}`'],
    ['`Bearer ${x} Bearer ${y}`', [7, Infinity], '`${x} Bearer ${y}`'],
    ['`Bearer a${x}`', [7, 8], '`a${x}`'],
    ['`Bearer\r\n${x}`', [0, 6], '`Bearer${x}`'],
    ['`Bearer\r\n`', [0, 6], '`Bearer`'],
    ['`a\r\nb ${x}`', [2, Infinity], '`b ${x}`'],
  ])('%s from and to %j', (code, range, expected) => {
    expect(kept(code, range)).toBe(expected);
    if (code.startsWith('`')) expect(kept(code, range, firstQuasi)).toBe(expected);
  });

  it.each<[string, readonly [number, number]]>([
    ["'Bearer x'", [9, Infinity]],
    ["'Bearer x'", [5, 2]],
    ['`Bearer ${x}`', [8, Infinity]],
    ['12345678', [2, 4]],
    ['/abcdefgh/', [2, 4]],
    ['name', [0, 2]],
  ])('nothing is edited in %s from and to %j', (code, range) => { expect(kept(code, range)).toBeNull(); });

  it('is all where another reads it: a tag, JSX', () => {
    expect(kept('tag`Bearer x`', [7, Infinity], (call) => (firstArgument(call) as TSESTree.TaggedTemplateExpression).quasi)).toBeNull();
    expect(kept('<A b="Bearer x" />', [7, Infinity], (call) => (firstArgument(call) as TSESTree.JSXElement).openingElement.attributes.flatMap((each) => (each.type === 'JSXAttribute' ? (each.value ?? []) : []))[0] ?? call)).toBeNull();
  });
});

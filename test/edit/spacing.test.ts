import { describe, expect, it } from 'vitest';
import type { TSESTree } from '@typescript-eslint/utils';
import { outerEnd, spacedEdit, tokenAt } from '../../src/edit/spacing.js';
import { applyEdits } from '../../src/edit/text-edit.js';

describe('tokenAt', () => {
  it.each([
    ['ab', 1, 1],
    ['a  b', 1, 3],
    ['a\n\tb', 1, 3],
    ['a// x y\n b', 1, 9],
    ['a// x y', 1, 7],
    ['a//\nb', 1, 4],
    ['a// x\u2028b', 1, 6],
    ['a/* x y */b', 1, 10],
    ['a/**/ /* * / */ // b */\n(', 1, 24],
    ['a/b', 1, 1],
    ['a /* open', 1, 2],
    ['a', 1, 1],
  ])('in %j behind %d is %d', (text, at, expected) => { expect(tokenAt(text, at)).toBe(expected); });
});

describe('outerEnd', () => {
  const node = { range: [2, 3] } as unknown as TSESTree.Node;

  it.each([
    ['((a) )', 99, 6],
    ['((a) )', 4, 4],
    ['((a) )', 3, 3],
    ['((a/* ) */) // )\n) + b', 99, 18],
    ['((a + b))', 99, 3],
    ['((a', 99, 3],
  ])('in %j before %d is %d', (text, limit, expected) => { expect(outerEnd(text, node, limit)).toBe(expected); });
});

describe('spacedEdit', () => {
  it.each([
    ["return'K'", 'ENV', 'return ENV'],
    ["'K'in o", 'ENV', 'ENV in o'],
    ["f('K')", 'ENV', 'f(ENV)'],
    ["é'K'é", 'ENV', 'é ENV é'],
    ["x.y'K'", '`a`', 'x.y `a`'],
    ["'K'in o", '`a`', '`a` in o'],
    ["'K'of", '(a)', '(a) of'],
    ["'K'of", 'a[0]', 'a[0] of'],
    ["'K'===x", 'ENV!', 'ENV! ===x'],
    ["'K'==x", 'ENV!', 'ENV! ==x'],
    ["'K'!==x", 'ENV!', 'ENV!!==x'],
    ["'K'in o", 'ENV!', 'ENV! in o'],
    ["return'K'return", '', 'return return'],
    ["return'K';", '', 'return;'],
    ["('K')in", '', '()in'],
  ])('in %j puts %j', (text, code, expected) => {
    const start = text.indexOf("'K'");
    expect(applyEdits(text, [spacedEdit(text, [start, start + 3], code)])).toBe(expected);
  });
});

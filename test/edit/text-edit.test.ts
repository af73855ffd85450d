import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, EditConflictError, placesAfter, type TextEdit } from '../../src/edit/text-edit.js';

const edit = (start: number, end: number, text: string): TextEdit => ({ range: [start, end], text });

describe('applyEdits', () => {
  it.each<[string, readonly TextEdit[], string]>([
    ['nothing', [], 'abcdef'],
    ['a replacement', [edit(1, 3, 'X')], 'aXdef'],
    ['edits in any order', [edit(4, 6, 'Y'), edit(0, 1, '')], 'bcdY'],
    ['edits that touch', [edit(2, 4, 'Y'), edit(0, 2, 'X')], 'XYef'],
    ['insertions at both ends of a replacement', [edit(3, 3, ')'), edit(1, 3, 'X'), edit(1, 1, '(')], 'a(X)def'],
    ['insertions at one point, by their text', [edit(3, 3, 'b'), edit(3, 3, 'a')], 'abcabdef'],
    ['one edit given twice', [edit(1, 2, 'X'), edit(1, 2, 'X'), edit(6, 6, '!'), edit(6, 6, '!')], 'aXcdef!'],
  ])('makes %s', (_, edits, expected) => {
    expect(applyEdits('abcdef', edits)).toBe(expected);
    expect(applyEdits('abcdef', edits.toReversed())).toBe(expected);
  });

  it.each<[string, readonly TextEdit[]]>([
    ['two that overlap', [edit(1, 4, 'SECRET'), edit(3, 5, 'y')]],
    ['two for one stretch', [edit(1, 4, 'SECRET'), edit(1, 4, 'y')]],
    ['an insertion inside a replacement', [edit(1, 4, 'SECRET'), edit(2, 2, 'y')]],
    ['one behind the end', [edit(5, 7, 'SECRET')]],
    ['one before the beginning', [edit(-1, 2, 'SECRET')]],
    ['one that ends before it begins', [edit(3, 2, 'SECRET')]],
    ['one without a place', [edit(Number.NaN, 2, 'SECRET')]],
  ])('refuses %s and shows no text', (_, edits) => {
    const attempt = (): string => applyEdits('abcdef', edits);
    expect(attempt).toThrow(EditConflictError);
    try {
      attempt();
    } catch (error) {
      expect(JSON.stringify([String(error), error])).not.toMatch(/SECRET|abc|def/);
    }
  });

  it('puts each text where it is said to stand', () => {
    const edits = [edit(4, 6, 'Y'), edit(0, 1, ''), edit(2, 3, 'XXX'), edit(3, 3, '!')];
    const text = applyEdits('abcdef', edits);
    expect(placesAfter(edits).map(([start, end]) => [start, text.slice(start, end)])).toEqual([[0, ''], [1, 'XXX'], [4, '!'], [6, 'Y']]);
  });

  it('keeps every byte outside the edits, in any order', () => {
    const pieces = fc.array(fc.tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.option(fc.string({ unit: 'binary' }), { nil: null })), { maxLength: 12 });
    fc.assert(fc.property(pieces, fc.infiniteStream(fc.nat()), (stretches, order) => {
      let at = 0;
      const edits = stretches.flatMap(([kept, replacement]) => {
        const start = at;
        at += kept.length;
        const range = [start, at] as const;
        return replacement === null ? [] : [{ range, text: replacement }];
      });
      const shuffled = edits.map((one) => ({ one, by: Number(order.next().value) })).sort((a, b) => a.by - b.by).map(({ one }) => one);
      const text = stretches.map(([kept]) => kept).join('');
      expect(applyEdits(text, shuffled)).toBe(stretches.map(([kept, replacement]) => replacement ?? kept).join(''));
    }));
  });
});

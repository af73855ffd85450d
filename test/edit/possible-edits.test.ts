import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, EditConflictError, PossibleEdits, type TextEdit } from '../../src/edit/text-edit.js';

const TEXT = 'abcdefghij';

const edit = fc.tuple(fc.integer({ min: -1, max: 12 }), fc.integer({ min: -1, max: 5 }), fc.constantFrom('', 'X', 'Y')).map(([start, length, text]): TextEdit => ({ range: [start, start + length], text }));

function canBeMade(edits: readonly TextEdit[]): boolean {
  try {
    applyEdits(TEXT, edits);
    return true;
  } catch (error) {
    if (error instanceof EditConflictError) return false;
    throw error;
  }
}

describe('edits that can all be made', () => {
  it('are those that applyEdits makes, group by group', () => {
    fc.assert(fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 8 }), (groups) => {
      const possible = new PossibleEdits(TEXT);
      const made: TextEdit[] = [];
      for (const group of groups) {
        const fits = canBeMade([...made, ...group]);
        expect(possible.add(group)).toBe(fits);
        if (fits) made.push(...group);
      }
    }), { numRuns: 5_000 });
  });

  it('do not hold those of a group that has one which cannot', () => {
    const possible = new PossibleEdits(TEXT);
    expect(possible.add([{ range: [0, 2], text: 'X' }, { range: [1, 3], text: 'Y' }])).toBe(false);
    expect(possible.add([{ range: [1, 3], text: 'Y' }])).toBe(true);
  });
});

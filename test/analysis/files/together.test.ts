import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { Together, type Start } from '../../../src/analysis/files/together.js';
import type { FunctionNode } from '../../../src/analysis/nodes.js';
import { sourceOf } from '../sources.js';

const FILE = '/project/app.js';
const NOBODY: Start = { active: new Set([FILE]), calls: new Map() };

/** A file with one function, which another file is to be known to call. */
function setUp(): { readonly together: Together; readonly owner: FunctionNode; readonly start: Start } {
  const source = sourceOf('function one() {}\ntwo();');
  const [owner, statement] = source.ast.body as [TSESTree.FunctionDeclaration, TSESTree.ExpressionStatement];
  return { together: new Together({ source, filename: FILE }, NOBODY), owner, start: { ...NOBODY, calls: new Map([[owner, [statement.expression]]]) } };
}

describe('a reading that starts from something else', () => {
  it('knows its callers', () => {
    const { together, owner, start } = setUp();
    expect(together.startFrom(start)).toBe(true);
    expect(together.main.sitesOf(owner)).toEqual(start.calls.get(owner));
    expect(together.main.calledByOthers()).toEqual([owner]);
  });

  it('is refused where it was asked who calls the function', () => {
    const { together, owner, start } = setUp();
    expect(together.main.sitesOf(owner)).toEqual([]);
    expect(together.startFrom(start)).toBe(false);
    expect(together.main.sitesOf(owner)).toEqual([]);
  });

  it('is refused where it was asked who is called', () => {
    const { together, start } = setUp();
    expect(together.main.calledByOthers()).toEqual([]);
    expect(together.startFrom(start)).toBe(false);
  });

  it('happens again as long as no answer would change', () => {
    const { together, owner, start } = setUp();
    expect([together.startFrom(start), together.startFrom(NOBODY), together.startFrom(start)]).toEqual([true, true, true]);
    expect([together.main.sitesOf(owner), together.main.calledByOthers()]).toEqual([start.calls.get(owner), [owner]]);
    expect([together.startFrom(start), together.startFrom(NOBODY)]).toEqual([true, false]);
  });

  it('is refused where one of two callers was told', () => {
    const { together, owner, start } = setUp();
    together.startFrom(start);
    together.main.sitesOf(owner);
    const [site] = start.calls.get(owner) ?? [];
    expect(together.startFrom({ ...start, calls: new Map([[owner, site ? [site, owner] : []]]) })).toBe(false);
  });
});

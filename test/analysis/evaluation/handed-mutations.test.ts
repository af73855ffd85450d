import { describe, expect, it } from 'vitest';
import { mutationsOf } from '../../../src/analysis/evaluation/handed-mutations.js';
import { indexOf, type FileIndex } from '../../../src/analysis/file-index.js';
import { sourceOf } from '../sources.js';

function changesTo(name: string, index: FileIndex): readonly string[] {
  const variable = index.source.scopeManager?.scopes.flatMap(({ variables }) => variables).find((each) => each.name === name);
  return variable ? mutationsOf(variable, index).map(({ path }) => path.map((key) => (typeof key === 'string' ? key : '?')).join('.')) : [];
}

/** Functions that hand on what they are handed, from `f0` to the last, which sets a member. */
function chain(length: number, times = 1): string {
  const links = Array.from({ length }, (_, at) => `function f${String(at)}(h${String(at)}) { ${`f${String(at + 1)}(h${String(at)});`.repeat(times)} }`);
  return `${links.join('\n')}\nfunction f${String(length)}(h${String(length)}) { h${String(length)}.a = 1; }\n`;
}

describe('changes by functions that an object is handed to', () => {
  it('are followed through four calls, whoever is asked about first', () => {
    const index = indexOf(sourceOf(chain(6)));
    expect(['h0', 'h1', 'h2', 'h3', 'h6'].map((name) => changesTo(name, index))).toEqual([[], [], ['a'], ['a'], ['a']]);
  });

  it('are none where they are too many', () => {
    const few = indexOf(sourceOf(`${chain(2, 4)}const object = {};\nf0(object);\nobject.b = 1;`));
    expect(changesTo('object', few)).toEqual([...Array.from({ length: 16 }, () => 'a'), 'b']);
    const many = indexOf(sourceOf(`${chain(3, 16)}const object = {};\nf0(object);\nobject.b = 1;`));
    expect(changesTo('object', many)).toEqual(['b']);
  });

  it('are those of the text once where functions call themselves or one another', () => {
    const index = indexOf(sourceOf('function f(h) { f(h); h.a = 1; }\nfunction g(i) { k(i); i.b = 1; }\nfunction k(j) { g(j); }\nconst object = {};\nf(object);\nconst other = {};\ng(other);'));
    expect(changesTo('object', index)).toEqual(['a']);
    expect(new Set(changesTo('other', index))).toEqual(new Set(['b']));
  });

  it('carry the way to the member that is handed over', () => {
    const index = indexOf(sourceOf('function f(h) { h.a = 1; }\nconst object = { b: { c: {} } };\nf(object.b.c);'));
    expect(changesTo('object', index)).toEqual(['b.c.a']);
  });
});

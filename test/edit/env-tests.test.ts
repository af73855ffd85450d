import { expect, test } from 'vitest';
import { envTestsIn } from '../../src/edit/env-tests.js';
import { readWithEslint } from './sources.js';

/** Code, and the texts of the places in it that ask whether X is set. */
const ROWS: readonly (readonly [code: string, ...places: string[]])[] = [
  ["const mode = process.env.X ? 'live' : 'mock';", 'process.env.X'],
  ["if (process.env['X']) go();", "process.env['X']"],
  ['if (!process.env.X) throw new Error();', 'process.env.X'],
  ['while (process.env.X && more()) go();', 'process.env.X'],
  ['go(process.env.X === undefined, typeof process.env.X, Boolean(process.env.X));', 'process.env.X', 'process.env.X', 'process.env.X'],
  ['const { X } = process.env;\nif (X) go();', 'X'],
  ['const { X: key } = process.env;\ngo(key ? 1 : 2);', 'key'],
  ['const key = process.env.X;\ngo(!key, key);', 'key'],
  ["import { X } from '$env/static/private';\nif (X) go(X);", 'X'],
  ["go(process.env.X, process.env.X ?? '', process.env.X || 'none');"],
  ['if (go(process.env.X)) stop();'],
  ['go(process.env.Y ? 1 : 2, config.X ? 1 : 2);'],
  ['function f(process) { return process.env.X ? 1 : 2; }'],
  ["// process.env.X ? 1 : 2\ngo('process.env.X ? 1 : 2');"],
];

test.each(ROWS)('%s', (code, ...places) => {
  const source = readWithEslint(code, 'a.js');
  expect(envTestsIn(source, (name) => name === 'X').map(({ variable, node }) => [variable, source.text.slice(...node.range)])).toEqual(places.map((place) => ['X', place]));
});

import { describe, expect, it } from 'vitest';
import type { EnvironmentRefusal } from '../../src/edit/environment.js';
import { istKey, jwsKey, leaks } from '../fake-keys.js';
import { JAVASCRIPT_POSITIONS, JSX_POSITIONS, SHARED_POSITIONS, SLOPPY_POSITIONS, TYPESCRIPT_POSITIONS, type Position } from './positions.js';
import { moveAll } from './sources.js';
import { filledIn } from './filled-in.js';

const FORMS = [
  ['as it is', (text: string) => text],
  ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['with a BOM', (text: string) => `\ufeff${text}`],
  ['with an emoji and tabs', (text: string) => (text.startsWith('#!') ? text : `/* 😀\t */\n${text}`.replaceAll(/^ +/gm, (spaces) => '\t'.repeat(spaces.length)))],
] as const;

const FILES: readonly (readonly [string, readonly Position[]])[] = [
  ['a.js', [...SHARED_POSITIONS, ...JAVASCRIPT_POSITIONS]],
  ['a.cjs', SLOPPY_POSITIONS],
  ['a.jsx', JSX_POSITIONS],
  ['a.ts', [...SHARED_POSITIONS.filter(({ name }) => name !== 'process of the file' && name !== 'String of the file'), ...TYPESCRIPT_POSITIONS]],
  ['a.tsx', [...SHARED_POSITIONS, ...JSX_POSITIONS]],
];

describe.each(FILES)('moveToEnvironment in %s', (filename, positions) => {
  describe.each(positions.map((position) => [position.name, position] as const))('%s', (_, position) => {
    it.each(FORMS)('%s', (__, form) => {
      const before = form(filledIn(position.before, filename));
      const { keys, results, output } = moveAll(before, filename);
      const { variables = [] } = position;

      const expected = form(filledIn(position.after ?? position.before, filename));
      expect(hide(output)).toBe(hide(expected));
      expect(output).toBe(expected);
      const refusals = results.filter((result): result is EnvironmentRefusal => result.type === 'refusal');
      expect(refusals.map(({ reason }) => reason)).toEqual((position.refusals ?? []).map((reason) => expect.stringMatching(reason) as string));
      const moved = results.flatMap((result) => (result.type === 'move' ? [result.variable] : []));
      expect(moved).toEqual(variables.length > 0 ? variables.map((name) => filledIn(name, filename)) : moved.map(() => 'WIX_API_KEY'));
      expect(keys.length).toBeGreaterThan(0);

      const again = moveAll(output, filename);
      if (refusals.length === 0) {
        expect(leaks(output, istKey()) || leaks(output, jwsKey(2))).toBe(false);
        expect(again.keys).toEqual([]);
      }
      expect(again.output).toBe(output);
    });
  });
});

function hide(text: string): string {
  return text.replaceAll(istKey(), '<the key>').replaceAll(jwsKey(2), '<another key>');
}

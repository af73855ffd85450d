import { describe, expect, it } from 'vitest';
import { istKey } from '../fake-keys.js';
import { cli, filesOf, projectWith } from './projects.js';

const KEY = istKey();

// `@` is the key.
const FLOW = `\ufeff// @flow strict
import type { A } from 'a';
import typeof B from 'b';
import { type C, typeof D, send } from 'd';
type T = {| +a: string, ...A |};
opaque type O = string;
export type U = ?T;
export interface I { m(): void }
declare var secret: string;
declare export function load(): void;
class K<+X: ?string> extends P<X> implements I, J {
  +key: string = '@';
  static -name: ?string;
  m<Y>(a?: Y, ...r: Array<?Y>): boolean %checks { return !!(a: any); }
}
const f = async (a: string, b?: number, c: {| d: 1 |} = {}): Promise<?string> => (send((\`Bearer @\`: any)): any);\r
module.exports = { apiKey: ('@': string), f, K };
`;

describe('Flow', () => {
  it('is read under its types, and no other byte changes', () => {
    const folder = projectWith({ 'a.js': FLOW.replaceAll('@', (at, index: number) => (FLOW.startsWith('@flow', index) ? at : KEY)) });
    const { status, stdout } = cli(folder, 'migrate');
    expect({ status, moved: stdout.includes('3 keys moved in 1 file') }).toEqual({ status: 0, moved: true });
    const expected = FLOW.replace("'@'", 'process.env.WIX_API_KEY').replace('Bearer @', 'Bearer ${process.env.WIX_API_KEY}').replace("'@'", 'process.env.WIX_API_KEY');
    expect(filesOf(folder)['a.js']).toBe(expected);
    expect(cli(folder, 'migrate').status).toBe(0);
    expect(filesOf(folder)['a.js']).toBe(expected);
  });

  it.each([
    ['with a key in a type', `type T = {| a: '${KEY}' |};\nsend('${KEY}');\n`],
    ['with what is no JavaScript behind the types', `enum E {| A = '${KEY}' |}\n`],
    ['that does not parse either', `const a: ?string = ;\nsend('${KEY}');\n`],
  ])('%s is told and left', (_, text) => {
    const folder = projectWith({ 'a.js': text });
    expect(cli(folder, 'migrate')).toMatchObject({ status: 1, stdout: expect.stringContaining('a.js  The syntax is neither JavaScript nor TypeScript.') as unknown });
    expect(filesOf(folder)['a.js']).toBe(text);
  });
});

import { describe, expect, test } from 'vitest';
import { indexOf } from '../../../src/analysis/file-index.js';
import { handsKeyPlainly } from '../../../src/analysis/files/plain-handovers.js';
import { readWithEslint } from '../../edit/sources.js';

const IMPORT = "import { send } from './wix.js';\n";
const hands = (code: string): boolean => handsKeyPlainly(indexOf(readWithEslint(code, 'a.js')), (module) => module.startsWith('.'));

describe('a key is handed over plainly', () => {
  test.each([
    [`${IMPORT}send(process.env.WIX_API_KEY);`],
    [`${IMPORT}log('a');\nsend('/a', process.env.WIX_API_KEY);`],
    [`${IMPORT}send({ path: '/a', headers: { ...more, Authorization: process.env.WIX_API_KEY } });`],
    [`import send from './wix.js';\nexport const f = () => send(process.env.WIX_API_KEY);`],
  ])('%s', (code) => {
    expect(hands(code)).toBe(true);
  });

  test.each([
    [`import { send } from 'wix';\nsend(process.env.WIX_API_KEY);`],
    [`const send = (key) => key;\nsend(process.env.WIX_API_KEY);`],
    [`send(process.env.WIX_API_KEY);`],
    [`import * as wix from './wix.js';\nwix.send(process.env.WIX_API_KEY);`],
    [`${IMPORT}send();`],
    [`${IMPORT}send(process.env.PORT);`],
    [`${IMPORT}send(process.env[WIX_API_KEY]);`],
    [`${IMPORT}send(process.env['WIX_API_KEY']);`],
    [`${IMPORT}send(process[env].WIX_API_KEY);`],
    [`${IMPORT}send(process.argv.WIX_API_KEY);`],
    [`${IMPORT}send(config.env.WIX_API_KEY);`],
    [`${IMPORT}send(f(process).env.WIX_API_KEY);`],
    [`${IMPORT}send(import.meta.env.WIX_API_KEY);`],
    [`${IMPORT}send(env.WIX_API_KEY, WIX_API_KEY);`],
    [`${IMPORT}export const f = (process) => send(process.env.WIX_API_KEY);`],
    [`${IMPORT}send({ ...process.env });\nlog(process.env.WIX_API_KEY);`],
    [`${IMPORT}export class A { #a; f() { send(this.#a, process.env.#a); } }`],
  ])('not: %s', (code) => {
    expect(hands(code)).toBe(false);
  });
});

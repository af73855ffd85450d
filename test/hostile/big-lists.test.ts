import { describe, expect, test } from 'vitest';
import { accountKey } from '../fake-keys.js';
import { rulesOn, type Linting } from './linting.js';

// More than V8 takes as the arguments of one call.
const MANY = 150_000;
const KEY = `'${accountKey(81)}'`;
const URL = `'https://www.wixapis.com/a'`;
const send = (value: string): string => `fetch(${URL}, { headers: { Authorization: ${value}, 'wix-site-id': 'a' } });`;
const items = `${`'x',`.repeat(MANY)}${KEY}`;
const named = Array.from({ length: MANY }, (_, at) => `m${at}: 'x',`).join('');

/** Lists as long as code that a program writes, each of which is looked into as a whole. */
const LISTS: readonly (readonly [what: string, code: () => string, how?: Linting])[] = [
  ['an array, read by an unknown index', () => `const o = [${items}];\n${send('o[at]')}`],
  ['an array, looped over', () => `for (const k of [${items}]) { ${send('k')} }`],
  ['an array, handed to a callback', () => `[${items}].forEach((k) => { ${send('k')} });`],
  ['an object, read by an unknown name', () => `const o = { ${named} k: ${KEY} };\n${send('o[name]')}`],
  ['arguments of a named client', () => `new WixMediaManager(${`a,`.repeat(MANY)}${KEY});`],
  ['returns of a function', () => `function f() { ${'if (x) return y;'.repeat(MANY * 0.9)} return ${KEY}; }\n${send('f()')}`],
  ['statements of a configuration', () => `${'a;'.repeat(MANY)}\nexport default { env: { K: process.env.OTHER } };\nf(${KEY});`, { filename: 'next.config.mjs' }],
  ['statements before a write to the environment', () => `${'a;'.repeat(MANY)}\nprocess.env.WIX_API_KEY = ${KEY};`, { parser: 'typescript', filename: 'src/file.ts' }],
  ['keys in a template', () => `f(\`${`${accountKey(81)} `.repeat(MANY / 30)}\`);`],
];

describe(`a list of ${MANY.toLocaleString('en-US')}`, () => {
  test.each(LISTS.map(([what, code, how]) => ({ what, code, how })))('of $what: no rule throws, and the key in it is found', { timeout: 60_000 }, ({ code, how }) => {
    expect(rulesOn(code(), how)).toContain('no-hardcoded-key');
  });
});

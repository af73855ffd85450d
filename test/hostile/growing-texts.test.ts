import { describe, expect, test } from 'vitest';
import { accountKey } from '../fake-keys.js';
import { rulesOn } from './linting.js';

const KEY = `'${accountKey(82)}'`;
const LONG = 'x'.repeat(60_000);
const steps = (count: number, write: (at: number) => string): string => Array.from({ length: count }, (_, at) => write(at)).join('\n');

/** A few lines whose text, followed to its end, has gigabytes. */
const GROWING: readonly (readonly [how: string, code: string])[] = [
  ['each character replaced by more of it', `const a0 = 'aaaa';\n${steps(30, (at) => `const a${at + 1} = a${at}.replaceAll('a', 'aaaaaaaaaaaaaaaa');`)}\nf(a30);`],
  ['something put between all characters', `const a0 = 'IST.';\n${steps(30, (at) => `const a${at + 1} = a${at}.replaceAll('', 'IST.');`)}\nf(a30);`],
  ['by a pattern', `const a = '${'a'.repeat(4000)}';\nf(a.replace(/a/g, a).replace(/a/g, a));`],
  ['by what stands before each match', `f('${'a'.repeat(4000)}'.replace(/a/g, '${'$`'.repeat(2000)}'));`],
  ['by what stands behind each match', `f('${'a'.repeat(4000)}'.replace(/a/g, "${"$'".repeat(2000)}"));`],
  ['doubled again and again', `const a0 = '${LONG}';\n${steps(200, (at) => `const a${at + 1} = a${at} + a${at};`)}\nf(a200);`],
  ['doubled in templates', `const a0 = '${LONG}';\n${steps(200, (at) => `const a${at + 1} = \`\${a${at}}\${a${at}}\`;`)}\nf(a200);`],
  ['joined with itself', `const a0 = '${LONG}';\n${steps(200, (at) => `const a${at + 1} = [a${at}, a${at}].join(a${at});`)}\nf(a200);`],
  ['concatenated', `const a0 = '${LONG}';\n${steps(200, (at) => `const a${at + 1} = a${at}.concat(a${at}, a${at});`)}\nf(a200);`],
  ['URLs upon URLs', `const a0 = 'https://www.wixapis.com/${LONG}';\n${steps(200, (at) => `const a${at + 1} = new URL(a${at} + a${at}, a${at}).href;`)}\nfetch(a200, { headers: { Authorization: process.env.OTHER } });`],
];

describe('a text that grows', () => {
  test.each(GROWING)('%s: the key beside it is found', (_, code) => {
    expect(rulesOn(`${code}\ng(${KEY});`)).toEqual(['no-hardcoded-key']);
  });
});

import json from '@eslint/json';
import markdown from '@eslint/markdown';
import * as jsonc from 'jsonc-eslint-parser';
import { describe, expect, test } from 'vitest';
import { readOptions, type MigrateOptions } from '../../src/migrate/options.js';
import { moveKeys, planFile } from '../../src/migrate/plan-file.js';
import { accountKey } from '../fake-keys.js';
import { rulesOn, type Linting } from './linting.js';

// The codemod reads files of up to 10 MB.
const LENGTH = 9_900_000;
const KEY = accountKey(83);
const HARDCODED = 'no-hardcoded-key';
const MEDIA = 'https://www.wixapis.com/site-media/v1/files';

/** One line of so much of a text. */
const long = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
const send = (value: string): string => `fetch('https://www.wixapis.com/a', { headers: { Authorization: ${value}, 'wix-site-id': 'a' } });`;
const beside = (code: string): string => `${code} f('${KEY}');`;

// A thousand characters, so that any half of the line ends with one.
const STATEMENT = `f(\`${'IST. and wix '.repeat(76)}\`);`.padEnd(1000);

/** Code of one line, and the rules that report. */
const CODE: readonly (readonly [what: string, code: () => string, rules: readonly string[]])[] = [
  ['statements without a key', () => `wix;${long(STATEMENT)};`, []],
  ['statements, a key in their midst', () => `${long(STATEMENT).slice(0, LENGTH / 2)};f('${KEY}');${long(STATEMENT).slice(0, LENGTH / 2)}`, [HARDCODED]],
  ['prefixes in a string', () => beside(`wix('${long('IST.')}');`), [HARDCODED]],
  ['beginnings of keys in a string', () => beside(`wix('${long('IST.eyJ')}');`), [HARDCODED]],
  ['an almost-key', () => `f('IST.eyJ${long('aZ0-_')}.');`, []],
  ['an almost-key of many parts, sent', () => send(`'IST.${long('eyJhbGciOi.')}***'`), []],
  ['a word in a string', () => beside(`wix('${long('wix')}');`), [HARDCODED]],
  ['names in a string', () => `wix('${long('WIX_')}');`, []],
  ['the beginning of a header', () => `fetch('https://www.wixapis.com/a', { headers: { Authorization: '${long('Bearer ')}' + process.env.WIX_API_KEY } });`, ['valid-key-format']],
  ['a URL', () => `fetch('https://${long('wix.')}', { headers: { Authorization: process.env.OTHER } });`, []],
  ['a path', () => `fetch('${MEDIA}${long('/')}', { headers: { Authorization: process.env.OTHER } });`, []],
  ['a template', () => beside(`wix(\`${long('$IST.')}\`);`), [HARDCODED]],
  ['a comment', () => beside(`/* ${long('IST.eyJ.')} */`), [HARDCODED]],
  ['an identifier', () => beside(`wix.${long('apiKey')};`), [HARDCODED]],
  ['the name of a variable', () => send(`process.env.WIX_${long('Ab1_')}`), []],
  ['the name of a property', () => `export default { '${long('mediaManager ')}': '${KEY}' };`, [HARDCODED]],
  ['blanks', () => `wix;${long(' ')}process.env.WIX_API_KEY = '${KEY}';`, [HARDCODED]],
];

const ENV: Linting = { filename: '.env.example' };
const JSON_LANGUAGE: Linting = { filename: 'a.json', config: { files: ['**/*.json'], plugins: { json }, language: 'json/json' } };
const JSON_PARSER: Linting = { filename: 'a.json', config: { files: ['**/*.json'], languageOptions: { parser: jsonc } } };
const MARKDOWN: Linting = { filename: 'a.md', config: { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm' } };

/** Data of one line behind another with a key. */
const DATA: readonly (readonly [what: string, text: () => string, how: Linting])[] = [
  ['the value of a variable', () => `A=${long('IST.eyJ ')}`, ENV],
  ['a value in quotes that nothing closes', () => `A="${long("it's ")}`, ENV],
  ['the name of a variable', () => `${long('WIX_KEY')}=1`, ENV],
  ['a line of an env file that is none', () => long('IST. '), ENV],
  ['a comment of an env file', () => `# ${long('# eslint-disable ')}`, ENV],
  ['a text of JSON', () => `, "wixApiKey": "${long('Bearer ')}" }`, JSON_LANGUAGE],
  ['a name of JSON', () => `, "${long('wix api key ')}": "x" }`, JSON_PARSER],
  ['a code block of Markdown', () => `\n~~~\n${long('IST. and wix ')}\n~~~\n`, MARKDOWN],
];

/** Code that the codemod reads with its own scanners; espree has no quarrel with it either. */
const LITERALS: readonly (readonly [what: string, code: () => string])[] = [
  ['a string', () => `f("${long('it\'s ')}");`],
  ['escapes in a string', () => `f("${long('\\"')}");`],
  ['a template', () => `f(\`${long('$a ')}\`);`],
  ['escapes in a template', () => `f(\`${long('\\`')}\`);`],
  ['a regular expression', () => `f(/${long('a')}/);`],
  ['a class in a regular expression', () => `f(/[${long('/')}]/);`],
  ['a comment', () => `/* ${long('*')}*/`],
];

describe(`a line of ${LENGTH.toLocaleString('en-US')} characters`, () => {
  test.each(CODE)('of code: %s', { timeout: 60_000 }, (_, code, rules) => {
    expect(rulesOn(code())).toEqual(rules);
  });

  test.each(DATA)('of data: %s', { timeout: 60_000 }, (_, text, how) => {
    const first = how.filename?.endsWith('.json') === true ? `{ "a": "${KEY}"\n` : `A=${KEY}\n`;
    expect(rulesOn(first + text(), how)).toEqual([HARDCODED]);
  });

  test.each(LITERALS)('in a file that the codemod reads: %s', { timeout: 60_000 }, (_, code) => {
    const [before, behind] = [code(), '\nsend();\n'];
    const file = { path: '/project/src/a.js', text: `${before}\nsend('${KEY}');${behind}` };
    const plan = planFile(file, readOptions({}) as MigrateOptions);
    if (plan?.type !== 'plan') throw new Error(plan === null ? 'No key was found.' : plan.reason);
    // Not by `toBe`, which would print it.
    expect(moveKeys(plan, file, new Map([[KEY, 'WIX_API_KEY']])).text === `${before}\nsend(process.env.WIX_API_KEY);${behind}`).toBe(true);
  });
});

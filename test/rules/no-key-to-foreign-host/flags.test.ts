import { describe, expect, test } from 'vitest';
import { CURRENT } from '../linting.js';
import { reportsOf } from '../tables.js';

type Outcome = boolean | null;

const URL = `'https://hooks.example.com/a'`;
const KEY = '{ Authorization: process.env.WIX_API_KEY }';

/** A test of parameters `a` and `b`, what is handed over for them, and how it comes out: null where nobody can tell. */
const ROWS: readonly (readonly [test: string, given: string, outcome: Outcome])[] = [
  ['a', 'true', true],
  ['a', 'false', false],
  ['a', '!0', true],
  ['a', '!1', false],
  ['a', '!other', null],
  ['a', '-1', null],
  ['a', 'typeof 0', null],
  ['a', 'null', false],
  ['a', 'undefined', false],
  ['a', '', false],
  ['a', `'x'`, true],
  ['a', `''`, false],
  ['a', '0', null],
  ['a', '`x${other}`', true],
  ['a', '`${other}x`', null],
  ['a', '{}', true],
  ['a', '() => 1', true],
  ['a', 'other', null],
  ['a', 'other()', null],
  ['a', 'other ? true : false', null],
  ['a', 'other ? true : 1', true],
  ['a', 'other ? false : 0', null],
  ['!a', 'other', null],
  ['-a', 'false', null],
  ['!!a', 'true', true],
  ['!!!!!!a', 'true', null],
  ['a.b', '{ b: true }', true],
  ['a?.b', '{ b: false }', false],
  ['a.b.c', '{ b: { c: false } }', false],
  ['a?.b.c', '{ b: { c: true } }', true],
  ['a!', 'false', false],
  ['a!.b', '{ b: true }', true],
  ['(a?.b).c', '{ b: { c: true } }', true],
  ['f(a)', 'false', null],
  ['other.b', 'false', null],
  ['a && b', 'true, true', true],
  ['a && b', 'true, false', false],
  ['a && b', 'other, false', false],
  ['a && b', 'other, true', null],
  ['a || b', 'false, false', false],
  ['a || b', 'false, true', true],
  ['a || b', 'other, true', true],
  ['a || b', 'other, false', null],
  ['a ?? b', 'true, false', true],
  ['a ?? b', 'false, true', false],
  ['a ?? b', 'undefined, true', true],
  ['a ?? b', 'undefined, false', false],
  ['a ?? b', 'null, other', null],
  ['a ?? b', 'other, true', null],
  ['other ?? b', 'true, true', null],
  ['a && true', 'true', true],
  ['a || false', 'false', false],
  ['a && 1', 'true', true],
  ['a === true', 'true', true],
  ['a === true', 'false', false],
  ['a === true', `'true'`, false],
  ['a === true', 'other', null],
  ['a !== true', 'other', null],
  ['a == true', 'true', true],
  ['a != false', 'false', false],
  ['a !== undefined', '', false],
  ['a !== undefined', `'x'`, true],
  ['a === undefined', '{}', false],
  ['a === null', 'null', true],
  ['a === other', 'true', null],
  ['a === b', 'true, false', false],
  ['other === true', 'true', null],
  ['a > false', 'true', null],
  ['a === {}', '{}', null],
  [`a === 'key'`, `'key'`, true],
  [`a === 'key'`, `'none'`, false],
  [`a === 'key'`, `'ke' + other`, null],
  [`a === 'key'`, '{}', false],
  [`a === 'key'`, 'other()', null],
  [`a === 'key'`, `other ? 'key' : 'none'`, null],
  [`a === 'key'`, `other ? 'one' : 'none'`, false],
  ['a === 1', '{}', false],
  [`a.startsWith('ke')`, `'key'`, true],
  [`a.startsWith('ke')`, `'none'`, false],
  [`a.startsWith('ke')`, `'k'`, false],
  [`a.startsWith('ke')`, '`k${other}`', null],
  [`a.startsWith('ke')`, '`ke${other}`', true],
  [`a.startsWith('ke')`, '`key${other}`', true],
  [`a.startsWith('ke')`, '`none${other}`', false],
  [`a.startsWith('ke')`, 'other', null],
  [`a.startsWith('ke')`, '{}', null],
  ['a.startsWith(b)', `'key', 'ke'`, null],
  ['a.startsWith(1)', `'2'`, null],
  ['a.startsWith()', `'none'`, null],
  [`a.endsWith('ke')`, `'none'`, null],
  [`other.startsWith('ke')`, `'none'`, null],
  [`startsWith('ke')`, `'none'`, null],
  ['/^ke/.test(a)', `'key'`, true],
  ['/^ke/.test(a)', `'none'`, false],
  ['/^ke/.test(a)', '`ke${other}`', null],
  ['/^ke/g.test(a)', `'none'`, null],
  ['/^ke/y.test(a)', `'none'`, null],
  ['/(a*)*b/.test(a)', `'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'`, null],
  ['/^ke/.test(other)', `'none'`, null],
  ['/^ke/.exec(a)', `'none'`, null],
  [`'ke'.test(a)`, `'none'`, null],
  ['test(a)', `'none'`, null],
];

const isReported = (test: string, given: string, headers: string): boolean => {
  const code = `const call = (url, a, b) => fetch(url, { headers: ${test} ? ${headers} });\nawait call(${URL}, ${given});`;
  const engines = CURRENT.filter(({ parser }) => parser === 'typescript' || !test.includes('a!'));
  return engines.map((engine) => reportsOf(code, { rule: 'no-key-to-foreign-host', engine }).length > 0).every(Boolean);
};

describe('a key is sent where a test may come out so', () => {
  test.each(ROWS)('%s, given %s: %s', (code, given, outcome) => {
    expect({ where: isReported(code, given, `${KEY} : {}`), otherwise: isReported(code, given, `{} : ${KEY}`) }).toEqual({ where: outcome !== false, otherwise: outcome !== true });
  });
});

const SEND = `fetch(url, { headers: ${KEY} })`;
const DEEP = [...Array(16).keys()].reduce((code) => `if (a) { ${code} }`, 'headers = {};');

/** What a function does with the flag `a`, and whether it sends the key: told `true`, told `false`. */
const BODIES: readonly (readonly [body: string, where: boolean, otherwise: boolean])[] = [
  [`a && ${SEND};`, true, false],
  [`a || ${SEND};`, false, true],
  [`a ?? ${SEND};`, true, true],
  [`${SEND} && a;`, true, true],
  [`a ? ${SEND} : log();`, true, false],
  [`a ? log() : ${SEND};`, false, true],
  [`if (a) log(); else ${SEND};`, false, true],
  [`if (a && ${SEND}) log();`, true, false],
  [`if (a) return;\n${SEND};`, false, true],
  [`if (a)return;${SEND};`, false, true],
  [`if (a) throw new Error('a');\n${SEND};`, false, true],
  [`if (a) { log(); log(); return; }\n${SEND};`, false, true],
  [`if (a) return; else log();\n${SEND};`, false, true],
  [`if (a) log(); else return;\n${SEND};`, true, false],
  [`if (a) {}\n${SEND};`, true, true],
  [`if (a) { log(); }\n${SEND};`, true, true],
  [`if (a) { if (other) return; log(); }\n${SEND};`, true, true],
  [`${SEND};\nif (a) return;`, true, true],
  [`if (other) return;\n${SEND};\nif (a) return;\nif (!a) return;`, true, true],
  [`if (a) return;\nif (other) return;\nif (other) return;\n${SEND};`, false, true],
  [`const b = a;\nif (b) ${SEND};`, true, false],
  [`let b = a;\nif (other) b = !a;\nif (b) ${SEND};`, true, true],
  [`const { b } = a;\nif (b) log(); else ${SEND};`, true, true],
  [`let headers = ${KEY};\nif (a) headers = {};\nfetch(url, { headers });`, false, true],
  [`let headers = ${KEY};\nif (a && other) headers = {};\nfetch(url, { headers });`, true, true],
  [`let headers = ${KEY};\nif (a) { if (other) headers = {}; }\nfetch(url, { headers });`, true, true],
  [`let headers = ${KEY};\nif (other) { ${DEEP} }\nfetch(url, { headers });`, true, true],
];

describe('a function sends a key where its statements run', () => {
  const isSent = (body: string, given: boolean): boolean => {
    const code = `function call(url, a) {\n${body}\n}\nawait call(${URL}, ${String(given)});`;
    return CURRENT.map((engine) => reportsOf(code, { rule: 'no-key-to-foreign-host', engine }).length > 0).every(Boolean);
  };

  test.each(BODIES)('%s', (body, where, otherwise) => {
    expect({ where: isSent(body, true), otherwise: isSent(body, false) }).toEqual({ where, otherwise });
  });
});

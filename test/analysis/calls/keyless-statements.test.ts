import { describe, expect, it } from 'vitest';
import { whereKeysMatter } from '../../../src/analysis/calls/keyless-statements.js';
import { indexOf } from '../../../src/analysis/file-index.js';
import type { SourceFile } from '../../../src/source/source-file.js';
import { sourceOf, type Reading } from '../sources.js';

/** Code that calls functions of one letter, and those of them for which a key may matter. */
type Row = readonly [what: string, code: string, calls: string, how?: Reading];

const SEND = `const send = (key) => s('https://www.wixapis.com', key);`;
const TYPED: Reading = { parser: 'typescript' };

const rows: readonly Row[] = [
  ['a statement that shares no name', `a(1);\n${SEND}\nfunction other() { b(2); }`, 's'],
  ['one that uses a name of it', `a(send);\n${SEND}\nb(1);`, 'as'],
  ['one that it uses', `const url = a();\n${SEND}\nsend(url);\nb();`, 'as'],
  ['others between them', `const one = a();\nconst two = b(one);\nconst three = () => c(two);\n${SEND}\nsend(three);\nd(other);`, 'abcs'],
  ['a function that is declared later', `${SEND}\nsend(later());\na(1);\nfunction later() { return b(); }`, 'bs'],
  ['a variable of a block', `{ var one = a(); let two = b(); }\n${SEND}\nsend(one);\nc(1);`, 'abs'],
  ['a class', `class One { two() { return a(); } }\n${SEND}\nsend(new One().two());\nclass Other { two() { return b(); } }`, 'as'],
  ['a write to a member', `const one = {};\none.two = a();\n${SEND}\nsend(one.two);\nb();`, 'as'],
  ['a global', `x.one = a();\n${SEND}\nsend(x.one);\nb();`, 'as'],
  ['a global that is written', `x = a();\n${SEND}\nsend(x);\nb();`, 'as'],
  ['a global that holds nothing', `const one = new Map([a()]);\n${SEND}\nsend(new Map());`, 's'],
  ['a parameter of the same name', `function one(send) { a(send); }\n${SEND}`, 's'],
  ['a private name in a function', `function one() { const two = a(); }\n${SEND}\nconst two = b();\nsend(two);`, 'bs'],
  ['what is imported', `import one from './one.js';\n${SEND}\na(one);\nb(1);`, 'as'],
  ['what is imported as a type', `import { One } from './one.js';\n${SEND}\nconst two: One = a();\nb(1);`, 's', TYPED],
  ['what is imported as a type and as a value', `import { One } from './one.js';\n${SEND}\nconst two: One = a();\nb(One);`, 'bs', TYPED],
  ['what is imported by an assignment', `import one = require('./one.js');\n${SEND}\na(one);\nb(1);`, 'as', TYPED],
  ['what is loaded', `const load = () => import('./one.js');\n${SEND}\nload(a());\nb(1);`, 'as'],
  ['what is required', `const one = require('./one.js');\n${SEND}\na(one);\nb(1);`, 'as', { sourceType: 'commonjs' }],
  ['what a script declares', `var one = a();\n${SEND}\nsend(one);\nfunction other() { b(2); }\nlet two = c();`, 'as', { sourceType: 'script' }],
  ['a file with a BOM and CRLF', `\ufeffconst one = a();\r\n${SEND}\r\nsend(one);\r\n\tb();`, 'as'],
  ['an empty statement beside', `;;\n${SEND}\na();`, 's'],
  ['a list of exports', `const one = a();\n${SEND}\nexport { one, send };`, 's'],
  ['two names of one module', `import { one, two } from './one.js';\n${SEND}\nexport * from './two.js';\na(1);`, 's'],
  ['a component', `function One() { return a(); }\n${SEND}\nsend(<One />);\nfunction Two() { return b(); }`, 'as'],
  ['a member that is a component', `const One = { Two: () => a() };\n${SEND}\nsend(<One.Two />);\nb();`, 'as'],
  ['an enum', `enum One { two = a() }\n${SEND}\nsend(One.two);\nenum Other { two = b() }`, 'as', TYPED],
  ['a key', `a();\nb('JWS.' + c);`, 'b'],
  ['a name of a client', `a();\nb(wixMediaManager);`, 'b'],
  ['a header', `a();\nb({ authorization: 1 });`, 'b'],
  ['one statement', `a(() => { b(); });`, 'ab'],
];

/** Where nothing that the file imports is read with it. */
const aloneRows: readonly Row[] = [
  ['what is imported', `import one from './one.js';
${SEND}
a(one);
b(1);`, 's'],
  ['what is loaded', `const load = () => import('./one.js');
${SEND}
load(a());`, 's'],
  ['what is required', `const one = require('./one.js');
${SEND}
a(one);`, 's', { sourceType: 'commonjs' }],
  ['what is required and used with a key', `const one = require('./one.js');
${SEND}
a(one(send));
b(one);`, 'abs', { sourceType: 'commonjs' }],
  ['what is required of Wix', `const one = require('@wix/sdk');
a(one);
b();`, 'a', { sourceType: 'commonjs' }],
];

/** The calls of one letter for which a key may matter. */
function callsKept(source: SourceFile): string {
  const index = indexOf(source);
  const kept = whereKeysMatter(index.calls, { index, calledByOthers: () => [] });
  return kept.flatMap(({ callee }) => (callee.type === 'Identifier' && /^[a-d]$|^s$/.test(callee.name) ? [callee.name] : [])).sort().join('');
}

describe('statements without a key', () => {
  for (const [what, code, calls, how] of rows) {
    it(what, () => {
      expect(callsKept(sourceOf(code, how))).toBe(calls);
    });
  }

  for (const [what, code, calls, how] of aloneRows) {
    it(`${what}, in a file that is read alone`, () => {
      expect(callsKept({ ...sourceOf(code, how), isAlone: true })).toBe(calls);
    });
  }
});

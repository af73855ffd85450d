import { createRequire } from 'node:module';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { instanceToken } from '../fake-keys.js';
import { deepSource, LAYERS, SLOT } from './deep-trees.js';
import { keysAfterAll, keysOf, type Reading } from './sources.js';

const TOKEN = instanceToken(31);
const KEY = `'${TOKEN}'`;
const URL = `'https://www.wixapis.com/site-media/v1/files'`;
const send = (value: string): string => `fetch(${URL}, { headers: { Authorization: ${value} } });`;

/** Definitions that depend on themselves; whatever they give, the key beside them is found. */
const CYCLES: readonly (readonly [name: string, code: string, reading?: Reading])[] = [
  ['two variables', 'let a = b, b = a;\nf(a, b);', { sourceType: 'script' }],
  ['a variable of itself', 'var a = a;\nf(a);', { sourceType: 'script' }],
  ['three variables', `var a = b, b = c, c = a;\n${send('a + b + c')}`, { sourceType: 'script' }],
  ['a sum of itself', `let a = 'x';\na = a + a;\na = a + a;\n${send('a')}`],
  ['a sum of itself in a loop', `let a = 'x';\nfor (;;) { a = a + a; a += a; }\n${send('a')}`],
  ['a template of itself', 'let a;\na = `${a}${a}`;\nf(a);'],
  ['a conditional of itself', 'let a;\na = a ? a : b;\nlet b = a ?? b;\nf(a);'],
  ['a getter of itself', `const o = { get x() { return this.x; } };\n${send('o.x')}`],
  ['two getters', `const o = { get x() { return this.y; }, get y() { return this.x; } };\n${send('o.x')}`],
  ['getters of a class', `class A { get x() { return this.y; } get y() { return this.x; } z() { ${send('this.x')} } }`],
  ['a field of itself', `class A { x = this.x; y = this.z; z = this.y; s() { ${send('this.x + this.y')} } }`],
  ['a field written from itself', `class A { x; s() { this.x = this.x + 'a'; this.x = this.y; this.y = this.x; ${send('this.x')} } }`],
  ['a static field of itself', `class A { static x = A.x; static y = this.y; }\n${send('A.x + A.y')}`],
  ['a spread of itself', `let o = { ...o };\no = { ...o, ...o };\n${send('o.x')}`],
  ['a spread of each other', `var o = { ...p }, p = { ...o };\n${send('o.x')}`, { sourceType: 'script' }],
  ['an array spread of itself', `let a = [...a];\na = [...a, ...a];\n${send('a[0]')}`],
  ['an object in itself', `const o = {};\no.o = o;\no.p = { o };\nexport default o;\n${send('o.o.o.o.x')}`],
  ['an object in itself, exported', 'const o = { apiKey: 1 };\no.self = o;\nmodule.exports = o;'],
  ['two objects in each other', `const o = {}, p = { o };\no.p = p;\nexport { o, p };\n${send('o.p.o.p.x')}`],
  ['an array in itself', `const a = [];\na[0] = a;\na.push(a);\nf(a);\n${send('a[0][0]')}`],
  ['a Map in itself', `const m = new Map();\nm.set('m', m);\nm.set(m, m);\nf(m);\n${send(`m.get('m')`)}`],
  ['Headers of themselves', `let h = new Headers(h);\nh = new Headers(h);\nfetch(${URL}, { headers: h });`],
  ['Object.assign to itself', `const o = {};\nObject.assign(o, o);\nObject.assign(o, { o }, o);\n${send('o.o')}`],
  ['Object.fromEntries of entries', `let o = Object.fromEntries(Object.entries(o));\n${send('o.x')}`],
  ['a recursive function', `function f(a) { return f(a); }\n${send('f(1)')}\nexport default f;`],
  ['functions that return each other', `const f = () => g, g = () => f;\nexport { f, g };\n${send('f()()')}`],
  ['a function that returns itself', `export function f() { return f; }\nf.f = f;\n${send('f()')}`],
  ['a function as its own default', 'function f(a = f) { return a; }\nf(f);\nexport default f;'],
  ['a parameter as its own default', 'export function f(a = a, { b = c, c = b } = {}) { g(a, b, c); }'],
  ['a class of itself', `class A extends A {}\nnew A();\n${send('new A().x')}`],
  ['classes of each other', `class A extends B {}\nclass B extends A {}\nclass C extends mix(C) {}\n${send('new A().x')}`],
  ['a class that makes itself', `class A { a = new A(); static b = new A(); }\nexport default A;\n${send('A.b.a.a.x')}`],
  ['destructuring of itself', `const { a } = a;\nlet { b } = { b };\n[x, y] = [y, x];\n${send('a + b')}`],
  ['a default of itself', 'let { a = a, b = c, c = b } = {};\nf(a, b, c);'],
  ['a loop over itself', `for (const a of a) f(a);\nfor (let b of [b, ...b]) f(b);`],
  ['a computed key of itself', `const o = { [o]: o, [o.o]: o[o] };\n${send('o[o]')}`],
  ['an enum of itself', `enum E { A = E.B, B = E.A, C = E.C }\n${send('E.A as any')}`, { parser: 'typescript' }],
  ['a namespace of itself', `namespace N { export const a = N.a; export import b = N.b; }\nf(N.a);`, { parser: 'typescript' }],
  ['an instance of itself', `import axios from 'axios';\nlet a = axios.create(a);\na = a.create({ baseURL: a, headers: a });\na.get(a, a);`],
  ['a request of itself', `let r = new Request(r, r);\nr = new Request(r);\nfetch(r, r);`],
  ['a URL of itself', `let u = new URL(u, u);\nfetch(u, { headers: { Authorization: u } });`],
  ['a chain of itself', `import request from 'superagent';\nlet r = request.get(r);\nr = r.set('Authorization', r);\nr = r.set(r);`],
  ['a strategy of itself', `import { createClient, ApiKeyStrategy } from '@wix/sdk';\nlet a = ApiKeyStrategy(a);\nlet c = createClient({ auth: () => c, modules: c, headers: c });\nc.use(c);\nc = createClient({ auth: a });`],
  ['auth that returns itself', `import { createClient } from '@wix/sdk';\nconst auth = () => auth;\nconst o = { getAuthHeaders() { return o; }, headers: auth };\ncreateClient({ auth });\ncreateClient({ auth: o });`],
  ['a named client of itself', 'const mediaManager = new MediaManager(mediaManager);\nmediaManager.use({ mediaManager });'],
  ['a JSX element of itself', 'const a = <MediaManagerUploader apiKey={a} {...a}>{a}</MediaManagerUploader>;'],
  ['an interceptor of itself', `import axios from 'axios';\naxios.interceptors.request.use(function f(c) { axios.interceptors.request.use(f); c = c; c.headers = c.headers; c.headers.Authorization = c; return c; });\naxios.get(${URL});`],
  ['defaults of themselves', `import axios from 'axios';\naxios.defaults.headers = axios.defaults.headers;\naxios.defaults.baseURL = axios.defaults.baseURL + 'x';\naxios.defaults = axios;\naxios.get('x');`],
  ['this of nothing', 'this.x = this.y; f(this); function g() { this.z = this; return this; }\nexport default this;'],
  ['arguments', 'function f() { g(arguments[0]); arguments = arguments; return arguments; }\nf(f);', { sourceType: 'script' }],
  ['an import of itself', `import * as a from './a.js';\nimport b from './a.js';\nexport * from './a.js';\nexport { a, b as default };`],
];

describe('definitions that depend on themselves', () => {
  test.each(CYCLES.map(([name, code, reading]) => ({ name, code, reading })))('$name', ({ code, reading }) => {
    const key = reading?.sourceType === 'script' ? `\n;globalThis.beside = ${KEY};` : `\n;export const beside = ${KEY};`;
    expect(keysOf(code + key, reading).filter(({ key: { text } }) => text === TOKEN)).toHaveLength(1);
  });
});

const ODD_NAMES = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf', 'prototype', 'length', 'name', 'then', '', ' ', '0', '-1', '1e3', 'NaN', 'undefined', 'null', '__defineGetter__', 'isPrototypeOf', 'caller', 'arguments', '\u{1F600}', 'ключ', '...0', '#x'];

/** Ways to put a key under a name and to read it there. */
const UNDER_NAME: readonly (readonly [name: string, write: (key: string) => string])[] = [
  ['object', (key) => `const o = { ['${key}']: ${KEY} };\n${send(`o['${key}']`)}`],
  ['write', (key) => `const o = {};\no['${key}'] = ${KEY};\n${send(`o['${key}']`)}`],
  ['Map', (key) => `const o = new Map([['${key}', ${KEY}]]);\n${send(`o.get('${key}')`)}`],
  ['Object.fromEntries', (key) => `const o = Object.fromEntries([['${key}', ${KEY}]]);\n${send(`o['${key}']`)}`],
  ['destructuring', (key) => `const { ['${key}']: k } = { ['${key}']: ${KEY} };\n${send('k')}`],
  ['class field', (key) => `class A { ['${key}x'] = 1; x = ${KEY}; s() { g(this['${key}']); ${send('this.x')} } }`],
];

describe('odd names', () => {
  const rows = ODD_NAMES.flatMap((key) => UNDER_NAME.map(([name, write]) => ({ name: `${JSON.stringify(key)} in ${name}`, code: write(key) })));
  test.each(rows)('$name', ({ code }) => {
    const [found] = keysOf(code);
    expect([...(found?.destinations ?? [])]).toContain('media-manager');
  });

  const bare = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf', 'prototype'];
  test.each(bare)('%s as a variable, a call, a member, a module, a function', (name) => {
    const code = [
      `import ${name} from '${name}';`, `import * as n from '${name}';`, `f(n.${name}, globalThis.${name}, window.${name}());`, `${name}(${name}.${name});`,
      `new ${name}.${name}();`, `axios.${name}(${URL}, { ${name}: ${name} });`, `fetch(${URL}, { headers: { ${name}: 1 }, ${name}: 2 });`,
      `new WixMediaManager({ ${name}: ${KEY} });`, `(function () { return this; }).${name};`, `''.${name}; [].${name}(); ({}).${name}(1);`,
    ].join('\n');
    expect(keysOf(code)).toHaveLength(1);
  });

  test('proto of a literal', () => {
    expect(keysOf(`const o = { __proto__: { k: ${KEY} }, '__proto__x': 1 };\n${send('o.k')}`)).toHaveLength(1);
  });
});

/** Texts that are odd as a whole. */
const ODD_TEXTS: readonly (readonly [name: string, code: string, keys: number, reading?: Reading])[] = [
  ['empty', '', 0],
  ['a blank', ' ', 0],
  ['line ends', '\r\n\r\n\u2028\u2029', 0],
  ['a line comment', '// IST.', 0],
  ['a block comment', '/* wix */', 0],
  ['a comment with a key', `/* ${TOKEN} */`, 1],
  ['a hashbang', `#!/usr/bin/env node ${TOKEN}`, 1],
  ['a BOM', `\uFEFFf(${KEY});`, 1],
  ['two BOMs', `\uFEFF\uFEFFf(${KEY});`, 1],
  ['only a directive', `'use strict'`, 0],
  ['empty statements', ';;;;{};;', 0],
  ['sparse arrays', `const a = [, , ${KEY}, , ...b, , ];\nconst [, c, , ...d] = a;\n${send('a[2]')}\nf(a[0], a[99], a[-1], c, d[0]);\n[,].join(); [, 'a'].join('.'); new Map([, ['a']]); Object.fromEntries([, [], ['a'], 'ab']); new Headers([[], ['Authorization'], , null]);`, 1],
  ['lone surrogates', `f('\\uD800IST.\\uDC00', '\uD800', \`\uDFFF\`);\nf(${KEY});\n// \uD800`, 1],
  ['lone surrogates around a key', `f('\uD800 ${TOKEN} \uDFFF');`, 1],
  ['NUL', `f('\\0', '\0', \`\0\`);\nf(${KEY}); // \0`, 1],
  ['NUL around a key', `f('\0${TOKEN}\0');`, 1],
  ['control characters', `f('\x01\x7F\x85\xA0');\nf('\x01${TOKEN}\x02');`, 1],
  ['invalid escapes in a tagged template', `tag\`\\u{zzz} \\xg \\01 IST.\`;\nString.raw\`\\u{zzz}\`;\nf(${KEY});`, 1],
  ['numbers of all kinds', `f(0x10, 0b1, 0o7, 1_000, 1n, .5e-10, Infinity, NaN, -0);\nf(${KEY} + 1 + 1n + .5 + null + undefined + true);`, 1],
  ['regular expressions of all kinds', `f(/[/]\\/IST\\./dgimsuy, /(?<a>.)\\k<a>/v, /(?i:a)/);\nf(${KEY}.replace(/(a+)+$/, 'b').replace(/[\\p{L}--[a-z]]/v, ''));`, 1],
  ['labels, with and holes', `a: for (;;) { b: { continue a; } }\nwith (o) { f(${KEY}); }`, 1, { sourceType: 'script' }],
  ['getters, setters, generators', `const o = { get a() {}, set a(b) {}, *c() { yield* d; }, async *e() { for await (const f of g) await f; }, [h]() {}, async i() {}, 'j k'() {}, 1: 2, 1n: 3 };\nf(o.a, o[1], ${KEY});`, 1],
  ['classes with everything', `class A { static #a; #b() {} static { } get #c() { return 1; } set #c(v) {} static async *d() {} 'e'; 1 = 2; [f]; static [g] = 1; has(o) { return #a in o; } constructor() { super.x; new.target; } }\nf(${KEY});`, 1],
  ['optional everything', `a?.b?.[c]?.(d)?.e; delete a?.b; (a?.b).c; a?.b\`\`;\nf?.(${KEY})`.replace('; a?.b``', ''), 1],
  ['import and export forms', `import a, * as b from 'a';\nimport c, { d as e, default as g, 'h i' as j } from 'b';\nimport 'k';\nexport * as l from 'm';\nexport * from 'n';\nexport { a as 'o p', b };\nexport { q as default } from 'r';\nexport class S {}\nexport function* t() {}\nexport let { u, ...v } = w, [x, , ...y] = z;\nf(${KEY}, import.meta.url, import('x'));`, 1],
  ['anonymous default function', `export default function () { return ${KEY}; }`, 1],
  ['anonymous default class', `export default class { apiKey = ${KEY}; }`, 1],
  ['JSX of all kinds', `const a = <></>, b = <a.b.c d-e:f="x" {...g} h>{/* i */}{...[j]} &nbsp; k </a.b.c>, l = <m:n o=<p/> />;\nf(${KEY});`.replace('d-e:f="x"', 'd-e="x"').replace('{...[j]}', ''), 1],
  ['types of all kinds', `declare global { interface Window { a: string } }\ndeclare module 'x' { export = y; }\nabstract class A<const T extends U = V> implements B { abstract c(): void; declare d: string; private e?: string; readonly #f!: number; constructor(public g: string, private readonly h = ${KEY}) { super(); } static override i(this: A): asserts this is B {} accessor j = 1; [k: string]: unknown; }\ntype C<D> = D extends infer E ? { readonly [F in keyof E as \`x\${F & string}\`]?: E[F] } : never;\nenum G { H, I = 1 << 2, J = 'x'.length, 'K L' = 3 }\ndeclare enum M { N }\nconst enum O { P }\nnamespace Q.R.S { export import T = U.V; }\nimport type { W } from 'w';\nimport X = require('x');\nexport type { W };\nexport = X;\nfunction y(this: void, ...z: string[]): z is never;\nfunction y() {}\nlet aa = <T,>(b: T) => b, bb = y<string>, cc = dd satisfies Ee as const, ff!: string;`, 1, { parser: 'typescript' }],
  ['decorators', `@a @b.c(${KEY}) @(d[e]) class F { @g() h = 1; @i j() {} @k static l; @m get n() { return 1; } constructor(@o p: string) {} }`, 1, { parser: 'typescript' }],
  ['using', `{ using a = b(${KEY}); await using c = d(); for (using e of f) g(e); }`, 1, { parser: 'typescript' }],
];

describe('odd texts', () => {
  test.each(ODD_TEXTS.map(([name, code, keys, reading]) => ({ name, code, keys, reading })))('$name', ({ code, keys, reading }) => {
    expect(keysOf(code, reading)).toHaveLength(keys);
  });
});

describe('calls with too few, too many and odd arguments', () => {
  const CALLEES = [
    'fetch', 'new Request', 'axios', 'axios.create', 'axios.get', 'axios.create().get', 'axios.interceptors.request.use', '$.ajax', '$.ajaxSetup', 'new Headers', 'new Map', 'new URL', 'Object.assign',
    'Object.fromEntries', 'Object.freeze', 'Object.entries', 'String', 'atob', 'Buffer.from', 'decodeURIComponent', 'structuredClone', 'Promise.resolve', `'a'.replace`, `'a'.replaceAll`, `'a'.split`, `'a'.concat`,
    `'a'.slice`, `'a'.at`, `[].join`, `[1].at`, `[].concat`, `[].slice`, `[].push`, 'new Map().get', 'new Map().set', 'new Headers().append', 'new XMLHttpRequest().open', 'new XMLHttpRequest().setRequestHeader',
    'createClient', 'ApiKeyStrategy', 'AppStrategy', 'createClient().use', 'createClient().fetchWithAuth', 'createClient().setHeaders', 'createClient().fetch', 'require', 'new WixMediaManager', 'mediaManager.upload',
    'require("superagent").get().set', 'require("https").request', 'require("undici").request', 'require("ky").extend', 'require("wretch")().auth', 'require("needle")', 'String.raw', 'import',
  ];
  const ARGUMENTS = [
    '', 'null', 'undefined', '0', '-1', 'NaN', '""', '[]', '{}', '() => {}', 'class {}', 'this', '...a', '...[]', '..."ab"', 'a, ...b, c', '/x/', '1n', 'true', '`${a}`', '{ ...a }', '[, ,]', '{ get headers() { return 1; } }',
    '{ headers: null }', '{ headers: [] }', '{ headers: [[]] }', '{ headers: [null, 1, [1]] }', '{ headers: "x" }', '{ headers() {} }', '{ [a]: b }', '{ auth: null, modules: null }', '{ auth: [], modules: "x" }', '{ auth() {} }',
    '{ apiKey: {} }', '[["a"]]', '[[, "b"]]', '[a, b]', 'a, b, c, d, e, f', '"//"', '"https://"', '"https://["', '":::"', '"http://%"', '"\\uD800"', '"a", "//["', 'null, null, null, null', '{ beforeSend: 1, headers: { Authorization: {} } }', 'x => x.y', '([a]) => a', '(...a) => a', 'function () { this.x = this; }',
  ];
  test.each(CALLEES.filter((callee) => callee !== 'import'))('%s', (callee) => {
    const code = `const axios = require('axios');\nconst { createClient, ApiKeyStrategy, AppStrategy } = require('@wix/sdk');\n${ARGUMENTS.map((given) => `g(${callee}(${given}));`).join('\n')}\nf(${KEY});`;
    expect(keysOf(code).some(({ key: { text } }) => text === TOKEN)).toBe(true);
  });
});

const DEPTH = 10_000;

describe(`expressions of ${String(DEPTH)} layers`, () => {
  const PLACES: readonly (readonly [name: string, code: string])[] = [
    ['in a header', send(SLOT)],
    ['as a URL', `fetch(${SLOT}, { headers: { Authorization: ${KEY} } });`],
    ['as the headers', `fetch(${URL}, { headers: ${SLOT} });`],
    ['exported', `export const apiKey = ${SLOT};`],
    ['handed to unknown code', `import { f } from './f.js';\nf({ apiKey: ${SLOT} });`],
    ['as options of the SDK', `import { createClient, ApiKeyStrategy } from '@wix/sdk';\nimport { files } from '@wix/media';\ncreateClient({ modules: { files }, auth: ApiKeyStrategy(${SLOT}) });`],
    ['as auth of the SDK', `import { createClient } from '@wix/sdk';\ncreateClient({ modules: ${SLOT}, auth: ${KEY} });`],
    ['as a field', `class A { a = ${SLOT}; s() { ${send('this.a')} } }`],
    ['behind a variable', `const a = ${SLOT};\nconst b = a;\n${send('b')}`],
    ['to a named client', `new WixMediaManager(${SLOT});`],
    ['beside a key for another host', `fetch('https://example.com', { headers: { Authorization: process.env.WIX_API_KEY }, body: ${SLOT} });`],
    ['around what is read from the environment', `fetch(${URL}, { headers: { Authorization: process.env.VITE_WIX_API_KEY, 'wix-site-id': ${SLOT} } });`],
    ['in a pattern', `const { a = ${SLOT} } = b;\n${send('a')}`],
  ];
  const rows = Object.keys(LAYERS).flatMap((layer) => PLACES.map(([place, code]) => ({ name: `${layer}, ${place}`, layer, code })));
  test.each(rows)('$name', ({ layer, code }) => {
    const source = deepSource(`${code}\nf(${KEY});`, LAYERS[layer] as never, { depth: DEPTH, core: TOKEN });
    expect(keysAfterAll(source, { clients: [{ name: 'configured', property: 'a.b.c' }], filename: null }).length).toBeGreaterThan(0);
  });
});

describe('nesting as far as a parser goes', () => {
  const NESTED: readonly (readonly [name: string, write: (depth: number) => string, depth: number])[] = [
    ['sums', (depth) => send(`${`'a' + `.repeat(depth)}${KEY}`), 1500],
    ['parentheses', (depth) => send(`${'('.repeat(depth)}${KEY}${')'.repeat(depth)}`), 400],
    ['calls', (depth) => send(`${'String('.repeat(depth)}${KEY}${')'.repeat(depth)}`), 300],
    ['objects', (depth) => `const o = ${'{ o: '.repeat(depth)}${KEY}${' }'.repeat(depth)};\n${send(`o${'.o'.repeat(depth)}`)}`, 300],
    ['arrays', (depth) => `const o = ${'['.repeat(depth)}${KEY}${']'.repeat(depth)};\n${send(`o${'[0]'.repeat(depth)}`)}`, 300],
    ['functions', (depth) => `const k = ${KEY};\n${'(function () { '.repeat(depth)}${send('k')}${' })();'.repeat(depth)}`, 200],
    ['blocks', (depth) => `const k = ${KEY};\n${'{ '.repeat(depth)}${send('k')}${' }'.repeat(depth)}`, 400],
    ['conditions', (depth) => `let k;\n${'if (a) { '.repeat(depth)} k = ${KEY}; ${' }'.repeat(depth)}\n${send('k')}`, 300],
    ['classes', (depth) => `${'(class { static x = '.repeat(depth)}${KEY}${' }).x'.repeat(depth)};`, 100],
    ['templates', (depth) => send(`${'`${'.repeat(depth)}${KEY}${'}`'.repeat(depth)}`), 200],
    ['setters in a chain', (depth) => `import request from 'superagent';\nrequest.get(${URL})${`.set('a', 'b')`.repeat(depth)}.set('Authorization', ${KEY});`, 700],
    ['JSX', (depth) => `const a = ${'<a>'.repeat(depth)}<WixMediaManager apiKey=${KEY} />${'</a>'.repeat(depth)};`, 200],
    ['patterns', (depth) => `const ${'{ o: '.repeat(depth)}k${' }'.repeat(depth)} = ${'{ o: '.repeat(depth)}${KEY}${' }'.repeat(depth)};\n${send('k')}`, 200],
  ];
  test.each(NESTED.map(([name, write, depth]) => ({ name, code: write(depth) })))('$name', ({ code }) => {
    expect(keysOf(code)).toHaveLength(1);
  });

  const CHAINS: readonly (readonly [name: string, write: (at: number) => string, read: (depth: number) => string])[] = [
    ['constants', (at) => `const a${String(at + 1)} = a${String(at)};`, (depth) => `a${String(depth)}`],
    ['members', (at) => `const a${String(at + 1)} = { m: a${String(at)} }.m;`, (depth) => `a${String(depth)}`],
    ['templates', (at) => `const a${String(at + 1)} = \`\${a${String(at)}}\`;`, (depth) => `a${String(depth)}`],
    ['conditions', (at) => `const a${String(at + 1)} = b ? a${String(at)} : a${String(at)};`, (depth) => `a${String(depth)}`],
    ['patterns', (at) => `const { m: a${String(at + 1)} } = { m: a${String(at)} };`, (depth) => `a${String(depth)}`],
    ['getters', (at) => `const a${String(at + 1)} = { get m() { return a${String(at)}; } }.m;`, (depth) => `a${String(depth)}`],
    ['awaits', (at) => `const a${String(at + 1)} = await a${String(at)};`, (depth) => `a${String(depth)}`],
  ];
  test.each(CHAINS.map(([name, write, read]) => ({ name, write, read })))('a chain of 10,000 $name', ({ write, read }) => {
    const steps = Array.from({ length: DEPTH }, (_, at) => write(at)).join('\n');
    const [found] = keysOf(`const a0 = ${KEY};\n${steps}\n${send(read(DEPTH))}`);
    expect([...(found?.destinations ?? [])]).toContain('media-manager');
  });
});

describe('real files', () => {
  const require = createRequire(import.meta.url);
  const root = join(require.resolve('eslint/package.json'), '../..');
  const MOST_BYTES = 200_000;
  const FILES = 420;

  test(`${String(FILES)} files of node_modules with a key put behind them`, { timeout: 120_000 }, () => {
    const all = filesBelow(root).filter((path) => /\.(?:[cm]?js|jsx|[cm]?ts|tsx)$/u.test(path) && statSync(path).size < MOST_BYTES);
    const step = Math.max(1, Math.floor(all.length / FILES));
    const failed: string[] = [];
    let read = 0;
    for (const path of all.filter((_, at) => at % step === 0)) {
      const result = resultOf(path);
      if (result === 'read') read += 1;
      else if (result !== 'not parsed') failed.push(`${path}: ${result}`);
    }
    expect(failed).toEqual([]);
    expect(read).toBeGreaterThan(FILES * 0.8);
  });

  /** A file with a key behind it, as a script or module of the parser that fits its name. */
  function resultOf(path: string): string {
    const isTyped = path.endsWith("ts");
    const code = `${readFileSync(path, 'utf8').replace(/\/\/# sourceMappingURL.*$/mu, '')}\n;${path.includes('.d.') ? 'declare const wixKey: ' : 'var wixKey = '}${KEY};`;
    const readings: readonly Reading[] = isTyped ? [{ parser: 'typescript', filename: 'a.ts' }] : [{ sourceType: 'module' }, { sourceType: 'commonjs' }];
    for (const reading of readings) {
      try {
        return keysOf(code, reading).some(({ key: { text } }) => text === TOKEN) ? 'read' : 'the key was not found';
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (!message.startsWith('Parsing error')) return message;
      }
    }
    return 'not parsed';
  }

  function filesBelow(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  }
});

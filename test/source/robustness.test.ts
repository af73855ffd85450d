import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource, type Unreadable } from '../../src/source/read-source.js';
import { read } from './scopes.js';

const NAMES = ['a.ts', 'a.tsx', 'a.d.ts', 'a.js', 'a.mjs', 'a.cjs', 'a.cts', 'a.vue', ''];

function refusal(text: string, filename = 'a.js'): Unreadable {
  const result = readSource(text, filename);
  if (!('reason' in result)) throw new Error('It was read.');
  return result;
}

describe('broken code', () => {
  const BROKEN: readonly (readonly [code: string, line: number])[] = [
    ['secretName = ;', 1], ['a;\nb;\nsecretName(a secretName)', 3], ['a;\r\n"secretName', 2], ['😀', 1], ['\uFEFFa;\n\nsecretName secretName', 3],
    ['var a = 1;\nfunction f( {', 2], ['`secretName', 1], ['a;\n#secretName b', 2], ['a; /secretName', 1], ['a;\nb; \0 secretName', 2], ['{', 1],
    ['/* secretName', 1], ['try {} \n secretName; a b', 1], ['export {if};\n"secretName', 2], ['type A = {', 1], ['<a>{secretName', 1],
  ];
  test.each(BROKEN.map(([code, line]) => ({ code, line })))('$code', ({ code, line }) => {
    for (const name of NAMES) {
      const { reason, line: found } = refusal(code, name);
      expect(reason).toMatch(/^[A-Z][a-zA-Z ]+\.$/u);
      expect(reason).not.toContain('secretName');
      expect(found).not.toBeNull();
    }
    expect(refusal(code, 'a.tsx').line).toBe(line);
  });

  test('text that has no UTF-8', () => {
    expect(refusal('const a = "\uD83D";').reason).toBe('The text is not valid Unicode.');
    expect('reason' in readSource('const a = "\uD83D\uDE00\\uD83D";', 'a.js')).toBe(false);
  });
});

describe('odd text', () => {
  test.each(['', ' ', '\n', '\r\n\t', '\uFEFF', '#!/usr/bin/env node', '\uFEFF#!/usr/bin/env node\na;', '// a', '/* a */', ';', '\u2028'])('%j is read', (text) => {
    for (const name of NAMES) expect(read(text, name).text).toBe(text);
  });

  test('NUL in a string and in a comment', () => {
    expect(read('const a = "\0"; // \0', 'a.js').ast.body).toHaveLength(1);
  });

  test('a hashbang behind a byte order mark is a comment', () => {
    const { ast } = read('\uFEFF#!/usr/bin/env node\na("b");', 'a.js');
    expect(ast.comments).toMatchObject([{ type: 'Line', value: '/usr/bin/env node', range: [1, 20] }]);
    expect(ast.body).toMatchObject([{ range: [21, 28] }]);
  });

  test('five megabytes in one line', { timeout: 120_000 }, () => {
    const piece = 'function a(b,c){var d=[1,2,{e:"f"}];return b?c&&d(b):c||{g:function(){return"h"+c}}}a(1,2).i().j("k");';
    const text = piece.repeat(Math.ceil(5_000_000 / piece.length));
    expect(read(text, 'a.js').ast.body.length).toBeGreaterThan(90_000);
  });

  test('any text has an answer', () => {
    const fragment = fc.constantFrom(...Array.from('()[]{}<>/"\'`$;,.:?!=+-*&|#@\\\n'), '${', '=>', '</', '/>', '/*', '*/', '//', 'a', '1', ' if ', ' else ', ' class ', ' return ', ' await ', ' async ', ' function ', ' type ', '😀', '\r\n', '\uFEFF', '\0', '\uD800');
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')));
    fc.assert(fc.property(text, fc.constantFrom(...NAMES), (code, name) => {
      const result = readSource(code, name);
      if ('reason' in result) expect(result.reason).toMatch(/^[A-Z][a-zA-Z ]+\.$/u);
      else expect(result.text).toBe(code);
    }), { numRuns: 2000 });
  });
});

describe('nesting', () => {
  const DEPTHS = [20_000, 100_000];
  const DEEP: Readonly<Record<string, (depth: number) => string>> = {
    'parentheses': (n) => `${'('.repeat(n)}1${')'.repeat(n)}`,
    'parentheses that stay open': (n) => '('.repeat(n),
    'arrays': (n) => `${'['.repeat(n)}${']'.repeat(n)}`,
    'objects': (n) => `x=${'{a:'.repeat(n)}1${'}'.repeat(n)}`,
    'blocks': (n) => `${'{'.repeat(n)}${'}'.repeat(n)}`,
    'functions': (n) => `${'function f(){'.repeat(n)}${'}'.repeat(n)}`,
    'arrow functions': (n) => `x=${'a=>'.repeat(n)}1`,
    'classes': (n) => `${'(class{x='.repeat(n)}1${'})'.repeat(n)}`,
    'sums': (n) => `a${'+a'.repeat(n)}`,
    'sums over lines': (n) => `${'"a" +\n'.repeat(n)}a`,
    'powers': (n) => `${'a**'.repeat(n)}1`,
    'alternatives': (n) => `${'a||'.repeat(n)}1`,
    'assignments': (n) => `${'a='.repeat(n)}1`,
    'conditional expressions': (n) => `a${'?b:a'.repeat(n)}`,
    'prefixes': (n) => `${'!'.repeat(n)}a`,
    'typeof': (n) => `${'typeof '.repeat(n)}a`,
    'await': (n) => `${'await '.repeat(n)}a`,
    'new': (n) => `${'new '.repeat(n)}a`,
    'members': (n) => `a${'.b'.repeat(n)}`,
    'calls': (n) => `a${'()'.repeat(n)}`,
    'templates': (n) => `${'`${'.repeat(n)}1${'}`'.repeat(n)}`,
    'tagged templates': (n) => `a${'``'.repeat(n)}`,
    'else if': (n) => `if(a){}${'else if(a){}'.repeat(n)}`,
    'else if without braces': (n) => `if(a)x;${'else if(a)x;'.repeat(n)}`,
    'if': (n) => `${'if(a)\n'.repeat(n)};`,
    'loops': (n) => `${'for(;;)'.repeat(n)};`,
    'labels': (n) => `${'a:'.repeat(n)};`,
    'JSX': (n) => `x=${'<a>'.repeat(n)}${'</a>'.repeat(n)}`,
    'JSX attributes': (n) => `x=${'<a b=<a b='.repeat(n)}`,
    'type arguments': (n) => `type A=${'A<'.repeat(n)}1${'>'.repeat(n)}`,
    'types in parentheses': (n) => `type A=${'('.repeat(n)}1${')'.repeat(n)}`,
    'conditional types': (n) => `type A=${'B extends C ? D : '.repeat(n)}B`,
    'keyof': (n) => `type A=${'keyof '.repeat(n)}B`,
    'patterns': (n) => `var ${'['.repeat(n)}a${']'.repeat(n)}=b`,
    'assertions': (n) => `x = a${' as b'.repeat(n)}`,
  };
  test.each(Object.entries(DEEP).map(([name, write]) => ({ name, write })))('of $name beyond every stack is refused', ({ write }) => {
    for (const depth of DEPTHS) for (const name of ['a.js', 'a.tsx']) expect(refusal(write(depth), name).reason).toBe('The code is nested too deeply.');
  });

  const LONG: Readonly<Record<string, (count: number) => string>> = {
    'statements': (n) => 'a = b ? c : d;'.repeat(n),
    'statements without semicolons': (n) => 'const a = b ? c : d\n'.repeat(n),
    'items': (n) => `a = [${'b => c || !d,'.repeat(n)}]`,
    'properties': (n) => `a = {${'b: c ? d : -e,\n'.repeat(n)}}`,
    'functions in one line': (n) => 'function a(){if(b)c();else d()}'.repeat(n),
    'methods': (n) => `class A {${'a() { return !b }\n'.repeat(n)}}`,
    'elements': (n) => `a = <b>${'<c d="e" f={g}>it\'s h</c>\n<i j={{ k: `l` }} />'.repeat(n)}</b>`,
    'brackets in strings': (n) => `a("${'('.repeat(n)}", '${'['.repeat(n)}', \`${'{'.repeat(n)}\`, /[(]\\(${'\\{'.repeat(n)}/) // ${'('.repeat(n)}`,
    'strings with brackets': (n) => 'a("(", \'[\', `{${b}`, /[(]\\(/);\n'.repeat(n),
    'interface members': (n) => `interface A {\n${'a?: B<C> | D\n'.repeat(n)}}`,
    'cases': (n) => `switch (a) {${'case "b": return !c\n'.repeat(n)}}`,
    'comments': (n) => '/* ( */ // {\n'.repeat(n),
  };
  test.each(Object.entries(LONG).map(([name, write]) => ({ name, write })))('is not what $name are', ({ name, write }) => {
    expect('reason' in readSource(write(5000), name === 'interface members' ? 'a.ts' : 'a.jsx')).toBe(false);
  });

  test.each([['parentheses', 300], ['sums', 1500], ['else if', 150], ['JSX', 100], ['members', 1000], ['objects', 200]])('as far as real code goes is read: %s', (name, depth) => {
    expect('reason' in readSource(DEEP[name]?.(depth) ?? '', 'a.tsx')).toBe(false);
  });
});

import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { istKey, jwsKey, leaks, oauthKey } from '../fake-keys.js';
import { moveAll, PARSE_FAILURE, type Moved } from './sources.js';

// What stands directly beside a key ends it: no letter, digit, `-`, `_` or `.`.
const besides = fc.constantFrom('', ' ', '"', "'", '`', '/', '=', '$', '${', '\\', '\n', '\r\n', '😀', '\u2028', '\0', '{', '}', ',');
const anywhere = fc.string({ unit: fc.oneof(fc.constantFrom('`', '$', '{', '}', '\\', "'", '"', '\n', '\r', '\0', '1', 'x41', '\u2028', 'é'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 8 });
const around = fc.tuple(anywhere, besides, besides, anywhere).map(([before, left, right, after]) => [`${before}${left === '' && before !== '' ? ' ' : left}`, `${right === '' && after !== '' ? ' ' : right}${after}`] as const);
const key = fc.constantFrom(istKey(), jwsKey(3), oauthKey(2), istKey({ tenant: 'account', seed: 5 }));
const space = fc.constantFrom('', ' ', '\n', '\r\n', '\t', '/* 😀 */', ' /* a */ ', '// b\n', '\u00a0');
const gap = fc.array(space, { maxLength: 2 }).map((parts) => parts.join(''));

type Style = 'concatenated' | 'double' | 'escaped' | 'raw' | 'single' | 'template';

const PREFIX = /OauthNG\.JWS\.|JWS\.|IST\./;

/** The text as a literal in one of the ways to write it. */
function written(text: string, style: Style): string {
  switch (style) {
    case 'template': return `\`${text.replaceAll(/[\\`]|\$(?=\{)|\r/g, (character) => (character === '\r' ? '\\r' : `\\${character}`))}\``;
    case 'raw': return /[\\`\r]|\$\{|\$$/.test(text) ? JSON.stringify(text) : `String.raw\`${text}\``;
    case 'single': return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
    case 'escaped': return `'${text.split(PREFIX).map((part) => Array.from(part, escapeOf).join('')).join(PREFIX.exec(text)?.[0] ?? '')}'`;
    case 'concatenated': return inParts(text).map((part) => JSON.stringify(part)).join(' + ');
    case 'double': return JSON.stringify(text);
  }
}

function inParts(text: string): string[] {
  const start = text.search(PREFIX);
  return [text.slice(0, start + 20), text.slice(start + 20, start + 90), text.slice(start + 90)];
}

// The prefix stays as it is: a file that shows none is not looked into.
function escapeOf(character: string, at: number): string {
  const code = character.codePointAt(0) ?? 0;
  if (at % 5 === 0) return `\\u{${code.toString(16)}}`;
  if (at % 17 === 1) return `\\\n${escapeOf(character, 0)}`;
  return /^[\w.]$/.test(character) ? character : `\\u{${code.toString(16)}}`;
}

const style = fc.constantFrom<Style>('single', 'double', 'template', 'escaped', 'raw', 'concatenated');

// `K` is the literal, `_` any space; all give a value of their own.
const EXPRESSIONS = [
  'K', '(_K_)', '[_K_,_1]', '{ const v =_K_; return v }', '(_K_).length', 'K_.length', "K_['length']", 'K_+_" 1"', '"1 "_+_K', '"a "+_K', 'K_===_other', 'other_!==_K', 'K_==_other', 'typeof_K', 'void_K', '!_K', '-_K',
  'K_in_{}', 'other_in_({ [_K_]: 1 })', 'K_instanceof_Object', 'other ?_K_:_1', 'other ? 1 :_K', 'nothing_??_K', 'nothing_||_K', 'other_&&_K', 'K_?_1_:_2', '`a ${_K_} b`', 'String(_K_)', '(_0,_K_)', '((v =_K_) => v)()',
  '(() =>_K_)()', '({ v: K }).v', '(({ v =_K_}) => v)({})', 'K_**_2', '2_**_K', 'K_<_other', 'K_>_other', 'K_/_2', 'K_%_2', 'new_Map([[1,_K_]]).get(1)', 'K_?._length', '[...K_]', '{ switch (other) { case_K_: return 1; default: return 2 } }',
  '{ for (const v of_K_) return v }', '{ return_K_}', '{ let v; v_=_K_; return v }', '{ try { throw_K_} catch (error) { return error } }', '{ if (_K_) return 1; else return_K_}', 'env.FOO_??_K', 'env.FOO_||_(K)', 'env["FOO"]_?_env["FOO"]_:_K', '{ env.FOO_=_K_; return env.FOO }', '{ env.FOO_??=_K_; return env.FOO }', '(env.FOO_||=_K_)',
  '{ const { FOO =_K_} = env; return FOO }', 'JSON.stringify({ apiKey:_K_, Authorization:_K_})', 'class { static v =_K_}.v', '(class { static v =_K_}).v', '{ return f(_K_); function f(v) { return v } }',
].map((text) => text.replace(/^class /, 'new class '));

const code = fc.tuple(fc.constantFrom(...EXPRESSIONS), fc.infiniteStream(gap));

// A line break behind `return` makes a statement of the string; a comment in a write is not thrown away.
const ALLOWED = /statement of its own|simply be left out/;

function render(expression: string, literal: string, gaps: Iterator<string>): string {
  return expression.replaceAll(/_|K/g, (mark) => (mark === 'K' ? literal : gaps.next().value as string));
}

/** What the body of a function gives, as text; each run has an environment of its own. */
function run(body: string, env: Readonly<Record<string, string>>): string {
  const code = runInThisContext(`(function (process, other, nothing) {${body}})`) as (...args: readonly unknown[]) => unknown;
  const result = code({ env: { ...env } }, 'other', undefined);
  return `${typeof result} ${JSON.stringify(result) as string | undefined ?? ''}`;
}

/** The body as JavaScript; null where TypeScript cannot read it. */
function withoutTypes(body: string): string | null {
  const { outputText, diagnostics } = ts.transpileModule(`function module() {${body}}`, { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ESNext } });
  return diagnostics?.length === 0 ? outputText : null;
}

describe.each([['a.js', 700], ['a.ts', 300]] as const)('a key moved in %s', (filename, numRuns) => {
  const asRun = (body: string): string | null => (filename === 'a.ts' ? withoutTypes(body) : `function module() {${body}}`);

  it('leaves the meaning of the code as it was, whatever stands around it', () => {
    let [tried, moves] = [0, 0];
    const property = fc.property(code, key, around, style, fc.boolean(), ([expression, gaps], text, [before, after], how, isWhole) => {
      tried += 1;
      const literal = written(isWhole ? text : before + text + after, how);
      const rendered = render(expression, how === 'concatenated' || how === 'raw' ? `(${literal})` : literal, gaps);
      const body = `const { env } = process;${expression.startsWith('{ ') ? rendered : `return (${rendered})`}`;
      const expected = resultOf(asRun(body), {});
      const moved = expected === null ? null : movedOrNull(wrapped(body), filename);
      if (moved === null) return;

      const { output, results } = moved;
      const refusals = results.flatMap((result) => (result.type === 'refusal' ? [result.reason] : []));
      expect(results.length).toBeGreaterThan(0);
      expect(refusals.filter((reason) => !ALLOWED.test(reason))).toEqual([]);
      if (refusals.length > 0) return;

      expect(leaks(output, text)).toBe(false);
      expect(moveAll(output, filename).keys).toEqual([]);
      const env = Object.fromEntries(results.flatMap((result) => (result.type === 'move' ? [[result.variable, text]] : [])));
      expect(resultOf(asRun(output.slice(wrapped('').length - 2, -2)), env)).toBe(expected);
      moves += 1;
    });
    fc.assert(property, { numRuns });
    expect(moves).toBeGreaterThan(tried / 2);
  }, 120_000);
});

function wrapped(body: string): string {
  return `(function (other, nothing) {${body}})`;
}

function resultOf(definition: string | null, env: Readonly<Record<string, string>>): string | null {
  try {
    return definition === null ? null : run(`${definition}\nreturn module();`, env);
  } catch {
    return null;
  }
}

/** Null where the parser does not take the text. */
function movedOrNull(text: string, filename: string): Moved | null {
  try {
    return moveAll(text, filename);
  } catch (error) {
    if (String(error).includes(PARSE_FAILURE)) return null;
    throw error;
  }
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readOptions, type MigrateOptions } from '../../src/migrate/options.js';
import { moveKeys, planFile } from '../../src/migrate/plan-file.js';
import { readSource } from '../../src/source/read-source.js';
import { istKey } from '../fake-keys.js';

const MODULES = join(import.meta.dirname, '..', '..', 'node_modules');
const FILES = 1000;
const LARGEST = 60_000;
const KEY = istKey();
const NAMES = new Map([[KEY, 'WIX_API_KEY']]);
const OPTIONS = readOptions({}) as MigrateOptions;

const hashOf = (text: string): number => createHash('sha1').update(text).digest().readUInt32BE();

/** Real files with a string literal, one of which is replaced by a key; the same on every machine with the same packages. */
function* filesWithKey(): Generator<{ readonly path: string; readonly text: string; readonly range: readonly [number, number] }> {
  const paths = readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:[cm]?[jt]sx?)$/.test(path) && !/\.d\.[cm]?ts$/.test(path) && !/wix/i.test(path) && statSync(join(MODULES, path)).isFile())
    .map((path) => ({ path, hash: hashOf(path) })).sort((a, b) => a.hash - b.hash);
  for (const { path, hash } of paths) {
    const text = readFileSync(join(MODULES, path), 'utf8');
    const literals = text.length > LARGEST || text.includes('\ufffd') ? [] : literalsIn(text, path);
    const literal = literals[hash % literals.length];
    if (!literal) continue;
    const [start, end] = literal;
    const quote = text[start] ?? '';
    yield { path: `/project/src/${path.split('/').at(-1) ?? ''}`, text: text.slice(0, start) + quote + KEY + quote + text.slice(end), range: [start, start + KEY.length + 2] };
  }
}

function literalsIn(text: string, path: string): readonly (readonly [number, number])[] {
  const offset = text.startsWith('\ufeff') ? 1 : 0;
  const source = readSource(text.slice(offset), path);
  if ('type' in source) return [];
  const found: (readonly [number, number])[] = [];
  const pending: TSESTree.Node[] = [source.ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'Literal' && typeof node.value === 'string') found.push([node.range[0] + offset, node.range[1] + offset]);
    for (const name of source.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, TSESTree.Node | TSESTree.Node[] | null>)[name];
      pending.push(...(Array.isArray(child) ? child : [child]).filter((one) => one !== null && one !== undefined));
    }
  }
  return found.sort(([one], [other]) => one - other);
}

/** How many characters two texts share at their beginnings. */
function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

const reversed = (text: string): string => text.split('').reverse().join('');

function syntaxErrors(path: string, text: string): number {
  const kind = /\.[cm]?ts$/.test(path) ? ts.ScriptKind.TS : path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
  const { parseDiagnostics } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind) as unknown as { parseDiagnostics: readonly unknown[] };
  return parseDiagnostics.length;
}

describe(`a key in the place of a string in ${FILES.toLocaleString('en-US')} real files`, () => {
  it('is moved without a stray byte, the file parses, and a second run finds nothing; or it stays with a reason', () => {
    let [moved, left] = [0, 0];
    for (const { path, text, range: [start, end] } of filesWithKey()) {
      if (moved + left === FILES) break;
      const plan = planFile({ path, text }, OPTIONS);
      if (plan?.type !== 'plan') throw new Error(`${path}: the key was not found.`);
      const result = moveKeys(plan, { path, text }, NAMES);
      expect(result.moved.length + result.left.length, path).toBe(1);
      if (result.moved.length === 0) {
        left++;
        expect(result.text).toBe(text);
        continue;
      }
      moved++;
      // Only the literal, and what is one with it: a cast, the quotes, a space beside it.
      const [from, behind] = [sharedStart(text, result.text), text.length - sharedStart(reversed(text), reversed(result.text))];
      expect(from, path).toBeGreaterThanOrEqual(start - 1);
      expect(behind, path).toBeLessThanOrEqual(end + 1);
      expect(result.text.slice(from - 1, behind + result.text.length - text.length + 1), path).toContain('process.env.WIX_API_KEY');
      expect(syntaxErrors(path, result.text), path).toBeLessThanOrEqual(syntaxErrors(path, text));
      expect(planFile({ path, text: result.text }, OPTIONS), path).toBeNull();
    }
    expect(moved + left).toBe(FILES);
    expect(moved).toBeGreaterThan(FILES / 2);
  }, 120_000);
});

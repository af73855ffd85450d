import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../src/source/source-file.js';
import { FIXTURES } from './fixtures.js';
import { commentsOf, findDifference, findTreeDifference, read, scopesOf, typescriptEslintReads } from './scopes.js';

const FORMS: Readonly<Record<string, (code: string) => string>> = {
  'LF': (code) => code,
  'CRLF': (code) => code.replaceAll('\n', '\r\n'),
  'BOM': (code) => `\uFEFF${code}`,
  'tabs': (code) => code.replaceAll('\n', '\n\t').replaceAll('  ', '\t'),
};

/** Every node of a file, each with its parent set. */
function nodesIn({ ast, visitorKeys }: SourceFile): TSESTree.Node[] {
  const nodes: TSESTree.Node[] = [ast];
  for (const node of nodes) {
    const members = Object.entries(node).filter(([name]) => visitorKeys[node.type]?.includes(name)).flatMap(([, member]) => member as unknown);
    for (const child of members as (TSESTree.Node | null | undefined)[]) if (child) nodes.push(child);
  }
  return nodes;
}

function isInside([start, end]: TSESTree.Range, outer: TSESTree.Range): boolean {
  return outer[0] <= start && start <= end && end <= outer[1];
}

describe.each(Object.entries(FIXTURES).map(([name, [filename, code]]) => ({ name, filename, code })))('$name', ({ filename, code }) => {
  test.each(Object.entries(FORMS).map(([form, write]) => ({ form, text: write(code) })))('with $form', ({ text }) => {
    const source = read(text, filename);
    const nodes = nodesIn(source);
    expect(source.text).toBe(text);
    const stray = nodes.filter((node) => node.type !== 'Program' && !nodes.includes(node.parent));
    expect(stray.map(({ type }) => type)).toEqual([]);
    const outside = nodes.filter(({ range, parent }) => parent && parent.type !== 'Program' && !isInside(range, parent.range) && !isDecorated(parent));
    expect(outside.map(({ type, range }) => `${type} ${range.join('-')}`)).toEqual([]);
    for (const node of nodes) if (node.type === 'Literal') expect(text.slice(...node.range)).toBe(node.raw);
    for (const { type, value, range } of source.ast.comments ?? []) expect(text.slice(...range)).toContain(type === 'Line' ? value : `/*${value}*/`);
  });

  test('means what it means to typescript-eslint', () => {
    const source = read(code, filename);
    const theirs = typescriptEslintReads(code, filename, source.ast.sourceType);
    if (!theirs) return;
    expect(findDifference(scopesOf(source.scopeManager), scopesOf(theirs.scopeManager))).toBeNull();
    expect(findTreeDifference(source.ast, theirs.ast)).toBeNull();
    if (!code.startsWith('#!')) expect(commentsOf(source)).toEqual(commentsOf(theirs));
  });
});

/** Decorators may stand before an `export`, outside the class that they belong to. */
function isDecorated(node: TSESTree.Node): boolean {
  return node.type === 'ClassDeclaration' && node.decorators.length > 0;
}

test('the fixtures are many, and typescript-eslint reads most', () => {
  const fixtures = Object.values(FIXTURES);
  expect(fixtures.length).toBeGreaterThanOrEqual(50);
  const read = fixtures.filter(([filename, code]) => typescriptEslintReads(code, filename, 'module') !== null);
  expect(read.length).toBeGreaterThan(fixtures.length * 0.8);
});

test('lines and columns are those of ESLint', () => {
  const { ast } = read('a;\r\nb;\u2028 c;\rd;\n', 'a.js');
  expect(ast.body.map(({ loc: { start, end } }) => [start.line, start.column, end.line, end.column])).toEqual([[1, 0, 1, 2], [2, 0, 2, 2], [3, 1, 3, 3], [4, 0, 4, 2]]);
});

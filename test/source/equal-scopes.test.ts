import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { readSource } from '../../src/source/read-source.js';
import { commentsOf, findDifference, findTreeDifference, scopesOf, typescriptEslintReads } from './scopes.js';

const ROOT = join(import.meta.dirname, '../../node_modules');
const MOST_BYTES = 100_000;
const LEAST = 2000;
/** How many files of each kind; of the rare kinds all that there are. */
const KINDS: readonly (readonly [kind: RegExp, files: number])[] = [
  [/\.d\.[cm]?ts$/u, 650], [/(?<!\.d)\.[cm]?ts$/u, 300], [/\.[jt]sx$/u, 200], [/\.mjs$/u, 250], [/\.cjs$/u, 250], [/\.js$/u, 850],
];

/** Files of every kind, the same on every run: those whose paths have the lowest hashes. */
function sampleOf(folder: string): string[] {
  const hashOf = (path: string): string => createHash('sha1').update(relative(folder, path).replaceAll('\\', '/')).digest('hex');
  const all = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]s|[jt]sx)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size < MOST_BYTES)
    .map((path) => ({ path, hash: hashOf(path) }))
    .sort((one, other) => (one.hash < other.hash ? -1 : 1));
  return KINDS.flatMap(([kind, files]) => all.filter(({ path }) => kind.test(path)).slice(0, files).map(({ path }) => path));
}

test('the trees, comments and scopes of real files are those of typescript-eslint', { timeout: 300_000 }, () => {
  const refused: string[] = [];
  const different: string[] = [];
  let both = 0;
  let references = 0;
  for (const path of sampleOf(ROOT)) {
    // ESLint takes the byte order mark off before it parses, and makes a hashbang a comment.
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '').replace(/^#!/u, '//');
    const ours = readSource(text, path);
    const theirs = typescriptEslintReads(text, path, 'reason' in ours ? 'module' : ours.ast.sourceType);
    if ('reason' in ours && theirs) refused.push(`${path}:${String(ours.line)} ${ours.reason}`);
    if ('reason' in ours || !theirs) continue;
    both += 1;
    const difference = findDifference(scopesOf(ours.scopeManager), scopesOf(theirs.scopeManager));
    references += ours.scopeManager?.scopes.reduce((sum, scope) => sum + scope.references.length, 0) ?? 0;
    const trees = findTreeDifference(ours.ast, theirs.ast);
    if (trees !== null) different.push(`${path} ${trees}`);
    if (String(commentsOf(ours)) !== String(commentsOf(theirs))) different.push(`${path} comments`);
    if (difference) different.push(`${path}\n  ${difference.ours?.slice(0, 500) ?? ''}\n  ${difference.theirs?.slice(0, 500) ?? ''}`);
  }
  expect(refused).toEqual([]);
  expect(different.slice(0, 5)).toEqual([]);
  expect(both).toBeGreaterThanOrEqual(LEAST);
  expect(references).toBeGreaterThan(LEAST * 100);
});

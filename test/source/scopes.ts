import type { Definition, Reference, ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import * as typescriptParser from '@typescript-eslint/parser';
import { readSource } from '../../src/source/read-source.js';
import type { SourceFile } from '../../src/source/source-file.js';

interface Placed {
  readonly type: string;
  readonly range: readonly [number, number];
}

/** What the scopes of a file say, without identities, for comparison. */
export function scopesOf(scopeManager: ScopeManager | null): readonly string[] {
  return (scopeManager?.scopes ?? []).map((scope) => JSON.stringify({
    type: scope.type,
    block: placeOf(scope.block),
    isStrict: scope.isStrict,
    upper: scope.upper && placeOf(scope.upper.block),
    variables: scope.variables.filter(({ defs, references }) => defs.length > 0 || references.length > 0).map(variableOf),
    references: scope.references.map(referenceOf),
    through: scope.through.map(referenceOf),
  }));
}

/** The first scope in which two readings differ; null where they are the same. */
export function findDifference(ours: readonly string[], theirs: readonly string[]): { readonly ours: string | undefined; readonly theirs: string | undefined } | null {
  const at = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index) => index).find((index) => ours[index] !== theirs[index]);
  return at === undefined ? null : { ours: ours[at], theirs: theirs[at] };
}

/** A text as `@typescript-eslint/parser` reads it under a name; null where it refuses. */
export function typescriptEslintReads(text: string, filename: string, sourceType: SourceFile['ast']['sourceType'] | 'commonjs'): ReturnType<typeof typescriptParser.parseForESLint> | null {
  try {
    return typescriptParser.parseForESLint(text, {
      filePath: filename,
      sourceType: sourceType === 'module' ? 'module' : 'script',
      ecmaFeatures: { jsx: !/\.[cm]?ts$/u.test(filename), globalReturn: sourceType !== 'module' },
      range: true,
      loc: true,
      comment: true,
      jsDocParsingMode: 'none',
    });
  } catch {
    return null;
  }
}

// What is null here and undefined there, and nothing that tells two programs apart.
const ABSENT = new Set(['accessibility', 'readonly', 'value', 'body', 'typeAnnotation']);
const OWN = new Set(['start', 'end', 'loc', 'parent', 'tokens', 'comments', 'hashbang', 'sourceType']);

/** Where two trees first differ, as a path of member names; null where they are the same but for places in lines. */
export function findTreeDifference(ours: unknown, theirs: unknown, path = ''): string | null {
  if (ours === theirs || (ours instanceof RegExp && theirs instanceof RegExp)) return null;
  if (!isRecord(ours) || !isRecord(theirs)) return ours === null && theirs === undefined && ABSENT.has(path.replace(/^.*\./u, '')) ? null : path;
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    if (OWN.has(key) || (key === 'range' && ours.type === 'Program')) continue;
    // The value of JSX text: one parser decodes its entities.
    if (key === 'value' && typeof ours.raw === 'string' && ours.raw.includes('&')) continue;
    // One parser sorts them.
    if (key === 'flags') continue;
    const difference = findTreeDifference(ours[key], theirs[key], `${path}.${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof RegExp);
}

/** The comments of a tree with their places. */
export function commentsOf({ ast }: Pick<SourceFile, 'ast'>): readonly unknown[] {
  return (ast.comments ?? []).map(({ type, value, range, loc: { start, end } }) => [type, value, ...range, start.line, start.column, end.line, end.column].join());
}

/** The file of a text that has to be readable. */
export function read(text: string, filename: string): SourceFile {
  const result = readSource(text, filename);
  if ('reason' in result) throw new Error(`${filename}:${String(result.line)}: ${result.reason}`);
  return result;
}

function placeOf({ type, range }: Placed): string {
  // Where a program begins and ends says nothing about its scopes.
  return type === 'Program' ? type : `${type} ${range.join('-')}`;
}

function variableOf({ name, defs, identifiers, references }: Variable): unknown {
  return { name, defs: defs.map(definitionOf), identifiers: identifiers.map(placeOf), references: references.length };
}

function definitionOf({ type, name, node, parent }: Definition): unknown {
  return { type, name: placeOf(name), node: placeOf(node), parent: parent ? placeOf(parent) : null };
}

function referenceOf(reference: Reference): unknown {
  const { identifier, resolved, from, init, writeExpr } = reference;
  return {
    identifier: placeOf(identifier),
    reads: reference.isRead(),
    writes: reference.isWrite(),
    init: init ?? null,
    value: writeExpr ? placeOf(writeExpr) : null,
    isType: reference.isTypeReference,
    from: placeOf(from.block),
    resolved: resolved ? `${resolved.name} of ${placeOf(resolved.scope.block)}` : null,
  };
}

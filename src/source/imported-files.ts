import { extname, sep } from 'node:path';
import { mayHoldKey } from '../key/grammar.js';
import { cachedReader } from './file-cache.js';
import { mentionedModules } from './import-specifiers.js';
import { findImported } from './module-files.js';
import { readSource } from './read-source.js';
import { afresh, inRound, remembered } from './rounds.js';
import type { SourceFile } from './source-file.js';

const CODE = new Set(['.js', '.jsx', '.mjs', '.cjs', '.ts', '.tsx', '.mts', '.cts', '.json']);

/** Larger files, in bytes, are no code that a person writes. */
const LARGEST = 512 * 1024;

/** Of the trees that were read those of this many bytes are kept; a tree takes a hundred times the memory of its text. */
const MOST_KEPT = 1024 * 1024;

/** How many files, and how many imports deep, a key is looked for. */
const MOST_FILES = 100;
const DEEPEST = 6;

/** So many of them are looked at for each linted file; what others are was seen a moment ago. */
const MOST_LOOKED_AT_AGAIN = 4;

interface Facts {
  readonly mayHoldKey: boolean;
  readonly imports: readonly string[];
}

const factsAt = cachedReader((text): Facts => ({ mayHoldKey: mayHoldKey(text), imports: mentionedModules(text) }), { largest: LARGEST });

const sourceAt = cachedReader((text, path) => readSource(path.endsWith('.json') ? `module.exports=${text}` : text, path), { largest: LARGEST, most: MOST_KEPT });

/** The file of the project that an import means; null for packages, for what is not there and for what is no code. */
export function importedFile(specifier: string, from: string): string | null {
  const path = findImported(specifier, from);
  return path !== null && CODE.has(extname(path).toLowerCase()) && !isInstalled(path) ? path : null;
}

const INSTALLED = `${sep}node_modules${sep}`;

function isInstalled(path: string): boolean {
  return path.includes(INSTALLED);
}

/** A file of the project; null where it is missing, too large or not readable. JSON is read as a script that exports it. */
export function readImported(path: string): SourceFile | null {
  const source = sourceAt(path);
  return source === null || 'type' in source ? null : source;
}

const answers = new WeakMap<object, boolean>();

/** Whether a key may be written in a file that this one imports, directly or by others; by the texts alone. `form` is what the file is linted as. */
export function mayImportKey(text: string, filename: string, form: object): boolean {
  const known = answers.get(form);
  if (known !== undefined) return known;
  const imports = isInstalled(filename) ? [] : mentionedModules(text);
  const answer = imports.length > 0 && inRound(filename, form, () => isKeyBehind(imports, filename));
  answers.set(form, answer);
  return answer;
}

function isKeyBehind(imports: readonly string[], filename: string): boolean {
  const start = (): readonly Vertex[] => verticesAt(filesOf(imports, filename));
  // What was linted before may have seen them before they came or changed.
  afresh(() => filesOf(imports.filter((specifier) => specifier.startsWith('.')), filename));
  const near = [...verticesBehind(start(), MOST_LOOKED_AT_AGAIN)];
  afresh(() => { for (const { path } of near) factsAt(path); });
  if (isKeyless(start())) return false;
  for (const { facts } of verticesBehind(start(), MOST_FILES)) if (facts.mayHoldKey) return true;
  return false;
}

/** The first files that are imported, directly or by others; breadth first, as what a file imports itself is the likeliest. */
function* verticesBehind(start: readonly Vertex[], most: number): Generator<Vertex> {
  const seen = new Set<Vertex>();
  let level = start;
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const deeper: Vertex[] = [];
    for (const vertex of level) {
      if (seen.has(vertex)) continue;
      if (seen.size === most) return;
      seen.add(vertex);
      yield vertex;
      for (const other of importsOf(vertex)) deeper.push(other);
    }
    level = deeper;
  }
}

/** A file among those that import one another. */
interface Vertex {
  readonly path: string;
  readonly facts: Facts;
  /** Null where nobody has asked yet. */
  imports: readonly Vertex[] | null;
  /** Whether it is among what was reached in the round. */
  isReached: boolean;
}

/** What was reached in a round, from whatever linted file, in the order in which it was. */
interface Region {
  readonly vertices: Vertex[];
  /** Of how many of them it is known what they import. */
  explored: number;
  holdsKey: boolean;
}

/** Whether it is known that nothing behind these files holds a key. Linted files share what was explored: most projects hold none, and files of one import one another. */
function isKeyless(start: readonly Vertex[]): boolean {
  const region = remembered('region', (): Region => ({ vertices: [], explored: 0, holdsKey: false }));
  reach(start, region);
  for (let most = region.explored + MOST_FILES; region.explored < most && !region.holdsKey; region.explored++) {
    const vertex = region.vertices[region.explored];
    if (!vertex) return true;
    reach(importsOf(vertex), region);
  }
  return false;
}

function reach(vertices: readonly Vertex[], region: Region): void {
  for (const vertex of vertices) {
    if (vertex.isReached) continue;
    vertex.isReached = true;
    region.vertices.push(vertex);
    region.holdsKey ||= vertex.facts.mayHoldKey;
  }
}

function importsOf(vertex: Vertex): readonly Vertex[] {
  vertex.imports ??= verticesAt(filesOf(vertex.facts.imports, vertex.path));
  return vertex.imports;
}

function verticesAt(paths: readonly string[]): readonly Vertex[] {
  return paths.flatMap((path) => remembered(`vertex\0${path}`, (): Vertex | null => {
    const facts = factsAt(path);
    return facts && { path, facts, imports: null, isReached: false };
  }) ?? []);
}

function filesOf(imports: readonly string[], from: string): string[] {
  return imports.flatMap((specifier) => importedFile(specifier, from) ?? []);
}

import { dirname } from 'node:path';
import { mayAuthorize, mayHoldKey } from '../key/grammar.js';
import { cachedReader, detached } from './file-cache.js';
import { mentionedModules } from './import-specifiers.js';
import { importedFile, isInstalled, LARGEST_CODE } from './imported-files.js';
import { afresh, filesInRound, inRound, remembered } from './rounds.js';

/** How many files, and how many imports deep, a key is looked for. */
const MOST_FILES = 100;
const DEEPEST = 6;

/** So many of them are looked at again for each linted file that says something of keys; what others are was seen a moment ago. */
const MOST_LOOKED_AT_AGAIN = 4;

/** Who lints more files without a pause changes none of them meanwhile. */
const MOST_FRESH = 100;

interface Facts {
  readonly mayHoldKey: boolean;
  readonly imports: readonly string[];
}

const factsAt = cachedReader((text): Facts => ({ mayHoldKey: mayHoldKey(text), imports: mentionedModules(text).map(detached) }), { largest: LARGEST_CODE });

const answers = new WeakMap<object, boolean>();

/** Whether a key may be written in a file that this one imports, directly or by others; by the texts alone. `form` is what the file is linted as. */
export function mayImportKey(text: string, filename: string, form: object): boolean {
  const known = answers.get(form);
  if (known !== undefined) return known;
  const imports = isInstalled(filename) ? [] : mentionedModules(text);
  const answer = imports.length > 0 && inRound(filename, form, () => {
    // Not for the many files that say nothing of keys, in which this is most of the work.
    if (filesInRound() <= MOST_FRESH && mayAuthorize(text)) lookAgain(imports, filename);
    return isKeyBehind(verticesOf(imports, filename));
  });
  answers.set(form, answer);
  return answer;
}

/** What was linted before may have seen what is imported before it came or changed. */
function lookAgain(imports: readonly string[], filename: string): void {
  afresh(() => { for (const specifier of imports) if (specifier.startsWith('.')) importedFile(specifier, filename); });
  const near = [...verticesBehind(verticesOf(imports, filename), MOST_LOOKED_AT_AGAIN)];
  afresh(() => { for (const { path } of near) factsAt(path); });
}

function isKeyBehind(start: readonly Vertex[]): boolean {
  if (isKeyless(start)) return false;
  for (const { facts } of verticesBehind(start, MOST_FILES)) if (facts.mayHoldKey) return true;
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
  vertex.imports ??= verticesOf(vertex.facts.imports, vertex.path);
  return vertex.imports;
}

/** What imports of a file lead to. The files of a folder mostly import the same ones. */
function verticesOf(imports: readonly string[], from: string): readonly Vertex[] {
  const folder = remembered(`imports\0${dirname(from)}`, () => new Map<string, Vertex | null>());
  const vertices: Vertex[] = [];
  for (const specifier of imports) {
    const known = folder.get(specifier);
    const vertex = known === undefined ? vertexOf(specifier, from) : known;
    if (known === undefined) folder.set(detached(specifier), vertex);
    if (vertex) vertices.push(vertex);
  }
  return vertices;
}

function vertexOf(specifier: string, from: string): Vertex | null {
  const path = importedFile(specifier, from);
  return path === null ? null : remembered(`vertex\0${path}`, (): Vertex | null => {
    const facts = factsAt(path);
    return facts && { path, facts, imports: null, isReached: false };
  });
}

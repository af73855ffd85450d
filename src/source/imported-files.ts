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

interface Facts {
  readonly mayHoldKey: boolean;
  readonly imports: readonly string[];
}

const factsAt = cachedReader((text): Facts => ({ mayHoldKey: mayHoldKey(text), imports: mentionedModules(text) }), { largest: LARGEST });

const sourceAt = cachedReader((text, path) => readSource(path.endsWith('.json') ? `module.exports=${text}` : text, path), { largest: LARGEST, most: MOST_KEPT });

/** The file of the project that an import means; null for packages, for what is not there and for what is no code. */
export function importedFile(specifier: string, from: string): string | null {
  const path = findImported(specifier, from);
  return path !== null && CODE.has(extname(path).toLowerCase()) && !path.split(sep).includes('node_modules') ? path : null;
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
  const imports = mentionedModules(text);
  const answer = imports.length > 0 && inRound(filename, form, () => isKeyBehind(imports, filename));
  answers.set(form, answer);
  return answer;
}

/** Breadth first: what a file imports itself is the likeliest. */
function isKeyBehind(imports: readonly string[], filename: string): boolean {
  const paths = filesOf(imports, filename);
  // What was linted before may have seen them before they changed.
  afresh(() => { paths.forEach(factsAt); });
  const seen = new Set<Vertex>();
  let level = verticesAt(paths);
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next: Vertex[] = [];
    for (const vertex of level) {
      if (seen.has(vertex) || seen.size >= MOST_FILES) continue;
      seen.add(vertex);
      if (vertex.facts.mayHoldKey) return true;
      next.push(...importsOf(vertex));
    }
    level = next;
  }
  return false;
}

/** A file among those that import one another. */
interface Vertex {
  readonly path: string;
  readonly facts: Facts;
  /** Null where nobody has asked yet. */
  imports: readonly Vertex[] | null;
}

function importsOf(vertex: Vertex): readonly Vertex[] {
  vertex.imports ??= verticesAt(filesOf(vertex.facts.imports, vertex.path));
  return vertex.imports;
}

function verticesAt(paths: readonly string[]): readonly Vertex[] {
  return paths.flatMap((path) => remembered(`vertex\0${path}`, (): Vertex | null => {
    const facts = factsAt(path);
    return facts && { path, facts, imports: null };
  }) ?? []);
}

function filesOf(imports: readonly string[], from: string): string[] {
  return imports.flatMap((specifier) => importedFile(specifier, from) ?? []);
}

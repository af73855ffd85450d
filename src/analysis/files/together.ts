import type { TSESTree } from '@typescript-eslint/utils';
import { importedFile, readImported } from '../../source/imported-files.js';
import { treeOf } from '../../source/read-source.js';
import type { SourceFile } from '../../source/source-file.js';
import { createWorld, ownSitesOf, sitesWhereKeysMatter } from '../evaluation/evaluate.js';
import { indexOf, type FileIndex } from '../file-index.js';
import { isOfFile, type FunctionNode, type SiteNode } from '../nodes.js';
import type { Sites } from '../calls/sites.js';
import type { Files, Program, World } from '../program.js';

/** How many files are read for one, how long together in UTF-16 units, and how many imports deep. */
const MOST_FILES = 60;
const MOST_TEXT = 2 * 1024 * 1024;
const DEEPEST = 8;

/** A file with its absolute path. */
export interface LocatedSource {
  readonly source: SourceFile;
  readonly filename: string;
}

/** What one reading of files together starts from: those that are active, by their paths, and who of them calls functions of another. */
export interface Start {
  readonly active: ReadonlySet<string>;
  readonly calls: Sites;
}

interface Member {
  readonly program: Program;
  readonly path: string;
  readonly depth: number;
}

/** A linted file and, read when they are asked for, the files that it imports. */
export class Together implements Files {
  readonly main: Program;
  readonly #filename: string;
  readonly #members = new Map<string, Member>();
  readonly #byTree = new Map<TSESTree.Program, Member>();
  readonly #world = createWorld(this);
  readonly #callers: Callers;
  #length = 0;
  #paths: ReadonlySet<string>;
  #active: readonly Program[] | null = null;

  constructor({ source, filename }: LocatedSource, { active, calls }: Start) {
    this.#filename = filename;
    this.#paths = active;
    this.#callers = new Callers(calls);
    this.main = this.#add(indexOf(source), filename, 0).program;
    // Not in the middle of a question, which would suspend itself over the whole file.
    sitesWhereKeysMatter(this.main.index);
  }

  get active(): readonly Program[] {
    return (this.#active ??= [...this.#paths].flatMap((path) => this.#memberAt(path, 0)?.program ?? []));
  }

  readonly programOf = (node: TSESTree.Node): Program => {
    const tree = treeOf(node);
    return (tree && this.#byTree.get(tree)?.program) ?? this.main;
  };

  pathOf(program: Program): string {
    return this.#byTree.get(program.index.source.ast)?.path ?? this.#filename;
  }

  imported(specifier: string, by: Program): Program | null {
    const from = this.#byTree.get(by.index.source.ast);
    const path = importedFile(specifier, from?.path ?? this.#filename);
    return path === null ? null : (this.#memberAt(path, (from?.depth ?? 0) + 1)?.program ?? null);
  }

  /** Starts from something else, unless an answer that was given by now would be another; tells whether. */
  startFrom({ active, calls }: Start): boolean {
    if (!this.#callers.learn(calls)) return false;
    this.#paths = active;
    this.#active = null;
    return true;
  }

  #memberAt(path: string, depth: number): Member | null {
    const known = this.#members.get(path);
    if (known) return known;
    if (depth > DEEPEST || this.#members.size >= MOST_FILES || this.#length > MOST_TEXT) return null;
    const read = readImported(path);
    return read && this.#add(indexOf(read), path, depth);
  }

  #add(index: FileIndex, path: string, depth: number): Member {
    const member = { program: programOf(index, this.#world, this.#callers), path, depth };
    this.#members.set(path, member);
    this.#byTree.set(index.source.ast, member);
    this.#length += index.source.text.length;
    return member;
  }
}

function programOf(index: FileIndex, world: World, callers: Callers): Program {
  return {
    index, world,
    sitesOf: (owner) => [...ownSitesOf(owner, index), ...callers.of(owner)],
    calledByOthers: () => callers.ownersIn(index.source.ast),
  };
}

/** Who in one file calls functions of another, and what was answered of it. */
class Callers {
  readonly #told = new Map<FunctionNode, readonly SiteNode[]>();
  readonly #named = new Map<TSESTree.Program, readonly FunctionNode[]>();
  #calls: Sites;

  constructor(calls: Sites) {
    this.#calls = calls;
  }

  of(owner: FunctionNode): readonly SiteNode[] {
    const sites = this.#calls.get(owner) ?? [];
    this.#told.set(owner, sites);
    return sites;
  }

  ownersIn(ast: TSESTree.Program): readonly FunctionNode[] {
    const owners = this.#named.get(ast) ?? ownersOf(this.#calls, ast);
    this.#named.set(ast, owners);
    return owners;
  }

  /** Takes other calls in their place; false, and nothing happens, where an answer would be another with them. */
  learn(calls: Sites): boolean {
    const isAsTold = [...this.#told].every(([owner, sites]) => isSame(sites, calls.get(owner) ?? []));
    if (!isAsTold || ![...this.#named].every(([ast, owners]) => isSame(owners, ownersOf(calls, ast)))) return false;
    this.#calls = calls;
    return true;
  }
}

function ownersOf(calls: Sites, ast: TSESTree.Program): readonly FunctionNode[] {
  return [...calls.keys()].filter((owner) => isOfFile(owner, ast));
}

function isSame(one: readonly SiteNode[], other: readonly SiteNode[]): boolean {
  return one.length === other.length && one.every((node, at) => node === other[at]);
}

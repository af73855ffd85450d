import type { TSESTree } from '@typescript-eslint/utils';
import { importedFile, readImported } from '../../source/imported-files.js';
import { treeOf } from '../../source/read-source.js';
import type { SourceFile } from '../../source/source-file.js';
import { createWorld, ownSitesOf, sitesWhereKeysMatter } from '../evaluation/evaluate.js';
import { indexOf, type FileIndex } from '../file-index.js';
import { isOfFile, type FunctionNode } from '../nodes.js';
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
export function readTogether({ source, filename }: LocatedSource, { active, calls }: Start): Files {
  const members = new Map<string, Member>();
  const byTree = new Map<TSESTree.Program | null, Member>();
  let length = 0;
  let activePrograms: readonly Program[] | undefined;
  const files: Files = {
    get main() { return main.program; },
    get active() { return (activePrograms ??= [...active].flatMap((path) => memberAt(path, 0)?.program ?? [])); },
    programOf: (node: TSESTree.Node) => (byTree.get(treeOf(node)) ?? main).program,
    pathOf: (program) => byTree.get(program.index.source.ast)?.path ?? filename,
    imported: (specifier, by) => {
      const from = byTree.get(by.index.source.ast) ?? main;
      const path = importedFile(specifier, from.path);
      return path === null ? null : (memberAt(path, from.depth + 1)?.program ?? null);
    },
  };
  const world = createWorld(files);
  const add = (index: FileIndex, path: string, depth: number): Member => {
    const program = programOf(index, world, calls);
    const member = { program, path, depth };
    members.set(path, member);
    byTree.set(index.source.ast, member);
    length += index.source.text.length;
    return member;
  };
  const memberAt = (path: string, depth: number): Member | null => {
    const known = members.get(path);
    if (known) return known;
    if (depth > DEEPEST || members.size >= MOST_FILES || length > MOST_TEXT) return null;
    const read = readImported(path);
    return read && add(indexOf(read), path, depth);
  };
  const main = add(indexOf(source), filename, 0);
  // Not in the middle of a question, which would suspend itself over the whole file.
  sitesWhereKeysMatter(main.program.index);
  return files;
}

function programOf(index: FileIndex, world: World, calls: Sites): Program {
  let called: readonly FunctionNode[] | undefined;
  return {
    index, world,
    sitesOf: (owner) => [...ownSitesOf(owner, index), ...(calls.get(owner) ?? [])],
    calledByOthers: () => (called ??= [...calls.keys()].filter((owner) => isOfFile(owner, index.source.ast))),
  };
}

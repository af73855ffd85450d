import type { TSESTree } from '@typescript-eslint/utils';
import type { FileIndex } from './file-index.js';
import type { FunctionNode, SiteNode } from './nodes.js';

type Node = TSESTree.Node;

/** One file of those that are read together. */
export interface Program {
  readonly index: FileIndex;
  readonly world: World;
  /** What may call a function of the file; nothing while that is being found out. */
  readonly sitesOf: (owner: FunctionNode) => readonly SiteNode[];
  /** Its functions that other files call. */
  readonly calledByOthers: () => readonly FunctionNode[];
}

/** What the files that are read together share. */
export interface World {
  /** The files that the linted one may reach; null where it is read alone. */
  readonly files: Files | null;
  /** How often something was asked that only a caller could tell. */
  misses: number;
  /** How many contexts there are by now. */
  contexts: number;
  /** How many questions were asked on behalf of callers by now. */
  questions: number;
}

/** The linted file and those that it imports, directly or by others; each is read when it is asked for. */
export interface Files {
  readonly main: Program;
  /** The programs whose requests count: the linted file, and those that it hands a key to. */
  readonly active: readonly Program[];
  readonly programOf: (node: Node) => Program;
  /** The program that an import means; null for a package and for what is missing, broken, too large or too far away. */
  imported(specifier: string, by: Program): Program | null;
  /** The absolute path of a program. */
  pathOf(program: Program): string;
}

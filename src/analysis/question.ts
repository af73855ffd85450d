import type { TSESTree } from '@typescript-eslint/utils';
import type { FileIndex } from './file-index.js';
import type { Values } from './values.js';

/** From where a member is read: the file, and the expression whose place in the text decides which writes it sees. */
export interface Reading {
  readonly index: FileIndex;
  readonly read: TSESTree.Node | null;
}

/** A question about a node, suspended while it waits for the answer about another: deep code needs no deep stack. */
export type Question<Answer = Values> = Generator<TSESTree.Node, Answer, Values>;

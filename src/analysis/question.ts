import type { TSESTree } from '@typescript-eslint/utils';
import type { Values } from './values.js';

/** A question about a node, suspended while it waits for the answer about another: deep code needs no deep stack. */
export type Question<Answer = Values> = Generator<TSESTree.Node, Answer, Values>;

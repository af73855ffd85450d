import type { TSESTree } from '@typescript-eslint/utils';
import type { Context, Value, Values } from '../values.js';

type Node = TSESTree.Node;

/** An expression to be asked about in another context than that of the question. */
export interface Asked {
  readonly node: Node;
  readonly context: Context;
}

/** From where something is read: the context, and the expression whose place in the text decides which writes it sees (null: it may see all). */
export interface Reading {
  readonly context: Context;
  readonly read: Node | null;
  /** The object whose member is read, where it is one of this source's classes or literals: writes to others of its kind are not seen. */
  readonly receiver?: Value;
}

/** A question about a node, suspended while it waits for the answer about another: deep code needs no deep stack. */
export type Question<Answer = Values> = Generator<Asked | Node, Answer, Values>;

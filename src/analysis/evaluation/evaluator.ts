import type { TSESTree } from '@typescript-eslint/utils';
import type { FileIndex } from '../file-index.js';
import type { Question } from './question.js';
import type { Context, Values } from '../values.js';

type Node = TSESTree.Node;

/** Answers what an expression of one file may evaluate to in one context; each is asked about once. */
export interface Evaluator {
  readonly index: FileIndex;
  readonly context: Context;
  readonly valuesOf: (node: Node) => Values;
  /** Runs a question of the caller's own to its end. */
  readonly answer: <Answer>(question: Question<Answer>) => Answer;
  /** The evaluator in another context of the file. */
  readonly within: (context: Context) => Evaluator;
  /** Whether a caller that is not known here would tell more of what an expression is. */
  readonly isDependent: (node: Node) => boolean;
  /** One evaluator for each way in which callers decide what these expressions of one function are; this one alone where they do not. */
  readonly viewsOf: (nodes: readonly Node[]) => readonly Evaluator[];
}

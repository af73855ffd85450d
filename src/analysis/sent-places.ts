import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceFile } from '../source/source-file.js';
import { innermostIn } from './innermost.js';
import { isOfFile } from './nodes.js';
import type { SentRequest } from './sent-requests.js';
import type { Value } from './values.js';

type Node = TSESTree.Node;

/** The innermost expression of a request that has a value; what is called, where the request was given it elsewhere. */
export function placeOf(value: Value, request: SentRequest): Node {
  const { node, evaluator } = request;
  const [place] = innermostIn(node, evaluator.index.source, (candidate) => evaluator.valuesOf(candidate).some((held) => isSame(held, value)));
  return place && place !== node ? place : calledBy(node);
}

/** Findings that can be pointed at, because they stand in the linted file; in the order of the text. */
export function shownIn<Finding extends { readonly node: Node }>({ ast }: SourceFile, findings: Iterable<Finding>): readonly Finding[] {
  return [...findings].filter(({ node }) => isOfFile(node, ast)).sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** What is called by a request, or named by an element. */
export function calledBy(node: Node): Node {
  if ('callee' in node) return node.callee;
  return node.type === 'JSXOpeningElement' ? node.name : node;
}

function isSame(one: Value, other: Value): boolean {
  if (one === other) return one.type !== 'unknown' && one.type !== 'nothing';
  if (one.type === 'reference' && other.type === 'reference') return one.node === other.node;
  if (one.type !== 'text' || other.type !== 'text') return false;
  return one.pieces.length === other.pieces.length && one.pieces.every((piece, at) => piece.node === other.pieces[at]?.node);
}

import type { TSESTree } from '@typescript-eslint/utils';
import { classify, type Key } from '../key/classify.js';
import { assemblyOf } from './assemblies.js';
import { knownStart, type TextValue } from './values.js';

type Node = TSESTree.Node;

/** What a key is written in. */
export type KeyNode = Node | TSESTree.Comment;

/** Whether a key is written in a comment, the one of the hashbang among them. */
export function isComment(node: KeyNode): node is TSESTree.Comment {
  return /^(?:Line|Block|Shebang|Hashbang)$/u.test(node.type);
}

/** A key and where it is written. */
export interface Written {
  readonly key: Key;
  readonly node: KeyNode;
  /** The expression that puts it together; null where it stands in one literal. */
  readonly assembly: Node | null;
  /** Where another file wrote it, the expression of the linted file that it came through; null where there is none. */
  readonly via?: Node | null;
}

/** The key that a text begins with (behind `Bearer`, if it stands there), and the literal that it begins in; null where the text begins otherwise. */
export function keyInText(text: TextValue): Written | null {
  const key = classify(knownStart(text));
  if (key === null) return null;
  const piece = pieceAt(text, key.start, key.start + key.text.length);
  if (piece === null) return null;
  const { node, via, isWhole } = piece;
  const literal = literalOf(node);
  return { key, node: literal, assembly: isWhole ? null : assemblyOf(literal), via };
}

/** The piece that a key begins in, and whether it ends in the same; null where the text is shorter. */
export function pieceAt(text: TextValue, start: number, end: number): { readonly node: Node; readonly via: Node | null; readonly isWhole: boolean } | null {
  let at = 0;
  for (const piece of text.pieces) {
    const length = piece.text?.length ?? 0;
    if (start < at + length) return { node: piece.node, via: piece.via ?? null, isWhole: end <= at + length && !text.derived };
    at += length;
  }
  return null;
}

/** A template as a whole stands for each of its stretches. */
export function literalOf(node: Node): Node {
  return node.type === 'TemplateElement' ? node.parent : node;
}

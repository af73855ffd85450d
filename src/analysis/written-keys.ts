import type { TSESTree } from '@typescript-eslint/utils';
import { classify, type Key } from '../key/classify.js';
import { readClaims } from '../key/claims.js';
import { findKeyMatches, mayConcernKeys } from '../key/grammar.js';
import type { Evaluator } from './evaluation/evaluator.js';
import type { TextNode } from './file-index.js';
import { assemblyOf } from './assemblies.js';
import { literalOf, pieceAt, type KeyNode, type Written } from './key-texts.js';
import { knownStart, knownText, type TextValue } from './values.js';

type Node = TSESTree.Node;

/** Every whole key that the text of the file shows: in one literal or comment, or put together by an expression. */
export function writtenWhole(evaluator: Evaluator): readonly Written[] {
  const { ast } = evaluator.index.source;
  const inComments = (ast.comments ?? []).flatMap((comment) => keysInText(comment.value, comment));
  const inTexts = evaluator.index.texts.flatMap((node) => keysInText(textOf(node), literalOf(node)));
  return [...inComments, ...inTexts, ...assembledKeys(evaluator)];
}

function keysInText(text: string, node: KeyNode): Written[] {
  const [first] = findKeyMatches(text);
  const key = first ? classify(text.slice(first.start, first.end)) : null;
  return key ? [{ key: { ...key, start: first?.start ?? 0 }, node, assembly: null }] : [];
}

function textOf(node: TextNode): string {
  if (node.type === 'TemplateElement') return node.value.cooked ?? node.value.raw;
  if (node.type === 'JSXText') return node.value;
  return typeof node.value === 'string' ? node.value : node.raw;
}

/** Keys that no literal holds in one piece. Only expressions that may give a text with a key prefix are asked. */
function assembledKeys(evaluator: Evaluator): Written[] {
  const candidates: readonly Node[] = [...evaluator.index.assemblies, ...evaluator.index.calls];
  const seen = new Set<Node>();
  return candidates.flatMap((node) => evaluator.valuesOf(node).flatMap((value) => (value.type === 'text' ? assembledKey(value, seen) : [])));
}

/** The keys in a text that no literal holds in one piece; of those that begin in the same literal the first. */
function assembledKey(value: TextValue, seen: Set<Node>): Written[] {
  if (value.pieces.length < 2 && !value.derived) return [];
  const text = knownText(value) ?? knownStart(value);
  if (!mayConcernKeys(text)) return [];
  return findKeyMatches(text).flatMap((match) => {
    const piece = pieceAt(value, match.start, match.end);
    const key = classify(text.slice(match.start, match.end));
    if (key === null || piece === null || piece.isWhole) return [];
    const literal = literalOf(piece.node);
    if (seen.has(literal)) return [];
    seen.add(literal);
    return [{ key, node: literal, assembly: assemblyOf(literal) }];
  });
}

/** An app secret, which nothing in its text marks as one; null for what visibly stands for one. */
export function appSecret(value: TextValue, isPlaceholder: (text: string) => boolean): Written | null {
  const text = knownText(value);
  const [first] = value.pieces;
  if (text === null || !first || isPlaceholder(text)) return null;
  const key: Key = { kind: 'app-secret', form: 'whole', text, start: 0, claims: readClaims('') };
  return { key, node: literalOf(first.node), assembly: value.pieces.length > 1 ? assemblyOf(literalOf(first.node)) : null };
}

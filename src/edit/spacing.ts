import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceFile } from '../source/source-file.js';
import { commentsWithin } from './comments.js';
import type { TextEdit } from './text-edit.js';

type Node = TSESTree.Node;

const NAME_CHARACTER = /[\w$]|[^\0-\x7f\s]/;

/** Puts code (or, where it is empty, nothing) in place of a range, with a space where neighbours would run together: `return'K'`, `'K'===x`. */
export function spacedEdit(text: string, [start, end]: readonly [number, number], code: string): TextEdit {
  const last = text.charAt(start - 1);
  const next = text.charAt(end);
  if (code === '') return { range: [start, end], text: runsInto(last, next) ? ' ' : '' };
  const before = runsInto(last, code.charAt(0)) ? ' ' : '';
  return { range: [start, end], text: before + code + (runsInto(code.charAt(code.length - 1), next) ? ' ' : '') };
}

function runsInto(one: string, other: string): boolean {
  if (one === '!') return other === '=' || NAME_CHARACTER.test(other);
  return NAME_CHARACTER.test(one) ? other === '`' || NAME_CHARACTER.test(other) : /[`)\]]/.test(one) && NAME_CHARACTER.test(other);
}

// Not repeated: of a pattern V8 keeps a way back for each turn, and gives up at some millions.
const TRIVIA = /\s+|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\//y;

/** Where the next token begins, behind white space and comments; `at` must not lie within a token. */
export function tokenAt(text: string, at: number): number {
  let end = at;
  for (TRIVIA.lastIndex = at; TRIVIA.test(text);) end = TRIVIA.lastIndex;
  return end;
}

/** Where a node ends with the parentheses around it, of those that close before `limit`. */
export function outerEnd(text: string, node: Node, limit: number): number {
  let end = node.range[1];
  for (let next = tokenAt(text, end); next < limit && text.charAt(next) === ')'; next = tokenAt(text, end)) end = next + 1;
  return end;
}

/** Removes what ends an expression, from its operator on, and keeps the comments in it. */
export function tailRemoval({ text, ast }: SourceFile, [start, end]: readonly [number, number]): TextEdit[] {
  const edges = [start, ...commentsWithin([start, end], ast).flatMap(({ range }) => range), end];
  return edges.flatMap((from, at) => {
    const to = edges[at + 1];
    if (at % 2 === 1 || to === undefined) return [];
    const space = /^\s*/.exec(text.slice(from, to))?.[0] ?? '';
    const isNeeded = to < end || (from > start && /[\n\r\u2028\u2029]/.test(space));
    return [{ range: [from, to] as const, text: isNeeded ? space : '' }];
  });
}

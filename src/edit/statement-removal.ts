import type { TSESTree } from '@typescript-eslint/utils';
import { indexIn } from '../analysis/nodes.js';
import type { SourceFile } from '../source/source-file.js';
import { commentsWithin } from './comments.js';
import { siblingsOf } from './siblings.js';
import { tokenAt } from './spacing.js';
import type { TextEdit } from './text-edit.js';

type Node = TSESTree.Node;

/** The edit that takes a statement out, with its line where nothing else stands on it; null where another statement needs it or a comment stands in it. */
export function statementRemoval(statement: Node, source: SourceFile): readonly TextEdit[] | null {
  const siblings = siblingsOf(statement);
  const hasComment = commentsWithin(statement.range, source.ast).length > 0;
  if (!siblings || hasComment) return null;
  const at = indexIn(siblings, statement);
  if (isHinge(siblings[at - 1], siblings[at + 1], source)) return [{ range: statement.range, text: ';' }];
  return [{ range: wholeLine(statement.range, source.text), text: '' }];
}

/** Whether the next statement would run into the one before, or become a directive. */
function isHinge(before: Node | undefined, next: Node | undefined, { text }: SourceFile): boolean {
  if (!next) return false;
  const isString = next.type === 'ExpressionStatement' && next.expression.type === 'Literal' && next.directive === undefined;
  if (isString) return true;
  const isOpen = before !== undefined && text.charAt(before.range[1] - 1) !== ';';
  return isOpen && /[([`+\-/*<]/.test(text.charAt(tokenAt(text, next.range[0])));
}

function wholeLine([start, end]: readonly [number, number], text: string): readonly [number, number] {
  const indent = blanksBefore(start, text);
  const isFirst = start === indent || /[\n\r\u2028\u2029\ufeff]/.test(text.charAt(start - indent - 1));
  const [space = '', lineEnd = ''] = /^[ \t]*(\r\n|[\n\r\u2028\u2029])?/.exec(text.slice(end)) ?? [];
  const isLast = lineEnd !== '' || end + space.length === text.length;
  if (isFirst && isLast) return [start - indent, end + space.length];
  return isLast ? [start - indent, end] : [start, end + space.length];
}

/** How many blanks stand in front of an offset. A pattern would look for them from every blank of the text. */
function blanksBefore(offset: number, text: string): number {
  let at = offset;
  while (at > 0 && ' \t'.includes(text.charAt(at - 1))) at -= 1;
  return offset - at;
}

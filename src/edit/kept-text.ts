import type { TSESTree } from '@typescript-eslint/utils';
import { readEscaped } from './literal-text.js';
import type { TextEdit } from './text-edit.js';

type Node = TSESTree.Node;

/** The stretch of the file that a literal's characters stand in. */
interface Body {
  readonly start: number;
  readonly end: number;
}

/** The edits that leave of a literal (a string, or the first stretch of a template) only some of its characters; null where it is written in a form that hides them. `kept` counts characters of its value; an end of Infinity is the end of it. */
export function keepOnly(node: Node, kept: readonly [number, number], text: string): readonly TextEdit[] | null {
  const body = bodyOf(node);
  if (body === null) return null;
  const { offsets, text: value } = readEscaped(text.slice(body.start, body.end));
  const [from, to] = [kept[0], Math.min(kept[1], value.length)];
  const [start, end] = [offsets[from], offsets[to]];
  if (start === undefined || end === undefined || from > to) return null;
  const edits: TextEdit[] = [{ range: [body.start, body.start + start], text: '' }, { range: [body.start + end, body.end], text: '' }];
  return edits.filter(({ range }) => range[0] < range[1]);
}

function bodyOf(node: Node): Body | null {
  // The attributes of JSX have entities and no escapes.
  if (node.type === 'Literal') return typeof node.value === 'string' && node.parent.type !== 'JSXAttribute' ? { start: node.range[0] + 1, end: node.range[1] - 1 } : null;
  const template = node.type === 'TemplateElement' ? node.parent : node;
  if (template.type !== 'TemplateLiteral' || template.parent.type === 'TaggedTemplateExpression') return null;
  const [quasi] = template.quasis;
  const start = template.range[0] + 1;
  // Parsers differ in whether the range of a stretch has its delimiters.
  return quasi ? { start, end: template.expressions.length === 0 ? template.range[1] - 1 : start + quasi.value.raw.length } : null;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { readEscaped } from './literal-text.js';
import { stretchRange } from './template-text.js';
import type { TextEdit } from './text-edit.js';

type Node = TSESTree.Node;

/** The edits that leave of a literal (a string, or the first stretch of a template) only some of its characters; null where it is written in a form that hides them. `kept` counts characters of its value; an end of Infinity is the end of it. */
export function keepOnly(node: Node, kept: readonly [number, number], text: string): readonly TextEdit[] | null {
  const body = bodyOf(node);
  if (body === null) return null;
  const [bodyStart, bodyEnd] = body;
  const { offsets, text: value } = readEscaped(text.slice(bodyStart, bodyEnd));
  const [from, to] = [kept[0], Math.min(kept[1], value.length)];
  const [start, end] = [offsets[from], offsets[to]];
  if (start === undefined || end === undefined || from > to) return null;
  const edits: TextEdit[] = [{ range: [bodyStart, bodyStart + start], text: '' }, { range: [bodyStart + end, bodyEnd], text: '' }];
  return edits.filter(({ range }) => range[0] < range[1]);
}

/** Where its characters stand in the file. */
function bodyOf(node: Node): readonly [number, number] | null {
  // The attributes of JSX have entities and no escapes.
  if (node.type === 'Literal') return typeof node.value === 'string' && node.parent.type !== 'JSXAttribute' ? [node.range[0] + 1, node.range[1] - 1] : null;
  const template = node.type === 'TemplateElement' ? node.parent : node;
  if (template.type !== 'TemplateLiteral' || template.parent.type === 'TaggedTemplateExpression') return null;
  const [quasi] = template.quasis;
  return quasi ? stretchRange(quasi, template) : null;
}

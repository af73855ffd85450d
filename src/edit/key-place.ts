import type { TSESTree } from '@typescript-eslint/utils';
import type { FileIndex } from '../analysis/file-index.js';
import type { Key } from '../key/classify.js';
import { keySpansIn, textsAround, type Span } from './key-spans.js';
import { readEscaped, readRaw, type LiteralText } from './literal-text.js';
import { refusal, type EnvironmentRefusal } from './move.js';
import { isStringRaw } from './string-raw.js';
import { stretchRange, templateBodyFor, templateBodyOf, templateWith } from './template-text.js';
import type { TextEdit } from './text-edit.js';

type Node = TSESTree.Node;

/** The expression that gives way to a lookup. */
export interface KeyPlace {
  readonly type: 'place';
  readonly node: Node;
  /** Whether the key is all that the expression says. */
  readonly isWhole: boolean;
  /** The code for the whole expression that keeps the text around the key; null where edits within it do that. */
  codeAround(lookup: string): string | null;
  /** The edits within the expression. */
  editsWithin(lookup: string): readonly TextEdit[];
}

const OTHER_KEY = 'Another key stands in the same text.';

/** The place of a key that stands in one literal; null where it does not stand there in one piece. */
export function literalPlace(node: Node, key: Key, index: FileIndex): KeyPlace | EnvironmentRefusal | null {
  if (node.type === 'TemplateLiteral') return templatePlace(node, key, index);
  if (node.type !== 'Literal' || typeof node.value !== 'string') return refusal('The key stands in something that is no expression.');
  const { spans, hasOther } = keySpansIn(node.value, key);
  if (hasOther) return refusal(OTHER_KEY);
  const body = index.source.text.slice(node.range[0] + 1, node.range[1] - 1);
  const literal = readEscaped(body);
  if (spans.length === 0 || literal.text !== node.value) return null;
  const isWhole = isAll(spans, node.value);
  if (literal.hasOctal && !isWhole) return refusal('An octal escape stands beside the key, which a template literal forbids.');
  if (node.parent.type === 'JSXAttribute' && !isWhole && /&[#\w]+;/.test(body)) return refusal('A character reference of JSX stands beside the key, which code would not read.');
  const bodies = textsAround(body, spans.map((span) => rawSpan(span, literal))).map(templateBodyOf);
  return placeOf(node, isWhole, { codeAround: (lookup) => templateWith(bodies, lookup) });
}

/** The place of a key in the text that an expression puts together; null where it is not there. */
export function assembledPlace(node: Node, text: string, key: Key): KeyPlace | EnvironmentRefusal | null {
  const { spans, hasOther } = keySpansIn(text, key);
  return hasOther && spans.length > 0 ? refusal(OTHER_KEY) : textPlace(node, text, spans);
}

/** The place of a key in an expression that says the given text, of which nothing need stay as it is written. */
function textPlace(node: Node, text: string, spans: readonly Span[]): KeyPlace | null {
  if (spans.length === 0) return null;
  const bodies = textsAround(text, spans).map(templateBodyFor);
  return placeOf(node, isAll(spans, text), { codeAround: (lookup) => templateWith(bodies, lookup) });
}

function templatePlace(node: TSESTree.TemplateLiteral, key: Key, index: FileIndex): KeyPlace | EnvironmentRefusal | null {
  const tagged = node.parent.type === 'TaggedTemplateExpression' && node.parent.quasi === node ? node.parent : null;
  if (tagged && !isStringRaw(tagged, index)) return refusal('A tag reads the template that the key stands in.');
  const found = node.quasis.map((quasi) => {
    const [start, end] = stretchRange(quasi, node);
    const body = index.source.text.slice(start, end);
    const literal = tagged ? readRaw(body) : readEscaped(body);
    return { start, literal, isRead: literal.text === (tagged ? quasi.value.raw : quasi.value.cooked), ...keySpansIn(literal.text, key) };
  });
  if (found.some(({ hasOther }) => hasOther)) return refusal(OTHER_KEY);
  const ranges = found.flatMap(({ start, literal, spans }) => spans.map((span) => rawSpan(span, literal).map((at) => start + at) as [number, number]));
  if (ranges.length === 0 || found.some(({ isRead }) => !isRead)) return null;
  const [first] = found;
  const isWhole = !tagged && found.length === 1 && first !== undefined && isAll(first.spans, first.literal.text);
  return placeOf(node, isWhole, { editsWithin: (lookup) => ranges.map((range) => ({ range, text: `\${${lookup}}` })) });
}

function placeOf(node: Node, isWhole: boolean, ways: Partial<Pick<KeyPlace, 'codeAround' | 'editsWithin'>>): KeyPlace {
  return { type: 'place', node, isWhole, codeAround: () => null, editsWithin: () => [], ...ways };
}

function rawSpan([start, end]: Span, { offsets }: LiteralText): Span {
  return [offsets[start] ?? 0, offsets[end] ?? offsets.at(-1) ?? 0];
}

function isAll([first]: readonly Span[], text: string): boolean {
  return first?.[0] === 0 && first[1] === text.length;
}

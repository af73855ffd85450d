import type { TSESTree } from '@typescript-eslint/utils';
import { indexOf, type TextNode } from '../analysis/file-index.js';
import { groupBy } from '../analysis/group-by.js';
import type { Key } from '../key/classify.js';
import type { SourceFile } from '../source/source-file.js';

/** What the types of a file and the names of its properties spell. */
interface Spelled {
  readonly texts: ReadonlySet<string>;
  /** The beginnings of template types by their length, so that a key is compared once for each length. */
  readonly beginnings: ReadonlyMap<number, ReadonlySet<string>>;
}

const known = new WeakMap<SourceFile['ast'], Spelled>();

/** Whether a type or a property's name in the file spells the key or its beginning, so that TypeScript wants some value to be exactly that text. */
export function isTextWanted({ text }: Key, source: SourceFile): boolean {
  const { texts, beginnings } = known.get(source.ast) ?? findSpelled(source);
  return texts.has(text) || [...beginnings].some(([length, ofLength]) => ofLength.has(text.slice(0, length)));
}

function findSpelled(source: SourceFile): Spelled {
  const { texts } = indexOf(source);
  const byLength = groupBy(texts.flatMap(beginningOf), (text) => text.length);
  const spelled = {
    texts: new Set(texts.flatMap(wantedText)),
    beginnings: new Map([...byLength].map(([length, ofLength]) => [length, new Set(ofLength)])),
  };
  known.set(source.ast, spelled);
  return spelled;
}

function wantedText(node: TextNode): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' && (node.parent.type === 'TSLiteralType' || isPropertyName(node)) ? [node.value] : [];
  return node.type === 'TemplateElement' && node.parent.parent.type === 'TSLiteralType' ? [textOf(node)] : [];
}

function beginningOf(node: TextNode): string[] {
  const isFirst = node.type === 'TemplateElement' && node.parent.type === 'TSTemplateLiteralType' && node.parent.quasis[0] === node;
  return isFirst && textOf(node) !== '' ? [textOf(node)] : [];
}

function textOf({ value }: TSESTree.TemplateElement): string {
  return value.cooked ?? value.raw;
}

function isPropertyName(node: TSESTree.Literal): boolean {
  const { parent } = node;
  return 'key' in parent && parent.key === node && 'computed' in parent && !parent.computed;
}

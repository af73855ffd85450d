import { indexOf } from '../analysis/file-index.js';
import type { Key } from '../key/classify.js';
import type { SourceFile } from '../source/source-file.js';

/** Whether a type in the file spells the key or its beginning, so that some value has to be exactly that text. */
export function hasTypeOf(key: Key, source: SourceFile): boolean {
  return indexOf(source).texts.some((node) => {
    const { parent } = node;
    if (node.type === 'Literal') return parent.type === 'TSLiteralType' && node.value === key.text;
    if (node.type !== 'TemplateElement') return false;
    const text = node.value.cooked ?? node.value.raw;
    if (parent.type === 'TSTemplateLiteralType') return parent.quasis[0] === node && text !== '' && key.text.startsWith(text);
    return parent.parent?.type === 'TSLiteralType' && text === key.text;
  });
}

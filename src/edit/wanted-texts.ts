import type { TSESTree } from '@typescript-eslint/utils';
import { indexOf } from '../analysis/file-index.js';
import type { Key } from '../key/classify.js';
import type { SourceFile } from '../source/source-file.js';

/** Whether a type or a property's name in the file spells the key or its beginning, so that TypeScript wants some value to be exactly that text. */
export function isTextWanted(key: Key, source: SourceFile): boolean {
  return indexOf(source).texts.some((node) => {
    const { parent } = node;
    if (node.type === 'Literal') return node.value === key.text && (parent.type === 'TSLiteralType' || isPropertyName(node));
    if (node.type !== 'TemplateElement') return false;
    const text = node.value.cooked ?? node.value.raw;
    if (parent.type === 'TSTemplateLiteralType') return parent.quasis[0] === node && text !== '' && key.text.startsWith(text);
    return parent.parent?.type === 'TSLiteralType' && text === key.text;
  });
}

function isPropertyName(node: TSESTree.Literal): boolean {
  const { parent } = node;
  return 'key' in parent && parent.key === node && 'computed' in parent && !parent.computed;
}

import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from '../analysis/evaluation/bindings.js';
import type { FileIndex } from '../analysis/file-index.js';

/** Whether the tag of a template is the platform's `String.raw`, which leaves the text as it is written. */
export function isStringRaw({ tag }: TSESTree.TaggedTemplateExpression, index: FileIndex): boolean {
  if (tag.type !== 'MemberExpression' || staticKey(tag) !== 'raw') return false;
  return tag.object.type === 'Identifier' && tag.object.name === 'String' && index.isGlobal(tag.object);
}

import { textUntilEndOf } from './blanked-text.js';
import { codeBlocksIn, isComponentFile, type CodeBlock } from './code-blocks.js';

/** Code that is read as one source: a whole file, or a block of a component, whose ranges are those of the file. */
export interface CodePart {
  /** The text of the code alone, with blanks before it. */
  readonly text: string;
  /** The name of a file of such code: it tells TypeScript from JavaScript. */
  readonly name: string;
  /** Null for a whole file. */
  readonly block: CodeBlock | null;
  /** Whether another script of the component sees what it imports. */
  readonly isShared: boolean;
}

/** The code of a file by its name, in the order of the text, which is without a BOM. A file that is no component is code as a whole. */
export function codePartsOf(text: string, path: string): readonly CodePart[] {
  if (!isComponentFile(path)) return [{ text, name: path, block: null, isShared: false }];
  const blocks = codeBlocksIn(text, path);
  const isShared = !/\.astro$/i.test(path) && blocks.filter(({ place }) => place === 'script').length > 1;
  return blocks.map((block) => ({ text: textUntilEndOf(block, text), name: `${path}.${block.extension}`, block, isShared }));
}

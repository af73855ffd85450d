import { textUntilEndOf, textWithout } from '../source/blanked-text.js';
import { codeBlocksIn, isComponentFile, type CodeBlock } from '../source/code-blocks.js';
import { isReadable, readSource, type Unreadable } from '../source/read-source.js';
import type { SourceFile } from '../source/source-file.js';
import { withoutFlowTypes } from './flow-types.js';
import { mayHoldMovable } from './text-check.js';

/** Code that is read as one source: a whole file, or a block of a component, whose ranges are those of the file. */
export interface Code {
  /** The text of the code alone, with blanks before it. */
  readonly text: string;
  /** The name of a file of such code: it tells TypeScript from JavaScript. */
  readonly name: string;
  /** Null for a whole file. */
  readonly block: CodeBlock | null;
  /** Whether another script of the component sees what it imports. */
  readonly isShared: boolean;
  readonly source: SourceFile | Unreadable;
}

/** The code of a file that may hold keys, and the text around it. */
export interface FileCode {
  readonly code: readonly Code[];
  /** The text with blanks in place of the code; empty for a file that is code as a whole. */
  readonly around: string;
}

const OPEN_BLOCK: Unreadable = { type: 'unreadable', reason: 'Nothing closes it.', line: null };

/** Reads the code of a file by its name, of a component the blocks that may hold what is looked for; the text is without a BOM. */
export function codeOf(text: string, path: string, mayHold: (text: string) => boolean = mayHoldMovable): FileCode {
  if (!isComponentFile(path)) return { code: [{ text, name: path, block: null, isShared: false, source: read(text, path) }], around: '' };
  const blocks = codeBlocksIn(text, path);
  const isShared = !/\.astro$/i.test(path) && blocks.filter(({ place }) => place === 'script').length > 1;
  const code = blocks.filter(({ start, end }) => mayHold(text.slice(start, end))).map((block): Code => {
    const alone = textUntilEndOf(block, text);
    const name = `${path}.${block.extension}`;
    return { text: alone, name, block, isShared, source: block.isClosed ? read(alone, name) : OPEN_BLOCK };
  });
  return { code, around: textWithout(blocks, text) };
}

/** Whether code with the keys moved can be read as the one before. */
export function staysReadable(text: string, name: string): boolean {
  return isReadable(text, name) || isReadable(withoutFlowTypes(text) ?? '(', name);
}

/** As `readSource`, for Flow too. Keys are moved file by file. */
function read(text: string, name: string): SourceFile | Unreadable {
  const source = readSource(text, name);
  const blanked = 'type' in source ? withoutFlowTypes(text) : null;
  const plain = blanked === null ? source : readSource(blanked, name);
  return 'type' in plain ? source : { ...plain, text, isAlone: true };
}

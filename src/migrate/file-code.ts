import { textWithout } from '../source/blanked-text.js';
import { codePartsOf, type CodePart } from '../source/code-parts.js';
import { isReadable, readSource, type Unreadable } from '../source/read-source.js';
import type { SourceFile } from '../source/source-file.js';
import { withoutFlowTypes } from './flow-types.js';
import { mayHoldMovable } from './text-check.js';

/** Code, and what was read of it. */
export interface Code extends CodePart {
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
  const parts = codePartsOf(text, path);
  const code = parts.filter(({ block, text: own }) => block === null || mayHold(own)).map((part): Code => ({ ...part, source: part.block?.isClosed === false ? OPEN_BLOCK : read(part.text, part.name) }));
  return { code, around: parts[0]?.block === null ? '' : textWithout(parts.flatMap(({ block }) => block ?? []), text) };
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

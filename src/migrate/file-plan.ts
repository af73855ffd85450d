import type { WrittenKey } from '../analysis/keys.js';
import type { EnvLookup } from '../edit/env-lookup.js';
import type { Key } from '../key/classify.js';
import type { SourceFile } from '../source/source-file.js';

/** A file's path, absolute, and its text as it stands on disk, a BOM in front included. */
export interface FileText {
  readonly path: string;
  readonly text: string;
}

/** Code with keys that can be moved: a file, or a block of one; its ranges are those of the file without its BOM. */
export interface PlannedCode {
  readonly source: SourceFile;
  /** The name of a file of such code: it tells TypeScript from JavaScript. */
  readonly name: string;
  readonly lookup: EnvLookup;
  /** These two as in MoveContext. */
  readonly movesBrowserCode: boolean;
  readonly isWantedElsewhere: (key: Key) => boolean;
}

/** A key that can be moved, with the variable that its place has already. */
export interface MovableKey {
  readonly written: WrittenKey;
  readonly own: string | null;
  readonly code: PlannedCode;
}

/** A key that stays, and why; the reason is one sentence. */
export interface LeftKey {
  readonly key: Key;
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** A file with keys, and what can be done about each. */
export interface FilePlan {
  readonly type: 'plan';
  readonly path: string;
  /** Without a BOM. */
  readonly text: string;
  readonly movable: readonly MovableKey[];
  readonly left: readonly LeftKey[];
  /** Why a block that may hold keys was not read, in one sentence; null where all was read. */
  readonly failure: string | null;
}

/** A file that may hold a key and cannot be read. */
export interface UnreadFile {
  readonly type: 'unread';
  readonly path: string;
  readonly reason: string;
  readonly line: number | null;
}

/** The key as one that stays. */
export function leftKey({ key, node }: WrittenKey, reason: string): LeftKey {
  return { key, line: node.loc.start.line, reason };
}

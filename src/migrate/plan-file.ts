import { isHardcoded, keysIn, type WrittenKey } from '../analysis/keys.js';
import { moveToEnvironment, type EnvironmentMove } from '../edit/environment.js';
import { applyEdits, EditConflictError, type TextEdit } from '../edit/text-edit.js';
import { isReadable, readSource, type Unreadable } from '../source/read-source.js';
import type { SourceFile } from '../source/source-file.js';
import { lookupFor } from './file-lookup.js';
import { withoutFlowTypes } from './flow-types.js';
import type { EnvLookup } from '../edit/env-lookup.js';
import type { MigrateOptions } from './options.js';
import { projectOf } from '../source/project.js';
import { mayHoldMovable } from './text-check.js';

/** A file's path, absolute, and its text as it stands on disk, a BOM in front included. */
export interface FileText {
  readonly path: string;
  readonly text: string;
}

/** A key that stays, and why; the reason is one sentence. */
export interface LeftKey {
  readonly written: WrittenKey;
  readonly reason: string;
}

/** A file with keys, and what can be done about each. */
export interface FilePlan {
  readonly type: 'plan';
  readonly path: string;
  readonly source: SourceFile;
  /** What the ranges of the source are behind in the file's text: 1 for a BOM. */
  readonly offset: number;
  readonly lookup: EnvLookup | null;
  /** Keys that can be moved, with the variable that their places have already. */
  readonly movable: readonly { readonly written: WrittenKey; readonly own: string | null }[];
  readonly left: readonly LeftKey[];
}

/** A file that may hold a key and cannot be read. */
export interface UnreadFile {
  readonly type: 'unread';
  readonly path: string;
  readonly reason: string;
  readonly line: number | null;
}

/** What moving gives: the new text of the file, the moves made and the keys that stay. */
export interface MovedFile {
  readonly text: string;
  readonly moved: readonly { readonly written: WrittenKey; readonly move: EnvironmentMove }[];
  readonly left: readonly LeftKey[];
}

// No project has it, so that it tells a place's own variable from the one that was asked for.
const PROBE = 'WIX_KEYS_PROBE_';

/** What can be done about the keys of a file; null where it holds none. */
export function planFile({ path, text }: FileText, options: MigrateOptions): FilePlan | UnreadFile | null {
  if (!mayHoldMovable(text)) return null;
  const offset = text.startsWith('\ufeff') ? 1 : 0;
  const source = readable(text.slice(offset), path);
  if ('type' in source) return { type: 'unread', path, reason: source.reason, line: source.line };
  const keys = keysIn(source, { clients: [], filename: null }).filter((written) => isHardcoded(written) && isOfKind(written, options.kinds));
  if (keys.length === 0) return null;
  const chosen = lookupFor(source, { path, project: projectOf(path), envAccess: options.envAccess, browser: options.browser, missing: options.missing });
  if (chosen.type === 'left') {
    return { type: 'plan', path, source, offset, lookup: null, movable: [], left: keys.map((written) => ({ written, reason: chosen.reason })) };
  }
  const plan = { type: 'plan', path, source, offset, lookup: chosen.lookup } as const;
  const tried = keys.map((written) => ({ written, result: moveOf(written, plan, PROBE) }));
  return {
    ...plan,
    movable: tried.flatMap(({ written, result }) => (typeof result === 'string' ? [] : [{ written, own: result.variable === PROBE ? null : result.variable }])),
    left: tried.flatMap(({ written, result }) => (typeof result === 'string' ? [{ written, reason: result }] : [])),
  };
}

/** As `readSource`, for Flow too. */
function readable(text: string, path: string): SourceFile | Unreadable {
  const source = readSource(text, path);
  const blanked = 'type' in source ? withoutFlowTypes(text) : null;
  const plain = blanked === null ? source : readSource(blanked, path);
  return 'type' in plain ? source : { ...plain, text };
}

/** Whether the text with the keys moved can be read as the one before. */
function staysReadable(text: string, path: string): boolean {
  return isReadable(text, path) || isReadable(withoutFlowTypes(text) ?? '(', path);
}

function isOfKind({ key }: WrittenKey, kinds: MigrateOptions['kinds']): boolean {
  return kinds === 'all' || key.kind === kinds;
}

type Place = Pick<FilePlan, 'lookup' | 'path' | 'source'>;

/** The move of a key to a variable, or why there is none. */
function moveOf(written: WrittenKey, { source, path, lookup }: Place, variable: string): EnvironmentMove | string {
  const isFree = variable === PROBE ? undefined : (own: string): boolean => own === variable;
  const result = moveToEnvironment(written, { source, filename: path, variable, ...(lookup && { lookup }), ...(isFree && { isFree }) });
  return result.type === 'move' ? result : result.reason;
}

/** Makes the moves of a plan; what cannot stand beside the others, or would leave code that does not parse, stays. */
export function moveKeys(plan: FilePlan, { text }: FileText, names: ReadonlyMap<string, string>): MovedFile {
  const moved: { written: WrittenKey; move: EnvironmentMove }[] = [];
  const left = [...plan.left];
  let edits: readonly TextEdit[] = [];
  for (const { written } of plan.movable) {
    const variable = names.get(written.key.text);
    const move = variable === undefined ? 'The env file has no name for it.' : moveOf(written, plan, variable);
    const more = typeof move === 'string' ? null : withEdits(plan, edits, move.edits);
    if (typeof move !== 'string' && more) {
      moved.push({ written, move });
      edits = more;
    } else {
      left.push({ written, reason: typeof move === 'string' ? move : 'Another key is moved out of the same place.' });
    }
  }
  const body = applyEdits(plan.source.text, edits);
  if (moved.length === 0) return { text, moved, left };
  if (!staysReadable(body, plan.path)) {
    const stay = moved.map(({ written }) => ({ written, reason: 'With the key moved, the file would no longer parse; move it by hand.' }));
    return { text, moved: [], left: [...left, ...stay] };
  }
  return { text: text.slice(0, plan.offset) + body, moved, left };
}

function withEdits({ source }: FilePlan, edits: readonly TextEdit[], more: readonly TextEdit[]): readonly TextEdit[] | null {
  const all = [...edits, ...more];
  try {
    applyEdits(source.text, all);
    return all;
  } catch (error) {
    if (error instanceof EditConflictError) return null;
    throw error;
  }
}

/** Where a key stands: its line, from 1. */
export function lineOf({ node }: WrittenKey): number {
  return node.loc.start.line;
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { placesAfter } from '../edit/text-edit.js';
import { KEY_KINDS } from '../key/kinds.js';
import { diffOf, type DiffLine } from './diff.js';
import { EnvFileError } from './env-files.js';
import { leftKey, type FilePlan, type FileText, type LeftKey } from './file-plan.js';
import { LockError } from './lock.js';
import { moveKeys, type MovedFile } from './move-keys.js';
import type { MigrateOptions } from './options.js';
import { takePlan } from './plan-cache.js';
import { ensureVariables, type Named } from './registry.js';
import { isInstalled, LARGEST } from './source-files.js';

/** What became of one key; nothing of it can be printed but its kind. */
export interface KeyOutcome {
  /** From 1, in the file as it was. */
  readonly line: number;
  readonly kind: string;
  /** The variable that holds it now; null where it stays. */
  readonly variable: string | null;
  /** How the code reads it now; null where it stays. */
  readonly lookup: string | null;
  /** Why it stays, in one sentence; null where it was moved. */
  readonly reason: string | null;
}

/** What became of a file with keys. */
export interface FileOutcome {
  readonly path: string;
  /** Why the file was left unread or unchanged, as a whole or for a block of it, in one sentence; null for any other. */
  readonly failure: string | null;
  readonly keys: readonly KeyOutcome[];
  /** Env files written for it, and what is beside them, absolute. */
  readonly written: readonly string[];
  /** The changed lines, keys masked; empty unless in a dry run. */
  readonly diff: readonly DiffLine[];
  /** What was written of the file's text, as it is now without its BOM. */
  readonly edited: readonly (readonly [start: number, end: number])[];
}

/** What the transform gives for a file: its new text, null where it stays, and what to tell; null for a file without keys. */
export interface Migrated {
  readonly text: string | null;
  readonly outcome: FileOutcome | null;
}

const NOTHING: Migrated = { text: null, outcome: null };

/** Moves the keys of a file into the environment. Never throws; where it cannot be done the file stays as it is. */
export function migrateFile(file: FileText, options: MigrateOptions): Migrated {
  const path = resolve(file.path);
  if (isInstalled(path)) return NOTHING;
  try {
    return migrate({ path, text: file.text }, options);
  } catch (error) {
    return failed(path, reasonOf(error));
  }
}

/** Only the kind of the error is told, as its text may hold code. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  return `It could not be changed (${code ?? (error instanceof Error ? error.name : 'unknown error')}).`;
}

function failed(path: string, failure: string, keys: readonly KeyOutcome[] = []): Migrated {
  return { text: null, outcome: { path, failure, keys, written: [], diff: [], edited: [] } };
}

function migrate(file: FileText, options: MigrateOptions): Migrated {
  const { path, text } = file;
  if (text.length > LARGEST) return failed(path, `It is larger than ${String(LARGEST / 1024 / 1024)} MB and was not read.`);
  const plan = takePlan(file, options);
  if (plan === null) return NOTHING;
  if (plan.type === 'unread') return failed(path, `${plan.reason}${plan.line === null ? '' : ` (line ${String(plan.line)})`}`);
  if (plan.movable.length === 0) return { text: null, outcome: outcomeOf(plan, { text, moved: [], left: plan.left }) };
  if (!isWholeUtf8(file)) return failed(path, 'It is not UTF-8, so that writing it would change other bytes.', stayOf(plan));
  const named = variablesFor(plan, options);
  if (named.type === 'refused') return failed(path, named.reason, stayOf(plan, named.reason));
  const result = moveKeys(plan, file, named.names);
  const outcome = { ...outcomeOf(plan, result), written: named.written, diff: options.dry ? diffOf(plan, result) : [] };
  return { text: result.moved.length > 0 ? result.text || lastBreakOf(text) : null, outcome };
}

/** The line break at the end of a text: of a file whose code was all left out that much stays, as jscodeshift writes no empty text. */
function lastBreakOf(text: string): string {
  return /(?:\r\n?|\n)$/.exec(text)?.[0] ?? '\n';
}

/** Errors of ours say what to do. */
function variablesFor(plan: FilePlan, options: MigrateOptions): Named {
  try {
    return ensureVariables(plan, options);
  } catch (error) {
    if (error instanceof EnvFileError || error instanceof LockError) return { type: 'refused', reason: error.message };
    throw error;
  }
}

/** Whether writing the text gives the bytes that it was read from. */
function isWholeUtf8({ path, text }: FileText): boolean {
  if (!text.includes('\ufffd')) return true;
  try {
    return readFileSync(path).equals(Buffer.from(text));
  } catch {
    return false;
  }
}

function stayOf({ movable, left }: FilePlan, reason = 'The file was left as it is.'): readonly KeyOutcome[] {
  return [...left, ...movable.map(({ written }) => leftKey(written, reason))].map(outcomeOfLeft).sort((a, b) => a.line - b.line);
}

function outcomeOfLeft({ key, line, reason }: LeftKey): KeyOutcome {
  return { line, kind: KEY_KINDS[key.kind].name, variable: null, lookup: null, reason };
}

function outcomeOf({ path, failure }: FilePlan, { moved, left }: MovedFile): FileOutcome {
  const made = moved.map(({ written, move }) => ({
    line: written.node.loc.start.line, kind: KEY_KINDS[written.key.kind].name, variable: move.variable, lookup: move.lookup, reason: null,
  }));
  const keys = [...made, ...left.map(outcomeOfLeft)].sort((one, other) => one.line - other.line);
  return { path, failure, keys, written: [], diff: [], edited: placesAfter(moved.flatMap(({ move }) => move.edits)) };
}

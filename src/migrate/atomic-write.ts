import { closeSync, fchmodSync, fchownSync, fsyncSync, lstatSync, mkdirSync, openSync, readlinkSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pause } from './pause.js';

/** A folder of the file's name and this is beside it while it is written. */
const DRAFT_SUFFIX = '.wix-keys.tmp';
/** Development servers hand out no file of such a name. */
const DRAFT = '.env.draft';
const MOST_LINKS = 40;
// Virus scanners and editors hold a file for a moment.
const RENAME_PAUSES = [10, 20, 40, 80, 160, 320, 640];

/**
 * Gives a file its whole new text at once: whoever reads it, or stops this at any moment, finds the old text or the new.
 * A link stays one. A file that is there keeps its mode, a new one gets `mode`, or the usual one for null. Throws the
 * system's error and leaves nothing behind where it cannot; the next call removes what a killed one left.
 */
export function writeAtomically(path: string, bytes: string, mode: number | null): void {
  const target = linkedPath(path);
  const existing = statSync(target, { throwIfNoEntry: false });
  // A rename would replace a file that forbids to be written to.
  if (existing) closeSync(openSync(target, 'r+'));
  const draftFolder = `${target}${DRAFT_SUFFIX}`;
  try {
    makeDraftFolder(draftFolder);
    const draft = join(draftFolder, DRAFT);
    writeDurably(draft, { bytes, existing, mode });
    renameOver(draft, target);
  } finally {
    rmSync(draftFolder, { recursive: true, force: true });
  }
  syncFolder(dirname(target));
}

/** The file that a path leads to by its links, there or not. */
export function linkedPath(path: string): string {
  let target = path;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return target;
    target = resolve(realpathSync(dirname(target)), readlinkSync(target));
  }
  // The system's own error for a ring of links.
  return realpathSync(target);
}

// A draft holds keys, and a killed run leaves it: git and npm must not take it for a file of the project.
function makeDraftFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, '.gitignore'), '*\n');
}

function writeDurably(path: string, { bytes, existing, mode }: { bytes: string; existing: Stats | undefined; mode: number | null }): void {
  const file = openSync(path, 'wx', existing ? 0o600 : (mode ?? 0o666));
  try {
    writeFileSync(file, bytes);
    if (existing) keepOwner(file, existing);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function keepOwner(file: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only the superuser may give a file away.
  }
  fchmodSync(file, mode & 0o7777);
}

function renameOver(from: string, to: string): void {
  for (const milliseconds of process.platform === 'win32' ? RENAME_PAUSES : []) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code)))) throw error;
      pause(milliseconds);
    }
  }
  renameSync(from, to);
}

// So that the new name outlives a power cut; not every system has it.
function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch {
    // The file is in its place all the same.
  }
}

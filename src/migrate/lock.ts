import { closeSync, linkSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAbandoned, isOurs, type LockOwner, newOwner, readLock, textOf } from './lock-owner.js';
import { pause } from './pause.js';

/** A lock could not be had; the message is one sentence with what to do, and holds no key. */
export class LockError extends Error {
  override readonly name: string = 'LockError';
}

/** A lock was held by another for too long. */
export class LockTimeoutError extends LockError {
  override readonly name = 'LockTimeoutError';
}

/** A lock file, and how many milliseconds to wait for it. */
export interface LockWait {
  readonly path: string;
  readonly timeout: number;
}

const TIMEOUT = 30_000;
const LONGEST_PAUSE = 20;

// After one wait in vain a run of a thousand files must not wait a thousand times.
const failed = new Map<string, string>();

/**
 * Does the work while no other process holds the lock file, and gives its result. An owner that was killed does not
 * block the others. Throws `LockTimeoutError` where the lock is not free in half a minute, and at once from then on;
 * `LockError` where it cannot be made or this process holds it already.
 */
export function withLock<T>(path: string, work: () => T): T {
  return withLockIn({ path, timeout: TIMEOUT }, work);
}

/** `withLock` with a limit of one's own. */
export function withLockIn<T>(wait: LockWait, work: () => T): T {
  const owner = newOwner();
  acquire(wait, owner);
  try {
    sweep(wait.path);
    return work();
  } finally {
    release(wait.path, owner);
  }
}

function acquire({ path, timeout }: LockWait, owner: LockOwner): void {
  const earlier = failed.get(path);
  if (earlier !== undefined) throw new LockTimeoutError(earlier);
  const end = performance.now() + timeout;
  while (!isTaken(path, owner)) {
    const found = readLock(path);
    if (found && isOurs(found)) throw new LockError(`The lock file ${path} is already held by this run; delete it if no other run is at work.`);
    if (performance.now() > end) {
      const message = `The lock file ${path} was held by another run for ${Math.round(timeout / 1000)} seconds; wait until that run has ended, or delete the file if there is none.`;
      failed.set(path, message);
      throw new LockTimeoutError(message);
    }
    if (!removeAbandoned(path, path)) pause(1 + Math.random() * LONGEST_PAUSE);
  }
}

/** Makes the lock file, whole from its first moment; false where there is one. */
function isTaken(path: string, owner: LockOwner): boolean {
  const draft = `${path}.tmp-${owner.id}`;
  try {
    writeFileSync(draft, textOf(owner), { flag: 'wx', mode: 0o644 });
    return isLinked(draft, path) ?? isCreated(path, owner);
  } catch (error) {
    const code = codeOf(error);
    // Windows says so of a file that is being deleted.
    if (process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code)) return false;
    throw new LockError(`The lock file ${path} cannot be made (${code}); make its folder${code === 'ENOENT' ? '' : ' one that can be written to'}.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Null where the file system has no links. */
function isLinked(draft: string, path: string): boolean | null {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    return codeOf(error) === 'EEXIST' ? false : null;
  }
}

function isCreated(path: string, owner: LockOwner): boolean {
  try {
    const file = openSync(path, 'wx', 0o644);
    writeFileSync(file, textOf(owner));
    closeSync(file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  // Who was stopped between the two may have been taken for dead.
  return readLock(path)?.id === owner.id;
}

/**
 * Deletes a lock file of the dead; true where it did. That takes a second lock named for the very owner that is gone:
 * another's new lock, made since it was looked at, is never deleted. The second lock may itself have been left behind.
 */
function removeAbandoned(file: string, path: string): boolean {
  const found = readLock(file);
  if (found === null || !isAbandoned(found)) return false;
  const breaker = `${path}.break-${found.id}`;
  const owner = newOwner();
  if (!isTaken(breaker, owner)) return removeAbandoned(breaker, path);
  try {
    const now = readLock(file);
    if (now?.id !== found.id || !isAbandoned(now)) return false;
    rmSync(file, { force: true });
    return true;
  } finally {
    release(breaker, owner);
  }
}

/** Deletes what killed processes left beside the lock. Only for its holder: none of those files can matter to it any more. */
function sweep(path: string): void {
  const prefix = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(`${prefix}tmp-`) && !name.startsWith(`${prefix}break-`)) continue;
    const file = join(dirname(path), name);
    const found = readLock(file);
    if (found && isAbandoned(found)) rmSync(file, { force: true });
  }
}

function release(path: string, { id }: LockOwner): void {
  if (readLock(path)?.id === id) rmSync(path, { force: true });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who made a lock file. */
export interface LockOwner {
  /** No two locks have the same one. */
  readonly id: string;
  readonly pid: number;
  /** When the process began, in a unit of the system; '' where it cannot be told. */
  readonly started: string;
  /** Where the process number means something: the machine and, on Linux, the container. */
  readonly host: string;
}

/** A lock file as found. */
export interface FoundLock {
  /** The owner's, or one made of the file's own marks where no owner can be read. */
  readonly id: string;
  readonly owner: LockOwner | null;
  /** Milliseconds since it was written. */
  readonly age: number;
}

/** Nobody takes that long to write a line. */
const UNREADABLE_AGE = 10_000;
/** Nobody works that long; it is all that is known of an owner on another machine. */
const FOREIGN_AGE = 10 * 60_000;

/** This process as the owner of a new lock. */
export function newOwner(): LockOwner {
  return { id: randomUUID(), pid: process.pid, started: startOf(process.pid) ?? '', host: hostOf() };
}

/** What a lock file says; null where there is none that can be read. */
export function readLock(path: string): FoundLock | null {
  try {
    return readAndClose(openSync(path, 'r'));
  } catch {
    return null;
  }
}

function readAndClose(file: number): FoundLock {
  try {
    const { ino, mtimeMs } = fstatSync(file);
    const owner = ownerIn(readFileSync(file, 'utf8'));
    return { id: owner?.id ?? `unreadable-${ino}-${Math.round(mtimeMs)}`, owner, age: Date.now() - mtimeMs };
  } finally {
    closeSync(file);
  }
}

/** Whether the lock's owner is gone for certain. */
export function isAbandoned({ owner, age }: FoundLock): boolean {
  if (owner === null) return age > UNREADABLE_AGE;
  return owner.host === hostOf() ? !isRunning(owner) : age > FOREIGN_AGE;
}

/** Whether this very process made the lock. */
export function isOurs({ owner }: FoundLock): boolean {
  return owner?.pid === process.pid && owner.host === hostOf() && isRunning(owner);
}

function ownerIn(text: string): LockOwner | null {
  const [id = '', pid = '', started, host, end] = text.split('\n');
  if (!/^[0-9a-f-]{36}$/.test(id) || !/^[1-9][0-9]*$/.test(pid) || started === undefined || host === undefined || end !== '') return null;
  return { id, pid: Number(pid), started, host };
}

/** The text of a lock file. */
export function textOf({ id, pid, started, host }: LockOwner): string {
  return [id, pid, started, host, ''].join('\n');
}

function isRunning({ pid, started }: LockOwner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Every other answer speaks of a process that is there.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
  const now = startOf(pid);
  return started === '' || now === null || now === started;
}

/** When a process began, '' if it has ended and waits to be fetched; null where the system does not say. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field, the name in parentheses, may hold anything; the state is the third and the start the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function hostOf(): string {
  const machine = hostname().replaceAll('\n', ' ');
  try {
    return `${machine} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return machine;
  }
}

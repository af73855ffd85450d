import { readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

/** A reader of files that reads one again only when its time or size has changed; null where it cannot be read. */
export type CachedReader<T> = (path: string) => T | null;

interface Entry<T> {
  readonly time: number;
  readonly size: number;
  readonly value: T;
}

/** What a reader keeps of the files it has read, before the oldest are forgotten. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads files into values, keyed by file time. Larger files than `limit` bytes count as unreadable. */
export function cachedReader<T>(parse: (text: string, path: string) => T, limit = Infinity): CachedReader<T> {
  const entries = new Map<string, Entry<T>>();
  let bytes = 0;
  return (path) => {
    const stat = statOf(path);
    if (!stat?.isFile() || stat.size > limit) return null;
    const known = entries.get(path);
    if (known?.time === stat.mtimeMs && known.size === stat.size) return known.value;
    const text = textOf(path);
    if (text === null) return null;
    const value = parse(text, path);
    entries.delete(path);
    entries.set(path, { time: stat.mtimeMs, size: stat.size, value });
    bytes += stat.size - (known?.size ?? 0);
    for (const [oldest, { size }] of bytes > MOST_BYTES ? entries : []) {
      if (bytes <= MOST_BYTES || oldest === path) break;
      entries.delete(oldest);
      bytes -= size;
    }
    return value;
  };
}

/** Whether there is a file of that path. */
export function isFile(path: string): boolean {
  return statOf(path)?.isFile() === true;
}

/** Whether there is a folder of that path. */
export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() === true;
}

/** The path without links; null where there is nothing. */
export function realPathOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/** The folder and all above it, nearest first. */
export function foldersUpward(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUpward(above)];
}

/** How long what was seen of a file counts in one round, in milliseconds: a few files of a lint run, and no time in which a person saves one. */
const ROUND = 20;

interface Round {
  readonly start: number;
  readonly askers: Map<string, object>;
  readonly memory: Map<string, unknown>;
}

let round: Round = { start: -Infinity, askers: new Map(), memory: new Map() };
let isInRound = false;

/**
 * Work for a linted file, in which no file is looked at twice. Files that are linted one after the other share what was seen of the others;
 * when one of them comes again, in another `form`, all is looked at afresh.
 */
export function inRound<T>(filename: string, form: object, work: () => T): T {
  if (isInRound) return work();
  const now = performance.now();
  const before = round.askers.get(filename);
  if (now - round.start > ROUND || (before !== undefined && before !== form)) round = { start: now, askers: new Map(), memory: new Map() };
  round.askers.set(filename, form);
  isInRound = true;
  try {
    return work();
  } finally {
    isInRound = false;
  }
}

/** The answer to a question about the disk, remembered for the round where there is one. */
export function remembered<T>(question: string, ask: () => T): T {
  if (!isInRound) return ask();
  if (round.memory.has(question)) return round.memory.get(question) as T;
  const answer = ask();
  round.memory.set(question, answer);
  return answer;
}

function statOf(path: string): Stats | null {
  return remembered(path, () => {
    try {
      return statSync(path, { throwIfNoEntry: false }) ?? null;
    } catch {
      return null;
    }
  });
}

/** The text without a BOM; null where it cannot be read. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return null;
  }
}

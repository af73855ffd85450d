import { readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { remembered } from './rounds.js';

/** A reader of files that reads one again only when its time or size has changed; null where it cannot be read. */
export type CachedReader<T> = (path: string) => T | null;

interface Entry<T> {
  readonly time: number;
  readonly size: number;
  readonly value: T;
}

/** What a reader reads and keeps, in bytes of the files: larger ones count as unreadable, and beyond `most` the oldest are forgotten. */
export interface ReaderLimits {
  readonly largest?: number;
  readonly most?: number;
}

const MOST = 64 * 1024 * 1024;

/** Reads files into values, keyed by file time. Of the text, a value keeps copies of its pieces (see `detached`). */
export function cachedReader<T>(parse: (text: string, path: string) => T, { largest = Infinity, most = MOST }: ReaderLimits = {}): CachedReader<T> {
  const entries = new Map<string, Entry<T>>();
  let bytes = 0;
  return (path) => {
    const stat = statOf(path);
    if (!stat?.isFile() || stat.size > largest) return null;
    const known = entries.get(path);
    if (known?.time === stat.mtimeMs && known.size === stat.size) return known.value;
    const text = textOf(path);
    if (text === null) return null;
    const value = parse(text, path);
    entries.delete(path);
    entries.set(path, { time: stat.mtimeMs, size: stat.size, value });
    bytes += stat.size - (known?.size ?? 0);
    for (const [oldest, { size }] of bytes > most ? entries : []) {
      if (bytes <= most || oldest === path) break;
      entries.delete(oldest);
      bytes -= size;
    }
    return value;
  };
}

/** The same text, in memory of its own: V8 makes a piece of a text by pointing into the whole, which lives as long. */
export function detached(piece: string): string {
  return Buffer.from(piece, 'utf16le').toString('utf16le');
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
  return remembered(`real\0${path}`, () => {
    try {
      return realpathSync(path);
    } catch {
      return null;
    }
  });
}

/** The folder and all above it, nearest first. */
export function foldersUpward(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUpward(above)];
}

function statOf(path: string): Stats | null {
  return remembered(path, () => {
    try {
      return statSync(path, { throwIfNoEntry: false }) ?? null;
    } catch {
      return null;
    }
  }, isSameStat);
}

function isSameStat(one: Stats | null, other: Stats | null): boolean {
  return one?.mtimeMs === other?.mtimeMs && one?.size === other?.size && one?.mode === other?.mode;
}

/** The text without a BOM; null where it cannot be read. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return null;
  }
}

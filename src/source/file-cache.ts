import { readFileSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

/** A reader of files that reads one again only when its time or size has changed; null where it cannot be read. */
export type CachedReader<T> = (path: string) => T | null;

interface Entry<T> {
  readonly time: number;
  readonly size: number;
  readonly value: T;
}

/** Reads files into values, keyed by file time. Larger files than `limit` bytes count as unreadable. */
export function cachedReader<T>(parse: (text: string, path: string) => T, limit = Infinity): CachedReader<T> {
  const entries = new Map<string, Entry<T>>();
  return (path) => {
    const stat = statOf(path);
    if (!stat?.isFile() || stat.size > limit) return null;
    const known = entries.get(path);
    if (known?.time === stat.mtimeMs && known.size === stat.size) return known.value;
    const text = textOf(path);
    if (text === null) return null;
    const value = parse(text, path);
    entries.set(path, { time: stat.mtimeMs, size: stat.size, value });
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

/** The folder and all above it, nearest first. */
export function foldersUpward(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUpward(above)];
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** The text without a BOM; null where it cannot be read. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return null;
  }
}

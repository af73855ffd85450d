import { accessSync, closeSync, constants, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { linkedPath } from './atomic-write.js';

/** An env file, or one beside it, that cannot be read or written; the message is one sentence with what to do, and holds no key. */
export class EnvFileError extends Error {
  override readonly name = 'EnvFileError';
}

/** A file, and what to call it. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

/** The text of a file, a byte order mark included; null where there is none. Throws `EnvFileError` where it is no text in UTF-8. */
export function readText({ path, name }: NamedFile): string | null {
  const bytes = refusing(`${name} cannot be read`, 'make it a file that can be', () => bytesOf(path, name));
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new EnvFileError(`${name} is not in UTF-8; save it in that encoding.`);
  }
}

/** Throws `EnvFileError` where the file cannot be replaced or made. */
export function mustBeWritable({ path, name }: NamedFile): void {
  refusing(`${name} cannot be written`, 'make it and its folder ones that can be', () => {
    const target = linkedPath(path);
    accessSync(dirname(target), constants.W_OK | constants.X_OK);
    if (statSync(target, { throwIfNoEntry: false })) closeSync(openSync(target, 'r+'));
  });
}

/** What the work gives; an error of the system becomes an `EnvFileError` that tells its code alone. */
export function refusing<T>(fault: string, advice: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new EnvFileError(`${fault} (${String(error.code)}); ${advice}.`);
  }
}

function bytesOf(path: string, name: string): Buffer | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  // Reading a pipe would wait for its writer.
  if (!stats.isFile()) throw new EnvFileError(`${name} is no ordinary file; move it out of the way.`);
  return readFileSync(path);
}

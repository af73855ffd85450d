import { relative } from 'node:path';

/** A path as a person reads it, from the working directory. */
export function shownPath(path: string): string {
  return relative('', path) || '.';
}

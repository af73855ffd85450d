import { cachedReader, detached } from '../source/file-cache.js';
import { loadsOf } from '../source/import-specifiers.js';
import { findModule } from '../source/module-files.js';

// No source that a person writes is longer.
const LONGEST = 512 * 1024;
const MOST_MODULES = 5000;

/** What a file loads, as it is written; null where it cannot be read. */
export const loadsAt = cachedReader((text, path) => {
  const { code, scripts } = loadsOf(text, path);
  return { code: code.map(detached), scripts: scripts.map(detached) };
}, { largest: LONGEST });

/** A file that starts a program, and what to call it. */
export interface Start {
  readonly path: string;
  readonly name: string;
  /** scripts: a page's scripts load, and not the file itself. */
  readonly by: 'code' | 'scripts';
}

/** Every module that the starts load, directly or by others, with the name of the first start that does; the starts by code themselves too. */
export function modulesFrom(starts: readonly Start[], root: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const visit = (path: string, name: string): void => {
    if (!names.has(path) && names.size < MOST_MODULES) names.set(path, name);
  };
  const follow = (from: string, specifiers: readonly string[], name: string): void => {
    for (const specifier of specifiers) {
      const found = findModule(specifier, from, root);
      if (found !== null) visit(found, name);
    }
  };
  for (const { path, name, by } of starts) {
    if (by === 'code') visit(path, name);
    else follow(path, loadsAt(path)?.scripts ?? [], name);
  }
  // The map is walked to what is added meanwhile.
  for (const [path, name] of names) follow(path, loadsAt(path)?.code ?? [], name);
  return names;
}

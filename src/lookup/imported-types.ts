import { isTextWanted } from '../edit/wanted-texts.js';
import type { Key } from '../key/classify.js';
import { mayHoldKey } from '../key/grammar.js';
import { cachedReader, detached } from '../source/file-cache.js';
import { mentionedModules } from '../source/import-specifiers.js';
import { findImported } from '../source/module-files.js';
import { readSource } from '../source/read-source.js';
import type { SourceFile } from '../source/source-file.js';

/** A file that may say a type: what it imports, and itself where it may spell a key or the beginning of one. */
interface TypeFile {
  readonly modules: readonly string[];
  readonly source: SourceFile | null;
}

const LARGEST = 512 * 1024;
const MOST_FILES = 500;

const typeFileAt = cachedReader(typeFileOf, { largest: LARGEST });

/** Asks whether a type in a file that the file imports, directly or by others, spells a key or its beginning; looks for each key once. */
export function textsWantedBehind(path: string, text: string): (key: Key) => boolean {
  const known = new Map<string, boolean>();
  return (key) => {
    const isWanted = known.get(key.text) ?? isWantedBehind(path, text, key);
    known.set(key.text, isWanted);
    return isWanted;
  };
}

function isWantedBehind(path: string, text: string, key: Key): boolean {
  const seen = new Set([path]);
  const pending = [{ path, modules: mentionedModules(text) as readonly string[] }];
  for (let at = pending.pop(); at; at = pending.pop()) {
    for (const specifier of at.modules) {
      const found = findImported(specifier, at.path);
      if (found === null || seen.has(found) || seen.size > MOST_FILES) continue;
      seen.add(found);
      const file = typeFileAt(found);
      if (file?.source && isTextWanted(key, file.source)) return true;
      if (file) pending.push({ path: found, modules: file.modules });
    }
  }
  return false;
}

function typeFileOf(text: string, path: string): TypeFile {
  const read = /\.[cm]?tsx?$/i.test(path) && mayHoldKey(text) ? readSource(text, path) : null;
  return { modules: mentionedModules(text).map(detached), source: read && !('type' in read) ? read : null };
}

// Pieces that are written together without a change of case: apikey, authtoken, wixapikey
const PIECES = [
  'wix', 'api', 'authorization', 'auth', 'access', 'bearer', 'admin', 'account', 'app', 'client', 'master', 'private', 'credentials', 'credential',
  'secrets', 'secret', 'media', 'manager', 'site', 'headless', 'keys', 'key', 'tokens', 'token',
];
const PIECE = new RegExp(PIECES.join('|'), 'g');
const WHOLE = new Set(PIECES);

// No person writes a longer name.
const LONGEST = 1000;

const CAPITALS = /^[A-Z_]{1,100}$/;

/** The words of a name in lower case, split at separators, at changes of case, before a number at the end, and where known words are glued. */
export function wordsOf(name: string): readonly string[] {
  // As the names of variables of the environment are, which are asked for most.
  if (CAPITALS.test(name)) return name.toLowerCase().split('_').flatMap(unglued);
  return name
    .slice(0, LONGEST)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => word.split(/(?<=\p{L}{2})(?=\d+$)/u))
    .flatMap(unglued);
}

/** The pieces of a word that is nothing but known pieces, none of an empty one; any other word as it is. */
function unglued(word: string): readonly string[] {
  const pieces = WHOLE.has(word) ? [word] : (word.match(PIECE) ?? []);
  return pieces.join('') === word ? pieces : [word];
}

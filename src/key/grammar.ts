import { type KeyKind, PREFIXED_KINDS, type PrefixedKind } from './kinds.js';

/** Where a key stands in a text: UTF-16 offsets, the end exclusive. */
export interface KeyMatch {
  readonly kind: KeyKind;
  readonly start: number;
  readonly end: number;
}

/** The fewest characters of a real header part, `eyJ` included. */
export const LEAST_HEADER = 13;
const LEAST_PAYLOAD = 20;
const LEAST_SIGNATURE = 16;

const HEADER_BEGINNING = 'eyJ';
const BASE64URL = new Set(Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', (character) => character.charCodeAt(0)));

const ANY_PREFIX = PREFIXED_KINDS.map(({ prefix }) => prefix.replaceAll('.', String.raw`\.`)).join('|');
// `LIST.` and `MY_IST.` are no prefixes; `%20IST.` and a written-out `\nIST.` are.
const BOUNDARY = String.raw`(?:(?<![\w.-])|(?<=%[\dA-Fa-f]{2}|\\[bfnrtv]|\\x[\dA-Fa-f]{2}|\\u[\dA-Fa-f]{4}))`;
// The boundary is looked for last: in front it makes the search twenty times slower (measured).
const KEY_BEGINNING = new RegExp(`(?:${ANY_PREFIX})(?=${HEADER_BEGINNING})(?<=${BOUNDARY}(?:${ANY_PREFIX}))`, 'g');
const BEFORE_KEY = /^[\s"'`]*(?:bearer[\s"'`]+){0,2}/i;
const VISIBLY_MASKED = /^(?:x+|0+|-+|_+)$/i;

/** Whatever begins like a key, whole or cut off, with all that hangs on it: group 1 is the prefix. */
export const KEY_REMAINS = new RegExp(`(${ANY_PREFIX})${HEADER_BEGINNING}[\\w.…-]*[\\w-]`, 'g');

/** `Bearer` written twice, at the beginning of a header value. */
export const DOUBLE_BEARER = /^[\s"'`]*bearer[\s"'`]+bearer\b[\s"'`]*/i;

/** `Bearer` at the beginning of a header value, with what separates it; group 1 is what stands in front. */
export const BEARER = /^(\s*)bearer\s+/i;

/** What ids of Wix look like, and no key: the OAuth client id, the id of a site, of an account. */
export const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** A text of nothing but what a key is made of, or a key with an ellipsis in it. */
export const KEY_CHARACTERS = /^[\w.…-]*$/;

/** What stands behind a prefix in a sentence about keys: white space that no header follows. */
export const PROSE_BEHIND_PREFIX = new RegExp(String.raw`^\s+(?!\s|${HEADER_BEGINNING})`);

// `UTH2` is OAUTH2 behind its most common letters. `LIST`, `OAUTH2_URL` and `the JWS header` are in many files; a prefix, whole or about to be joined, is a word of its own.
const PREFIX_WORD = new RegExp(String.raw`(?:IST|JWS|OAUTH2)(?![\w\s])(?<=${BOUNDARY}(?:OauthNG\.)?(?:IST|JWS|OAUTH2))`);
const MEDIA_MANAGER = /edia-?Manager/;

type Searchable = Pick<string, 'includes'>;

// One `includes` each, and no list of them: V8 finds a short needle with a rare first character (measured) faster than one RegExp finds all.
function hasPrefix(text: Searchable): boolean {
  return text.includes('IST') || text.includes('JWS') || text.includes('UTH2');
}

/** From the base64 of each prefix: SVNUL, SldTL, T2F1dGhORy5KV1Mu, T0FVVEgyL. */
function hasEncodedPrefix(text: Searchable): boolean {
  return text.includes('VNUL') || text.includes('SldTL') || text.includes('V1Mu') || text.includes('VVEg');
}

/** False when the text surely holds no key, plain, in base64 or in pieces that begin with a prefix. */
export function mayHoldKey(text: string): boolean {
  return (hasPrefix(text) && PREFIX_WORD.test(text)) || hasEncodedPrefix(text);
}

// A prefix with a letter in an escape, or in hexadecimal digits: `\x49ST.`, 4953542e.
const LETTERS = PREFIXED_KINDS.flatMap(({ prefix }) => Array.from(prefix, (letter) => letter.charCodeAt(0).toString(16))).join('|');
const DISGUISE = new RegExp(String.raw`\\(?:x|u0{2,6}|u\{0*)(?:${LETTERS})|4953542e|4a57532e|4f415554`, 'i');

/** As `mayHoldKey`, for the UTF-8 bytes of a text, coarser and faster. */
export function mayHoldKeyBytes(bytes: Buffer): boolean {
  return hasPrefix(bytes) || hasEncodedPrefix(bytes);
}

/** False when a text of which Wix is known to be a matter holds no key, in whatever writing. */
export function mayHideKey(text: string): boolean {
  return mayHoldKey(text) || DISGUISE.test(text);
}

// By chance it is in &twixt; of the tables of HTML entities, and in base64: data and source maps, of which no name has the length. A long path has it between slashes.
const WIX = /(?:wix|Wix|WIX)(?<!twix(?=t))(?<=([A-Za-z\d+/]{0,99})...)([A-Za-z\d+/]{0,99})/g;
const LONGEST_NAME = 100;

function namesWix(text: string): boolean {
  if (!text.includes('wix') && !text.includes('Wix') && !text.includes('WIX')) return false;
  for (const [name, before = ''] of text.matchAll(WIX)) if (before.length + name.length < LONGEST_NAME || before.endsWith('/') || name[3] === '/') return true;
  return false;
}

/** False when no rule has anything to look for in the text: no key, no Wix, no media manager. */
export function mayConcernKeys(text: string): boolean {
  // A small `manag` is in too many files, and its `m` too common a first character.
  return namesWix(text) || mayHoldKey(text) || (text.includes('Manag') && MEDIA_MANAGER.test(text));
}

// A header or strategy that takes a key, a host of Wix's, a name that says a key, or a UUID, which may stand in its place
const AUTHORIZING = /authorization|ApiKeyStrategy|getMemberTokensFor|fetchWithAuth|wixapis|wixmp|media[-_ ]?manager|wix[-_ ]?media|api[-_]?key|[\da-f]{8}-[\da-f]{4}-/i;
// Found in two steps: in one pattern with what follows, the search would begin anew at each `wix` of a long name.
const WIX_NAME = /wix\w*/gi;
const NAMED_FOR_KEY = /key|token|secret|auth/i;

/** False when a text of which Wix is known to be a matter hands no key to anything. */
export function mayAuthorize(text: string): boolean {
  return AUTHORIZING.test(text) || text.match(WIX_NAME)?.some((name) => NAMED_FOR_KEY.test(name)) === true || mayHideKey(text);
}

/** The kind whose prefix stands exactly there; null if none does. */
export function prefixAt(text: string, start: number): PrefixedKind | null {
  return PREFIXED_KINDS.find(({ prefix }) => text.startsWith(prefix, start)) ?? null;
}

/** Every whole key in the text, left to right. Takes time linear in the text: no part of a key can begin another. */
export function findKeyMatches(text: string): KeyMatch[] {
  const matches: KeyMatch[] = [];
  for (const { 0: prefix, index: start } of text.matchAll(KEY_BEGINNING)) {
    const found = prefixAt(text, start);
    const end = wholeKeyEnd(text, start + prefix.length);
    if (found !== null && end !== -1) matches.push({ kind: found.kind, start, end });
  }
  return matches;
}

/** Where the key prefix stands that a header value begins with, behind white space, quotes and up to two `Bearer`; -1 if none. */
export function keyStart(text: string): number {
  const start = BEFORE_KEY.exec(text)?.[0].length ?? 0;
  return prefixAt(text, start) === null ? -1 : start;
}

/** Where the whole key ends whose first part begins at `start`, behind the prefix; -1 if it is not whole or its signature is masked. */
export function wholeKeyEnd(text: string, start: number): number {
  if (!text.startsWith(HEADER_BEGINNING, start)) return -1;
  const headerEnd = runEnd(text, start);
  if (headerEnd - start < LEAST_HEADER || text[headerEnd] !== '.') return -1;
  const payloadEnd = runEnd(text, headerEnd + 1);
  if (payloadEnd - headerEnd - 1 < LEAST_PAYLOAD || text[payloadEnd] !== '.') return -1;
  const end = runEnd(text, payloadEnd + 1);
  const signature = text.slice(payloadEnd + 1, end);
  return signature.length < LEAST_SIGNATURE || VISIBLY_MASKED.test(signature) ? -1 : end;
}

/** The header part that the text begins with, complete or not; null where it begins otherwise. */
export function headerOf(body: string): string | null {
  return body.startsWith(HEADER_BEGINNING) ? body.slice(0, runEnd(body, 0)) : null;
}

/** Where the run of base64url characters ends that begins at `start`; `start` itself for an empty one. */
export function runEnd(text: string, start: number): number {
  let end = start;
  while (BASE64URL.has(text.charCodeAt(end))) end += 1;
  return end;
}

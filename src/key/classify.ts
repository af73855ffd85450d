import { type Claims, decodePart, readClaims } from './claims.js';
import { headerOf, KEY_CHARACTERS, keyStart, LEAST_HEADER, prefixAt, PROSE_BEHIND_PREFIX, wholeKeyEnd } from './grammar.js';
import type { KeyKind } from './kinds.js';

/** How much of a key a text is: all of it, a cut-off one, a stand-in, the bare prefix, or something else behind a prefix. */
export type KeyForm = 'whole' | 'truncated' | 'placeholder' | 'prefix' | 'other';

/** A value that begins like a key. */
export interface Key {
  readonly kind: KeyKind;
  readonly form: KeyForm;
  /** From the prefix on, without the quotes and white space around it. */
  readonly text: string;
  /** Where in the given text it begins. */
  readonly start: number;
  readonly claims: Claims;
}

const WORDS = [
  ...['your', 'here', 'example', 'sample', 'dummy', 'fake', 'mock', 'test', 'demo', 'placeholder', 'insert', 'replace'],
  ...['change', 'redacted', 'masked', 'hidden', 'removed', 'leak', 'todo', 'fixme', 'tbd', 'secret', 'token', 'key'],
  ...['value', 'payload', 'signature', 'foobar', 'abc123', '123456', 'x{3,}'],
].join('|');
const WORD = new RegExp(WORDS, 'i');
const WORD_ALONE = new RegExp(`(?<![A-Za-z0-9])(?:${WORDS})(?![A-Za-z0-9])`, 'i');
const NOTHING = /^(?:null|undefined|none|n\/a)$/i;
const IN_BRACKETS = /^(?:<[^]*>|\[[^]*\]|\$?\{[^]*\}|\$\([^]*\)|%[^]*%|__[^]*__|@[^]*@)$/;
const VARIABLE = /^(?:\$\w+$|process\.env\b|import\.meta\.env\b)/;
const ELIDED = /\*{3}|•{3}|\.{3}|…/;
const ELLIPSIS = /\.{2}|…/;
// No key holds any of these; a text about keys, a template or a masked key does.
const NEVER_IN_KEY = /[*•█#<>{}[\]$]|%s/;
const AROUND_KEY = /[\s"'`]/;

/** The key that a value as a whole is, by the prefix it begins with; null where it begins with none. */
export function classify(text: string): Key | null {
  const start = keyStart(text);
  const found = start === -1 ? null : prefixAt(text, start);
  if (found === null) return null;
  const keyText = withoutTail(text.slice(start));
  return { kind: found.kind, form: formOf(keyText.slice(found.prefix.length)), text: keyText, start, claims: readClaims(keyText) };
}

/** Whether a text without a key prefix visibly stands for a secret and is none. */
export function isPlaceholder(text: string): boolean {
  const value = withoutTail(text).trimStart();
  return [NOTHING, IN_BRACKETS, VARIABLE, ELIDED, WORD].some((pattern) => pattern.test(value)) || hasOneCharacter(value);
}

function formOf(body: string): KeyForm {
  if (body === '') return 'prefix';
  const end = wholeKeyEnd(body, 0);
  if (end !== -1) return formOfWhole(body.slice(end));
  if (NEVER_IN_KEY.test(body)) return 'placeholder';
  const header = headerOf(body);
  if (header !== null) return formWithHeader(body, header);
  return PROSE_BEHIND_PREFIX.test(body) || isPlaceholder(body) ? 'placeholder' : 'other';
}

function formOfWhole(rest: string): KeyForm {
  if (rest === '') return 'whole';
  return /^(?:\.{2,}|…)/.test(rest) ? 'truncated' : 'other';
}

// A header that decodes was copied from a token; a few characters of one were typed.
function formWithHeader(body: string, header: string): KeyForm {
  if (WORD_ALONE.test(body)) return 'placeholder';
  const isComplete = decodePart(header) !== null;
  const rest = body.slice(header.length);
  if (!isComplete && header.length < LEAST_HEADER && /^(?:$|[.…])/.test(rest)) return 'placeholder';
  if (!KEY_CHARACTERS.test(rest)) return 'other';
  return isComplete || !ELLIPSIS.test(rest) ? 'truncated' : 'placeholder';
}

function hasOneCharacter(text: string): boolean {
  const first = /[a-z\d]/i.exec(text)?.[0] ?? 'x';
  return !new RegExp(`[^\\W_${first}]`, 'i').test(text);
}

function withoutTail(text: string): string {
  let end = text.length;
  while (AROUND_KEY.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

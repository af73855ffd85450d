import { createHash } from 'node:crypto';
import type { Claims } from './claims.js';
import type { Key } from './classify.js';
import { KEY_REMAINS } from './grammar.js';
import { KEY_KINDS } from './kinds.js';

/** So many characters of a key in a row, beyond the prefix, are never printed. */
export const SECRET_SLICE = 12;
const EIGHT_DIGITS = /^[0-9a-f]{8}/i;

/** What may be printed of a key: its kind's name and, when the claims give one, the beginning of its public id. */
export function describeKey(key: Pick<Key, 'kind' | 'claims'>): string {
  const id = publicId(key.claims);
  const { name } = KEY_KINDS[key.kind];
  return id === null ? name : `${name} (key id ${id})`;
}

/** The text with every key in it, whole or cut off, replaced by `<prefix>[redacted]`. A key that white space breaks is not seen. */
export function redactText(text: string): string {
  return text.replaceAll(KEY_REMAINS, (remains: string, prefix: string) =>
    remains.length - prefix.length < SECRET_SLICE ? remains : `${prefix}[redacted]`,
  );
}

/** Eight hexadecimal digits that name a key: of its public id, or of a hash where the claims give none. */
export function keyFingerprint(key: Pick<Key, 'text' | 'claims'>): string {
  return publicId(key.claims) ?? createHash('sha256').update(key.text).digest('hex').slice(0, 8);
}

function publicId(claims: Claims): string | null {
  return EIGHT_DIGITS.exec(claims.keyId ?? '')?.[0] ?? null;
}

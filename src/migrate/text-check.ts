import { mayHoldKey, mayHoldKeyBytes } from '../key/grammar.js';

// An app secret looks like nothing in particular; its name stands beside it.
const APP_SECRET = 'appSecret';

/** False when the text surely holds nothing to move. */
export function mayHoldMovable(text: string): boolean {
  return mayHoldKey(text) || text.includes(APP_SECRET);
}

/** As `mayHoldMovable`, for the UTF-8 bytes of a text. */
export function mayHoldMovableBytes(bytes: Buffer): boolean {
  return mayHoldKeyBytes(bytes) || bytes.includes(APP_SECRET);
}

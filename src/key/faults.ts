import { classify, type Key } from './classify.js';
import { BEARER, DOUBLE_BEARER, UUID } from './grammar.js';

/** Why a text cannot be a key. */
export type KeyFault = 'cutOff' | 'doubleBearer' | 'lineBreak' | 'quotes' | 'space' | 'uuid';

/** A fault of a text that stands where a key belongs. */
export interface FoundFault {
  readonly fault: KeyFault;
  /** The stretch of the text that is a whole key, where all around it can go; UTF-16 offsets, the end exclusive. */
  readonly kept: readonly [number, number] | null;
}

// A UUID of one character stands for one.
const ONE_CHARACTER = /^(?<first>[\da-f])\k<first>*$/i;

/** What is wrong with a text in the place of a key (behind `Bearer` or not); null where nothing is, and where it only stands for a key. */
export function findFault(text: string): FoundFault | null {
  const key = classify(text);
  const kept = key?.form === 'whole' ? ([key.start, key.start + key.text.length] as const) : null;
  if (DOUBLE_BEARER.test(text)) return { fault: 'doubleBearer', kept };
  if (key === null) return isUuid(text) ? { fault: 'uuid', kept: null } : null;
  switch (key.form) {
    case 'whole': return faultAround(text, key);
    case 'truncated': return { fault: 'cutOff', kept: null };
    case 'other': return faultInside(key.text);
    default: return null;
  }
}

function isUuid(text: string): boolean {
  const bare = text.replace(BEARER, '').trim();
  return UUID.test(bare) && !ONE_CHARACTER.test(bare.replaceAll('-', ''));
}

function faultAround(text: string, { start, text: keyText }: Key): FoundFault | null {
  const end = start + keyText.length;
  const around = text.slice(0, start).replace(BEARER, '$1') + text.slice(end);
  const fault = faultOf(around);
  return fault && { fault, kept: [start, end] };
}

/** A key that is whole once what does not belong into it is taken out. */
function faultInside(text: string): FoundFault | null {
  const fault = faultOf(text);
  const isWhole = classify(text.replaceAll(/[\s"'`]/g, ''))?.form === 'whole';
  return fault !== null && isWhole ? { fault, kept: null } : null;
}

function faultOf(text: string): KeyFault | null {
  if (/["'`]/.test(text)) return 'quotes';
  if (/[\r\n\u2028\u2029]/.test(text)) return 'lineBreak';
  return /\s/.test(text) ? 'space' : null;
}

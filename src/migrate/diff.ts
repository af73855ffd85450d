import type { Key } from '../key/classify.js';
import { redactText } from '../key/redact.js';
import { KEY_KINDS } from '../key/kinds.js';
import type { FilePlan } from './file-plan.js';
import { placeFinder } from './line-finder.js';
import type { MovedFile } from './move-keys.js';

/** A line of the file as it is (`-`) or as it would be (`+`), keys masked. */
export interface DiffLine {
  readonly sign: '+' | '-';
  /** From 1, in the file as it is. */
  readonly line: number;
  readonly text: string;
}

const WIDTH = 160;
// So much of a line is looked at, for keys that the mask makes shorter.
const LONGEST = 4000;
/** So many characters of a key in a row are never shown. */
const SECRET_SLICE = 12;
// A key in base64, in hexadecimal digits, or a piece that stands in a variable.
const LONG_RUN = /[\w+/=-]{40,}/g;
const MASK = '[redacted]';
// The slices of more secrets than these find no room in one set.
const MOST_SECRETS = 10_000;
const ANY_RUN = /[\w+/=.-]{12,}/g;
const OF_RUN = /[\w+/=.…-]/;

/** What moving the keys changes, as lines to read. */
export function diffOf({ text: whole }: FilePlan, { moved, left }: MovedFile): readonly DiffLine[] {
  const secrets = new Set([...moved.map(({ written }) => written), ...left].map(({ key }) => key.text));
  const slices = secrets.size > MOST_SECRETS ? null : slicesOf(secrets);
  const placeOf = placeFinder(whole);
  return moved.flatMap(({ written: { key }, move }) => move.edits.flatMap(({ range: [start, end], text }): readonly DiffLine[] => {
    const { line, column } = placeOf(start);
    const [before, behind] = [whole.slice(start - column, start), restOfLine(whole, end)];
    const replaced = start === end ? '' : shown(whole.slice(start, end), key);
    const linesOf = (sign: DiffLine['sign'], middle: string): DiffLine[] => masking(cutOff(before + middle + behind), slices).slice(0, WIDTH).split(/\r\n|[\n\r]/).map((part) => ({ sign, line, text: part }));
    return [...linesOf('-', replaced), ...linesOf('+', text)];
  }));
}

/** The stretch that an edit replaces, its key told by its kind. */
function shown(replaced: string, { kind, text }: Key): string {
  const label = `‹${KEY_KINDS[kind].name}›`;
  return replaced.includes(text) ? replaced.replaceAll(text, label) : label;
}

/** Every slice of the secrets that is too long to show. */
function slicesOf(secrets: Iterable<string>): ReadonlySet<string> {
  const slices = new Set<string>();
  for (const secret of secrets) for (let at = 0; at + SECRET_SLICE <= secret.length; at++) slices.add(secret.slice(at, at + SECRET_SLICE));
  return slices;
}

/** The text with each stretch masked that such slices cover; without slices, all that may be one. */
function masking(text: string, slices: ReadonlySet<string> | null): string {
  const masked = redactText(text).replaceAll(LONG_RUN, MASK);
  if (slices === null) return masked.replaceAll(ANY_RUN, MASK);
  let shownText = '';
  let hiddenTo = 0;
  for (let at = 0; at < masked.length; at++) {
    const isHidden = slices.has(masked.slice(at, at + SECRET_SLICE));
    if (isHidden && at >= hiddenTo) shownText += MASK;
    if (isHidden) hiddenTo = at + SECRET_SLICE;
    if (at >= hiddenTo) shownText += masked.charAt(at);
  }
  return shownText;
}

/** A text of which no more is left than is looked at, without the run that the cut goes through. */
function cutOff(text: string): string {
  if (text.length < LONGEST) return text;
  let end = LONGEST;
  while (end > 0 && OF_RUN.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** What stands behind an offset in its line, as far as it may be shown. */
function restOfLine(text: string, at: number): string {
  return text.slice(at, at + LONGEST).split(/[\n\r]/, 1)[0] ?? '';
}

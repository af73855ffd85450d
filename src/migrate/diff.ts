import { redactText } from '../key/redact.js';
import { KEY_KINDS } from '../key/kinds.js';
import type { FilePlan } from './file-plan.js';
import { lineFinder } from './line-finder.js';
import type { MovedFile } from './move-keys.js';

/** A line of the file as it is (`-`) or as it would be (`+`), keys masked. */
export interface DiffLine {
  readonly sign: '+' | '-';
  /** From 1, in the file as it is. */
  readonly line: number;
  readonly text: string;
}

const WIDTH = 160;
/** So many characters of a key in a row are never shown. */
const SECRET_SLICE = 12;
// A key in base64, in hexadecimal digits, or a piece that stands in a variable.
const LONG_RUN = /[\w+/=-]{40,}/g;
const MASK = '[redacted]';

/** What moving the keys changes, as lines to read. */
export function diffOf({ text: whole }: FilePlan, { moved, left }: MovedFile): readonly DiffLine[] {
  const secrets = [...new Set([...moved.map(({ written }) => written), ...left].map(({ key }) => key.text))];
  const slices = slicesOf(secrets);
  const lineOf = lineFinder(whole);
  return moved.flatMap(({ written, move }) => {
    const label = `‹${KEY_KINDS[written.key.kind].name}›`;
    return move.edits.flatMap(({ range: [start, end], text }): readonly DiffLine[] => {
      const from = lineStart(whole, start);
      const to = lineEnd(whole, end);
      const [before, behind] = [whole.slice(from, start), whole.slice(end, to)];
      const line = lineOf(start);
      const was = start === end ? before + behind : before + shown(whole.slice(start, end), label, secrets) + behind;
      const is = before + text + behind;
      const masked = (shownText: string): string => masking(shownText, slices).slice(0, WIDTH);
      return [...masked(was).split(/\r\n|[\n\r]/).map((part): DiffLine => ({ sign: '-', line, text: part })), ...masked(is).split(/\r\n|[\n\r]/).map((part): DiffLine => ({ sign: '+', line, text: part }))];
    });
  });
}

/** The stretch that an edit replaces, its key told by its kind. */
function shown(replaced: string, label: string, secrets: readonly string[]): string {
  const [secret] = secrets.filter((candidate) => replaced.includes(candidate));
  return secret === undefined ? label : replaced.replaceAll(secret, label);
}

/** Every slice of the secrets that is too long to show. */
function slicesOf(secrets: Iterable<string>): ReadonlySet<string> {
  const slices = new Set<string>();
  for (const secret of secrets) for (let at = 0; at + SECRET_SLICE <= secret.length; at++) slices.add(secret.slice(at, at + SECRET_SLICE));
  return slices;
}

/** The text with each stretch masked that such slices cover. */
function masking(text: string, slices: ReadonlySet<string>): string {
  const masked = redactText(text).replaceAll(LONG_RUN, MASK);
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

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/[\n\r]/);
  return found === -1 ? text.length : at + found;
}

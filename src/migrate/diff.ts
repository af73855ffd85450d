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

/** What moving the keys changes, as lines to read. */
export function diffOf({ text: whole }: FilePlan, { moved, left }: MovedFile): readonly DiffLine[] {
  const secrets = [...moved.map(({ written }) => written), ...left].map(({ key }) => key.text);
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
      const masked = (shownText: string): string => masking(shownText, secrets).slice(0, WIDTH);
      return [...masked(was).split(/\r\n|[\n\r]/).map((part): DiffLine => ({ sign: '-', line, text: part })), ...masked(is).split(/\r\n|[\n\r]/).map((part): DiffLine => ({ sign: '+', line, text: part }))];
    });
  });
}

/** The stretch that an edit replaces, its key told by its kind. */
function shown(replaced: string, label: string, secrets: readonly string[]): string {
  const [secret] = secrets.filter((candidate) => replaced.includes(candidate));
  return secret === undefined ? label : replaced.replaceAll(secret, label);
}

/** The text without any slice of a secret that is too long to show. */
function masking(text: string, secrets: readonly string[]): string {
  const masked = redactText(text).replaceAll(LONG_RUN, '[redacted]');
  const slices = secrets.flatMap((secret) => Array.from({ length: Math.max(0, secret.length - SECRET_SLICE + 1) }, (_, at) => secret.slice(at, at + SECRET_SLICE)));
  let shownText = masked;
  for (const slice of slices) if (shownText.includes(slice)) shownText = shownText.replaceAll(slice, '[redacted]');
  return shownText;
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/[\n\r]/);
  return found === -1 ? text.length : at + found;
}

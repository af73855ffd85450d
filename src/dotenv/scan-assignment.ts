import { isLineBreak, isQuote, isSpace, skipBlanks, skipName, skipSpace } from './characters.js';
import { decodeValue, isQuoted } from './decode-value.js';

/** One assignment of an env file; ranges are UTF-16 offsets into the text that was read. */
export interface EnvEntry {
  readonly name: string;
  /** decoded as dotenv does */
  readonly value: string;
  /** as written, with its quotes, without the white space around */
  readonly raw: string;
  readonly quote: '' | '"' | "'" | '`';
  readonly exported: boolean;
  /** from `export` or the name to the end of the value */
  readonly range: [number, number];
  readonly nameRange: [number, number];
  /** without quotes; of no length, right behind `=` or `:`, where no value is written */
  readonly valueRange: [number, number];
}

interface Head {
  readonly start: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** right behind `=` or `:` */
  readonly assigned: number;
  /** where the value may begin: `:` takes one white space with it */
  readonly valueFrom: number;
}

/** The assignment that begins at `at`, the first character of a line that is not blank, or null. */
export function assignmentAt(text: string, at: number): EnvEntry | null {
  const head = exportedHeadAt(text, at) ?? headAt(text, at, at);
  if (head === null) return null;
  const [start, end] = writtenRange(text, head.valueFrom);
  const raw = text.slice(start, end);
  const first = raw[0];
  const quote = isQuote(first) && isQuoted(raw) ? first : '';
  return {
    name: text.slice(head.nameStart, head.nameEnd),
    value: decodeValue(raw),
    raw,
    quote,
    exported: head.nameStart > at,
    range: [at, raw === '' ? head.assigned : end],
    nameRange: [head.nameStart, head.nameEnd],
    valueRange: raw === '' ? [head.assigned, head.assigned] : [start + quote.length, end - quote.length],
  };
}

function exportedHeadAt(text: string, at: number): Head | null {
  const behind = at + 'export'.length;
  if (!text.startsWith('export', at) || !isSpace(text.charCodeAt(behind))) return null;
  return headAt(text, at, skipSpace(text, behind));
}

function headAt(text: string, start: number, nameStart: number): Head | null {
  const nameEnd = skipName(text, nameStart);
  if (nameEnd === nameStart) return null;
  const equals = skipSpace(text, nameEnd);
  if (text[equals] === '=') return { start, nameStart, nameEnd, assigned: equals + 1, valueFrom: equals + 1 };
  const assigned = nameEnd + 1;
  if (text[nameEnd] !== ':' || !isSpace(text.charCodeAt(assigned))) return null;
  return { start, nameStart, nameEnd, assigned, valueFrom: assigned + (text.startsWith('\r\n', assigned) ? 2 : 1) };
}

function writtenRange(text: string, from: number): [number, number] {
  const open = skipSpace(text, from);
  const close = closingQuote(text, open);
  if (close !== null) return [open, close + 1];
  const region = text.slice(from, unquotedEnd(text, from));
  const written = region.trimStart();
  const start = from + region.length - written.length;
  return [start, start + written.trimEnd().length];
}

function unquotedEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !'#\r\n'.includes(text.charAt(end))) end += 1;
  return end;
}

// A quote behind a backslash may close the value too, if nothing but a comment follows it: the last that can, does.
function closingQuote(text: string, open: number): number | null {
  const quote = text[open];
  if (!isQuote(quote)) return null;
  let close: number | null = null;
  for (let at = text.indexOf(quote, open + 1); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (endsLine(text, at + 1)) close = at;
    if (text[at - 1] !== '\\') break;
  }
  return close;
}

function endsLine(text: string, at: number): boolean {
  const next = skipBlanks(text, at);
  return next >= text.length || text[next] === '#' || isLineBreak(text.charCodeAt(next));
}

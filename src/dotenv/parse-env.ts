import { lineEnd, skipBlanks, skipSpace } from './characters.js';
import { assignmentAt, type EnvEntry } from './scan-assignment.js';

export type { EnvEntry };

/** A comment of an env file, on its own line or behind a value. */
export interface EnvComment {
  /** without the `#` */
  readonly text: string;
  /** from the `#` to the end of the line */
  readonly range: [number, number];
}

/** What stands on a line that is no assignment, without the white space and the comment around it. */
export interface EnvBrokenLine {
  readonly range: [number, number];
}

/** An env file, each list in the order of the text. */
export interface EnvFile {
  readonly entries: readonly EnvEntry[];
  readonly comments: readonly EnvComment[];
  readonly broken: readonly EnvBrokenLine[];
}

interface Reading {
  readonly text: string;
  readonly entries: EnvEntry[];
  readonly comments: EnvComment[];
  readonly broken: EnvBrokenLine[];
}

/** Reads an env file as dotenv 16 and 17 do, in time linear to its length; any string is one, none makes it throw. */
export function parseEnv(text: string): EnvFile {
  const reading: Reading = { text, entries: [], comments: [], broken: [] };
  let at = skipSpace(text, 0);
  while (at < text.length) at = skipSpace(text, readStatement(reading, at));
  return { entries: reading.entries, comments: reading.comments, broken: reading.broken };
}

function readStatement(reading: Reading, at: number): number {
  const { text, entries } = reading;
  if (text[at] === '#') return readComment(reading, at);
  const entry = assignmentAt(text, at);
  if (entry === null) return readBroken(reading, at);
  entries.push(entry);
  const end = skipBlanks(text, entry.range[1]);
  return text[end] === '#' ? readComment(reading, end) : end;
}

function readComment({ text, comments }: Reading, at: number): number {
  const end = lineEnd(text, at);
  comments.push({ text: text.slice(at + 1, end), range: [at, end] });
  return end;
}

function readBroken(reading: Reading, at: number): number {
  const end = lineEnd(reading.text, at);
  const line = reading.text.slice(at, end);
  const blank = line.search(/\s#/);
  const written = (blank === -1 ? line : line.slice(0, blank)).trimEnd();
  reading.broken.push({ range: [at, at + written.length] });
  return blank === -1 ? end : readComment(reading, at + blank + 1);
}

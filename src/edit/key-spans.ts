import type { Key } from '../key/classify.js';
import { findKeyMatches } from '../key/grammar.js';

/** Offsets into a text, the end exclusive. */
export type Span = readonly [number, number];

/** Where a text holds the key: everywhere for a whole one, else at its end. `hasOther` tells of a second key, which would be lost with it. */
export interface KeySpans {
  readonly spans: readonly Span[];
  readonly hasOther: boolean;
}

/** Finds a key in a text that it was read from. */
export function keySpansIn(text: string, key: Key): KeySpans {
  const matches = findKeyMatches(text).map(({ start, end }): Span => [start, end]);
  const same = matches.filter(([start, end]) => text.slice(start, end) === key.text);
  if (same.length > 0) return { spans: same, hasOther: same.length < matches.length };
  const last = text.lastIndexOf(key.text);
  const isPart = ([start, end]: Span): boolean => last !== -1 && last <= start && end <= last + key.text.length;
  return { spans: last === -1 ? [] : [[last, last + key.text.length]], hasOther: !matches.every(isPart) };
}

/** The stretches of a text that lie before, between and behind spans. */
export function textsAround(text: string, spans: readonly Span[]): string[] {
  const edges = [0, ...spans.flat(), text.length];
  return Array.from({ length: spans.length + 1 }, (_, at) => text.slice(edges[at * 2], edges[at * 2 + 1]));
}

import { Lines } from '../source/lines.js';

/** What ends a line in an editor; to JavaScript U+2028 and U+2029 do, too. */
const LINE_END = /\r\n|[\n\r]/gu;

/** Tells the line of an offset of a text, from 1, as editors count them. */
export function lineFinder(text: string): (at: number) => number {
  const placeOf = placeFinder(text);
  return (at) => placeOf(at).line;
}

/** Tells the same with the column, from 0. */
export function placeFinder(text: string): (at: number) => { readonly line: number; readonly column: number } {
  const lines = new Lines(text, LINE_END);
  return (at) => lines.positionAt(at);
}

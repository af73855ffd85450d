/** A place as ESLint counts: lines from 1, columns from 0 in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where something stands, as ESLint wants it on nodes, tokens and comments. */
export interface Location {
  readonly start: Position;
  readonly end: Position;
}

/** Turns a range of the text into a location; lines end as in JavaScript, at CR LF, LF, CR, U+2028 and U+2029. */
export function locator(text: string): (range: readonly [number, number]) => Location {
  const starts = [0];
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + lineBreak.length);
  return ([start, end]) => ({ start: positionOf(starts, start), end: positionOf(starts, end) });
}

function positionOf(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) };
}

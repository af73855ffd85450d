import type { Loc } from './named-value.js';

/** As much of ESLint's SourceCode as tells the place of an offset. */
export interface LocatedSource {
  readonly text: string;
  getLocFromIndex(index: number): Loc['start'];
}

const LINE_END = /[\n\r\u2028\u2029]/;

/**
 * Tells where stretches of a text stand that have no line end in them, asked for in the order of the text. The source is asked once for
 * each line: that of other languages reads the line from its beginning every time.
 */
export function locationFinder(source: LocatedSource): (start: number, end: number) => Loc {
  let index = 0;
  let position: Loc['start'] | null = null;
  return (start, end) => {
    const isSameLine = position !== null && !LINE_END.test(source.text.slice(index, start));
    position = isSameLine && position ? moved(position, start - index) : source.getLocFromIndex(start);
    index = start;
    return { start: position, end: moved(position, end - start) };
  };
}

function moved({ line, column }: Loc['start'], by: number): Loc['start'] {
  return { line, column: column + by };
}

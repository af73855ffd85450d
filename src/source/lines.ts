import type { TSESTree } from '@typescript-eslint/utils';

type Position = TSESTree.Position;

const LINE_END = /\r\n|[\n\r\u2028\u2029]/gu;

/** The lines of a text, found at the first question. */
export class Lines {
  readonly #text: string;
  readonly #lineEnd: RegExp;
  #starts: readonly number[] | null = null;

  /** `lineEnd` matches what ends a line, everywhere in the text; without it what ends one in JavaScript. */
  constructor(text: string, lineEnd = LINE_END) {
    this.#text = text;
    this.#lineEnd = lineEnd;
  }

  /** The line, counted from 1, and the column, from 0, of an offset. */
  positionAt(offset: number): Position {
    this.#starts ??= [0, ...Array.from(this.#text.matchAll(this.#lineEnd), ({ index, 0: end }) => index + end.length)];
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) };
  }
}

/** Where a range is in lines and columns, counted when somebody asks. */
export class Location implements TSESTree.SourceLocation {
  readonly #range: TSESTree.Range;
  readonly #lines: Lines;

  /** The lines that a location counts in; null for the location of another parser. */
  static linesOf(location: object): Lines | null {
    return #lines in location ? location.#lines : null;
  }

  constructor(range: TSESTree.Range, lines: Lines) {
    this.#range = range;
    this.#lines = lines;
  }

  get start(): Position {
    return this.#lines.positionAt(this.#range[0]);
  }

  get end(): Position {
    return this.#lines.positionAt(this.#range[1]);
  }
}

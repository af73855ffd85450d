// Of a pattern for a whole literal V8 keeps a way back for each character, and gives up at some eight million.

const STOPS: Readonly<Record<string, RegExp>> = { "'": /\\[^]?|['\n\r]/g, '"': /\\[^]?|["\n\r]/g, '`': /\\[^]?|`/g };
const TEMPLATE_STOP = /\\[^]?|`|\$\{/g;
const REGEX_STOP = /\\.?|[/[\n\r]/g;
const CLASS_STOP = /\\.?|[\]\n\r]/g;

/** Where a literal ends: behind the quote, else at the end of its line (of a template: of the text). */
export interface LiteralEnd {
  readonly end: number;
  readonly isClosed: boolean;
}

/** Finds where strings, templates and regular expressions of one text end, in time linear to the text where they are asked for in its order. */
export class LiteralEnds {
  readonly #text: string;
  /** By what ends a literal, up to where nothing does that was looked for. */
  readonly #openUntil = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of the string (or template, whatever expressions are in it) whose quote stands there. */
  quoted(start: number): LiteralEnd {
    const quote = this.#text.charAt(start);
    const end = this.#endFrom(start, quote, STOPS[quote] ?? TEMPLATE_STOP);
    return { end: end ?? this.#openUntil.get(quote) ?? this.#text.length, isClosed: end !== null };
  }

  /** The offset behind the regular expression whose `/` stands there; null where it is none. */
  regex(start: number): number | null {
    let stop = stopFrom(this.#text, start + 1, REGEX_STOP);
    while (stop?.[0] === '[') {
      const end = this.#endFrom(stop.index, ']', CLASS_STOP);
      if (end === null) return null;
      stop = stopFrom(this.#text, end, REGEX_STOP);
    }
    return stop?.[0] === '/' && stop.index > start + 1 ? stop.index + 1 : null;
  }

  #endFrom(start: number, closing: string, pattern: RegExp): number | null {
    if (start < (this.#openUntil.get(closing) ?? 0)) return null;
    const stop = stopFrom(this.#text, start + 1, pattern);
    if (stop?.[0] === closing) return stop.index + 1;
    this.#openUntil.set(closing, stop?.index ?? this.#text.length);
    return null;
  }
}

/** Where a stretch of a template ends that begins there, and whether an expression follows it. */
export function templateTextEnd(text: string, from: number): { readonly end: number; readonly isOpen: boolean } {
  const stop = stopFrom(text, from, TEMPLATE_STOP);
  return { end: stop === null ? text.length : stop.index + stop[0].length, isOpen: stop?.[0] === '${' };
}

/** The first match from an offset on that is no escape; null where there is none. */
function stopFrom(text: string, from: number, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = from;
  let found = pattern.exec(text);
  while (found?.[0].startsWith('\\') === true) found = pattern.exec(text);
  return found;
}

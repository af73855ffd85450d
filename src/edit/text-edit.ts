/** A stretch of a file's text, in UTF-16 offsets with the end exclusive, and what stands there afterwards. */
export interface TextEdit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** Edits that cannot all be made: two change the same stretch, or one lies outside the text. Holds offsets and no text. */
export class EditConflictError extends Error {
  readonly range: readonly [number, number];

  constructor(range: readonly [number, number]) {
    super(`The edit of ${String(range[0])} to ${String(range[1])} overlaps another or lies outside the text.`);
    this.name = 'EditConflictError';
    this.range = range;
  }
}

/** The text with the edits made; their order does not matter and one given twice counts once. Throws EditConflictError where two overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of inOrder(edits)) {
    const [start, end] = edit.range;
    const isPossible = start >= at && end >= start && end <= text.length;
    if (!isPossible) throw new EditConflictError(edit.range);
    result += text.slice(at, start) + edit.text;
    at = end;
  }
  return result + text.slice(at);
}

/** Where the texts of edits stand in the text that they give, in its order; of what was only taken out, the empty place. */
export function placesAfter(edits: readonly TextEdit[]): readonly (readonly [start: number, end: number])[] {
  let shift = 0;
  return inOrder(edits).map(({ range: [start, end], text }) => {
    const at = start + shift;
    shift += text.length - (end - start);
    return [at, at + text.length];
  });
}

/** Edits of a text that can all be made. */
export class PossibleEdits {
  readonly #length: number;
  /** In the order of the text. */
  readonly #edits: TextEdit[] = [];

  constructor({ length }: string) {
    this.#length = length;
  }

  /** Adds edits to the others, one given twice counts once; adds none and gives false where one cannot be made beside the rest. */
  add(edits: readonly TextEdit[]): boolean {
    const added: TextEdit[] = [];
    for (const edit of edits) {
      const at = this.#placeOf(edit);
      const next = this.#edits[at];
      if (next && compare(next, edit) === 0) continue;
      const isPossible = (this.#edits[at - 1]?.range[1] ?? 0) <= edit.range[0] && edit.range[0] <= edit.range[1] && edit.range[1] <= (next?.range[0] ?? this.#length);
      if (!isPossible) {
        for (const one of added) this.#edits.splice(this.#placeOf(one), 1);
        return false;
      }
      this.#edits.splice(at, 0, edit);
      added.push(edit);
    }
    return true;
  }

  /** The index of the first edit that does not come before. */
  #placeOf(edit: TextEdit): number {
    let [low, high] = [0, this.#edits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#edits[middle];
      if (other && compare(other, edit) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  const distinct = new Map(edits.map((edit) => [JSON.stringify([edit.range, edit.text]), edit]));
  return [...distinct.values()].sort(compare);
}

// Of two insertions at one point the text decides, so that the order given never does.
function compare(one: TextEdit, other: TextEdit): number {
  const byPlace = one.range[0] - other.range[0] || one.range[1] - other.range[1];
  return byPlace || Number(one.text > other.text) - Number(one.text < other.text);
}

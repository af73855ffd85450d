/** Where a report is expected, as ESLint tells it: lines and columns from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const OPENING = '«';
const CLOSING = '»';

/** ESLint takes it off before it counts. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Code without its marks, and the places that stood between `«` and `»`, in the order of the text. */
export function unmarked(marked: string): { readonly code: string; readonly places: readonly Place[] } {
  const places: Place[] = [];
  const open: { line: number; column: number }[] = [];
  let code = '';
  let line = 1;
  let column = 1;
  for (const [at, character] of marked.split('').entries()) {
    if (character === OPENING) {
      open.push({ line, column });
    } else if (character === CLOSING) {
      const start = open.pop();
      if (!start) throw new Error(`A mark is closed that was not opened, in line ${String(line)}.`);
      places.push({ ...start, endLine: line, endColumn: column });
    } else {
      code += character;
      if (character !== BYTE_ORDER_MARK) column += 1;
      if (isLineEnd(character, marked[at + 1])) [line, column] = [line + 1, 1];
    }
  }
  if (open.length > 0) throw new Error('A mark is left open.');
  return { code, places: places.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** Of CR and LF together the second ends the line. */
function isLineEnd(character: string, next: string | undefined): boolean {
  return character === '\r' ? next !== '\n' : /[\n\u2028\u2029]/u.test(character);
}

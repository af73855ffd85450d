const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const UNUSUAL_SPACE = /^\s$/;

/** Whether a UTF-16 code unit is white space as `\s` means it; false for the NaN behind the end of a text. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return code >= 0xa0 && UNUSUAL_SPACE.test(String.fromCharCode(code));
}

/** Whether a code unit ends a line as `$` means it in a multi-line pattern: LF, CR, U+2028 or U+2029. */
export function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN || code === 0x2028 || code === 0x2029;
}

/** Whether a code unit may stand in a variable's name: `[\w.-]`, as dotenv has it. */
export function isNameCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46
  );
}

/** Whether a string is one of the three characters that can open a quoted value. */
export function isQuote(character: string | undefined): character is '"' | "'" | '`' {
  return character === '"' || character === "'" || character === '`';
}

/** The first index from `at` on, line breaks crossed, that holds no white space; the text's length if there is none. */
export function skipSpace(text: string, at: number): number {
  let index = at;
  while (isSpace(text.charCodeAt(index))) index += 1;
  return index;
}

/** The first index from `at` on, within the line, that holds no white space. */
export function skipBlanks(text: string, at: number): number {
  let index = at;
  for (let code = text.charCodeAt(index); isSpace(code) && !isLineBreak(code); code = text.charCodeAt(index)) index += 1;
  return index;
}

/** The first index from `at` on that cannot belong to a name. */
export function skipName(text: string, at: number): number {
  let index = at;
  while (isNameCharacter(text.charCodeAt(index))) index += 1;
  return index;
}

/** The index of the line break that ends the line of `at`, or the text's length. */
export function lineEnd(text: string, at: number): number {
  let index = at;
  while (index < text.length && !isLineBreak(text.charCodeAt(index))) index += 1;
  return index;
}

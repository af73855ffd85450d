/** What the body of a literal says, and where each of its characters begins in that body. */
export interface LiteralText {
  readonly text: string;
  /** One for each character of the text, and the length of the body behind them. */
  readonly offsets: readonly number[];
  /** Whether it holds an escape that a template literal forbids. */
  readonly hasOctal: boolean;
}

const TOKEN = /\\(?:\r\n|x[\dA-Fa-f]{2}|u\{[\dA-Fa-f]+\}|u[\dA-Fa-f]{4}|[0-3][0-7]{0,2}|[4-7][0-7]?|[^])|\r\n|[^]/g;
const OCTAL = /^\\(?:[1-9]|0\d)/;
const NAMED = new Map([['b', '\b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t'], ['v', '\v']]);

/** Reads what stands between the quotes of a string or in a stretch of a template, with its escapes. */
export function readEscaped(body: string): LiteralText {
  return read(body, decodeEscape);
}

/** Reads a stretch of a `String.raw` template, where only line ends are not what they seem. */
export function readRaw(body: string): LiteralText {
  return read(body, (token) => (token.startsWith('\\') ? token.replaceAll(/\r\n?/g, '\n') : plainText(token)));
}

function read(body: string, decode: (token: string) => string): LiteralText {
  const texts: string[] = [];
  const offsets: number[] = [];
  let hasOctal = false;
  for (const { 0: token, index } of body.matchAll(TOKEN)) {
    const text = decode(token);
    texts.push(text);
    for (let at = 0; at < text.length; at += 1) offsets.push(text.length === token.length ? index + at : index);
    hasOctal ||= OCTAL.test(token) || (token === String.raw`\0` && /\d/.test(body.charAt(index + 2)));
  }
  return { text: texts.join(''), offsets: [...offsets, body.length], hasOctal };
}

function decodeEscape(token: string): string {
  if (!token.startsWith('\\')) return plainText(token);
  const escape = token.slice(1);
  if (/^[\n\r\u2028\u2029]/.test(escape)) return '';
  if (/^[xu]./.test(escape)) return fromCodePoint(parseInt(escape.replaceAll(/[{}xu]/g, ''), 16));
  return /^[0-7]/.test(escape) ? String.fromCharCode(parseInt(escape, 8)) : (NAMED.get(escape) ?? escape);
}

function fromCodePoint(codePoint: number): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
}

// A bare CR can only stand in a template, which reads it as LF.
function plainText(token: string): string {
  return token.startsWith('\r') ? '\n' : token;
}

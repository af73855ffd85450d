import { isLineBreak, isQuote, lineEnd } from './characters.js';

/** The string that dotenv reads from a trimmed value as written, quotes included. */
export function decodeValue(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  const bare = isQuoted(text) ? text.slice(1, -1) : withoutInnerQuotes(text);
  return text.startsWith('"') ? bare.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : bare;
}

/** Whether a trimmed value begins and ends with the same quote. */
export function isQuoted(raw: string): boolean {
  return raw.length > 1 && isQuote(raw[0]) && raw.endsWith(raw[0]);
}

// dotenv takes quotes off per line, and U+2028 and U+2029 begin a line inside an unquoted value.
function withoutInnerQuotes(text: string): string {
  if (!/[\u2028\u2029]/.test(text)) return text;
  const closing = { '"': lastBeforeBreak(text, '"'), "'": lastBeforeBreak(text, "'"), '`': lastBeforeBreak(text, '`') };
  let bare = '';
  let at = 0;
  while (at < text.length) {
    const quote = text[at];
    if (isQuote(quote) && closing[quote] > at) {
      bare += text.slice(at + 1, closing[quote]);
      at = closing[quote] + 1;
    }
    const next = lineEnd(text, at) + 1;
    bare += text.slice(at, next);
    at = next;
  }
  return bare;
}

function lastBeforeBreak(text: string, quote: string): number {
  let at = text.lastIndexOf(quote);
  while (at > 0 && at + 1 < text.length && !isLineBreak(text.charCodeAt(at + 1))) at = text.lastIndexOf(quote, at - 1);
  return at;
}

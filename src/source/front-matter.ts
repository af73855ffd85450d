import { LiteralEnds } from './literal-ends.js';
import type { Content } from './markup-tag.js';

const FENCE = '---';
// Comment, fence, or what begins a string, a template or a regular expression: as Astro's own compiler tells them apart (measured on @astrojs/compiler 4).
const TOKEN = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|---|['"`/]/g;

/** The code between the fences at the top of an Astro file; null where there is none. */
export function frontMatterIn(text: string): Content | null {
  const fence = contentStart(text);
  if (!text.startsWith(FENCE, fence)) return null;
  const start = fence + FENCE.length;
  const literals = new LiteralEnds(text);
  TOKEN.lastIndex = start;
  let found = TOKEN.exec(text);
  while (found && found[0] !== FENCE) {
    TOKEN.lastIndex = literalEnd(found, literals) ?? TOKEN.lastIndex;
    found = TOKEN.exec(text);
  }
  return { start, end: found?.index ?? text.length, isClosed: found !== null, after: found ? TOKEN.lastIndex : text.length };
}

/** Where a literal ends; null for a comment, and for a quote or slash that nothing closes. */
function literalEnd({ 0: token, index }: RegExpExecArray, literals: LiteralEnds): number | null {
  if (token === '/') return literals.regex(index);
  if (token.length > 1) return null;
  const { end, isClosed } = literals.quoted(index);
  return isClosed || token === '`' ? end : null;
}

/** Where something else begins than space and comments. */
function contentStart(text: string): number {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  const comments = /(?:<!--[^]*?-->\s*)?/y;
  let at = start;
  do {
    comments.lastIndex = at;
    comments.exec(text);
    if (comments.lastIndex === at) return at;
    at = comments.lastIndex;
  } while (at < text.length);
  return at;
}

import type { Content } from './markup-tag.js';

const FENCE = '---';
// Comment, string, template, regular expression, fence: as Astro's own compiler tells them apart (measured on @astrojs/compiler 4).
const TOKEN = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'(?:[^'\\\r\n]|\\[^])*'|"(?:[^"\\\r\n]|\\[^])*"|`[^`\\]*(?:\\[^][^`\\]*)*(?:`|$)|\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\r\n])*\]|[^/\\[\r\n])+\/|---/g;

/** The code between the fences at the top of an Astro file; null where there is none. */
export function frontMatterIn(text: string): Content | null {
  const fence = contentStart(text);
  if (!text.startsWith(FENCE, fence)) return null;
  const start = fence + FENCE.length;
  TOKEN.lastIndex = start;
  let found = TOKEN.exec(text);
  while (found && found[0] !== FENCE) found = TOKEN.exec(text);
  return { start, end: found?.index ?? text.length, isClosed: found !== null, after: found ? TOKEN.lastIndex : text.length };
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

import type { Stretch } from './markup-tag.js';

/**
 * The text with blanks in place of what is before the stretch, so that offsets and lines stay what they were. Behind the stretch
 * no more is left than the end of a line, where the text has one there: it tells the line ends of the file.
 */
export function textUntilEndOf({ start, end }: Stretch, text: string): string {
  const lineEnd = /\r?\n/.exec(text.slice(end))?.[0] ?? '';
  return blank(text.slice(0, start)) + text.slice(start, end) + lineEnd;
}

/** The text with blanks in place of the stretches, which are in the order of the text. */
export function textWithout(stretches: readonly Stretch[], text: string): string {
  const starts = [0, ...stretches.map(({ end }) => end)];
  return starts.map((from, at) => {
    const { start, end } = stretches[at] ?? { start: text.length, end: text.length };
    return text.slice(from, start) + blank(text.slice(start, end));
  }).join('');
}

function blank(text: string): string {
  return text.replaceAll(/[^\n\r]/g, ' ');
}

/** So many steps of a pattern take some ten milliseconds. */
const MOST_STEPS = 4096 ** 2;

/**
 * True where running a regular expression of the linted code on a text is surely cheap: it has no groups, alternatives or look-around,
 * and each quantifier may go through the whole text, from each of its characters where nothing ties the pattern to the beginning.
 */
export function isHarmlessPattern({ source, multiline }: RegExp, text: string): boolean {
  const plain = source.replaceAll(/\\./gu, 'x');
  const quantifiers = plain.match(/[*+?{]/gu)?.length ?? 0;
  const isAnchored = plain.startsWith('^') && !multiline;
  return !/[(|]/u.test(plain) && text.length ** (quantifiers + (isAnchored ? 0 : 1)) <= MOST_STEPS;
}

/** The longest text that a pattern from the linted code is run on. */
const MAX_TEXT = 4096;

/**
 * True where running a regular expression of the linted code on a text is surely cheap: no groups, alternatives or look-around,
 * and at most two quantifiers, which keeps the work within the square of a short text.
 */
export function isHarmlessPattern(source: string, text: string): boolean {
  const plain = source.replaceAll(/\\./gu, 'x');
  const quantifiers = plain.match(/[*+?{]/gu)?.length ?? 0;
  return text.length <= MAX_TEXT && quantifiers <= 2 && !/[(|]/u.test(plain);
}

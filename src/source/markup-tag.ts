/** The opening tag of an element. */
export interface MarkupTag {
  readonly name: string;
  /** By their names as they are written; the value of one without is empty. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Where its text ends. */
  readonly end: number;
  /** Whether it closes itself: `<script src="a.js" />`. */
  readonly isEmpty: boolean;
}

/** A stretch of text: UTF-16 offsets, the end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What stands between two tags or fences, up to the end of the text where nothing closes it. */
export interface Content extends Stretch {
  readonly isClosed: boolean;
  /** Where the text behind it goes on. */
  readonly after: number;
}

const NAME = /<([a-zA-Z][^\s/>]{0,200})/y;
const BRACES = String.raw`\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}`;
// A name, and a value in quotes, in braces or bare; or a value in braces alone.
const ATTRIBUTE = new RegExp(String.raw`[\s/]*(?:(${BRACES})|([^\s=<>"'{/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(${BRACES})|([^\s<>"'{]+)))?)`, 'y');
const TAG_END = /\s*(\/?)\s*>/y;
// No person writes a longer one; what has no end is not searched for it to the end of the file.
const LONGEST = 10_000;

/** The opening tag that begins there; null where none does. */
export function tagAt(text: string, at: number): MarkupTag | null {
  const part = text.slice(at, at + LONGEST);
  NAME.lastIndex = 0;
  const [opening, name] = NAME.exec(part) ?? [];
  if (opening === undefined || name === undefined) return null;
  const attributes = new Map<string, string>();
  let end = opening.length;
  for (let found = matchAt(ATTRIBUTE, part, end); found; found = matchAt(ATTRIBUTE, part, end)) {
    const [whole, braces, attribute, ...values] = found;
    attributes.set(attribute ?? braces ?? '', values.find(Boolean) ?? '');
    end += whole.length;
  }
  const close = matchAt(TAG_END, part, end);
  return close && { name, attributes, end: at + end + close[0].length, isEmpty: close[1] === '/' };
}

/** What stands between a tag and the next that closes it. */
export function contentOf({ name, end, isEmpty }: MarkupTag, text: string): Content {
  if (isEmpty) return { start: end, end, isClosed: true, after: end };
  const closing = new RegExp(String.raw`</${name.replaceAll(/[^\w-]/g, String.raw`\$&`)}(?=[\s/>])[^>]*>?`, 'gi');
  const found = matchAt(closing, text, end);
  return { start: end, end: found?.index ?? text.length, isClosed: found !== null, after: found ? closing.lastIndex : text.length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

import { LiteralEnds, templateTextEnd } from './literal-ends.js';

/** A pair of brackets that is open, and how deep the statement or item in it goes so far without brackets of its own. */
interface Level {
  /** `(`, `[`, `{`, or `$` for an expression in a template. */
  readonly open: string;
  /** Whether it is the head of an `if` or a loop, which a statement follows. */
  readonly isHead: boolean;
  steps: number;
  /** The steps of the statement before this one: an `else` goes on from there. */
  before: number;
}

// Comment, number, word, operator, bracket, or what begins a string, a template or a regular expression.
const TOKEN = /\/\/.*|\/\*[^]*?(?:\*\/|$)|[\w$#\u{80}-\u{10FFFF}]+|<\/|\/>|=>|\?\.|[=!]==?|&&|\|\||\?\?|[<>]=|\r?\n|[^\s]/gu;
// Stands for any: a value, as a string is.
const REGEX = '"';
const OPENS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const WORD = /^[\w$#"'\u{80}-\u{10FFFF}]/u;
const HEAD = /^(?:if|for|while|with)$/u;
const JOINING = /^(?:as|catch|else|extends|finally|from|implements|in|instanceof|is|of|satisfies|while)$/u;
const PREFIX = /^(?:asserts|await|case|delete|do|else|extends|for|if|in|infer|instanceof|is|keyof|new|of|readonly|return|throw|typeof|unique|void|while|with|yield|as|satisfies)$/u;
// What a parser of recursive descent reads in a loop: only what walks its tree goes down, with far less stack for each.
const LIGHT = /^(?:[-+*%/&|^>]|[=!]==?|&&|\|\||\?\?|[<>]=)$/u;
const LINK = /^(?:\.|\?\.)$/u;
const LIGHT_STEP = 1 / 8;
const LINK_STEP = 1 / 32;

/** Whether the syntax of a text may nest deeper than so many brackets and prefixes; a fair estimate for text of any kind, slightly high for code. */
export function nestsDeeperThan(text: string, most: number): boolean {
  if (text.length <= most) return false;
  const scan = new Scan();
  const literals = new LiteralEnds(text);
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found && scan.depth <= most; found = TOKEN.exec(text)) {
    const [token] = found;
    const behind = TOKEN.lastIndex;
    const regexEnd = scan.isAfterValue || !/^\/>?$/u.test(token) ? null : literals.regex(found.index);
    const beginsTemplateText = scan.take(regexEnd === null ? token : REGEX);
    if (token === '"' || token === "'") TOKEN.lastIndex = literals.quoted(found.index).end;
    else if (beginsTemplateText) TOKEN.lastIndex = scan.skipTemplateText(text, behind);
    else TOKEN.lastIndex = regexEnd ?? behind;
  }
  return scan.depth > most;
}

class Scan {
  depth = 0;
  isAfterValue = false;
  readonly #levels: Level[] = [];
  #level: Level = { open: '', isHead: false, steps: 0, before: 0 };
  #last = '';
  #isNewLine = false;

  /** Notes a token; true where the text of a template follows. */
  take(token: string): boolean {
    if (/^\/[*/]/u.test(token)) return false;
    if (/^\r?\n$/u.test(token)) {
      this.#isNewLine = true;
      return false;
    }
    const goesOn = this.#step(token);
    this.#isNewLine = false;
    this.#last = token;
    return goesOn;
  }

  /** Where the code after the text of a template begins. */
  skipTemplateText(text: string, from: number): number {
    const { end, isOpen } = templateTextEnd(text, from);
    if (isOpen) this.#open('$');
    else this.isAfterValue = true;
    return end;
  }

  #step(token: string): boolean {
    if (token === '`') {
      if (this.isAfterValue) this.#add(LIGHT_STEP);
      return true;
    }
    if (/^[([{]$/u.test(token)) this.#open(token);
    else if (Object.hasOwn(OPENS, token)) return this.#close(token) === '$';
    else if (/^(?:[;,]|<\/|\/>)$/u.test(token)) this.#endStatement();
    else if (WORD.test(token)) this.#word(token);
    else this.#add(LINK.test(token) ? LINK_STEP : LIGHT.test(token) && this.isAfterValue ? LIGHT_STEP : 1);
    return false;
  }

  #word(token: string): void {
    const isStart = this.#last === '}' || (this.#isNewLine && this.isAfterValue);
    if (isStart && !JOINING.test(token)) this.#endStatement();
    if (token === 'else' && this.#last === ';') this.#add(this.#level.before);
    const isPrefix = PREFIX.test(token) && this.#last !== '.';
    this.#add(isPrefix ? 1 : this.isAfterValue ? LIGHT_STEP : 0);
    this.isAfterValue = !isPrefix;
  }

  #add(steps: number): void {
    this.#level.steps += steps;
    this.depth += steps;
    this.isAfterValue = false;
  }

  #endStatement(): void {
    this.depth -= this.#level.steps;
    this.#level.before = this.#level.steps;
    this.#level.steps = 0;
    this.isAfterValue = false;
  }

  #open(open: string): void {
    if (this.isAfterValue) this.#add(LINK_STEP);
    this.#levels.push(this.#level);
    this.#level = { open, isHead: open === '(' && HEAD.test(this.#last), steps: 0, before: 0 };
    this.depth += 1;
    this.isAfterValue = false;
  }

  /** Goes back to the level that the bracket ends, past what a misread text left open; nothing where none is open. */
  #close(bracket: string): string {
    const ends = (level: Level): boolean => level.open === OPENS[bracket] || (bracket === '}' && level.open === '$');
    if (![this.#level, ...this.#levels].some(ends)) return '';
    for (let level: Level | undefined = this.#level; level; ) {
      const ended: Level = level;
      this.depth -= ended.steps + 1;
      level = this.#levels.pop();
      if (level) this.#level = level;
      this.isAfterValue = !ended.isHead;
      if (ends(ended)) return ended.open;
    }
    return '';
  }
}

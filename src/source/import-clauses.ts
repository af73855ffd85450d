import { LiteralEnds } from './literal-ends.js';

// Comments, names and single characters.
const TOKEN = /\/\/[^\n]*|\/\*|[\w$]+|\S/g;
const QUOTE = /^['"`]$/;
// More than any import clause holds.
const LONGEST_CLAUSE = 2000;

/** Names, strings and single characters, without comments; a quote that nothing closes stands alone. */
export function tokensIn(text: string): readonly string[] {
  const tokens: string[] = [];
  const literals = new LiteralEnds(text);
  const lastCommentEnd = text.lastIndexOf('*/');
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    const { 0: token, index } = found;
    const isComment = token.startsWith('//') || (token === '/*' && index + 2 <= lastCommentEnd);
    if (token === '/*') TOKEN.lastIndex = isComment ? text.indexOf('*/', index + 2) + 2 : index + 1;
    const literal = QUOTE.test(token) ? literals.quoted(index) : null;
    if (literal?.isClosed === true) TOKEN.lastIndex = literal.end;
    if (!isComment) tokens.push(text.slice(index, TOKEN.lastIndex));
  }
  return tokens;
}

/** Where the `from` of a clause stands; null where something else follows than names, braces and commas. */
export function clauseEnd(tokens: readonly string[], start: number): number | null {
  for (let at = start; at < Math.min(tokens.length, start + LONGEST_CLAUSE); at += 1) {
    const token = tokens[at] ?? '';
    if (token === 'from' && /^['"]/.test(tokens[at + 1] ?? '')) return at;
    if (!/^(?:[\w$]+|[{},*]|['"].*)$/.test(token)) return null;
  }
  return null;
}

/** Whether a clause imports types alone: `type X`, `type { X }`, `{ type X, type Y }`, gone after compilation. */
export function hasOnlyTypes(clause: readonly string[]): boolean {
  if (clause[0] === 'type') return clause.length > 1;
  if (clause[0] !== '{') return false;
  const items = clause.slice(1, clause.lastIndexOf('}')).join(' ').split(',').map((item) => item.trim()).filter((item) => item !== '');
  return items.length > 0 && items.every((item) => /^type (?!as\b)|^type as as /.test(item));
}

/** The names that `import … from` gives to what it brings in, types left out, each with what the file loads for it. */
export function importedNames(text: string): ReadonlyMap<string, string> {
  const tokens = tokensIn(text);
  const names = new Map<string, string>();
  for (const [at, token] of tokens.entries()) {
    const from = token === 'import' && tokens[at - 1] !== '.' ? clauseEnd(tokens, at + 1) : null;
    const specifier = from === null ? null : stringIn(tokens[from + 1] ?? '');
    if (from === null || specifier === null || hasOnlyTypes(tokens.slice(at + 1, from))) continue;
    for (const name of localNames(tokens.slice(at + 1, from))) names.set(name, specifier);
  }
  return names;
}

/** `A, { B as C, type D }` gives A and C. */
function localNames(clause: readonly string[]): readonly string[] {
  const items = clause.join(' ').split(/[{},]/).map((item) => item.trim().split(' '));
  return items.flatMap((words) => (words[0] === 'type' && words.length > 1 ? [] : (words.at(-1) ?? []))).filter((name) => name !== '');
}

/** What a token says that is a string without escapes or expressions; null for any other. */
export function stringIn(token: string): string | null {
  return /^(['"`])[^'"`\\]*\1$/.test(token) && !token.includes('${') ? token.slice(1, -1) : null;
}

import { LiteralEnds } from './literal-ends.js';
import { contentOf, tagAt } from './markup-tag.js';

/** What a file loads at run time, as it is written. */
export interface Loads {
  /** By its own code; in Astro by the front matter. */
  readonly code: readonly string[];
  /** By the scripts of a page or component. */
  readonly scripts: readonly string[];
}

// Comments, names and single characters.
const TOKEN = /\/\/[^\n]*|\/\*|[\w$]+|\S/g;
const SCRIPT = /<script(?=[\s/>])/gi;
const SOURCE = /(?:^|\s)src\s*=\s*["']?\s*([^"'\s>]+)/i;
const TYPE = /(?:^|\s)type\s*=\s*["']?([^\s"'>]+)/i;
const JAVASCRIPT = /^(?:module|(?:text|application)\/(?:x-)?(?:javascript|ecmascript|typescript|babel|jsx))$/i;
const FRONT_MATTER = /^\s*---\r?\n([^]*?)\n---[^\S\n]*(?:\r?\n|$)/;
// What such a module exports is called from the browser, and stays on the server.
const SERVER_MODULE = /^\s*(['"])use server\1/;
// More than any import clause holds.
const LONGEST_CLAUSE = 2000;

/** What a JavaScript, HTML, Astro, Vue or Svelte file loads. */
export function loadsOf(text: string, path: string): Loads {
  if (/\.(?:vue|svelte)$/i.test(path)) {
    const scripts = scriptLoads(text);
    return { code: scripts, scripts };
  }
  if (/\.html?$/i.test(path)) return { code: [], scripts: scriptLoads(text) };
  if (!/\.astro$/i.test(path)) return { code: SERVER_MODULE.test(text) ? [] : specifiersIn(text), scripts: [] };
  const [whole = '', frontMatter = ''] = FRONT_MATTER.exec(text) ?? [];
  return { code: specifiersIn(frontMatter), scripts: scriptLoads(text.slice(whole.length)) };
}

/** What `import`, `export … from`, `import(…)` and `require(…)` name with a string, types left out. Reads any text and throws at none. */
export function specifiersIn(text: string): string[] {
  const tokens = tokensIn(text);
  return tokens.flatMap((token, at) => {
    const isLoad = (token === 'import' || token === 'export' || token === 'require') && tokens[at - 1] !== '.';
    const found = isLoad ? specifierAt(tokens, at) : null;
    return found === null ? [] : [found];
  });
}

/** Names, strings and single characters, without comments; a quote that nothing closes stands alone. */
function tokensIn(text: string): readonly string[] {
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

const QUOTE = /^['"`]$/;
const MENTION = /\b(?:from|import|require)\b[\s(]*(['"`])([^'"`\n\\]+)\1/g;

/** Whether the text may load any module; tells it by the first, which stands at the top of most files. */
export function mayLoadModule(text: string): boolean {
  return text.search(MENTION) !== -1;
}

/** All that `specifiersIn` finds and perhaps more, in a fraction of its time: types, and what stands in comments and strings. */
export function mentionedModules(text: string): string[] {
  return Array.from(text.matchAll(MENTION), ([, , specifier = '']) => specifier).filter((specifier) => !specifier.includes('${'));
}

function specifierAt(tokens: readonly string[], at: number): string | null {
  const [first = '', second = ''] = tokens.slice(at + 1, at + 3);
  if (first === '(') return tokens[at] === 'export' ? null : stringIn(second);
  if (tokens[at] === 'require') return null;
  if (tokens[at] === 'import' && stringIn(first) !== null) return stringIn(first);
  const from = clauseEnd(tokens, at + 1);
  return from === null || hasOnlyTypes(tokens.slice(at + 1, from)) ? null : stringIn(tokens[from + 1] ?? '');
}

/** Where the `from` of a clause stands; null where something else follows than names, braces and commas. */
function clauseEnd(tokens: readonly string[], start: number): number | null {
  for (let at = start; at < Math.min(tokens.length, start + LONGEST_CLAUSE); at += 1) {
    const token = tokens[at] ?? '';
    if (token === 'from' && /^['"]/.test(tokens[at + 1] ?? '')) return at;
    if (!/^(?:[\w$]+|[{},*]|['"].*)$/.test(token)) return null;
  }
  return null;
}

/** `type X`, `type { X }`, `{ type X, type Y }`: gone after compilation. */
function hasOnlyTypes(clause: readonly string[]): boolean {
  if (clause[0] === 'type') return clause.length > 1;
  if (clause[0] !== '{') return false;
  const items = clause.slice(1, clause.lastIndexOf('}')).join(' ').split(',').map((item) => item.trim()).filter((item) => item !== '');
  return items.length > 0 && items.every((item) => /^type (?!as\b)|^type as as /.test(item));
}

function stringIn(token: string): string | null {
  return /^(['"`])[^'"`\\]*\1$/.test(token) && !token.includes('${') ? token.slice(1, -1) : null;
}

function scriptLoads(html: string): string[] {
  return scriptsIn(html).flatMap(({ attributes, body }) => {
    const type = TYPE.exec(attributes)?.[1];
    if (type !== undefined && !JAVASCRIPT.test(type)) return [];
    const source = SOURCE.exec(attributes)?.[1];
    return source === undefined ? specifiersIn(body) : [asSpecifier(source)];
  });
}

/** The scripts of a page outside of comments, up to one that nothing closes. */
function scriptsIn(html: string): readonly { readonly attributes: string; readonly body: string }[] {
  const text = html.replace(/<!--[^]*?(?:-->|$)/g, (comment) => (comment.endsWith('-->') ? '' : comment));
  const scripts: { readonly attributes: string; readonly body: string }[] = [];
  SCRIPT.lastIndex = 0;
  for (let found = SCRIPT.exec(text); found; found = SCRIPT.exec(text)) {
    const tag = tagAt(text, found.index);
    if (!tag) continue;
    const { start, end, isClosed, after } = contentOf({ ...tag, isEmpty: false }, text);
    if (!isClosed) break;
    scripts.push({ attributes: text.slice(SCRIPT.lastIndex, tag.end), body: text.slice(start, end) });
    SCRIPT.lastIndex = after;
  }
  return scripts;
}

/** `js/app.js` in a page is what `./js/app.js` is in a module. */
function asSpecifier(source: string): string {
  return /^(?:[./]|[a-z][a-z\d+.-]*:)/i.test(source) ? source : `./${source}`;
}

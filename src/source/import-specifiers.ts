import { clauseEnd, hasOnlyTypes, stringIn, tokensIn } from './import-clauses.js';
import { islandsIn, islandsInMdx } from './islands.js';
import { contentOf, tagAt } from './markup-tag.js';

/** What a file loads at run time, as it is written. */
export interface Loads {
  /** By its own code; in Astro by the front matter. */
  readonly code: readonly string[];
  /** By the scripts of a page or component. */
  readonly scripts: readonly string[];
}

const SCRIPT = /<script(?=[\s/>])/gi;
const SOURCE = /(?:^|\s)src\s*=\s*["']?\s*([^"'\s>]+)/i;
const TYPE = /(?:^|\s)type\s*=\s*["']?([^\s"'>]+)/i;
const JAVASCRIPT = /^(?:module|(?:text|application)\/(?:x-)?(?:javascript|ecmascript|typescript|babel|jsx))$/i;
const FRONT_MATTER = /^\s*---\r?\n([^]*?)\n---[^\S\n]*(?:\r?\n|$)/;
// What such a module exports is called from the browser, and stays on the server.
const SERVER_MODULE = /^\s*(['"])use server\1/;

/** What a JavaScript, HTML, Astro, Vue or Svelte file loads. */
export function loadsOf(text: string, path: string): Loads {
  if (/\.(?:vue|svelte)$/i.test(path)) {
    const scripts = scriptLoads(text);
    return { code: scripts, scripts };
  }
  if (/\.mdx$/i.test(path)) return { code: [], scripts: islandsInMdx(text) };
  if (/\.html?$/i.test(path)) return { code: [], scripts: scriptLoads(text) };
  if (!/\.astro$/i.test(path)) return { code: SERVER_MODULE.test(text) ? [] : specifiersIn(text), scripts: [] };
  const [whole = '', frontMatter = ''] = FRONT_MATTER.exec(text) ?? [];
  const markup = text.slice(whole.length);
  return { code: specifiersIn(frontMatter), scripts: [...scriptLoads(markup), ...islandsIn(markup, frontMatter)] };
}

/** What `import`, `export … from`, `import(…)`, `require(…)` and the start of a worker name with a string, types left out. Reads any text and throws at none. */
export function specifiersIn(text: string): string[] {
  const tokens = tokensIn(text);
  return tokens.flatMap((token, at) => {
    const isLoad = (token === 'import' || token === 'export' || token === 'require') && tokens[at - 1] !== '.';
    const found = isLoad ? specifierAt(tokens, at) : startsWorker(tokens, at) ? workerAt(tokens, at) : null;
    return found === null ? [] : [found];
  });
}

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

/** Whether the next thing is what a worker runs: `new Worker(`, `navigator.serviceWorker.register(`. */
function startsWorker(tokens: readonly string[], at: number): boolean {
  if (tokens[at + 1] !== '(') return false;
  if (tokens[at] === 'Worker' || tokens[at] === 'SharedWorker') return tokens[at - 1] === 'new';
  return tokens[at] === 'register' && tokens.slice(Math.max(0, at - 3), at).includes('serviceWorker');
}

/** `new URL('./w.js', import.meta.url)`, or a path from the root; any other path is one from the page that runs the code. */
function workerAt(tokens: readonly string[], at: number): string | null {
  const path = stringIn(tokens[at + 2] ?? '');
  if (path !== null) return path.startsWith('/') ? path : null;
  const isByModule = tokens.slice(at + 2, at + 5).join(' ') === 'new URL (' && tokens.slice(at + 6, at + 12).join('') === ',import.meta.url';
  return isByModule ? stringIn(tokens[at + 5] ?? '') : null;
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

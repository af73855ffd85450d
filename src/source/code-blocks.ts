import { frontMatterIn } from './front-matter.js';
import { contentOf, tagAt, type Content, type MarkupTag, type Stretch } from './markup-tag.js';

/** A stretch of a component that is code. */
export interface CodeBlock extends Stretch {
  /** front-matter: what Astro runs on its server; script: what is built with the project; fixed: a script that goes into the page as it is written, or that an expression in the markup holds. */
  readonly place: 'fixed' | 'front-matter' | 'script';
  /** The extension of a file of such code. */
  readonly extension: string;
  /** False where the text ends before the block does. */
  readonly isClosed: boolean;
}

const COMPONENT = /\.(?:astro|svelte|vue)$/i;
const EXTENSIONS: Readonly<Record<string, string>> = { '': 'js', javascript: 'js', ecmascript: 'js', js: 'js', module: 'js', jsx: 'jsx', babel: 'jsx', typescript: 'ts', ts: 'ts', tsx: 'tsx' };
const OF_MIME_TYPE = /^(?:text|application)\/(?:x-)?/;
const TOP_LEVEL = /<!--[^]*?(?:-->|$)|<(?=[a-zA-Z])/g;
const TEMPLATE = /<!--[^]*?(?:-->|$)|<\/?template(?=[\s/>])/g;
const MARKUP = /<!--[^]*?(?:-->|$)|<(?:script|style)(?=[\s/>])|<\/?svelte:head(?=[\s>])|[{}]/g;
// What a script of a component does not stand in.
const OPENING = /^(?:\{|<svelte:head)$/;
const CLOSING = /^(?:\}|<\/svelte:head)$/;

/** Whether a file of that name is a component whose blocks are code: Vue, Svelte, Astro. */
export function isComponentFile(path: string): boolean {
  return COMPONENT.test(path);
}

/** The code in a component, in the order of the text. */
export function codeBlocksIn(text: string, path: string): readonly CodeBlock[] {
  if (/\.vue$/i.test(path)) return vueScripts(text);
  if (/\.svelte$/i.test(path)) return markupScripts(text, { from: 0, isAstro: false });
  const frontMatter = frontMatterIn(text);
  const scripts = markupScripts(text, { from: frontMatter?.after ?? 0, isAstro: true });
  return frontMatter ? [blockOf(frontMatter, 'front-matter', 'ts'), ...scripts] : scripts;
}

/** The scripts among the elements at the top of a Vue component; in all others but templates no tag counts. */
function vueScripts(text: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  TOP_LEVEL.lastIndex = 0;
  for (let found = TOP_LEVEL.exec(text); found; found = TOP_LEVEL.exec(text)) {
    const tag = found[0] === '<' ? tagAt(text, found.index) : null;
    if (!tag) continue;
    const isMarkup = tag.name === 'template' && /^(?:html)?$/i.test(tag.attributes.get('lang') ?? '');
    const content = contentOf(tag, text);
    TOP_LEVEL.lastIndex = isMarkup ? templateEnd(text, tag) : content.after;
    const extension = extensionOf(tag);
    if (tag.name === 'script' && extension !== null) blocks.push(blockOf(content, 'script', extension));
  }
  return blocks;
}

/** Where a template ends that may hold others. */
function templateEnd(text: string, { end, isEmpty }: MarkupTag): number {
  let depth = isEmpty ? 0 : 1;
  TEMPLATE.lastIndex = end;
  while (depth > 0) {
    const found = TEMPLATE.exec(text);
    if (!found) return text.length;
    if (found[0].startsWith('</')) depth--;
    else if (tagAt(text, found.index)?.isEmpty === false) depth++;
  }
  return TEMPLATE.lastIndex;
}

/** The scripts in the markup of Svelte or Astro. */
function markupScripts(text: string, { from, isAstro }: { readonly from: number; readonly isAstro: boolean }): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let depth = 0;
  MARKUP.lastIndex = from;
  for (let found = MARKUP.exec(text); found; found = MARKUP.exec(text)) {
    if (OPENING.test(found[0])) depth++;
    else if (CLOSING.test(found[0])) depth = Math.max(0, depth - 1);
    const tag = /^<s(?:cript|tyle)$/.test(found[0]) ? tagAt(text, found.index) : null;
    if (!tag) continue;
    const content = contentOf(tag, text);
    MARKUP.lastIndex = content.after;
    // docs.astro.build/en/guides/client-side-scripts: any attribute but src keeps Astro from processing a script.
    const isFixed = depth > 0 || (isAstro && [...tag.attributes.keys()].some((name) => name !== 'src'));
    const extension = isAstro && !isFixed ? 'ts' : extensionOf(tag);
    if (tag.name === 'script' && extension !== null) blocks.push(blockOf(content, isFixed ? 'fixed' : 'script', extension));
  }
  return blocks;
}

function blockOf({ start, end, isClosed }: Content, place: CodeBlock['place'], extension: string): CodeBlock {
  return { start, end, place, extension, isClosed };
}

/** The extension of a file with what a script holds; null where that is no code, or of another language. */
function extensionOf({ attributes }: MarkupTag): string | null {
  const written = (attributes.get('lang') ?? attributes.get('type') ?? '').toLowerCase().replace(OF_MIME_TYPE, '');
  return (Object.hasOwn(EXTENSIONS, written) ? EXTENSIONS[written] : null) ?? null;
}

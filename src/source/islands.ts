import { importedNames } from './import-clauses.js';
import { contentOf, tagAt } from './markup-tag.js';

// docs.astro.build/en/reference/directives-reference (client:load, idle, visible, media, only) and /client-directives (those of integrations)
const CLIENT_DIRECTIVE = 'client:';
// Comments, scripts and styles are no place for a component.
const COMPONENT = /<!--[^]*?(?:-->|$)|<(?=[A-Z])|<(?:script|style)(?=[\s/>])/g;

/** What the components of Astro's markup that it runs in the browser too are imported from, by the front matter. */
export function islandsIn(markup: string, frontMatter: string): string[] {
  const components = new Set<string>();
  COMPONENT.lastIndex = 0;
  for (let found = COMPONENT.exec(markup); found; found = COMPONENT.exec(markup)) {
    const tag = found[0].startsWith('<!') ? null : tagAt(markup, found.index);
    if (!tag) continue;
    COMPONENT.lastIndex = found[0] === '<' ? tag.end : contentOf(tag, markup).after;
    if ([...tag.attributes.keys()].some((name) => name.startsWith(CLIENT_DIRECTIVE))) components.add(tag.name.split('.')[0] ?? '');
  }
  if (components.size === 0) return [];
  return [...importedNames(frontMatter)].flatMap(([name, specifier]) => (components.has(name) ? [specifier] : []));
}

// docs.astro.build/en/guides/integrations-guide/mdx; an example between fences is no code of the page.
const FENCED = /^[ \t]*(```|~~~)[^]*?^[ \t]*\1/gm;

/** The same of an MDX file, whose imports stand among its text. */
export function islandsInMdx(text: string): string[] {
  const page = text.replace(FENCED, '');
  return islandsIn(page, page);
}

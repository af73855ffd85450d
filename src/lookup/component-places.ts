import type { CodeBlock } from '../source/code-blocks.js';
import { pathWithin } from '../source/module-files.js';
import type { Project } from '../source/project.js';

/** What to do about a key in browser code. */
export const INSTEAD = "call Wix from a server route, a serverless function or Wix's own backend instead";

/** A script that a build tool leaves as it is can read no variable. */
export const FIXED_SCRIPT = 'No variable can be read in this script: it goes into the page as it is written, or stands within an expression of the markup.';

/** An import of one script would be declared twice, or hide a name of the other. */
export const TWO_SCRIPTS = 'The component has two scripts, and what one imports the other sees; import the variable in one of them by hand.';

const IN_BROWSER = `This code runs in the browser, where the key would be public; ${INSTEAD}.`;
const ON_ASTRO = `Astro runs this component on its server, and in the browser too where a page gives it a client directive; read the variable in the front matter of the page, or ${INSTEAD}.`;
const OUTSIDE = `The key stands outside of the component's scripts, which alone are changed; take it out, and ${INSTEAD}.`;
const OUTSIDE_OF_FRONT_MATTER = `The key stands outside of the front matter: read the variable there and use it here; where that would bring it to the browser, ${INSTEAD}.`;

/** A block and the file that it is of; the path is absolute. */
export interface PlacedBlock {
  readonly path: string;
  readonly project: Project;
  /** Null for a whole file. */
  readonly block: CodeBlock | null;
}

/** Whether a server alone runs code of a component: Astro's front matter, a component of Nuxt's server, one in SvelteKit's folder for the server. */
export function isServerBlock({ path, project, block }: PlacedBlock): boolean {
  if (/\.astro$/i.test(path)) return block === null || block.place === 'front-matter';
  if (/\.server\.vue$/i.test(path)) return project.hasPackage('nuxt') || project.hasPackage('nuxt3');
  return /\.svelte$/i.test(path) && project.hasPackage('@sveltejs/kit') && pathWithin(path, project.folder).startsWith('src/lib/server/');
}

/** Why a key stays in code of a page or component, in one sentence; null for any other, and where the server alone runs it. */
export function reasonOfComponent(place: PlacedBlock): string | null {
  const { path, project } = place;
  if (!/\.(?:html?|vue|svelte|astro)$/i.test(path) || isServerBlock(place)) return null;
  return /\.(?:vue|svelte)$/i.test(path) && project.hasPackage('astro') ? ON_ASTRO : IN_BROWSER;
}

/** Why a key stays that stands in the markup, the style or a comment of a component. */
export function reasonOutsideCode(path: string): string {
  return /\.astro$/i.test(path) ? OUTSIDE_OF_FRONT_MATTER : OUTSIDE;
}

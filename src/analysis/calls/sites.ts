import { callbackNodeOf } from './callbacks.js';
import { calleesOf } from './callees.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import type { FileIndex } from '../file-index.js';
import type { FunctionNode, SiteNode } from '../nodes.js';

/** What may call each function. */
export type Sites = ReadonlyMap<FunctionNode, readonly SiteNode[]>;

const possibleIn = new WeakMap<FileIndex, readonly SiteNode[]>();

/** What in a file may make a function run. */
export function possibleSites(index: FileIndex): readonly SiteNode[] {
  const { calls, elements, assignments } = index;
  const sites = possibleIn.get(index) ?? [...calls, ...elements, ...assignments.filter(({ left }) => left.type === 'MemberExpression')];
  possibleIn.set(index, sites);
  return sites;
}

/** Which functions some of the possible sites of a file run, as far as the evaluator knows of callers; and whether to know them all would tell of more. */
export function sitesIn(evaluator: Evaluator, possible: readonly SiteNode[]): { readonly sites: Sites; readonly isComplete: boolean } {
  const sites = new Map<FunctionNode, Set<SiteNode>>();
  let isComplete = true;
  for (const site of possible) {
    const callback = callbackNodeOf(site);
    const views = evaluator.viewsOf(site.type === 'CallExpression' ? [site.callee, ...(callback ? [callback] : [])] : []);
    const callees = views.flatMap((view) => view.answer(calleesOf(site, view.context)));
    if (callees.length === 0 && site.type === 'CallExpression' && evaluator.isDependent(site.callee)) isComplete = false;
    for (const { called } of callees) sites.set(called.node, (sites.get(called.node) ?? new Set<SiteNode>()).add(site));
  }
  return { sites: new Map([...sites].map(([owner, of]) => [owner, [...of]])), isComplete };
}

/** How many pairs of a function and what may call it there are. */
export function countOf(sites: Sites): number {
  return [...sites.values()].reduce((sum, { length }) => sum + length, 0);
}

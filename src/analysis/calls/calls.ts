import type { TSESTree } from '@typescript-eslint/utils';
import { siteOf } from './context.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { partsOfCall, type CallNode } from '../nodes.js';
import type { Site, Values } from '../values.js';

/** A call of the file on behalf of one caller, and what it calls. */
export interface SeenCall {
  readonly site: Site;
  /** The evaluator of the site's context. */
  readonly evaluator: Evaluator;
  readonly callees: Values;
}

/** A JSX element of the file on behalf of one caller. */
export interface SeenElement {
  readonly element: TSESTree.JSXOpeningElement;
  readonly evaluator: Evaluator;
}

/** Calls on behalf of callers, for one file. */
const MAX_VIEWS = 20_000;

const seen = new WeakMap<Evaluator, readonly SeenCall[]>();

/** Every call of the file, once for each way in which callers decide what it does, in the order of the text. */
export function callsIn(evaluator: Evaluator): readonly SeenCall[] {
  const known = seen.get(evaluator);
  if (known) return known;
  const calls = evaluator.index.calls.flatMap((node) => viewsOf(node, evaluator).map((view): SeenCall => {
    return { site: siteOf(node, view.context), evaluator: view, callees: view.valuesOf(node.callee) };
  }));
  seen.set(evaluator, calls);
  return calls;
}

const views = new WeakMap<Evaluator, number>();

function viewsOf(node: CallNode, evaluator: Evaluator): readonly Evaluator[] {
  const all = evaluator.viewsOf([node, ...partsOfCall(node)]);
  const count = (views.get(evaluator) ?? 0) + all.length - 1;
  views.set(evaluator, count);
  return count <= MAX_VIEWS ? all : [evaluator];
}

/** Every JSX element of the file, once for each way in which callers decide what it is given. */
export function elementsIn(evaluator: Evaluator): readonly SeenElement[] {
  return evaluator.index.elements.flatMap((element) => {
    const given = element.attributes.flatMap((attribute) => (attribute.type === 'JSXSpreadAttribute' ? attribute.argument : (attribute.value ?? [])));
    return evaluator.viewsOf([element.name, ...given]).map((view) => ({ element, evaluator: view }));
  });
}

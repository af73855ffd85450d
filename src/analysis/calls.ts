import type { TSESTree } from '@typescript-eslint/utils';
import { siteOf } from './context.js';
import type { Evaluator } from './evaluator.js';
import { partsOfCall } from './nodes.js';
import type { Site, Values } from './values.js';

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

const seen = new WeakMap<Evaluator, readonly SeenCall[]>();

/** Every call of the file, once for each way in which callers decide what it does, in the order of the text. */
export function callsIn(evaluator: Evaluator): readonly SeenCall[] {
  const known = seen.get(evaluator);
  if (known) return known;
  const calls = evaluator.index.calls.flatMap((node) => evaluator.viewsOf(partsOfCall(node)).map((view): SeenCall => {
    return { site: siteOf(node, view.context), evaluator: view, callees: view.valuesOf(node.callee) };
  }));
  seen.set(evaluator, calls);
  return calls;
}

/** Every JSX element of the file, once for each way in which callers decide what it is given. */
export function elementsIn(evaluator: Evaluator): readonly SeenElement[] {
  return evaluator.index.elements.flatMap((element) => {
    const given = element.attributes.flatMap((attribute) => (attribute.type === 'JSXSpreadAttribute' ? attribute.argument : (attribute.value ?? [])));
    return evaluator.viewsOf([element.name, ...given]).map((view) => ({ element, evaluator: view }));
  });
}

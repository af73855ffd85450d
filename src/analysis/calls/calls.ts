import type { TSESTree } from '@typescript-eslint/utils';
import { siteOf } from './context.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { runs } from '../evaluation/truth.js';
import { whereKeysMatter } from './keyless-statements.js';
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
const allSeen = new WeakMap<Evaluator, readonly SeenCall[]>();

/** The calls of the file for which a key may matter, once for each way in which callers decide what they do, in the order of the text. */
export function callsIn(evaluator: Evaluator): readonly SeenCall[] {
  const known = seen.get(evaluator) ?? seenCalls(whereKeysMatter(evaluator.index.calls, evaluator.context.program), evaluator);
  seen.set(evaluator, known);
  return known;
}

/** The same of all calls, for who knows of others that take keys. */
export function allCallsIn(evaluator: Evaluator): readonly SeenCall[] {
  const known = allSeen.get(evaluator) ?? seenCalls(evaluator.index.calls, evaluator);
  allSeen.set(evaluator, known);
  return known;
}

function seenCalls(nodes: readonly CallNode[], evaluator: Evaluator): readonly SeenCall[] {
  return nodes.flatMap((node) => viewsOf(node, evaluator).map((view): SeenCall => {
    return { site: siteOf(node, view.context), evaluator: view, callees: view.valuesOf(node.callee) };
  }));
}

const views = new WeakMap<Evaluator, number>();

function viewsOf(node: CallNode, evaluator: Evaluator): readonly Evaluator[] {
  const all = evaluator.viewsOf([node, ...partsOfCall(node)]);
  const count = (views.get(evaluator) ?? 0) + all.length - 1;
  views.set(evaluator, count);
  const running = count <= MAX_VIEWS ? all.filter((view) => view.answer(runs(node, view.context)) !== false) : [];
  // What no caller here makes run is there for others.
  return running.length > 0 ? running : [evaluator];
}

/** The JSX elements of the file for which a key may matter, once for each way in which callers decide what they are given. */
export function elementsIn(evaluator: Evaluator): readonly SeenElement[] {
  return seenElements(whereKeysMatter(evaluator.index.elements, evaluator.context.program), evaluator);
}

/** The same of all elements, for who knows of others that take keys. */
export function allElementsIn(evaluator: Evaluator): readonly SeenElement[] {
  return seenElements(evaluator.index.elements, evaluator);
}

function seenElements(elements: readonly TSESTree.JSXOpeningElement[], evaluator: Evaluator): readonly SeenElement[] {
  return elements.flatMap((element) => {
    const given = element.attributes.flatMap((attribute) => (attribute.type === 'JSXSpreadAttribute' ? attribute.argument : (attribute.value ?? [])));
    return evaluator.viewsOf([element.name, ...given]).map((view) => ({ element, evaluator: view }));
  });
}

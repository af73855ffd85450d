import type { TSESTree } from '@typescript-eslint/utils';
import { callbackNodeOf, methodCallOf } from '../calls/callbacks.js';
import { callsIn, elementsIn } from '../calls/calls.js';
import { calleesOf } from '../calls/callees.js';
import { componentMadeBy } from '../calls/elements.js';
import { changesIn } from '../calls/changes.js';
import { contentsOf } from '../contents.js';
import { returnedValues } from '../evaluation/evaluate-function.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import type { CallNode, SiteNode } from '../nodes.js';
import { UUID } from '../../key/grammar.js';
import { isNamedForKey, variableRead } from '../env-reads.js';
import type { Files } from '../program.js';
import { baseOf, isDerived, keptBy } from './subclasses.js';
import { knownText, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** Expressions whose values code hands to functions, classes, components or objects. */
export interface Handover {
  readonly given: readonly Node[];
  /** The evaluator of the context in which it happens. */
  readonly view: Evaluator;
  /** The functions and classes that take it. */
  readonly targets: readonly Node[];
}

/** What code hands to a function, class, component or object, whether that is of the source or not. */
interface Giving {
  readonly view: Evaluator;
  /** The expression that is called, made or written to. */
  readonly taker: Node;
  /** What a method is called on. */
  readonly receiver: Node | null;
  /** The expressions that it is handed. */
  readonly given: () => readonly Node[];
  readonly targets: () => Handover['targets'];
}

/** Every handover in the file of an evaluator, of one expression or more, once for each way in which callers decide what it is. */
export function* handoversIn(evaluator: Evaluator): Generator<Handover> {
  for (const { view, given, targets: targetsAt } of givingsIn(evaluator)) {
    const targets = targetsAt();
    const nodes = targets.length > 0 ? given() : [];
    if (nodes.length > 0) yield { given: nodes, view, targets };
  }
}

/** Whether something in the place of a key is handed to what the other files export; of a file that is read alone. `isForeign` tells by the module that something is imported from. */
export function handsStandInTo(evaluator: Evaluator, isForeign: (module: string) => boolean): boolean {
  for (const { view, taker, receiver, given } of givingsIn(evaluator)) {
    const isOther = (value: Value): boolean => modulesOf(value).some(isForeign);
    const isTaken = view.valuesOf(taker).some(isOther) || (receiver !== null && view.valuesOf(receiver).some((value) => isDerived(value) && baseOf(value, view).some(isOther)));
    if (isTaken && given().some((node) => holdsStandIn(node, view))) return true;
  }
  return false;
}

function* givingsIn(evaluator: Evaluator): Generator<Giving> {
  for (const { site: { node }, callees, evaluator: view } of callsIn(evaluator)) yield { view, taker: takerOf(node, callees), receiver: methodCallOf(node)?.object ?? null, given: () => givenAt(node, view), targets: () => targetsOf(node, view) };
  for (const { element, evaluator: view } of elementsIn(evaluator)) yield { view, taker: element.name, receiver: null, given: () => givenIn(element), targets: () => targetsOf(element, view) };
  for (const { target, value, evaluator: view } of changesIn(evaluator)) {
    const taker = target.type === 'MemberExpression' ? target.object : target;
    const targets = (): Handover['targets'] => view.valuesOf(taker).flatMap((owner) => (owner.type === 'instance' || owner.type === 'class' ? [owner.node] : []));
    yield { view, taker, receiver: null, given: () => [value], targets };
  }
}

function takerOf(call: CallNode, callees: Values): Node {
  return (call.type === 'CallExpression' ? componentMadeBy(call, callees) : null) ?? call.callee;
}

/** What a call hands over: its arguments, and what a method is called on that runs one of them or that a class above declares. */
function givenAt(call: CallNode, view: Evaluator): readonly Node[] {
  const given = call.arguments.map((argument) => (argument.type === 'SpreadElement' ? argument.argument : argument));
  const method = methodCallOf(call);
  const isHanded = method !== null && (callbackNodeOf(call) === given[0] || view.valuesOf(method.object).some(isDerived));
  return isHanded ? [method.object, ...given] : given;
}

function givenIn({ attributes }: TSESTree.JSXOpeningElement): readonly Node[] {
  return attributes.flatMap((attribute) => (attribute.type === 'JSXSpreadAttribute' ? attribute.argument : (attribute.value ?? [])));
}

/** The modules that a value, or the beginning of one, is imported from. */
export function modulesOf(value: Value): readonly string[] {
  if (value.type === 'text') return value.pieces.flatMap((piece) => (piece.value ? modulesOf(piece.value) : []));
  if (value.type !== 'reference') return [];
  let { root } = value;
  while (root.type === 'call') root = root.callee.root;
  return root.type === 'module' ? [root.name] : [];
}

/** The functions of the source that a site runs. */
export function targetsOf(site: SiteNode, view: Evaluator): Handover['targets'] {
  return view.answer(calleesOf(site, view.context)).map(({ called }) => called.node);
}

/** The targets of a handover that stand in other files. */
export function foreignTargets({ view, targets }: Handover, files: Files): readonly Node[] {
  return targets.filter((target) => files.programOf(target).index !== view.index);
}

/** Whether a key is handed over, or what is read from the environment (or written) in the place of one; by itself or inside an object. */
export function holdsKey({ given, view }: Handover): boolean {
  return given.some((node) => holdsStandIn(node, view)) || given.some((node) => holdsWrittenKey(node, view));
}

function holdsWrittenKey(node: Node, view: Evaluator): boolean {
  const values = view.valuesOf(node);
  const kept = values.flatMap((value) => (isDerived(value) ? keptBy(value, view) : []));
  return contentsOf([...values, ...kept], null, view).length > 0;
}

/** How deep objects and what functions return are looked into for it. */
const DEEPEST = 2;

/** The same without the keys that are written. */
function holdsStandIn(node: Node, view: Evaluator): boolean {
  const isStandIn = (value: Value, depth: number): boolean => {
    const isAmong = (values: Values): boolean => values.some((inner) => isStandIn(inner, depth - 1));
    if (value.type === 'text') return UUID.test(knownText(value) ?? '') || value.pieces.some((piece) => piece.value && isStandIn(piece.value, depth));
    if (value.type === 'reference') {
      const read = variableRead(value, view);
      return read !== null && isNamedForKey(read.variable);
    }
    if (depth === 0) return false;
    if (isDerived(value)) return isAmong(keptBy(value, view));
    if (value.type === 'function') return isAmong(view.answer(returnedValues(value.node, value.context)));
    return value.type === 'object' && [...value.properties.values()].some(isAmong);
  };
  return view.valuesOf(node).some((value) => isStandIn(value, DEEPEST));
}

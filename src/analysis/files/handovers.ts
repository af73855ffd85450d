import type { TSESTree } from '@typescript-eslint/utils';
import { callbackNodeOf, methodCallOf } from '../calls/callbacks.js';
import { callsIn, elementsIn } from '../calls/calls.js';
import { calleesOf } from '../calls/callees.js';
import { changesIn } from '../calls/changes.js';
import { contentsOf } from '../contents.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import type { CallNode, SiteNode } from '../nodes.js';
import { isEnvKeyName } from '../../catalogue/key-names.js';
import { UUID } from '../../key/grammar.js';
import { variableRead } from '../env-reads.js';
import type { Files } from '../program.js';
import { knownText, type Value } from '../values.js';

type Node = TSESTree.Node;

/** An expression whose value code hands to functions, classes, components or objects. */
export interface Handover {
  readonly node: Node;
  /** The evaluator of the context in which it happens. */
  readonly view: Evaluator;
  /** The functions and classes that take it. */
  readonly targets: readonly Node[];
}

/** Every handover in the file of an evaluator, once for each way in which callers decide what it is. */
export function* handoversIn(evaluator: Evaluator): Generator<Handover> {
  for (const { site, evaluator: view } of callsIn(evaluator)) {
    const targets = targetsOf(site.node, view);
    for (const node of targets.length > 0 ? givenAt(site.node) : []) yield { node, view, targets };
  }
  for (const { element, evaluator: view } of elementsIn(evaluator)) {
    const targets = targetsOf(element, view);
    for (const attribute of targets.length > 0 ? element.attributes : []) {
      const value = attribute.type === 'JSXSpreadAttribute' ? attribute.argument : attribute.value;
      if (value) yield { node: value, view, targets };
    }
  }
  for (const { target, value, evaluator: view } of changesIn(evaluator)) {
    const owners = view.valuesOf(target.type === 'MemberExpression' ? target.object : target);
    const targets = owners.flatMap((owner) => (owner.type === 'instance' || owner.type === 'class' ? [owner.node] : []));
    if (targets.length > 0) yield { node: value, view, targets };
  }
}

/** What a call hands over: its arguments, and what a method that runs one of them is called on. */
function givenAt(call: CallNode): readonly Node[] {
  const given = call.arguments.map((argument) => (argument.type === 'SpreadElement' ? argument.argument : argument));
  const method = callbackNodeOf(call) === given[0] ? methodCallOf(call) : null;
  return method ? [method.object, ...given] : given;
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
export function holdsKey(handover: Handover): boolean {
  const { node, view } = handover;
  return contentsOf(view.valuesOf(node), null, view).length > 0 || holdsStandIn(handover);
}

/** How deep objects are looked into for it. */
const DEEPEST = 2;

/** The same without the keys that are written. */
export function holdsStandIn({ node, view }: Handover): boolean {
  const isStandIn = (value: Value, depth: number): boolean => {
    if (value.type === 'text') return UUID.test(knownText(value) ?? '');
    if (value.type === 'reference') {
      const read = variableRead(value, view);
      return read !== null && isEnvKeyName(read.variable);
    }
    return value.type === 'object' && depth > 0 && [...value.properties.values()].some((held) => held.some((inner) => isStandIn(inner, depth - 1)));
  };
  return view.valuesOf(node).some((value) => isStandIn(value, DEEPEST));
}

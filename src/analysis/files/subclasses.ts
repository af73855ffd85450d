import { membersOf } from '../evaluation/class-members.js';
import { memberOf } from '../evaluation/evaluate-object.js';
import { returnedValues } from '../evaluation/evaluate-function.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { unionOf, type InstanceValue, type Value, type Values } from '../values.js';

/** So many members of a class are looked at. */
const MOST_MEMBERS = 64;

/** So many classes above one another are looked at. */
const MOST_CLASSES = 4;

/** Whether a value is an object of a class that extends another: the code of that one may ask it for what it keeps. */
export function isDerived(value: Value): value is InstanceValue {
  return value.type === 'instance' && value.node.superClass !== null;
}

/** What the outermost class above is, as far as it is known. */
export function baseOf({ node, context }: InstanceValue, evaluator: Evaluator): Values {
  let at = { node, context };
  for (let above = 0; above < MOST_CLASSES && at.node.superClass; above++) {
    const bases = evaluator.within(at.context).valuesOf(at.node.superClass);
    const [base] = bases;
    if (base?.type !== 'class') return bases;
    at = base;
  }
  return [];
}

const kept = new WeakMap<InstanceValue, Values>();

/** What an object keeps in the fields that its class declares, and what the methods of that give. */
export function keptBy(instance: InstanceValue, evaluator: Evaluator): Values {
  const known = kept.get(instance) ?? unionOf([...membersOf(instance.node).keys()].slice(0, MOST_MEMBERS).map((key) => (key === null ? [] : given(instance, key, evaluator))));
  kept.set(instance, known);
  return known;
}

function given(instance: InstanceValue, key: string, { context, answer }: Evaluator): Values {
  const held = answer(memberOf(instance, key, { context, read: null }));
  return unionOf(held.map((value) => (value.type === 'function' ? answer(returnedValues(value.node, value.context)) : [value])));
}

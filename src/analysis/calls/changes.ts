import type { TSESTree } from '@typescript-eslint/utils';
import { callsIn } from './calls.js';
import { whereKeysMatter } from './keyless-statements.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import type { ReferenceValue } from '../values.js';

type Node = TSESTree.Node;

/** Something written to a member (`target = value`), or merged into an object (`Object.assign(target, value)`). */
export interface Change {
  readonly type: 'assignment' | 'merge';
  readonly node: Node;
  readonly target: Node;
  readonly value: Node;
  /** The evaluator of the context in which it happens. */
  readonly evaluator: Evaluator;
}

const found = new WeakMap<Evaluator, readonly Change[]>();

/** Every change to a member, global or object in the file, once for each way in which callers decide what it is. */
export function changesIn(evaluator: Evaluator): readonly Change[] {
  const known = found.get(evaluator);
  if (known) return known;
  const changes = [...assignmentsIn(evaluator), ...mergesIn(evaluator)];
  found.set(evaluator, changes);
  return changes;
}

function assignmentsIn({ index, context, viewsOf }: Evaluator): readonly Change[] {
  return whereKeysMatter(index.assignments, context.program).flatMap((node) => {
    const { left: target, right: value } = node;
    return viewsOf(target.type === 'MemberExpression' ? [target.object, value] : [value]).map((evaluator): Change => ({ type: 'assignment', node, target, value, evaluator }));
  });
}

function mergesIn(evaluator: Evaluator): readonly Change[] {
  const merges = callsIn(evaluator).filter(({ callees }) => callees.some((callee) => callee.type === 'reference' && isObjectAssign(callee)));
  return merges.flatMap(({ site, evaluator: view }) => {
    const [target, ...sources] = site.node.arguments;
    return target ? sources.map((value): Change => ({ type: 'merge', node: value, target, value, evaluator: view })) : [];
  });
}

function isObjectAssign({ root, path }: ReferenceValue): boolean {
  return root.type === 'global' && root.name === 'Object' && path.join('.') === 'assign';
}

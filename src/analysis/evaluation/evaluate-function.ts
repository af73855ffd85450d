import type { TSESTree } from '@typescript-eslint/utils';
import { argumentValues, restValues } from './arguments.js';
import { enter, frameOf, type Entry } from '../calls/context.js';
import type { FunctionNode } from '../nodes.js';
import { platformParameter } from './platform-parameters.js';
import type { Asked, Question } from './question.js';
import { isBoolean, runs } from './truth.js';
import { NOTHING, UNKNOWN, union, unionOf, type Context, type FunctionValue, type Values } from '../values.js';

type Node = TSESTree.Node;

/** What a parameter (its default left out) holds in a context; unknown where nobody knows who calls. */
export function* parameterValues(owner: FunctionNode, at: number, context: Context): Question {
  const called = frameOf(owner, context)?.frame;
  if (!called) {
    context.program.world.misses++;
    const given = platformParameter(owner, at);
    return given ? [given] : UNKNOWN;
  }
  return yield* owner.params[at]?.type === 'RestElement' ? restValues(called, at) : argumentValues(called, at);
}

/** Values with a default in place of those that are, or may be, missing. */
export function* defaultValues(values: Values, node: Asked | Node): Question {
  const present = values.filter((value) => value.type !== 'nothing');
  const mayBeMissing = present.length < values.length || values.some((value) => (value.type === 'unknown' && !isBoolean(value)) || value.type === 'reference');
  return mayBeMissing ? union(present, yield node) : values;
}

/** What a call of a function gives. */
export function* resultValues(called: FunctionValue, entry: Entry): Question {
  if (called.node.generator) return UNKNOWN;
  return yield* returnedValues(called.node, enter(called, entry) ?? called.context);
}

/** What a function may return in a context. */
export function* returnedValues(node: FunctionNode, context: Context): Question {
  if (node.body.type !== 'BlockStatement') return yield { node: node.body, context };
  const groups: Values[] = [];
  for (const statement of context.program.index.returns.get(node) ?? []) {
    if ((yield* runs(statement, context)) === false) continue;
    groups.push(statement.argument ? yield { node: statement.argument, context } : NOTHING);
  }
  return groups.length > 0 ? unionOf(groups) : NOTHING;
}

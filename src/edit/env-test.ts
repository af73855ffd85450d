import type { TSESTree } from '@typescript-eslint/utils';
import type { Evaluator } from '../analysis/evaluation/evaluator.js';
import { envAccessOf } from './env-access.js';

type Node = TSESTree.Node;

/** What a condition is asked: whether it holds exactly when that variable is set, or exactly when it is not. */
export interface EnvQuestion {
  readonly variable: string;
  readonly isSet: boolean;
}

/** Whether a condition tells of nothing but that variable, and so: `process.env.X`, `!process.env.X`, `process.env.X === undefined`. */
export function isTestOf(test: Node, { variable, isSet }: EnvQuestion, evaluator: Evaluator): boolean {
  if (test.type === 'UnaryExpression' && test.operator === '!') return isTestOf(test.argument, { variable, isSet: !isSet }, evaluator);
  if (test.type === 'BinaryExpression') {
    const operator = isSet ? /^!==?$/ : /^===?$/;
    return operator.test(test.operator) && isNothing(test.right, evaluator) && envAccessOf(test.left, evaluator)?.variable === variable;
  }
  return isSet && envAccessOf(test, evaluator)?.variable === variable;
}

function isNothing(node: Node, evaluator: Evaluator): boolean {
  return evaluator.valuesOf(node).every(({ type }) => type === 'nothing');
}

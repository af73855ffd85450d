import type { TSESTree } from '@typescript-eslint/utils';
import { programAt } from '../calls/context.js';
import { evaluatorFor } from '../evaluation/evaluate.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { isInside } from '../nodes.js';
import type { WixRequest } from '../request.js';
import { httpRequestsIn } from './http-requests.js';
import { sdkRequestsIn } from './sdk-requests.js';
import type { Value, Values } from '../values.js';

type Node = TSESTree.Node;

const requestsByFile = new WeakMap<Evaluator, readonly WixRequest[]>();

/** Whether values are of the source, and all that their code sends is known to go to hosts that are not Wix's, whatever they are named. */
export function servesOthers(values: Values, evaluator: Evaluator): boolean {
  return values.length > 0 && values.every((value) => {
    const node = codeOf(value);
    return node !== null && sendsToOthers(node, evaluator);
  });
}

/** The class, function or object literal that a value is made by; null for a thing from elsewhere. */
function codeOf(value: Value): Node | null {
  switch (value.type) {
    case 'class': case 'function': case 'instance': return value.node;
    case 'object': return value.node.type === 'ObjectExpression' ? value.node : null;
    default: return null;
  }
}

function sendsToOthers(code: Node, { context }: Evaluator): boolean {
  const file = evaluatorFor(programAt(code, context.program));
  const all = requestsByFile.get(file) ?? [...httpRequestsIn(file), ...sdkRequestsIn(file)];
  requestsByFile.set(file, all);
  const own = all.filter(({ node }) => isInside(node, code));
  return own.length > 0 && own.every(({ destinations }) => [...destinations].every((destination) => destination === 'foreign'));
}

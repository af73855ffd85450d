import type { TSESTree } from '@typescript-eslint/utils';
import { programAt } from './calls/context.js';
import { nodesIn } from './chosen-by-url.js';
import { conditionsOf } from './evaluation/conditions.js';
import type { FileIndex } from './file-index.js';
import type { Program } from './program.js';
import type { TextValue } from './values.js';

type Node = TSESTree.Node;

/** Whether a `Bearer` of a text is put there by what some function says of the token, or of another text: what it says of one that is not known here cannot be told. */
export function isChosenByToken({ pieces }: TextValue, program: Program): boolean {
  return pieces.some(({ text, node }) => /bearer/i.test(text ?? '') && isChosen(node, programAt(node, program).index));
}

function isChosen(node: Node, index: FileIndex): boolean {
  return conditionsOf(node).some(({ test, isGuard }) => !isGuard && nodesIn([madeOf(test, index)], index).some((inner) => inner.type === 'CallExpression' && inner.arguments.length > 0));
}

/** What a variable for the answer of a test is made of; anything else as it is. */
function madeOf(test: Node, index: FileIndex): Node {
  const name = test.type === 'UnaryExpression' ? test.argument : test;
  const [definition] = name.type === 'Identifier' ? (index.variableOf(name)?.defs ?? []) : [];
  return definition?.type === 'Variable' ? ((definition.node.init as Node | null) ?? test) : test;
}

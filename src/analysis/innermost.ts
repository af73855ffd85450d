import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceFile } from '../source/source-file.js';
import { childrenOf } from './file-index.js';
import { isFunction, isInside } from './nodes.js';

type Node = TSESTree.Node;

/** The innermost expressions of a node, itself among them, that something is true of, in the order of the text; functions are not looked into. Takes no deeper a stack for deeper code. */
export function innermostIn(node: Node, source: SourceFile, isWanted: (node: Node) => boolean): readonly Node[] {
  const found: Node[] = [];
  // From the end: whatever lies in a node has been looked at before it.
  for (const candidate of nodesFrom(node, source).reverse()) {
    const last = found.at(-1);
    const isAround = last !== undefined && isInside(last, candidate);
    if (!isAround && isWanted(candidate)) found.push(candidate);
  }
  return found.reverse();
}

/** A node and all below it, each in front of what lies in it. The name of a property is no expression. */
function nodesFrom(start: Node, source: SourceFile): Node[] {
  const nodes: Node[] = [];
  const pending: Node[] = [start];
  for (let node = pending.pop(); node; node = pending.pop()) {
    nodes.push(node);
    const inside = node.type === 'Property' && !node.computed ? [node.value] : childrenOf(node, source);
    for (const child of inside.toReversed()) if (!isFunction(child)) pending.push(child);
  }
  return nodes;
}

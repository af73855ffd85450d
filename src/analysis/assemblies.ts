import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from './evaluation/bindings.js';

type Node = TSESTree.Node;

/** The outermost expression that puts a literal together with others: `a + b`, a template, `[…].join()`, `a.concat(b)`; null where there is none. */
export function assemblyOf(node: Node): Node | null {
  let at = node;
  let found: Node | null = null;
  for (let parent = at.parent; parent; at = parent, parent = at.parent) {
    if (isAssembly(parent, at)) found = parent;
    else if (!isPartOfAssembly(parent)) return found;
  }
  return found;
}

function isAssembly(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case 'BinaryExpression': return parent.operator === '+';
    case 'TemplateLiteral': return true;
    case 'CallExpression': return isTextMethod(parent, child);
    default: return false;
  }
}

function isTextMethod(call: TSESTree.CallExpression, child: Node): boolean {
  const { callee } = call;
  if (callee.type === 'Identifier') return callee.name === 'atob' || callee.name === 'String';
  if (callee.type !== 'MemberExpression') return false;
  const method = staticKey(callee);
  const isOnText = callee === child && method !== null && /^(?:join|concat|trim|trimStart|trimEnd|toString|replace|replaceAll|reverse)$/u.test(method);
  return isOnText || (callee !== child && method !== null && /^(?:concat|from|atob)$/u.test(method));
}

function isPartOfAssembly(parent: Node): boolean {
  return /^(?:ArrayExpression|MemberExpression|ChainExpression|ParenthesizedExpression|TSAsExpression|TSNonNullExpression|TSSatisfiesExpression)$/u.test(parent.type);
}

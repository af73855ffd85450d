import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from '../evaluation/bindings.js';
import type { FileIndex } from '../file-index.js';

type Node = TSESTree.Node;

/** What a script writes to its `module.exports`, also as `export =`; of several writes to one place the last. */
export interface CommonjsWrites {
  readonly whole: Node | null;
  readonly members: ReadonlyMap<string, Node>;
  /** What it takes over as a whole: `Object.assign(exports, …)`, `__exportStar(…, exports)`. */
  readonly merged: readonly Node[];
}

const writes = new WeakMap<FileIndex, CommonjsWrites>();

/** The writes of a script to `module.exports` and `exports`. */
export function commonjsWritesIn(index: FileIndex): CommonjsWrites {
  const known = writes.get(index) ?? findWrites(index);
  writes.set(index, known);
  return known;
}

function findWrites(index: FileIndex): CommonjsWrites {
  let whole: Node | null = index.source.ast.body.find((node): node is TSESTree.TSExportAssignment => node.type === 'TSExportAssignment')?.expression ?? null;
  const members = new Map<string, Node>();
  for (const { left, right, operator } of index.assignments) {
    if (operator !== '=') continue;
    const value = lastValueOf(right);
    if (isModuleExports(left, index)) whole = isExports(value, index) ? whole : value;
    else if (left.type === 'MemberExpression' && isExports(left.object, index)) {
      const name = staticKey(left);
      if (name !== null) members.set(name, value);
    }
  }
  const merged: (readonly Node[])[] = [];
  for (const { callee, arguments: given } of index.calls) {
    const [first, ...others] = given;
    if (callee.type === 'MemberExpression' && first && isExports(first, index)) {
      if (staticKey(callee) === 'assign') merged.push(others);
      else if (staticKey(callee) === 'defineProperty') noteDefined(others, members);
    } else if (callee.type === 'Identifier' && callee.name === '__exportStar' && first && others[0] && isExports(others[0], index)) merged.push([first]);
  }
  return { whole, members, merged: merged.flat() };
}

/** `exports.a = exports.b = value`. */
function lastValueOf(node: Node): Node {
  let at = node;
  while (at.type === 'AssignmentExpression' && at.operator === '=') at = at.right;
  return at;
}

/** `Object.defineProperty(exports, 'name', { value })` and with a getter, as compilers write it. */
function noteDefined([name, descriptor]: readonly Node[], members: Map<string, Node>): void {
  if (name?.type !== 'Literal' || typeof name.value !== 'string' || descriptor?.type !== 'ObjectExpression') return;
  for (const property of descriptor.properties) {
    if (property.type !== 'Property') continue;
    const key = staticKey(property);
    if (key === 'value') members.set(name.value, property.value);
    const { value } = property;
    const [only] = value.type === 'FunctionExpression' ? value.body.body : [];
    if (key === 'get' && only?.type === 'ReturnStatement' && only.argument) members.set(name.value, only.argument);
    if (key === 'get' && value.type === 'ArrowFunctionExpression' && value.body.type !== 'BlockStatement') members.set(name.value, value.body);
  }
}

/** Whether an expression is `exports` or `module.exports`. */
function isExports(node: Node, index: FileIndex): boolean {
  return (node.type === 'Identifier' && node.name === 'exports' && index.isGlobal(node)) || isModuleExports(node, index);
}

function isModuleExports(node: Node, index: FileIndex): boolean {
  return node.type === 'MemberExpression' && staticKey(node) === 'exports' && node.object.type === 'Identifier' && node.object.name === 'module' && index.isGlobal(node.object);
}

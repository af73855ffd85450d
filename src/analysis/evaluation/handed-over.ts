import type { TSESTree } from '@typescript-eslint/utils';
import { programAt } from '../calls/context.js';
import { ownerOfThis, type FileIndex, type Owner } from '../file-index.js';
import { innermostIn } from '../innermost.js';
import { isFunction } from '../nodes.js';
import { staticKey } from './bindings.js';
import { membersOf } from './class-members.js';
import { receiverAt } from './evaluate-this.js';
import { isWrapper, mutationsOfField } from './mutations.js';
import type { Context, Value } from '../values.js';

type Node = TSESTree.Node;

/** Whether callers decide what an expression is: a parameter or a part of one, a constant made of that, or what the object of `this` keeps of it in a field. */
export function isHandedOver(test: Node, context: Context): boolean {
  let at = test;
  let member: TSESTree.MemberExpression | null = null;
  for (; at.type === 'MemberExpression' || 'expression' in at; at = at.type === 'MemberExpression' ? at.object : at.expression as Node) {
    if (at.type === 'MemberExpression') member = at;
    else if (!isWrapper(at)) return false;
  }
  if (at.type === 'ThisExpression') return member !== null && isKept(member, receiverAt(at, context), context);
  if (at.type === 'LogicalExpression') return isHandedOver(at.left, context);
  const { index } = programAt(at, context.program);
  const made = at.type === 'Identifier' ? index.variableOf(at) : null;
  const [definition] = made?.defs ?? [];
  if (definition?.type === 'Parameter') return true;
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const' || made?.scope.block.type === 'Program') return false;
  return definition.node.init !== null && isMadeOfGiven(definition.node.init, index);
}

/** Whether an object keeps in a field what it was made with. A field with a value of its own is a switch for whoever edits it. */
function isKept(member: TSESTree.MemberExpression, receiver: Value | null, { program }: Context): boolean {
  const key = staticKey(member);
  const isOne = receiver?.type === 'instance' ? receiver.site !== null : receiver?.type === 'object' && receiver.context !== undefined;
  if (key === null || !isOne) return false;
  const { index } = programAt(member, program);
  const owner = ownerOfThis(member);
  return owner !== null && isGivenField(owner, key, index);
}

const given = new WeakMap<Owner, Map<string, boolean>>();

function isGivenField(owner: Owner, key: string, index: FileIndex): boolean {
  const fields = given.get(owner) ?? new Map<string, boolean>();
  given.set(owner, fields);
  const known = fields.get(key) ?? (mutationsOfField(owner, key, index).some(({ value }) => isMadeOfGiven(value, index)) || isDeclaredOf(owner, key, index));
  fields.set(key, known);
  return known;
}

/** `constructor(private readonly options)`, a getter, and `{ auth: options.auth }` in a function. */
function isDeclaredOf(owner: Owner, key: string, index: FileIndex): boolean {
  if (isFunction(owner)) return false;
  if (owner.type === 'ObjectExpression') return owner.properties.some((property) => property.type === 'Property' && staticKey(property) === key && isMadeOfGiven(property.value, index));
  if (membersOf(owner).get(key)?.some((member) => member.type === 'MethodDefinition' && member.kind === 'get' && (index.returns.get(member.value) ?? []).some(({ argument }) => argument !== null && isMadeOfGiven(argument, index))) === true) return true;
  return (membersOf(owner).get('constructor') ?? []).some((member) => member.type === 'MethodDefinition' && member.value.params.some((parameter) => {
    const declared = parameter.type === 'TSParameterProperty' ? parameter.parameter : null;
    const target = declared?.type === 'AssignmentPattern' ? declared.left : declared;
    return target?.type === 'Identifier' && target.name === key;
  }));
}

const madeOfGiven = new WeakMap<Node, boolean>();

/** Whether an expression is made of a parameter, another variable of a function, or a field. */
function isMadeOfGiven(value: Node, index: FileIndex): boolean {
  const known = madeOfGiven.get(value) ?? innermostIn(value, index.source, (node) => {
    const variable = node.type === 'Identifier' ? index.variableOf(node) : null;
    const isLocal = variable !== null && variable.scope.block.type !== 'Program' && /^(?:Parameter|Variable)$/u.test(variable.defs[0]?.type ?? '');
    return isLocal || node.type === 'ThisExpression';
  }).length > 0;
  madeOfGiven.set(value, known);
  return known;
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { FileIndex } from '../file-index.js';
import { staticKey } from './bindings.js';
import { enumValues, namespaceValues } from './evaluate-declaration.js';
import { assembledValues, concatenationValues, templateValues } from './evaluate-text.js';
import { callValues, importValues } from './evaluate-call.js';
import { importedValues, moduleValues, reexportedValues } from './evaluate-module.js';
import { arrayValues, memberValues, membersNamed, objectValues, referenceMember } from './evaluate-object.js';
import { bindingValues, globalValues, nameValues } from './evaluate-name.js';
import { superValues, thisValues } from './evaluate-this.js';
import type { Question } from './question.js';
import { booleanValues, isBoolean, isQuestion, truthOf, truthOfValue } from './truth.js';
import { NOTHING, knownStart, union, unionOf, unknownAt, writtenText, type Context, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** What an expression is that waits for the answer of no other; null for all else. */
export function valuesAtOnce(node: Node, context: Context): Values | null {
  switch (node.type) {
    case 'Literal': return literalValues(node);
    case 'MetaProperty': return [{ type: 'reference', root: { type: 'global', name: `${node.meta.name}.${node.property.name}` }, path: [], node }];
    case 'ArrowFunctionExpression': case 'FunctionExpression': case 'FunctionDeclaration': return [{ type: 'function', node, context }];
    case 'ClassExpression': case 'ClassDeclaration': return [{ type: 'class', node, context }];
    case 'Identifier': case 'JSXIdentifier': return context.program.index.variableOf(node) ? null : globalValues(node);
    case 'MemberExpression': return memberOfGlobal(node, context.program.index);
    default: return null;
  }
}

/** `process.env.NAME` and its like, with so many members. */
const MOST_MEMBERS = 3;

/** A member of a global by its name; null where more decides what it is. */
function memberOfGlobal(node: TSESTree.MemberExpression, index: FileIndex): Values | null {
  const keys: string[] = [];
  let at: Node = node;
  for (; at.type === 'MemberExpression'; at = at.object) {
    const key = staticKey(at);
    if (key === null || keys.length === MOST_MEMBERS) return null;
    keys.push(key);
  }
  let [value] = at.type === 'Identifier' && !index.variableOf(at) ? globalValues(at) : [];
  for (const key of keys.reverse()) value = value?.type === 'reference' ? referenceMember(value, key, node) : undefined;
  return value ? [value] : null;
}

/** What any other may evaluate to in a context. */
export function* ask(node: Node, context: Context): Question {
  switch (node.type) {
    case 'TemplateLiteral': return yield* templateValues(node);
    case 'TaggedTemplateExpression': return yield* assembledValues(node, context);
    case 'BinaryExpression': return yield* node.operator === '+' ? concatenationValues(node) : booleanValues(node, context);
    case 'Identifier': case 'JSXIdentifier': return yield* nameValues(node, context);
    case 'MemberExpression': return yield* memberValues(node, context);
    case 'CallExpression': return yield* (isQuestion(node) ? answerValues(node, context) : callValues(node, context));
    case 'NewExpression': return yield* callValues(node, context);
    case 'JSXMemberExpression': return unionOf(yield* membersNamed(yield node.object, node.property.name, { context, read: node }));
    case 'ImportExpression': return yield* importValues(node, context);
    case 'ObjectExpression': return yield* objectValues(node, context);
    case 'ArrayExpression': return yield* arrayValues(node);
    case 'ThisExpression': return yield* thisValues(node, context);
    case 'Super': return yield* superValues(node, context);
    case 'ImportSpecifier': case 'ImportDefaultSpecifier': case 'ImportNamespaceSpecifier': case 'TSImportEqualsDeclaration': return yield* importedValues(node, context);
    case 'ExportSpecifier': return yield* reexportedValues(node, context);
    case 'Program': return yield* moduleValues(context);
    case 'TSEnumDeclaration': return yield* enumValues(node);
    case 'TSModuleDeclaration': return yield* namespaceValues(node);
    default: return yield* wrapperValues(node, context);
  }
}

function literalValues(node: TSESTree.Literal): Values {
  if (typeof node.value === 'string') return [writtenText(node.value, node)];
  if (typeof node.value === 'number') return [writtenText(String(node.value), node)];
  if ('regex' in node) return [{ type: 'object', node, shape: 'object', properties: new Map(), open: true }];
  if (typeof node.value === 'boolean') return [{ type: 'unknown', node, truth: node.value }];
  return node.raw === 'null' ? NOTHING : unknownAt(node);
}

/** What a method answers; what it gives where that is not known, or where it is one of the source. */
function* answerValues(node: TSESTree.CallExpression, context: Context): Question {
  const truth = yield* truthOf(node, context);
  return truth === null ? yield* callValues(node, context) : [{ type: 'unknown', node, truth }];
}

/** Expressions that hand on the value of a part of theirs. */
function* wrapperValues(node: Node, context: Context): Question {
  switch (node.type) {
    case 'TSAsExpression': case 'TSSatisfiesExpression': case 'TSNonNullExpression': case 'TSTypeAssertion':
    case 'TSInstantiationExpression': case 'ChainExpression': case 'JSXExpressionContainer': return yield node.expression;
    case 'AwaitExpression': return yield node.argument;
    case 'SequenceExpression': return yield node.expressions.at(-1) ?? node;
    case 'ConditionalExpression': return yield* chosenValues(node, context);
    case 'LogicalExpression': return yield* logicalValues(node, context);
    case 'AssignmentExpression': return yield* assignmentValues(node, context);
    case 'AssignmentPattern': return union(unknownAt(node.left), yield node.right);
    case 'UnaryExpression': return node.operator === 'void' ? NOTHING : yield* booleanValues(node, context);
    default: return unknownAt(node);
  }
}

function* chosenValues({ test, consequent, alternate }: TSESTree.ConditionalExpression, context: Context): Question {
  const truth = yield* truthOf(test, context);
  return truth === null ? union(yield consequent, yield alternate) : yield truth ? consequent : alternate;
}

function* logicalValues(node: TSESTree.LogicalExpression, context: Context): Question {
  const left = yield node.left;
  if (node.operator === '&&') return (yield* truthOf(node.left, context)) === false ? NOTHING : yield node.right;
  const present = left.filter((value) => value.type !== 'nothing' && (node.operator === '??' || !isBoolean(value) || truthOfValue(value) === true));
  const isSure = left.every((value) => (isThere(value) || isBoolean(value)) && (node.operator === '??' || truthOfLeft(value)));
  return isSure ? left : union(present, yield node.right);
}

function truthOfLeft(value: Value): boolean {
  return value.type === 'text' ? knownStart(value) !== '' : truthOfValue(value) === true;
}

/** Neither `undefined`, `null` nor anything that may be. */
function isThere({ type }: Value): boolean {
  return type !== 'nothing' && type !== 'unknown' && type !== 'reference';
}

function* assignmentValues(node: TSESTree.AssignmentExpression, context: Context): Question {
  if (node.operator === '=') return yield node.right;
  if (node.operator === '+=') return yield* concatenationValues(node);
  return /^(?:\|\||\?\?|&&)=$/u.test(node.operator) ? union(yield* bindingValues(node.left, context), yield node.right) : unknownAt(node);
}

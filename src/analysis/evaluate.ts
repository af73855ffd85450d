import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceFile } from '../source/source-file.js';
import { assembledValues, concatenationValues, templateValues } from './evaluate-text.js';
import { callValues, importValues } from './evaluate-call.js';
import { arrayValues, memberValues, membersNamed, objectValues } from './evaluate-object.js';
import { bindingValues, nameValues } from './evaluate-name.js';
import { thisValues } from './evaluate-class.js';
import { indexOf, type FileIndex } from './file-index.js';
import type { Question } from './question.js';
import { NOTHING, UNKNOWN, knownStart, union, unknownAt, writtenText, type Value, type Values } from './values.js';

type Node = TSESTree.Node;

/** Answers what an expression of one file may evaluate to; each node is asked about once. */
export interface Evaluator {
  readonly index: FileIndex;
  readonly valuesOf: (node: Node) => Values;
  /** Runs a question of the caller's own to its end. */
  readonly answer: <Answer>(question: Question<Answer>) => Answer;
}

const evaluators = new WeakMap<SourceFile['ast'], Evaluator>();

/** The evaluator of a file. */
export function evaluatorOf(source: SourceFile): Evaluator {
  const known = evaluators.get(source.ast);
  if (known) return known;
  const evaluator = createEvaluator(indexOf(source));
  evaluators.set(source.ast, evaluator);
  return evaluator;
}

function createEvaluator(index: FileIndex): Evaluator {
  const answers = new Map<Node, Values>();
  const valuesOf = (node: Node): Values => answers.get(node) ?? run(node, index, answers);
  return {
    index,
    valuesOf,
    answer: (question) => {
      let step = question.next();
      while (!step.done) step = question.next(valuesOf(step.value));
      return step.value;
    },
  };
}

/** Drives suspended questions on a stack of its own. A question that waits for itself gets `unknown`. */
function run(start: Node, index: FileIndex, answers: Map<Node, Values>): Values {
  const open = new Set<Node>([start]);
  const stack = [{ node: start, question: ask(start, index) }];
  let answer: Values = UNKNOWN;
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const step = top.question.next(answer);
    if (step.done) {
      answer = step.value;
      answers.set(top.node, answer);
      open.delete(top.node);
      stack.pop();
      continue;
    }
    const asked = step.value;
    const known = answers.get(asked);
    if (known || open.has(asked)) {
      answer = known ?? UNKNOWN;
    } else {
      open.add(asked);
      stack.push({ node: asked, question: ask(asked, index) });
    }
  }
  return answer;
}

function* ask(node: Node, index: FileIndex): Question {
  switch (node.type) {
    case 'Literal': return literalValues(node);
    case 'TemplateLiteral': return yield* templateValues(node);
    case 'TaggedTemplateExpression': return yield* assembledValues(node, index);
    case 'BinaryExpression': return yield* concatenationValues(node);
    case 'Identifier': case 'JSXIdentifier': return yield* nameValues(node, index);
    case 'MemberExpression': return yield* memberValues(node, index);
    case 'CallExpression': case 'NewExpression': return yield* callValues(node, index);
    case 'JSXMemberExpression': return union(...(yield* membersNamed(yield node.object, node.property.name, { index, read: node })));
    case 'ImportExpression': return yield* importValues(node);
    case 'ObjectExpression': return yield* objectValues(node, index);
    case 'ArrayExpression': return yield* arrayValues(node);
    case 'ThisExpression': return yield* thisValues(node);
    case 'MetaProperty': return [{ type: 'reference', root: { type: 'global', name: `${node.meta.name}.${node.property.name}` }, path: [], node }];
    case 'ArrowFunctionExpression': case 'FunctionExpression': case 'FunctionDeclaration': return [{ type: 'function', node }];
    case 'ClassExpression': case 'ClassDeclaration': return [{ type: 'class', node }];
    default: return yield* wrapperValues(node, index);
  }
}

function literalValues(node: TSESTree.Literal): Values {
  if (typeof node.value === 'string') return [writtenText(node.value, node)];
  if (typeof node.value === 'number') return [writtenText(String(node.value), node)];
  if ('regex' in node) return [{ type: 'object', node, shape: 'object', properties: new Map(), open: true }];
  return node.raw === 'null' ? NOTHING : unknownAt(node);
}

/** Expressions that hand on the value of a part of theirs. */
function* wrapperValues(node: Node, index: FileIndex): Question {
  switch (node.type) {
    case 'TSAsExpression': case 'TSSatisfiesExpression': case 'TSNonNullExpression': case 'TSTypeAssertion':
    case 'TSInstantiationExpression': case 'ChainExpression': case 'JSXExpressionContainer': return yield node.expression;
    case 'AwaitExpression': return yield node.argument;
    case 'SequenceExpression': return yield node.expressions.at(-1) ?? node;
    case 'ConditionalExpression': return union(yield node.consequent, yield node.alternate);
    case 'LogicalExpression': return yield* logicalValues(node);
    case 'AssignmentExpression': return yield* assignmentValues(node, index);
    case 'AssignmentPattern': return union(unknownAt(node.left), yield node.right);
    case 'UnaryExpression': return node.operator === 'void' ? NOTHING : unknownAt(node);
    default: return unknownAt(node);
  }
}

function* logicalValues(node: TSESTree.LogicalExpression): Question {
  const left = yield node.left;
  if (node.operator === '&&') return yield node.right;
  const present = left.filter((value) => value.type !== 'nothing');
  const isSure = left.every((value) => isThere(value) && (node.operator === '??' || value.type !== 'text' || knownStart(value) !== ''));
  return isSure ? left : union(present, yield node.right);
}

/** Neither `undefined`, `null` nor anything that may be. */
function isThere({ type }: Value): boolean {
  return type !== 'nothing' && type !== 'unknown' && type !== 'reference';
}

function* assignmentValues(node: TSESTree.AssignmentExpression, index: FileIndex): Question {
  if (node.operator === '=') return yield node.right;
  if (node.operator === '+=') return yield* concatenationValues(node);
  return /^(?:\|\||\?\?|&&)=$/u.test(node.operator) ? union(yield* bindingValues(node.left, index), yield node.right) : unknownAt(node);
}

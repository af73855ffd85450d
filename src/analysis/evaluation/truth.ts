import type { TSESTree } from '@typescript-eslint/utils';
import { programAt } from '../calls/context.js';
import { staticKey } from './bindings.js';
import { conditionsOf, MOST_CONDITIONS } from './conditions.js';
import { isHandedOver } from './handed-over.js';
import { isHarmlessPattern } from './harmless-pattern.js';
import type { Question } from './question.js';
import type { Cases } from './switch-cases.js';
import { UNKNOWN, knownStart, knownText, unknownAt, type Context, type TextValue, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** How deep a test is looked into. */
const DEEPEST = 4;

/** How a test comes out, as far as what callers hand over tells; null where that is not known. A constant at the top of the file is a switch for whoever edits it, and tells nothing. */
export function* truthOf(test: Node, context: Context, depth = DEEPEST): Question<boolean | null> {
  if (depth === 0) return null;
  switch (test.type) {
    case 'UnaryExpression': return test.operator === '!' ? not(yield* truthOf(test.argument, context, depth - 1)) : null;
    case 'BinaryExpression': return yield* equality(test, context);
    case 'LogicalExpression': return yield* truthOfBoth(test, context, depth);
    case 'Identifier': case 'MemberExpression': return yield* truthOfName(test, context, depth);
    case 'ChainExpression': case 'TSNonNullExpression': return yield* truthOf(test.expression, context, depth - 1);
    // `!0` is how minified code writes `true`.
    case 'Literal': return typeof test.value === 'boolean' || typeof test.value === 'number' ? Boolean(test.value) : null;
    case 'CallExpression': return yield* isQuestion(test) ? truthOfQuestion(test, context) : truthOfCall(test, context);
    default: return null;
  }
}

function* truthOfBoth(test: TSESTree.LogicalExpression, context: Context, depth: number): Question<boolean | null> {
  const { operator, left, right } = test;
  if (operator === '??') return isHandedOver(left, context) ? agreed((yield { node: test, context }).map(truthOfValue)) : null;
  const truths = [yield* truthOf(left, context, depth - 1), yield* truthOf(right, context, depth - 1)];
  const deciding = operator === '||';
  return truths.includes(deciding) ? deciding : truths.includes(null) ? null : !deciding;
}

function not(truth: boolean | null): boolean | null {
  return truth === null ? null : !truth;
}

function* truthOfName(test: TSESTree.Identifier | TSESTree.MemberExpression, context: Context, depth: number): Question<boolean | null> {
  const made = test.type === 'Identifier' ? constantOf(test, context) : null;
  if (made) return yield* truthOf(made, context, depth - 1);
  return isHandedOver(test, context) ? agreed((yield { node: test, context }).map(truthOfValue)) : null;
}

/** What a constant inside a function is made of. */
function constantOf(name: TSESTree.Identifier, context: Context): Node | null {
  const variable = programAt(name, context.program).index.variableOf(name);
  const [definition] = variable?.defs ?? [];
  const isConstant = definition?.type === 'Variable' && definition.parent.kind === 'const' && variable?.scope.block.type !== 'Program' && definition.node.id.type === 'Identifier';
  return isConstant ? definition.node.init : null;
}

/** What a function of the source answers, or `Boolean(flag)`. */
function* truthOfCall(test: TSESTree.CallExpression, context: Context): Question<boolean | null> {
  const [given] = test.arguments;
  if (given && test.callee.type === 'Identifier' && test.callee.name === 'Boolean') return yield* truthOf(given, context, 1);
  return agreed((yield { node: test, context }).map((value) => (value.type === 'unknown' ? (value.truth ?? null) : null)));
}

/** Methods that ask. */
const QUESTIONS = new Set(['has', 'includes', 'startsWith', 'test']);

/** Whether a call is one of a method that asks something of a text or a list. */
export function isQuestion({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && QUESTIONS.has(staticKey(callee) ?? '');
}

/** `token.startsWith('Bearer ')`, `/^IST/.test(token)`, `['key', 'both'].includes(mode)`. */
function* truthOfQuestion({ callee, arguments: [given] }: TSESTree.CallExpression, context: Context): Question<boolean | null> {
  if (callee.type !== 'MemberExpression' || !given) return null;
  const [method, { object }] = [staticKey(callee), callee];
  const isAsked = isHandedOver(given, context);
  if (method === 'test') return isAsked ? agreed((yield { node: given, context }).map((value) => matches(object, value))) : null;
  if (object.type === 'ArrayExpression') return isAsked && method === 'includes' ? yield* holds(object, given, context) : null;
  if (method !== 'startsWith' || given.type !== 'Literal' || typeof given.value !== 'string' || !isHandedOver(object, context)) return null;
  const wanted = given.value;
  return agreed((yield { node: object, context }).map((value) => (value.type === 'text' ? beginsWith(value, wanted) : null)));
}

/** Whether a written list holds a value. */
function* holds({ elements }: TSESTree.ArrayExpression, given: Node, context: Context): Question<boolean | null> {
  const items: Values[] = [];
  for (const element of elements) items.push(element && element.type !== 'SpreadElement' ? yield { node: element, context } : UNKNOWN);
  return agreed((yield { node: given, context }).map((value) => {
    const answers = items.map((item) => isSameAsAll(value, item));
    return answers.includes(true) || (answers.includes(null) ? null : false);
  }));
}

function beginsWith(text: TextValue, wanted: string): boolean | null {
  const start = knownStart(text);
  return start.length < wanted.length && knownText(text) === null ? null : start.startsWith(wanted);
}

function matches(pattern: Node, value: Value): boolean | null {
  const expression = pattern.type === 'Literal' && pattern.value instanceof RegExp ? pattern.value : null;
  const text = knownText(value);
  return expression && text !== null && !expression.global && !expression.sticky && isHarmlessPattern(expression, text) ? expression.test(text) : null;
}

/** `flag === true`, `mode !== 'none'`, `options.auth != null`, `scheme === Scheme.Bearer`. */
function* equality({ operator, left, right }: TSESTree.BinaryExpression, context: Context): Question<boolean | null> {
  const isEqual = /^={2,3}$/u.test(operator);
  if ((!isEqual && !/^!={1,2}$/u.test(operator)) || !isConstant(right) || !isHandedOver(left, context)) return null;
  const wanted = yield { node: right, context };
  const found = agreed((yield { node: left, context }).map((value) => isSameAsAll(value, wanted)));
  return isEqual ? found : not(found);
}

function isConstant(node: Node): boolean {
  return node.type === 'Literal' || node.type === 'Identifier' || node.type === 'MemberExpression';
}

function isSameAsAll(value: Value, wanted: Values): boolean | null {
  return agreed(wanted.map((other) => isSame(value, other)));
}

/** Whether a `switch` begins with one of the cases. */
function* truthOfCases(tested: Node, { all, sure, possible }: Cases, context: Context): Question<boolean | null> {
  if (!isHandedOver(tested, context)) return null;
  const tests: { readonly case: TSESTree.SwitchCase; readonly wanted: Values }[] = [];
  for (const each of all) if (each.test) tests.push({ case: each, wanted: yield { node: each.test, context } });
  const other = all.find(({ test }) => test === null);
  return agreed((yield { node: tested, context }).map((value) => {
    const first = tests.map((each) => ({ ...each, isSame: isSameAsAll(value, each.wanted) })).find(({ isSame: same }) => same !== false);
    if (first?.isSame === null) return null;
    const taken = first?.case ?? other;
    return taken !== undefined && possible.has(taken) ? null : taken !== undefined && sure.has(taken);
  }));
}

function isSame(one: Value, other: Value): boolean | null {
  const [kind, otherKind] = [one, other].map(kindOf);
  if (kind === null || otherKind === null) return null;
  if (kind !== otherKind) return false;
  return kind === 'text' ? knownText(one) === knownText(other) : kind === 'boolean' ? truthOfValue(one) === truthOfValue(other) : kind === 'nothing' || null;
}

/** What a value surely is; null where that is not known. */
function kindOf(value: Value): 'boolean' | 'nothing' | 'object' | 'text' | null {
  switch (value.type) {
    case 'text': return knownText(value) === null ? null : 'text';
    case 'nothing': return 'nothing';
    case 'unknown': return isBoolean(value) ? 'boolean' : null;
    case 'reference': return null;
    default: return 'object';
  }
}

function agreed(truths: readonly (boolean | null)[]): boolean | null {
  const [first = null] = truths;
  return truths.every((truth) => truth === first) ? first : null;
}

/** Whether a value is `true` or `false`, and so surely there. */
export function isBoolean(value: Value): boolean {
  return value.type === 'unknown' && value.truth !== undefined;
}

/** What an expression is that gives `true` or `false`; unknown where it is not known which. */
export function* booleanValues(node: Node, context: Context): Question {
  const truth = yield* truthOf(node, context);
  return truth === null ? unknownAt(node) : [{ type: 'unknown', node, truth }];
}

/** Whether a value counts as true in a test; null where that is not known. */
export function truthOfValue(value: Value): boolean | null {
  switch (value.type) {
    case 'nothing': return false;
    case 'text': return truthOfText(value);
    case 'unknown': return value.truth ?? null;
    case 'reference': return null;
    default: return true;
  }
}

/** A number is kept as its text: of `0` nobody knows which it is. */
function truthOfText(text: TextValue): boolean | null {
  if (knownText(text) === '0') return null;
  return knownStart(text) !== '' || (knownText(text) === null ? null : false);
}

/** Whether a node of a function runs when that is called as a context tells; null where that is not known. */
export function* runs(node: Node, context: Context): Question<boolean | null> {
  const conditions = context.frame ? conditionsOf(node) : [];
  let isSure = conditions.length < MOST_CONDITIONS;
  for (const { test, holds, cases } of conditions) {
    const truth = yield* cases ? truthOfCases(test, cases, context) : truthOf(test, context);
    if (truth === !holds) return false;
    isSure &&= truth !== null;
  }
  return isSure || null;
}

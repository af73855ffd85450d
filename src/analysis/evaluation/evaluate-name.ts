import type { TSESTree } from '@typescript-eslint/utils';
import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import { bindingOf, type Binding, type Step } from './bindings.js';
import { valuesAround } from '../calls/callers.js';
import { contextAt, frameOf } from '../calls/context.js';
import { defaultValues, parameterValues } from './evaluate-function.js';
import type { Asked, Question, Reading } from './question.js';
import { arrayOf, elementsOf, membersNamed } from './evaluate-object.js';
import { mutationsOf } from './handed-mutations.js';
import { overlaid } from './overlay.js';
import { MAX_WRITES, reachingWrites } from './reaching.js';
import { NOTHING, UNKNOWN, UNKNOWN_VALUE, knownText, unionOf, unknownAt, type Context, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;
type Name = TSESTree.Identifier | TSESTree.JSXIdentifier;

interface VariableWrite {
  readonly node: Node;
  readonly binding: Binding;
}

/** What a name may stand for where it is read, with all that was changed in it. */
export function* nameValues(node: Name, context: Context): Question {
  const variable = context.program.index.variableOf(node);
  return variable ? yield* heldValues(variable, { context, read: node }) : globalValues(node);
}

/** What a variable may hold where it is read, with all that was changed in it. */
export function* heldValues(variable: Variable, reading: Reading): Question {
  const outer = outerNameOf(variable);
  const { index } = reading.context.program;
  const mutations = outer ? [...mutationsOf(outer, index), ...mutationsOf(variable, index)] : mutationsOf(variable, index);
  if (mutations.length === 0) return yield* variableValues(variable, reading);
  if (mutations.length <= MAX_WRITES) return yield* overlaid(yield* variableValues(variable, reading), mutations, reading);
  const everywhere = { ...reading, read: null };
  const here = crowded.get(reading.context) ?? new Map<Variable, Values>();
  crowded.set(reading.context, here);
  const known = here.get(variable) ?? (yield* overlaid(yield* variableValues(variable, everywhere), mutations, everywhere));
  here.set(variable, known);
  return known;
}

/** A class has a name of its own inside; what is changed through the one outside is changed for both. */
function outerNameOf({ scope, name }: Variable): Variable | null {
  return scope.type === 'class' ? (scope.upper.set.get(name) ?? null) : null;
}

/** Variables with so many changes that all their readers share one answer, in which every change may have happened. */
const crowded = new WeakMap<Context, Map<Variable, Values>>();

/** What a name of no variable of the file stands for. */
export function globalValues(node: Name): Values {
  if (node.name === 'undefined') return NOTHING;
  return [{ type: 'reference', root: { type: 'global', name: node.name }, path: [], node }];
}

function* variableValues(variable: Variable, reading: Reading): Question {
  const declared = variable.defs.flatMap((definition) => definedValues(definition, reading.context) ?? []);
  const [definition] = variable.defs;
  const fixed = definition && isQuestion(definition.node) ? yield definition.node : declared;
  const all = writesOf(variable);
  if (all.length === 0) return fixed.length > 0 ? fixed : UNKNOWN;
  const { writes, complete, hidden } = yield* reachingWrites(all, reading);
  const groups: Values[] = complete ? [] : [UNKNOWN];
  if (!hidden) groups.push(fixed);
  for (const write of writes) groups.push(yield* boundValues(write.binding, reading));
  const values = unionOf(groups);
  return values.length > 0 ? values : UNKNOWN;
}

/** Whether what a definition says is asked once for all readers. */
function isQuestion({ type }: Definition['node']): boolean {
  return /^(?:Import\w*Specifier|TSImportEqualsDeclaration|TSEnumDeclaration|TSModuleDeclaration)$/u.test(type);
}

/** What a definition says by itself: a function, a class. */
function definedValues(definition: Definition, context: Context): Values | null {
  const node = definition.node as Node;
  switch (node.type) {
    case 'FunctionDeclaration': return definition.type === 'FunctionName' ? [{ type: 'function', node, context: contextAt(node, context) }] : null;
    case 'FunctionExpression': return definition.type === 'FunctionName' ? [{ type: 'function', node, context: contextAt(node, context) }] : null;
    case 'ClassDeclaration': case 'ClassExpression': return [{ type: 'class', node, context: contextAt(node, context) }];
    default: return null;
  }
}

const writesByVariable = new WeakMap<Variable, readonly VariableWrite[]>();

function writesOf(variable: Variable): readonly VariableWrite[] {
  const known = writesByVariable.get(variable);
  if (known) return known;
  const names = new Set<Node>(variable.identifiers);
  for (const reference of variable.references) if (reference.isWrite()) names.add(reference.identifier);
  const writes = [...names].flatMap((name) => writeAt(name) ?? []).sort((a, b) => a.node.range[0] - b.node.range[0]);
  writesByVariable.set(variable, writes);
  return writes;
}

function writeAt(name: Node): VariableWrite | null {
  const binding = bindingOf(name);
  if (!binding) return null;
  let node = name;
  while (node.parent && !/^(?:AssignmentExpression|VariableDeclarator)$/u.test(node.type)) {
    if (/Function|^For|^Program$|Statement$/u.test(node.parent.type)) break;
    node = node.parent;
  }
  const isUnset = node.type === 'VariableDeclarator' && node.init === null && binding.source.type === 'unknown' && !node.parent.parent.type.startsWith('For');
  return isUnset ? null : { node, binding };
}

/** What a target of a compound assignment held before it. */
export function* bindingValues(target: Node, context: Context): Question {
  if (target.type !== 'Identifier') return yield target;
  const variable = context.program.index.variableOf(target);
  return variable ? yield* variableValues(variable, { context, read: target }) : unknownAt(target);
}

function* boundValues(binding: Binding, reading: Reading): Question {
  const { source, steps } = binding;
  const [first, ...later] = steps;
  let values = yield* sourceValues(binding, reading);
  // Whoever hands something over does not mean the default, whatever that something is.
  const isGiven = first?.type === 'default' && source.type === 'parameter' && frameOf(source.owner, reading.context) !== null && values.every(({ type }) => type !== 'nothing');
  for (const step of isGiven ? later : steps) values = yield* stepValues(values, step, reading.context);
  return values;
}

function* sourceValues({ source }: Binding, reading: Reading): Question {
  switch (source.type) {
    case 'expression': return yield* valuesAround(source.node, reading);
    case 'parameter': return yield* parameterValues(source.owner, source.index, reading.context);
    case 'unknown': return UNKNOWN;
  }
}

function* stepValues(values: Values, step: Step, context: Context): Question {
  switch (step.type) {
    case 'default': return yield* defaultValues(values, step.node);
    case 'element': return unionOf(values.map((value) => elementsOf(value)));
    case 'rest': return values.map((value) => restOf(value, step));
    case 'member': {
      const keys = typeof step.key === 'string' ? [step.key] : (yield step.key).map(knownText);
      return unionOf(yield* membersOf(values, keys, { context, node: step.node }));
    }
  }
}

/** The members that a pattern takes. Of a thing from elsewhere it is the pattern that reads the member. */
function* membersOf(values: Values, keys: readonly (string | null)[], { context, node }: Asked): Question<Values[]> {
  const groups: Values[] = [];
  for (const key of keys) {
    const objects = values.map((value) => (value.type === 'reference' ? { ...value, node } : value));
    groups.push(...(yield* membersNamed(objects, key, { context, read: null })));
  }
  return groups;
}

/** What a pattern's rest takes: the later items of an array, the other members of an object. */
function restOf(value: Value, { from, taken }: Step & { readonly type: 'rest' }): Value {
  if (value.type !== 'object') return UNKNOWN_VALUE;
  if (value.shape === 'array') return arrayOf([...value.properties.values()].slice(from), value.node, value.open);
  return taken.size === 0 ? value : { ...value, properties: new Map([...value.properties].filter(([name]) => !taken.has(name))) };
}

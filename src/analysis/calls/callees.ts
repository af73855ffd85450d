import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from '../evaluation/bindings.js';
import { callbacksAt } from './callbacks.js';
import { membersOf } from '../evaluation/class-members.js';
import { anyInstance, instanceAt, siteOf } from './context.js';
import { objectMadeBy, receiverAt } from '../evaluation/evaluate-this.js';
import { classOfThis } from '../file-index.js';
import { componentMadeBy } from './elements.js';
import type { Handing } from './handing.js';
import { classOfMember, isFunction, type ClassNode, type SiteNode } from '../nodes.js';
import type { Question } from '../evaluation/question.js';
import type { ClassValue, Context, FunctionValue, InstanceValue, Value, Values } from '../values.js';

type Node = TSESTree.Node;

/** A function that a site runs, and what it runs it on. */
export interface Callee {
  readonly called: FunctionValue;
  readonly receiver: Value | null;
  /** Left out: plainly, with the arguments of the site. */
  readonly handing?: Handing;
}

/** The functions of the source that a site may run. */
export function* calleesOf(site: SiteNode, context: Context): Question<readonly Callee[]> {
  switch (site.type) {
    case 'CallExpression': return yield* calledBy(site, context);
    case 'NewExpression': return yield* madeBy(site, context);
    case 'JSXOpeningElement': return functionsIn(yield { node: site.name, context }).map((called) => ({ called, receiver: null }));
    case 'AssignmentExpression': return yield* settersAt(site, context);
    default: return [];
  }
}

function* madeBy(site: TSESTree.NewExpression, context: Context): Question<readonly Callee[]> {
  const values = yield { node: site.callee, context };
  const constructors = yield* constructorsOf(values, (made) => instanceAt(made, siteOf(site, context)));
  const plain: Callee[] = [];
  for (const called of functionsIn(values)) plain.push({ called, receiver: yield* objectMadeBy(called, siteOf(site, context)) });
  return [...constructors, ...plain];
}

function* calledBy(site: TSESTree.CallExpression, context: Context): Question<readonly Callee[]> {
  const callee = site.callee.type === 'ChainExpression' ? site.callee.expression : site.callee;
  if (callee.type === 'Super') return yield* superConstructors(site, context);
  const values = yield { node: callee, context };
  const component = componentMadeBy(site, values);
  if (component) return functionsIn(yield { node: component, context }).map((called) => ({ called, receiver: null, handing: PROPERTIES }));
  const functions = functionsIn(values);
  if (callee.type !== 'MemberExpression') return functions.map((called) => ({ called, receiver: null }));
  if (callee.object.type === 'Super') return functions.map((called) => ({ called, receiver: ownThis(site, context) }));
  if (functions.length === 0) return yield* callbacksAt(site, context);
  const objects = yield { node: callee.object, context };
  return functions.flatMap((called) => receiversOf(called, objects).map((receiver) => ({ called, receiver })));
}

/** A component gets what stands behind it. */
const PROPERTIES: Handing = { type: 'arguments', from: 1 };

function functionsIn(values: Values): readonly FunctionValue[] {
  return values.flatMap((value) => (value.type === 'function' ? [value] : []));
}

/** The objects among several that a function is a member of. */
function receiversOf({ node }: FunctionValue, objects: Values): readonly (Value | null)[] {
  const found = objects.filter((object) => {
    if (object.type === 'object') return [...object.properties.values()].some((values) => values.some((value) => value.type === 'function' && value.node === node));
    return object.type === 'instance' || object.type === 'class' ? object.node === classOfMember(node) || object.node.superClass !== null : false;
  });
  return found.length > 0 ? found : [null];
}

function ownThis(node: Node, context: Context): Value | null {
  const owner = classOfThis(node);
  return receiverAt(node, context) ?? (owner && anyInstance(owner, context));
}

function* superConstructors(site: TSESTree.CallExpression, context: Context): Question<readonly Callee[]> {
  const owner = classOfThis(site);
  if (!owner?.superClass) return [];
  return yield* constructorsOf(yield { node: owner.superClass, context }, () => ownThis(site, context));
}

/** The constructors that classes run, their own or those they inherit. */
function* constructorsOf(values: Values, receiverOf: (made: ClassValue) => Value | null): Question<readonly Callee[]> {
  const found: Callee[] = [];
  for (const value of values) {
    if (value.type !== 'class') continue;
    const called = yield* findConstructor(value);
    if (called) found.push({ called, receiver: receiverOf(value) });
  }
  return found;
}

function findConstructor(value: ClassValue): Question<FunctionValue | null> {
  return findMethod(value, { name: 'constructor', kind: 'constructor' });
}

interface Wanted {
  readonly name: string | null;
  readonly kind: TSESTree.MethodDefinition['kind'];
}

/** A method that a class declares or inherits. */
function* findMethod(value: ClassValue | InstanceValue, { name, kind }: Wanted): Question<FunctionValue | null> {
  const seen = new Set<ClassNode>();
  for (let at: ClassValue | InstanceValue | null = value; at && !seen.has(at.node); at = yield* findSuperClass(at)) {
    seen.add(at.node);
    const own = membersOf(at.node).get(name)?.find((member) => member.type === 'MethodDefinition' && member.kind === kind);
    if (own?.type === 'MethodDefinition' && own.value.type === 'FunctionExpression') return { type: 'function', node: own.value, context: at.context };
  }
  return null;
}

function* findSuperClass({ node, context }: ClassValue | InstanceValue): Question<ClassValue | null> {
  const [base] = node.superClass ? yield { node: node.superClass, context } : [];
  return base?.type === 'class' ? base : null;
}

/** `object.key = value` runs the setter of that name. */
function* settersAt({ left }: TSESTree.AssignmentExpression, context: Context): Question<readonly Callee[]> {
  if (left.type !== 'MemberExpression') return [];
  const name = staticKey(left);
  const found: Callee[] = [];
  for (const receiver of yield { node: left.object, context }) {
    const called = receiver.type === 'instance' || receiver.type === 'class' ? yield* findMethod(receiver, { name, kind: 'set' }) : setterOf(receiver, name);
    if (called) found.push({ called, receiver });
  }
  return found;
}

/** The setter of that name of an object literal. */
function setterOf(value: Value, name: string | null): FunctionValue | null {
  if (value.type !== 'object' || value.node.type !== 'ObjectExpression' || !value.context) return null;
  const setter = value.node.properties.find((property) => property.type === 'Property' && property.kind === 'set' && staticKey(property) === name);
  return setter?.type === 'Property' && isFunction(setter.value) ? { type: 'function', node: setter.value, context: value.context } : null;
}

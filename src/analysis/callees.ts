import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from './bindings.js';
import { callbacksAt } from './callbacks.js';
import { anyInstance, instanceAt, siteOf } from './context.js';
import { objectMadeBy, receiverAt } from './evaluate-this.js';
import { classOfThis } from './file-index.js';
import type { Handing } from './handing.js';
import { classOfMember, isFunction, type ClassNode, type SiteNode } from './nodes.js';
import type { Question } from './question.js';
import type { ClassValue, Context, FunctionValue, Value, Values } from './values.js';

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
  const functions = functionsIn(yield { node: callee, context });
  if (callee.type !== 'MemberExpression') return functions.map((called) => ({ called, receiver: null }));
  if (callee.object.type === 'Super') return functions.map((called) => ({ called, receiver: ownThis(site, context) }));
  if (functions.length === 0) return yield* callbacksAt(site, context);
  const objects = yield { node: callee.object, context };
  return functions.flatMap((called) => receiversOf(called, objects).map((receiver) => ({ called, receiver })));
}

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

function* findConstructor(value: ClassValue): Question<FunctionValue | null> {
  const seen = new Set<ClassNode>();
  for (let at: Value | undefined = value; at?.type === 'class' && !seen.has(at.node); at = at.node.superClass ? (yield { node: at.node.superClass, context: at.context })[0] : undefined) {
    seen.add(at.node);
    const own = at.node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
    if (own?.type === 'MethodDefinition' && own.value.type === 'FunctionExpression') return { type: 'function', node: own.value, context: at.context };
  }
  return null;
}

/** `object.key = value` runs the setter of that name. */
function* settersAt({ left }: TSESTree.AssignmentExpression, context: Context): Question<readonly Callee[]> {
  if (left.type !== 'MemberExpression') return [];
  const key = staticKey(left);
  const objects = yield { node: left.object, context };
  return objects.flatMap((object): Callee[] => {
    if (object.type !== 'instance' && object.type !== 'class') return [];
    const setter = object.node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'set' && staticKey(member) === key);
    const node = setter?.type === 'MethodDefinition' ? setter.value : null;
    return node && isFunction(node) ? [{ called: { type: 'function', node, context: object.context }, receiver: object }] : [];
  });
}

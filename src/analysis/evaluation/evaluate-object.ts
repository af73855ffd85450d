import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from './bindings.js';
import type { Question, Reading } from './question.js';
import { fieldValues, ownMember } from './evaluate-class.js';
import { mutationsOfField, namedMutationsOfField } from './mutations.js';
import { isFunction } from '../nodes.js';
import { overlaid } from './overlay.js';
import { spreadInto } from './spread.js';
import { memberOfUrl } from '../clients/urls.js';
import { NOTHING, UNKNOWN, copyOf, knownText, union, unionOf, unknownAt, type Context, type ObjectValue, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** The global object under its names. */
const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self', 'global']);

/** What an object literal holds. Getters give what they return. */
export function* objectValues(node: TSESTree.ObjectExpression, context: Context): Question {
  const properties = new Map<string, Values>();
  let open = false;
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      open = spreadInto(properties, yield property.argument) || open;
      continue;
    }
    const keys = staticKey(property) === null ? (yield property.key).map(knownText) : [staticKey(property)];
    const values = yield* ownMember(property, context);
    for (const key of keys) {
      if (key === null) open = true;
      else properties.set(key, keys.length === 1 ? values : union(properties.get(key) ?? [], values));
    }
  }
  return [{ type: 'object', node, shape: 'object', properties, open, context }];
}

/** What an array literal holds, under the names `0`, `1`, …. */
export function* arrayValues(node: TSESTree.ArrayExpression): Question {
  const items: Values[] = [];
  let open = false;
  for (const element of node.elements) {
    if (element?.type === 'SpreadElement') {
      const spread = yield element.argument;
      const copies = spread.map((value) => (value.type === 'object' && value.shape === 'array' ? copyOf(value) : { members: [], open: true }));
      for (const [, item] of copies.flatMap(({ members }) => members)) items.push(item);
      open ||= copies.some((copy) => copy.open);
    } else {
      items.push(element ? yield element : NOTHING);
    }
  }
  return [arrayOf(items, node, open)];
}

/** An array of the given items. */
export function arrayOf(items: readonly Values[], node: Node, open = false): ObjectValue {
  return { type: 'object', node, shape: 'array', properties: new Map(items.map((item, at) => [String(at), item])), open };
}

/** What `object.key` may be. */
export function* memberValues(node: TSESTree.MemberExpression, context: Context): Question {
  const objects = yield node.object;
  const key = staticKey(node);
  const keys = key === null ? (yield node.property).map(knownText) : [key];
  const groups: Values[] = [];
  for (const name of keys) groups.push(...(yield* membersNamed(objects, name, { context, read: node })));
  const values = unionOf(groups);
  return values.length > 0 ? values : unknownAt(node);
}

/** The member of that name of each value. */
export function* membersNamed(objects: Values, name: string | null, reading: Reading): Question<Values[]> {
  const groups: Values[] = [];
  for (const object of objects) groups.push(yield* memberOf(object, name, reading));
  return groups;
}

/** What a member of a value may be; the key is null where it is not known. */
export function* memberOf(value: Value, key: string | null, reading: Reading): Question {
  switch (value.type) {
    case 'object': return yield* propertyWithWrites(value, key, reading);
    case 'text': return [memberOfUrl(value, key)];
    case 'reference': return key === null ? UNKNOWN : [referenceMember(value, key, reading.read ?? value.node)];
    case 'class': case 'instance': return key === null ? UNKNOWN : yield* fieldValues(value, key, reading);
    default: return UNKNOWN;
  }
}

/** A property with what the methods of its literal store in it through `this`. Only a change by its name is one to a method. */
function* propertyWithWrites(value: ObjectValue, key: string | null, reading: Reading): Question {
  const { node, context } = value;
  const own = propertyOf(value, key);
  if (!context || key === null || (node.type !== 'ObjectExpression' && !isFunction(node))) return own;
  const isMethod = own.every(({ type }) => type === 'function');
  const written = (isMethod ? namedMutationsOfField : mutationsOfField)(node, key, context.program.index);
  if (written.length === 0) return own;
  const known = { ...value, properties: new Map([[key, own]]) };
  const [changed] = yield* overlaid([known], written, { ...reading, receiver: value });
  return changed?.type === 'object' ? propertyOf(changed, key) : UNKNOWN;
}

/** A member of a thing from elsewhere, read by a node. */
export function referenceMember(value: Extract<Value, { type: 'reference' }>, key: string, node: Node): Value {
  const isGlobalObject = value.root.type === 'global' && value.path.length === 0 && GLOBAL_OBJECTS.has(value.root.name);
  return isGlobalObject ? { ...value, root: { type: 'global', name: key }, node } : { ...value, path: [...value.path, key], node };
}

/** A property by its name; with a name that is not known, any of them. */
export function propertyOf(value: ObjectValue, key: string | null): Values {
  if (key === null) return anyPropertyOf(value);
  const name = value.shape === 'headers' ? key.toLowerCase() : key;
  return value.properties.get(name) ?? (value.open || key in Object.prototype || value.shape !== 'object' ? UNKNOWN : NOTHING);
}

const anyProperty = new WeakMap<ObjectValue, Values>();

function anyPropertyOf(value: ObjectValue): Values {
  const known = anyProperty.get(value) ?? unionOf([...value.properties.values(), value.open ? UNKNOWN : NOTHING]);
  anyProperty.set(value, known);
  return known;
}

/** What a loop over a value gives. */
export function elementsOf(value: Value): Values {
  return value.type === 'object' && value.shape === 'array' ? propertyOf(value, null) : UNKNOWN;
}

/** A header (or other property whose case does not matter) of an object; empty where it is surely not there. */
export function propertyIgnoringCase(value: ObjectValue, name: string): Values {
  const groups: Values[] = [];
  for (const [key, values] of value.properties) if (key.toLowerCase() === name) groups.push(values);
  return unionOf(groups);
}

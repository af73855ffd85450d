import type { TSESTree } from '@typescript-eslint/utils';
import type { Question } from './question.js';
import { arrayOf, propertyOf } from './evaluate-object.js';
import { joinedValues, mapText } from './evaluate-text.js';
import { isHarmlessPattern } from './harmless-pattern.js';
import { MAX_TEXT_LENGTH, UNKNOWN, UNKNOWN_VALUE, copyOf, firstText, joinTexts, knownText, piecesOf, unionOf, writtenText, type ObjectValue, type TextValue, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** A call of a method whose object is known. */
export interface MethodCall {
  readonly node: TSESTree.CallExpression;
  readonly method: string;
  readonly objects: Values;
}

/** What a method gives. Methods that only look at a text, and those nobody knows, give `unknown`. */
export function* methodValues(call: MethodCall): Question {
  const groups: Values[] = [];
  for (const object of call.objects) {
    if (object.type === 'text') groups.push(yield* textMethod(call, object));
    else if (object.type === 'object') groups.push(yield* objectMethod(call, object));
    else groups.push(UNKNOWN);
  }
  return unionOf(groups);
}

type Argument = number | string | null;

const TEXT_METHODS = new Map<string, (text: string, args: readonly Argument[]) => string | null>([
  ['trim', (text) => text.trim()],
  ['trimStart', (text) => text.trimStart()],
  ['trimEnd', (text) => text.trimEnd()],
  ['toString', (text) => text],
  ['valueOf', (text) => text],
  ['normalize', (text) => text.normalize()],
  ['toLowerCase', (text) => text.toLowerCase()],
  ['toUpperCase', (text) => text.toUpperCase()],
  ['slice', (text, [from, to]) => (typeof from === 'number' ? text.slice(from, numberOr(to)) : null)],
  ['substring', (text, [from, to]) => (typeof from === 'number' ? text.substring(from, numberOr(to)) : null)],
]);

function numberOr(argument: Argument | undefined): number | undefined {
  return typeof argument === 'number' ? argument : undefined;
}

function* textMethod(call: MethodCall, object: TextValue): Question {
  const { method, node } = call;
  if (method === 'concat') return yield* concatenated(object, node.arguments);
  if (method === 'replace' || method === 'replaceAll') return [yield* replaced(call, object)];
  if (method === 'split') return [yield* splitText(call, object)];
  const change = TEXT_METHODS.get(method);
  if (!change) return UNKNOWN;
  const args = node.arguments.map(literalOf);
  return [mapText(object, (text) => change(text, args))];
}

function literalOf(node: Node | undefined): number | string | null {
  if (node?.type === 'UnaryExpression' && node.operator === '-' && node.argument.type === 'Literal' && typeof node.argument.value === 'number') return -node.argument.value;
  const value = node?.type === 'Literal' ? node.value : null;
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

function* concatenated(object: TextValue, rest: readonly Node[]): Question {
  const texts = (yield* joinedValues(rest.map((node) => ({ text: null, node })))) as readonly TextValue[];
  return texts.map((text) => joinTexts([object.pieces, text.pieces], object.derived));
}

/** `text.replace(search, replacement)`. A pattern that could be slow is not run, and no text grows beyond what is followed: it stays as it is. */
function* replaced({ node, method }: MethodCall, object: TextValue): Question<Value> {
  const [search, by] = node.arguments;
  const [given] = by ? yield by : UNKNOWN;
  const replacement = given ? knownText(given) : null;
  if (!search || !given || replacement === null) return object;
  const added = piecesOf(given, node);
  const pattern = search.type === 'Literal' && search.value instanceof RegExp ? search.value : null;
  if (pattern) return mapText(object, (text) => (isHarmlessPattern(pattern, text) && !replacement.includes('$') ? replacedBy(replacement, (by) => text.replace(pattern, by)) : text), added);
  const wanted = firstText(yield search);
  if (wanted === null) return object;
  return mapText(object, (text) => replacedBy(replacement, (by) => (method === 'replace' ? text.replace(wanted, by) : text.replaceAll(wanted, by))), added);
}

function replacedBy(replacement: string, replace: (by: () => string) => string): string | null {
  let added = 0;
  const text = replace(() => {
    added += replacement.length;
    return added > MAX_TEXT_LENGTH ? '' : replacement;
  });
  return added > MAX_TEXT_LENGTH ? null : text;
}

function* splitText({ node }: MethodCall, object: TextValue): Question<Value> {
  const separator = literalOf(node.arguments[0]);
  const text = knownText(object);
  if (typeof separator !== 'string' || text === null || text.length > 4096) return UNKNOWN_VALUE;
  yield node.callee;
  const source = object.pieces[0]?.node ?? node;
  return arrayOf(text.split(separator).map((part) => [{ ...writtenText(part, source), derived: true }]), node);
}

function* objectMethod({ node, method }: MethodCall, object: ObjectValue): Question {
  const [first] = node.arguments;
  if (object.shape === 'array') return yield* arrayMethod(object, { node, method });
  if (object.shape === 'object') return UNKNOWN;
  if (method === 'set' && object.shape === 'map') return yield* mapWith(object, node.arguments);
  if (method === 'get' && first) return unionOf((yield first).map((key) => propertyOf(object, knownText(key))));
  return method === 'entries' ? [object] : UNKNOWN;
}

/** `map.set(key, value)` gives the map. */
function* mapWith(object: ObjectValue, [key, value]: readonly Node[]): Question {
  const name = key ? firstText(yield key) : null;
  if (name === null || !value) return [{ ...object, open: true }];
  const { members, open } = copyOf(object);
  return [{ ...object, properties: new Map([...members, [name, yield value]]), open }];
}

function* arrayMethod(object: ObjectValue, { node, method }: Pick<MethodCall, 'method' | 'node'>): Question {
  const items = [...object.properties.values()];
  const [first] = node.arguments;
  switch (method) {
    case 'join': return joinedItems(items, first ? firstText(yield first) : ',', node);
    case 'reverse': case 'toReversed': return [arrayOf(items.toReversed(), node, object.open)];
    case 'at': return typeof literalOf(first) === 'number' ? (items.at(literalOf(first) as number) ?? UNKNOWN) : UNKNOWN;
    case 'pop': return items.at(-1) ?? UNKNOWN;
    case 'shift': return items[0] ?? UNKNOWN;
    case 'concat': return [arrayOf([...items, ...(first ? spreadItems(yield first) : [])], node, object.open)];
    case 'slice': case 'filter': case 'flat': return [object];
    default: return UNKNOWN;
  }
}

function spreadItems(values: Values): Values[] {
  return values.flatMap((value) => (value.type === 'object' && value.shape === 'array' ? [...value.properties.values()] : [[value]]));
}

/** The items of an array with a separator between them; of several alternatives of an item the first counts. */
function joinedItems(items: readonly Values[], separator: string | null, node: Node): Values {
  if (separator === null) return UNKNOWN;
  const parts = items.flatMap((item, at) => {
    const pieces = piecesOf(item[0] ?? UNKNOWN_VALUE, node);
    return at === 0 ? [pieces] : [writtenText(separator, node).pieces, pieces];
  });
  return [joinTexts(parts, false)];
}

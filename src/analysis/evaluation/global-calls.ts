import type { TSESTree } from '@typescript-eslint/utils';
import { staticKey } from './bindings.js';
import type { Question } from './question.js';
import { arrayOf } from './evaluate-object.js';
import { spreadInto } from './spread.js';
import { mapText } from './evaluate-text.js';
import { booleanValues } from './truth.js';
import { resolveUrl } from '../clients/urls.js';
import type { FileIndex } from '../file-index.js';
import { isFunction, type CallNode } from '../nodes.js';
import { mayConcernKeys } from '../../key/grammar.js';
import { NOTHING, UNKNOWN, UNKNOWN_VALUE, copyOf, knownText, union, unionOf, unknownAt, writtenText, type Context, type ObjectValue, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;
/** What a call gives in a context. */
export type Call = (node: CallNode, context: Context) => Question;

/** What the functions and classes of the platform give, by their global name. */
export const globalCalls: Readonly<Record<string, Call>> = {
  'String': firstArgument,
  'Boolean': booleanValues,
  'Object.freeze': firstArgument,
  'Object.seal': firstArgument,
  'Object.preventExtensions': firstArgument,
  'Object.entries': firstArgument,
  'structuredClone': firstArgument,
  'Object.values': members,
  'Promise.resolve': firstArgument,
  'Promise.all': firstArgument,
  'Promise': promised,
  'encodeURI': firstArgument,
  'Object.assign': assigned,
  'Object.fromEntries': (node) => collected(node, 'object'),
  'Headers': (node) => collected(node, 'headers'),
  'Map': (node) => collected(node, 'map'),
  'URL': url,
  'atob': (node) => mapped(node, (text) => decoded(text, 'base64')),
  'decodeURIComponent': (node) => mapped(node, decodedUri),
  'decodeURI': (node) => mapped(node, decodedUri),
  'Buffer.from': buffer,
  'JSON.parse': json,
};

/** What stands at a place of the arguments of a call. */
export function* argumentAt(node: CallNode, at: number): Question {
  const given = node.arguments.slice(0, at + 1);
  const wanted = given[at];
  if (given.some((candidate) => candidate.type === 'SpreadElement')) return UNKNOWN;
  return wanted ? yield wanted : NOTHING;
}

/** A call that gives back what it is handed first. */
export function* firstArgument(node: CallNode): Question {
  return yield* argumentAt(node, 0);
}

/** `new Promise((resolve) => resolve(value))`: what it is resolved with, wherever in the function that is done. */
function* promised({ arguments: [executor] }: CallNode, { program }: Context): Question {
  const [resolve] = executor && isFunction(executor) ? executor.params : [];
  const variable = resolve?.type === 'Identifier' ? program.index.variableOf(resolve) : null;
  if (!variable) return UNKNOWN;
  const groups: Values[] = [];
  for (const { identifier } of variable.references) {
    const { parent } = identifier as Node;
    const [given] = parent?.type === 'CallExpression' && parent.callee === identifier ? parent.arguments : [];
    groups.push(given && given.type !== 'SpreadElement' ? yield given : UNKNOWN);
  }
  return groups.length > 0 ? unionOf(groups) : UNKNOWN;
}

/** `Object.values(object)`. */
function* members(node: CallNode): Question {
  return (yield* argumentAt(node, 0)).map((value) => (value.type === 'object' && value.shape === 'object' ? arrayOf([...copyOf(value).members].map(([, values]) => values), node, copyOf(value).open) : UNKNOWN_VALUE));
}

function* mapped(node: CallNode, change: (text: string) => string | null): Question {
  return (yield* argumentAt(node, 0)).map((value) => mapText(value, change));
}

function decoded(text: string, encoding: BufferEncoding): string | null {
  return Buffer.from(text, encoding).toString('utf8');
}

function decodedUri(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** `Buffer.from(text, encoding)` stands for the text it holds; its `toString` gives that text. */
function* buffer(node: CallNode): Question {
  const [encoding] = yield* argumentAt(node, 1);
  const name = encoding ? (knownText(encoding) ?? 'utf8') : 'utf8';
  if (!/^(?:base64|base64url|hex|utf-?8|latin1|ascii)$/iu.test(name)) return unknownAt(node);
  return yield* mapped(node, (text) => decoded(text, name as BufferEncoding));
}

/** A larger text is no configuration that a person writes into code. */
const LARGEST_JSON = 65_536;

/** `JSON.parse(text)`: the texts inside are cut from the text. Of `JSON.stringify(value)` it makes that value again. */
function* json(node: CallNode, { program: { index } }: Context): Question {
  const [text] = node.arguments;
  const [copied] = text?.type === 'CallExpression' && isStringify(text.callee, index) ? text.arguments : [];
  if (copied && copied.type !== 'SpreadElement') return yield copied;
  return (yield* argumentAt(node, 0)).map((value) => {
    const text = knownText(value);
    const source = value.type === 'text' ? value.pieces.find((piece) => mayConcernKeys(piece.text ?? '')) ?? value.pieces[0] : undefined;
    return text === null || !source || text.length > LARGEST_JSON ? UNKNOWN_VALUE : parsedJson(text, source.node, node);
  });
}

function isStringify(callee: Node, index: FileIndex): boolean {
  return callee.type === 'MemberExpression' && staticKey(callee) === 'stringify' && callee.object.type === 'Identifier' && callee.object.name === 'JSON' && index.isGlobal(callee.object);
}

function parsedJson(text: string, source: Node, node: Node): Value {
  const valueOf = (content: unknown): Value => {
    if (typeof content === 'string') return { ...writtenText(content, source), derived: true };
    if (Array.isArray(content)) return arrayOf(content.map((item) => [valueOf(item)]), node);
    if (typeof content !== 'object' || content === null) return UNKNOWN_VALUE;
    return { type: 'object', node, shape: 'object', properties: new Map(Object.entries(content).map(([key, item]) => [key, [valueOf(item)]])), open: false };
  };
  try {
    return valueOf(JSON.parse(text));
  } catch {
    return UNKNOWN_VALUE;
  }
}

/** `Object.assign(target, …sources)`. */
function* assigned(node: CallNode): Question {
  const properties = new Map<string, Values>();
  let open = false;
  for (const source of node.arguments) {
    const values = source.type === 'SpreadElement' ? UNKNOWN : yield source;
    open = spreadInto(properties, values) || open;
  }
  return [{ type: 'object', node, shape: 'object', properties, open }];
}

/** An object, Headers or Map made of an object or of pairs. */
function* collected(node: CallNode, shape: ObjectValue['shape']): Question {
  const results: Value[] = [];
  for (const value of yield* argumentAt(node, 0)) results.push(collectedFrom(value, node, shape));
  return results;
}

function collectedFrom(value: Value, node: Node, shape: ObjectValue['shape']): ObjectValue {
  const properties = new Map<string, Values>();
  let open = value.type === 'object' ? value.open : value.type !== 'nothing';
  const put = (key: string | null, values: Values): void => {
    if (key === null) open = true;
    else properties.set(shape === 'headers' ? key.toLowerCase() : key, values);
  };
  if (value.type === 'object' && value.shape === 'array') for (const item of value.properties.values()) putPair(item, put);
  else if (value.type === 'object') for (const [key, values] of value.properties) put(key, values);
  return { type: 'object', node, shape, properties, open };
}

/** Reads `[name, value]`. */
export function putPair(item: Values, put: (key: string | null, values: Values) => void): void {
  for (const pair of item) {
    const [name] = pair.type === 'object' && pair.shape === 'array' ? (pair.properties.get('0') ?? UNKNOWN) : UNKNOWN;
    put(name ? knownText(name) : null, pair.type === 'object' ? (pair.properties.get('1') ?? UNKNOWN) : UNKNOWN);
  }
}

/** `new URL(path, base)` stands for the text of the whole URL. */
function* url(node: CallNode): Question {
  const paths = yield* argumentAt(node, 0);
  const bases = yield* argumentAt(node, 1);
  const results: Value[] = [];
  for (const path of paths) for (const base of bases) results.push(base.type === 'nothing' ? path : resolveUrl(path, base, node));
  return union(results.map((value) => (value.type === 'nothing' ? UNKNOWN_VALUE : value)));
}

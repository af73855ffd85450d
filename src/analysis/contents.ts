import type { TSESTree } from '@typescript-eslint/utils';
import { keyStart } from '../key/grammar.js';
import { staticKey } from './evaluation/bindings.js';
import type { Evaluator } from './evaluation/evaluator.js';
import { valuesAround } from './calls/callers.js';
import { returnedValues } from './evaluation/evaluate-function.js';
import { mutationsOfThis } from './evaluation/mutations.js';
import { knownStart, type ClassValue, type InstanceValue, type TextValue, type Value, type Values } from './values.js';

/** A text inside a value that begins like a key, with the names of the members (or of the value itself) that lead to it. */
export interface NamedText {
  readonly text: TextValue;
  readonly names: readonly string[];
  /** True for what an object keeps for its own methods: it leaves with the object, but nothing says that anybody takes it from there. */
  readonly isOwn: boolean;
}

/** How deep objects, functions and classes are looked into. */
const MAX_DEPTH = 6;

interface Search {
  readonly evaluator: Evaluator;
  /** True where only what the active files made is looked into. */
  readonly isNear: boolean;
  /** How deep the search is by now. */
  depth: number;
  /** True inside a class, or an object with methods. */
  isOwn: boolean;
  readonly seen: Set<unknown>;
  readonly found: NamedText[];
}

const everywhere = new WeakMap<Value, readonly NamedText[]>();
const nearby = new WeakMap<Value, readonly NamedText[]>();

/** Every text that begins like a key and that a value carries along: its own, those of its members, of what its functions return and of what its class keeps. */
export function contentsOf(values: Values, name: string | null, evaluator: Evaluator): readonly NamedText[] {
  return textsIn(values, name, { evaluator, isNear: false });
}

/** The same without what files made that the linted one only imports from: it is theirs to let go. */
export function nearContentsOf(values: Values, name: string | null, evaluator: Evaluator): readonly NamedText[] {
  return textsIn(values, name, { evaluator, isNear: true });
}

function textsIn(values: Values, name: string | null, within: Pick<Search, 'evaluator' | 'isNear'>): readonly NamedText[] {
  const contents = within.isNear ? nearby : everywhere;
  return values.flatMap((value) => {
    const texts = contents.get(value) ?? textsInside(value, within);
    contents.set(value, texts);
    return name === null ? texts : texts.map(({ names, ...text }) => ({ ...text, names: [name, ...names] }));
  });
}

function textsInside(value: Value, within: Pick<Search, 'evaluator' | 'isNear'>): readonly NamedText[] {
  const search: Search = { ...within, depth: 0, isOwn: false, seen: new Set(), found: [] };
  look(value, [], search);
  return search.found;
}

/** Whether another file made a value that is neither linted nor handed a key. */
export function isFar(value: Value, { context: { program } }: Evaluator): boolean {
  const { files } = program.world;
  return files !== null && 'node' in value && value.node !== null && !files.active.includes(files.programOf(value.node));
}

function look(value: Value, names: readonly string[], search: Search): void {
  if (value.type === 'text') {
    if (keyStart(knownStart(value)) !== -1) search.found.push({ text: value, names, isOwn: search.isOwn });
    return;
  }
  const identity = 'node' in value ? value.node : value;
  if (search.depth > MAX_DEPTH || search.seen.has(identity) || (search.isNear && isFar(value, search.evaluator))) return;
  search.seen.add(identity);
  const { isOwn } = search;
  search.isOwn ||= hasMethods(value);
  search.depth++;
  lookDeeper(value, names, search);
  search.depth--;
  search.isOwn = isOwn;
}

function hasMethods(value: Value): boolean {
  if (value.type === 'object') return [...value.properties.values()].some((values) => values.some(({ type }) => type === 'function'));
  return value.type === 'class' || value.type === 'instance';
}

function lookDeeper(value: Value, names: readonly string[], search: Search): void {
  switch (value.type) {
    case 'object': lookInto(value.properties, names, search); break;
    case 'function': {
      const returned = search.evaluator.answer(returnedValues(value.node, value.context));
      for (const result of returned) look(result, names, search);
      break;
    }
    case 'class': case 'instance': lookIntoClass(value, names, search); break;
    default:
  }
}

function lookInto(properties: ReadonlyMap<string, Values>, names: readonly string[], search: Search): void {
  for (const [key, values] of properties) for (const value of values) look(value, [...names, key], search);
}

function lookIntoClass(value: ClassValue | InstanceValue, names: readonly string[], search: Search): void {
  const { evaluator } = search;
  const { node, context } = value;
  const hidden = new Set(node.body.body.flatMap((member) => (member.type === 'PropertyDefinition' && isHidden(member) ? [staticKey(member)] : [])));
  for (const member of node.body.body) {
    if (member.type !== 'PropertyDefinition' || !member.value || isHidden(member)) continue;
    for (const held of evaluator.within(context).valuesOf(member.value)) look(held, [...names, staticKey(member) ?? ''], search);
  }
  for (const mutation of mutationsOfThis(node, evaluator.index)) {
    const [first] = mutation.path;
    const key = mutation.path.at(-1);
    if (typeof first === 'string' && (first.startsWith('#') || hidden.has(first))) continue;
    for (const held of evaluator.answer(valuesAround(mutation.value, { context, read: null, receiver: value }))) look(held, [...names, typeof key === 'string' ? key : ''], search);
  }
}

/** Whether a field is out of reach for code outside the class. */
function isHidden({ key, accessibility }: TSESTree.PropertyDefinition): boolean {
  return key.type === 'PrivateIdentifier' || accessibility === 'private';
}

import type { TSESTree } from '@typescript-eslint/utils';
import { INLINING_OPTIONS, INLINING_PLUGIN_MODULES, INLINING_PLUGINS, type InliningOption } from '../catalogue/browser-code.js';
import { isWixKeyName } from '../catalogue/key-names.js';
import { mayAuthorize } from '../key/grammar.js';
import type { SourceFile } from '../source/source-file.js';
import { callsIn } from './calls/calls.js';
import { behind, slotValues } from './clients/slots.js';
import { credentialsIn, isOfWix } from './credentials.js';
import { staticKey } from './evaluation/bindings.js';
import { evaluatorOf } from './evaluation/evaluate.js';
import type { Evaluator } from './evaluation/evaluator.js';
import { childrenOf } from './file-index.js';
import { knownText, type ObjectValue, type ReferenceValue, type Value, type Values } from './values.js';

type Node = TSESTree.Node;

/** It takes values; the others take names of variables. */
const DEFINE_PLUGIN = 'DefinePlugin';

/** A key that the configuration of a build writes into browser code. */
export interface InlinedKey {
  /** The property, or the name in a list. */
  readonly node: Node;
  /** What writes it: an option or a plugin. */
  readonly by: string;
  readonly framework: string;
}

/** Every key that options and plugins of a configuration file inline. The path has `/`. */
export function inlinedKeysIn(source: SourceFile, path: string): readonly InlinedKey[] {
  const options = INLINING_OPTIONS.filter(({ files }) => files.test(path));
  const mayInline = options.length > 0 || INLINING_PLUGIN_MODULES.some((name) => source.text.includes(name));
  if (!mayInline || !mayAuthorize(source.text)) return [];
  const evaluator = evaluatorOf(source);
  const byOption = options.length > 0 ? objectsIn(source).flatMap((node) => options.flatMap((option) => inOption(node, option, evaluator))) : [];
  return [...byOption, ...byPlugin(evaluator)].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function objectsIn(source: SourceFile): readonly TSESTree.ObjectExpression[] {
  const objects: TSESTree.ObjectExpression[] = [];
  const pending: Node[] = [source.ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'ObjectExpression') objects.push(node);
    for (const child of childrenOf(node, source).reverse()) pending.push(child);
  }
  return objects;
}

function inOption(node: TSESTree.ObjectExpression, { member, framework }: InliningOption, evaluator: Evaluator): InlinedKey[] {
  const [first = '', ...rest] = member.split('.');
  const property = node.properties.find((candidate) => candidate.type === 'Property' && staticKey(candidate) === first);
  if (property?.type !== 'Property') return [];
  const values = behind(evaluator.valuesOf(property.value), rest, evaluator);
  return values.flatMap((value) => (value.type === 'object' ? keysOf(value, evaluator) : [])).map((at) => ({ node: at, by: member, framework }));
}

function byPlugin(evaluator: Evaluator): InlinedKey[] {
  return callsIn(evaluator).flatMap(({ site, callees }) => callees.flatMap((callee) => {
    const plugin = callee.type === 'reference' ? pluginOf(callee) : null;
    if (plugin === null) return [];
    const given = site.node.arguments.flatMap((_, argument) => slotValues(site, { argument }, evaluator));
    const named = plugin === DEFINE_PLUGIN ? [] : given.flatMap(namesIn);
    return [...given.flatMap((value) => (value.type === 'object' ? keysOf(value, evaluator) : [])), ...named].map((node) => ({ node, by: plugin, framework: '' }));
  }));
}

function pluginOf({ root, path }: ReferenceValue): string | null {
  if (root.type !== 'module' || !INLINING_PLUGIN_MODULES.includes(root.name)) return null;
  if (root.name === 'vite-plugin-environment') return root.name;
  return INLINING_PLUGINS.find((name) => path.at(-1) === name) ?? null;
}

/** The properties of an object, or of one in it, whose value is known to be a key of Wix's, as it is or as JSON. */
function keysOf(object: ObjectValue, evaluator: Evaluator, depth = 1): readonly Node[] {
  if (object.shape === 'array') return [];
  return [...object.properties].flatMap(([name, values]) => {
    const held = values.flatMap((value) => plain(value, evaluator));
    if (credentialsIn(held, evaluator).some(isOfWix)) return [propertyNamed(object.node, name)];
    return held.flatMap((value) => (value.type === 'object' && value.shape === 'object' && depth > 0 ? keysOf(value, evaluator, depth - 1) : []));
  });
}

/** The names of variables that are given as a text, in a list, or as properties with a default. */
function namesIn(given: Value): readonly Node[] {
  if (given.type === 'text') return isWixKeyName(knownText(given) ?? '') && given.pieces[0] ? [given.pieces[0].node] : [];
  if (given.type !== 'object') return [];
  if (given.shape === 'array') return [...given.properties.values()].flat().flatMap((item) => (item.type === 'text' ? namesIn(item) : []));
  return [...given.properties.keys()].filter(isWixKeyName).map((name) => propertyNamed(given.node, name));
}

/** What `JSON.stringify(value)` was given. */
function plain(value: Value, evaluator: Evaluator): Values {
  if (value.type !== 'reference' || value.root.type !== 'call') return [value];
  const { callee, site } = value.root;
  const isJson = callee.root.type === 'global' && callee.root.name === 'JSON' && callee.path[0] === 'stringify';
  return isJson ? slotValues(site, { argument: 0 }, evaluator) : [value];
}

const propertiesOf = new WeakMap<Node, ReadonlyMap<string | null, Node>>();

/** The property of an object that its text names, the first of that name; the object where there is none. */
function propertyNamed(object: Node, name: string): Node {
  const properties = propertiesOf.get(object) ?? propertiesByName(object);
  propertiesOf.set(object, properties);
  return properties.get(name) ?? object;
}

function propertiesByName(object: Node): ReadonlyMap<string | null, Node> {
  const properties = object.type === 'ObjectExpression' ? object.properties.toReversed() : [];
  return new Map(properties.flatMap((property) => (property.type === 'Property' ? [[staticKey(property), property] as const] : [])));
}

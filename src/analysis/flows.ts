import type { TSESTree } from '@typescript-eslint/utils';
import { isSdkModule } from '../catalogue/wix-sdk.js';
import { HARMLESS_GLOBALS, HARMLESS_MODULES } from '../catalogue/harmless-calls.js';
import { HTTP_CLIENTS } from '../catalogue/http-clients.js';
import { bindingOf, staticKey } from './evaluation/bindings.js';
import { callsIn, elementsIn, type SeenElement } from './calls/calls.js';
import { changesIn } from './calls/changes.js';
import { calleesOf } from './calls/callees.js';
import { isFar, nearContentsOf, type NamedText } from './contents.js';
import { namesDeclaredBy } from './declared-names.js';
import type { Evaluator } from './evaluation/evaluator.js';
import { endOf } from './file-index.js';
import { isFollowed } from './evaluation/evaluate-call.js';
import { heldValues } from './evaluation/evaluate-name.js';
import { createClientFinder } from './clients/http-client-of.js';
import { trafficOf } from './clients/http-requests.js';
import type { CallNode } from './nodes.js';
import { firstText, type ReferenceValue, type Root, type Value } from './values.js';

type Node = TSESTree.Node;

/** Every text that leaves the file for a destination nobody here knows: exported, put on a global or a foreign object, handed to unknown code. */
export function textsLeaving(evaluator: Evaluator): readonly NamedText[] {
  return [
    ...exportedTexts(evaluator),
    ...assignedTexts(evaluator),
    ...handedTexts(evaluator),
    ...attributeTexts(evaluator),
    ...scriptTexts(evaluator),
  ];
}

function exportedTexts(evaluator: Evaluator): NamedText[] {
  return evaluator.index.exports.flatMap((node): readonly NamedText[] => {
    if (node.type === 'ExportDefaultDeclaration') return nearContentsOf(evaluator.valuesOf(node.declaration), nameIn(node.declaration), evaluator);
    if (node.type === 'TSExportAssignment') return nearContentsOf(evaluator.valuesOf(node.expression), nameIn(node.expression), evaluator);
    if (node.exportKind === 'type' || node.source || node.parent.type === 'TSModuleBlock') return [];
    const inDeclaration = node.declaration ? namesDeclaredBy(node.declaration) : [];
    const listed = node.specifiers.flatMap(({ local, exported }) => [{ name: local, as: 'name' in exported ? exported.name : exported.value }]);
    return [...inDeclaration.map((name) => ({ name, as: name.name })), ...listed].flatMap(({ name, as }) => variableTexts(name, as, evaluator));
  });
}

function nameIn(node: Node): string | null {
  return node.type === 'Identifier' ? node.name : 'id' in node && node.id?.type === 'Identifier' ? node.id.name : null;
}

function variableTexts(name: Node, as: string, evaluator: Evaluator): readonly NamedText[] {
  const variable = evaluator.index.variableOf(name);
  return variable ? nearContentsOf(evaluator.answer(heldValues(variable, { context: evaluator.context, read: endOf(evaluator.index) })), as, evaluator) : [];
}

/** `module.exports = …`, `window.config = …`, `Object.assign(process.env, …)`, and members of any object that comes from elsewhere. */
function assignedTexts(evaluator: Evaluator): NamedText[] {
  const find = createClientFinder();
  const { consumed } = trafficOf(evaluator);
  const isForeign = (owner: Node, view: Evaluator): boolean => {
    const owners = view.valuesOf(owner);
    const isOfClient = owners.some((value) => value.type === 'reference' && find(value) !== null);
    return !isOfClient && owners.some((value) => value.type === 'unknown' || value.type === 'reference' || isFar(value, view));
  };
  return changesIn(evaluator).flatMap(({ type, node, target, value, evaluator: view }) => {
    if (consumed.has(node)) return [];
    const texts = (name: string | null): readonly NamedText[] => nearContentsOf(view.valuesOf(value), name, view);
    if (type === 'merge') return isForeign(target, view) ? texts(null) : [];
    if (target.type === 'Identifier') return evaluator.index.isGlobal(target) ? texts(target.name) : [];
    if (target.type !== 'MemberExpression' || !isForeign(target.object, view)) return [];
    return texts(staticKey(target) ?? firstText(view.valuesOf(target.property)));
  });
}

function handedTexts(evaluator: Evaluator): NamedText[] {
  const find = createClientFinder();
  const { consumed } = trafficOf(evaluator);
  const isOfClient = (value: Value): boolean => value.type === 'reference' && find(value) !== null;
  const isKnownCall = (value: Value): boolean => value.type !== 'unknown' && (value.type !== 'reference' || isHarmless(value) || isFollowed(value));
  return callsIn(evaluator).flatMap(({ site: { node: call }, callees, evaluator: view }) => {
    if (consumed.has(call) || isShadowed(call.callee) || isMethodOfKnown(call, view)) return [];
    if (callees.some(isOfClient) || callees.every(isKnownCall) || view.answer(calleesOf(call, view.context)).length > 0) return [];
    return call.arguments.flatMap((argument, at) => {
      const isSpread = argument.type === 'SpreadElement';
      return nearContentsOf(view.valuesOf(isSpread ? argument.argument : argument), isSpread ? null : (nameBefore(call, at) ?? nameIn(argument)), view);
    });
  });
}

/** A name of the platform's client that something of the file took over is neither that client nor told to send anything. */
function isShadowed(callee: Node): boolean {
  return callee.type === 'Identifier' && HTTP_CLIENTS.some(({ globals }) => globals.includes(callee.name));
}

/** `set('apiKey', value)`: the text before an argument names it. */
function nameBefore(call: CallNode, at: number): string | null {
  const before = call.arguments[at - 1];
  return before?.type === 'Literal' && typeof before.value === 'string' ? before.value : null;
}

/** A method of a text or of an object written here, such as `trim`, `includes`, `push`. */
function isMethodOfKnown(call: CallNode, evaluator: Evaluator): boolean {
  const callee = call.callee.type === 'ChainExpression' ? call.callee.expression : call.callee;
  return callee.type === 'MemberExpression' && evaluator.valuesOf(callee.object).every(({ type }) => type === 'text' || type === 'object');
}

function isHarmless(value: ReferenceValue): boolean {
  const root = outermostRoot(value);
  return root.type === 'module' ? HARMLESS_MODULES.has(root.name) || isSdkModule(root.name) : HARMLESS_GLOBALS.has(root.name);
}

function outermostRoot(value: ReferenceValue): Exclude<Root, { type: 'call' }> {
  let { root } = value;
  while (root.type === 'call') root = root.callee.root;
  return root;
}

function attributeTexts(evaluator: Evaluator): NamedText[] {
  const isOwn = ({ element, evaluator: view }: SeenElement): boolean => view.answer(calleesOf(element, view.context)).length > 0;
  return elementsIn(evaluator).filter((seen) => !isOwn(seen)).flatMap(({ element, evaluator: view }) => element.attributes.flatMap((attribute) => {
    if (attribute.type === 'JSXSpreadAttribute') return nearContentsOf(view.valuesOf(attribute.argument), null, view);
    const name = typeof attribute.name.name === 'string' ? attribute.name.name : null;
    return attribute.value ? nearContentsOf(view.valuesOf(attribute.value), name, view) : [];
  }));
}

/** In a file without imports or exports, what stands at the top and is not used there is there for other scripts of the page. */
function scriptTexts(evaluator: Evaluator): NamedText[] {
  const { ast, scopeManager } = evaluator.index.source;
  const isModule = ast.body.some(({ type }) => /^(?:Import|Export|TSExport|TSImportEquals)/u.test(type)) || evaluator.index.calls.some(({ callee }) => callee.type === 'Identifier' && callee.name === 'require');
  if (isModule || !scopeManager) return [];
  // A variable that is declared many times is one variable.
  const names = new Map(ast.body.flatMap(namesDeclaredBy).filter((name) => bindingOf(name) !== null).map((name) => [evaluator.index.variableOf(name), name]));
  return [...names].flatMap(([variable, name]) => {
    const isUsed = variable?.references.some((reference) => reference.isRead()) === true;
    return isUsed ? [] : variableTexts(name, name.name, evaluator);
  });
}

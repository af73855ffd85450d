import type { TSESTree } from '@typescript-eslint/utils';
import { assemblyOf } from '../analysis/assemblies.js';
import { staticKey } from '../analysis/evaluation/bindings.js';
import type { Evaluator } from '../analysis/evaluation/evaluator.js';
import type { WrittenKey } from '../analysis/keys.js';
import { knownText, type Value } from '../analysis/values.js';
import { assembledPlace, type KeyPlace } from './key-place.js';
import { refusal, type EnvironmentRefusal } from './move.js';
import { isSpelledOut } from './spelled-out.js';

type Node = TSESTree.Node;

/** What stands for a stretch that is not known; no key holds it. */
const UNKNOWN_STRETCH = '\uffff';

/** The place of a key that an expression puts together: the smallest expression that holds all of it and nothing from elsewhere. */
export function assembledKeyPlace({ key, assembly }: WrittenKey, node: Node, evaluator: Evaluator): EnvironmentRefusal | KeyPlace {
  const outermost = assembly ?? assemblyOf(node) ?? node;
  for (let at: Node | undefined = node; at; at = at === outermost ? undefined : at.parent) {
    const text = isTagged(at) || isBuffer(at) ? null : onlyText(evaluator.valuesOf(at));
    const place = text === null ? null : assembledPlace(at, text, key);
    if (place === null) continue;
    if (!isSpelledOut(at, evaluator)) return refusal('The key is put together from parts that stand elsewhere or cannot be followed; write it in one string first.');
    const isAll = evaluator.valuesOf(outermost).every((value) => holdsAll(value, key.text));
    return isAll ? place : refusal('What stands behind the key may be a part of it.');
  }
  return refusal('The key is put together in a way that cannot be read as one text; write it in one string first.');
}

function isTagged(node: Node): boolean {
  return node.parent?.type === 'TaggedTemplateExpression' && node.parent.quasi === node;
}

// The analysis takes `Buffer.from(…)` for the text in it; the code around it wants a buffer.
function isBuffer(node: Node): boolean {
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && staticKey(node.callee) === 'from';
}

function onlyText(values: readonly Value[]): string | null {
  const [value] = values;
  return value && values.length === 1 ? knownText(value) : null;
}

/** Whether a text holds the key, and nothing unknown that could belong to it follows. */
function holdsAll(value: Value, key: string): boolean {
  if (value.type !== 'text') return false;
  const text = value.pieces.map((piece) => piece.text ?? UNKNOWN_STRETCH).join('');
  return text.includes(key) && !text.includes(key + UNKNOWN_STRETCH);
}

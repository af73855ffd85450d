import type { TSESTree } from '@typescript-eslint/utils';
import { evaluatorOf } from '../analysis/evaluation/evaluate.js';
import { isComment } from '../analysis/key-texts.js';
import type { WrittenKey } from '../analysis/keys.js';
import { assembledKeyPlace } from './assembly.js';
import { commentsWithin } from './comments.js';
import { fallbackPlace, type OwnPlace } from './env-fallback.js';
import { writePlace } from './env-write.js';
import { expressionEdit } from './expression-edit.js';
import { literalPlace, type KeyPlace } from './key-place.js';
import { givesItsType } from './inferred-type.js';
import { keySpansIn } from './key-spans.js';
import { isTypeScriptFile, lookupCode, lookupOf, refusal, type EnvironmentMove, type EnvironmentRefusal, type MoveContext } from './move.js';
import type { TextEdit } from './text-edit.js';
import { reasonOfFile, reasonOfPlace } from './unmovable.js';
import { isUnionMadeOf } from './type-queries.js';
import { isTextWanted } from './wanted-texts.js';
import { isConstAssertion } from './wrappers.js';

type Node = TSESTree.Node;

// Every reader of env files takes such a name; `__proto__` is none to dotenv, which reads into a plain object.
const PORTABLE_NAME = /^(?!__proto__$)[A-Za-z_]\w*$/;

export type { EnvironmentMove, EnvironmentRefusal, MoveContext } from './move.js';
export { isTypeScriptFile } from './move.js';

/** The edits that read a key from the environment where it is written, or why it has to stay. */
export function moveToEnvironment(key: WrittenKey, context: MoveContext): EnvironmentMove | EnvironmentRefusal {
  const { filename } = context;
  const ofFile = reasonOfFile(context);
  if (ofFile !== null) return refusal(ofFile);
  const { node } = key;
  if (isComment(node)) return moveOfComment(node, key, context);
  const place = reasonOfPlace(node, filename) ?? placeOf(key, node, context);
  if (typeof place === 'string') return refusal(place);
  if (place.type === 'refusal') return place;
  const reason = reasonOfPlace(place.node, filename);
  if (reason !== null) return refusal(reason);
  const ofTypes = isTypeScriptFile(filename) ? reasonOfTypes(key, place.node, context) : null;
  if (ofTypes !== null) return refusal(ofTypes);
  return moveOfPlace(place, context);
}

/** Why no string but the key would fit the types that TypeScript knows. */
function reasonOfTypes({ key }: WrittenKey, node: Node, { source, isWantedElsewhere }: MoveContext): string | null {
  if (isTextWanted(key, source)) return 'A type or the name of a property in the file spells the key, so that no other string would fit.';
  if (isUnionMadeOf(node, source)) return 'A union of types is made of the constant that holds the key, and could not be told apart by any other string.';
  return isWantedElsewhere?.(key) === true ? 'A type that this file imports, or what it is made of, spells the key, so that no other string would fit.' : null;
}

function moveOfComment(comment: TSESTree.Comment, { key }: WrittenKey, context: MoveContext): EnvironmentMove | EnvironmentRefusal {
  const [start, end] = comment.range;
  const { spans, hasOther } = keySpansIn(context.source.text.slice(start, end), key);
  if (hasOther) return refusal('Another key stands in the same comment.');
  const edits = spans.map(([from, to]): TextEdit => ({ range: [start + from, start + to], text: context.variable }));
  return { type: 'move', edits, variable: context.variable, lookup: lookupOf(context).expression(context.variable) };
}

function placeOf(key: WrittenKey, node: Node, { source }: MoveContext): KeyPlace | EnvironmentRefusal {
  const evaluator = evaluatorOf(source);
  const place = key.assembly === null ? literalPlace(node, key.key, evaluator.index) : null;
  return place ?? assembledKeyPlace(key, node, evaluator);
}

function moveOfPlace(place: KeyPlace, context: MoveContext): EnvironmentMove | EnvironmentRefusal {
  const own = fallbackPlace(place.node, context) ?? writePlace(place.node, context);
  if (own?.access.isPublic) return refusal('Frameworks copy the variable that stands here into browser code; use one that stays on the server.');
  const isUsable = own !== null && PORTABLE_NAME.test(own.access.variable) && context.isFree?.(own.access.variable) !== false;
  if (isUsable && place.isWhole) return moveToOwn(own);
  if (own?.access.variable === context.variable) return refusal('The variable that stands here would have to hold more than the key.');
  return plainMove(place, context);
}

function moveToOwn({ access, lookup, edits }: OwnPlace): EnvironmentMove | EnvironmentRefusal {
  if (edits === null) return refusal('The key is written to the environment in a statement that cannot simply be left out; take it out by hand.');
  return { type: 'move', edits, variable: access.variable, lookup };
}

function plainMove(place: KeyPlace, context: MoveContext): EnvironmentMove | EnvironmentRefusal {
  const { node, isWhole } = place;
  const lookup = lookupCode(context);
  const code = isWhole ? lookup : typedText(place.codeAround(lookup), node, context);
  if (code === null) return moveBy([...place.editsWithin(lookup), ...typeEdits(node, context)], context);
  const target = isWhole && isConstAssertion(node.parent) ? node.parent : node;
  const edit = expressionEdit(target, code, context.source.text);
  if (edit && commentsWithin(edit.range, context.source.ast).length > 0) return refusal('A comment stands within the expression and would be lost; take it out first.');
  return edit ? moveBy([edit], context) : refusal('The code in this place would be taken for a part of the statement before.');
}

/** The code in place of a text, with its type where that has to be written out. */
function typedText(code: string | null, text: Node, context: MoveContext): string | null {
  return code !== null && needsType(text, context) ? `(${code} as string)` : code;
}

/** The same around a template that stays; with expressions it had no type that could be told before. */
function typeEdits(node: Node, context: MoveContext): readonly TextEdit[] {
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0 || !needsType(node, context)) return [];
  const [start, end] = node.range;
  return [{ range: [start, start], text: '(' }, { range: [end, end], text: ' as string)' }];
}

function needsType(node: Node, context: MoveContext): boolean {
  return lookupOf(context).typesText === true && givesItsType(node);
}

function moveBy(edits: readonly TextEdit[], context: MoveContext): EnvironmentMove {
  const { variable } = context;
  const lookup = lookupOf(context);
  return { type: 'move', edits: [...edits, ...(lookup.additions?.(variable) ?? [])], variable, lookup: lookup.expression(variable) };
}

import type { TSESTree } from '@typescript-eslint/utils';
import { mayConcernKeys } from '../../key/grammar.js';
import type { Question } from './question.js';
import { MAX_ALTERNATIVES, joinTexts, knownText, piecesOf, unknownAt, writtenText, type Context, type Piece, type Value, type Values } from '../values.js';

type Node = TSESTree.Node;

/** Operands beyond this many are not read. */
const MAX_OPERANDS = 160;

/** The texts that `a + b + …` (or `a += b`) may give. */
export function* concatenationValues(node: TSESTree.AssignmentExpression | TSESTree.BinaryExpression): Question {
  const operands: Node[] = [];
  let left: Node = node;
  while ((left.type === 'BinaryExpression' && left.operator === '+') || left === node) {
    const sum: TSESTree.AssignmentExpression | TSESTree.BinaryExpression = left;
    operands.push(sum.right);
    left = sum.left;
  }
  operands.push(left);
  return yield* joinedValues(operands.reverse().map((operand) => ({ text: null, node: operand })));
}

/** The texts that a template literal may give. */
export function* templateValues(node: TSESTree.TemplateLiteral): Question {
  return yield* quasiValues(node, (quasi) => quasi.value.cooked);
}

/** The texts of a tagged template: `String.raw` alone is known. */
export function* assembledValues(node: TSESTree.TaggedTemplateExpression, context: Context): Question {
  const { tag } = node;
  const isRaw = tag.type === 'MemberExpression' && !tag.computed && tag.property.type === 'Identifier' && tag.property.name === 'raw'
    && tag.object.type === 'Identifier' && tag.object.name === 'String' && context.program.index.isGlobal(tag.object);
  return isRaw ? yield* quasiValues(node.quasi, (quasi) => quasi.value.raw) : unknownAt(node);
}

function* quasiValues(node: TSESTree.TemplateLiteral, read: (quasi: TSESTree.TemplateElement) => string | null): Question {
  const parts: Part[] = [];
  for (const [at, quasi] of node.quasis.entries()) {
    const text = read(quasi);
    if (text) parts.push({ text, node: quasi });
    const expression = node.expressions[at];
    if (expression) parts.push({ text: null, node: expression });
  }
  return yield* joinedValues(parts.length > 0 ? parts : [{ text: '', node }]);
}

/** A part of a text: what stands there, or (`text` null) an expression to ask. */
export interface Part {
  readonly text: string | null;
  readonly node: Node;
}

/** The texts of parts one after the other; alternatives multiply up to their limit. */
export function* joinedValues(parts: readonly Part[]): Question {
  let texts: (readonly Piece[])[][] = [[]];
  for (const [at, part] of parts.entries()) {
    if (at === MAX_OPERANDS) {
      for (const text of texts) text.push([{ text: null, node: part.node }]);
      break;
    }
    const choices = part.text === null ? piecesOfEach(yield part.node, part.node) : [writtenText(part.text, part.node).pieces];
    const [only] = choices;
    if (choices.length === 1 && only) for (const text of texts) text.push(only);
    else texts = texts.flatMap((text) => choices.map((choice) => [...text, choice])).slice(0, MAX_ALTERNATIVES);
  }
  return texts.map((text) => joinTexts(text, false));
}

function piecesOfEach(values: Values, node: Node): (readonly Piece[])[] {
  return values.map((value) => piecesOf(value, node));
}

/** A text made of another by a function (and of the pieces `added`); `derived` where it came out differently. A text that is not wholly known stays as it is. */
export function mapText(value: Value, change: (text: string) => string | null, added: readonly Piece[] = []): Value {
  const text = knownText(value);
  if (value.type !== 'text' || text === null) return value;
  const changed = change(text);
  const pieces = [...value.pieces, ...added];
  const node = (pieces.find((piece) => mayConcernKeys(piece.text ?? '')) ?? pieces.find((piece) => piece.text !== ''))?.node;
  if (changed === null || changed === text || !node) return value;
  return { ...writtenText(changed, node), derived: true };
}

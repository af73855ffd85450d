import type { TSESTree } from '@typescript-eslint/utils';
import { ACCOUNT_ID, SITE_ID } from '../catalogue/headers.js';
import { classify } from '../key/classify.js';
import { findFault, type KeyFault } from '../key/faults.js';
import type { SourceFile } from '../source/source-file.js';
import { isChosenByToken } from './chosen-by-token.js';
import { headerValues } from './clients/slots.js';
import { literalOf } from './key-texts.js';
import type { KeySearch } from './keys.js';
import { isOfFile } from './nodes.js';
import { placeOf, shownIn } from './sent-places.js';
import { goesToWix, sentRequestsIn, type SentRequest } from './sent-requests.js';
import { knownStart, knownText, type TextValue } from './values.js';

type Node = TSESTree.Node;

/** A text in the place of a key that cannot be one, or a key in the place of an id. */
export interface WrittenFault {
  readonly fault: KeyFault | 'keyAsId';
  /** The literal; where another file writes it, the expression that brings it in. */
  readonly node: Node;
  /** The characters of that literal that are the whole key, where all around them can go. */
  readonly kept: readonly [number, number] | null;
  /** Whether it is an `IST.` token on its way to the Media Manager, whatever else is wrong with it. */
  readonly isInstanceToken: boolean;
}

/** Every fault in what the file authorizes its Wix requests with, once for each literal, in the order of the text. */
export function keyFaultsIn(source: SourceFile, search: KeySearch): readonly WrittenFault[] {
  const found = new Map<Node, WrittenFault>();
  for (const request of sentRequestsIn(source, search).filter(goesToWix)) {
    for (const value of request.authorization) if (value.type === 'text') add(found, faultOf(value, request));
    for (const value of [SITE_ID, ACCOUNT_ID].flatMap((header) => headerValues(request.headers, header))) {
      if (value.type === 'text' && isKey(value)) add(found, { fault: 'keyAsId', node: nodeOf(value, request), kept: null, isInstanceToken: false });
    }
  }
  return shownIn(source, found.values());
}

function add(found: Map<Node, WrittenFault>, fault: WrittenFault | null): void {
  if (fault && !found.has(fault.node)) found.set(fault.node, fault);
}

/** Of a text that is not wholly known only its beginning can be wrong. */
function faultOf(value: TextValue, request: SentRequest): WrittenFault | null {
  const whole = knownText(value);
  const found = findFault(whole ?? knownStart(value));
  if (!found || (whole === null && found.fault !== 'doubleBearer')) return null;
  if (found.fault === 'doubleBearer' && isChosenByToken(value, request.evaluator.context.program)) return null;
  const isAlone = value.pieces.filter(({ text }) => text !== '').length === 1 && !value.derived;
  const isInstanceToken = request.destinations.has('media-manager') && classify(knownStart(value))?.kind === 'ist';
  return { fault: found.fault, node: nodeOf(value, request), kept: isAlone ? found.kept : null, isInstanceToken };
}

function isKey(value: TextValue): boolean {
  const form = classify(knownStart(value))?.form;
  return form === 'whole' || form === 'truncated';
}

/** The literal that the last stretch stands in, which is the key behind a `Bearer` of its own. */
function nodeOf(value: TextValue, request: SentRequest): Node {
  const piece = value.pieces.findLast(({ text }) => text !== null && text !== '') ?? value.pieces[0];
  const literal = piece && literalOf(piece.node);
  return literal && (!request.isOwn || isOfFile(literal, request.evaluator.index.source.ast)) ? literal : placeOf(value, request);
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '@typescript-eslint/scope-manager';
import { ACCOUNT_ID, SITE_ID } from '../catalogue/headers.js';
import { HARMLESS_GLOBALS } from '../catalogue/harmless-calls.js';
import { BEARER, DOUBLE_BEARER } from '../key/grammar.js';
import type { SourceFile } from '../source/source-file.js';
import { programAt } from './calls/context.js';
import { isChosenByToken } from './chosen-by-token.js';
import { headerValues } from './clients/slots.js';
import { isApiKey, type Credential } from './credentials.js';
import { isComment } from './key-texts.js';
import type { KeySearch } from './keys.js';
import { isOfFile } from './nodes.js';
import { calledBy, placeOf, shownIn } from './sent-places.js';
import { goesToWix, sentRequestsIn, type SentRequest } from './sent-requests.js';
import type { Value } from './values.js';

type Node = TSESTree.Node;

/** A fault of the headers that go with a key. */
export interface HeaderFault {
  readonly fault: 'bearer' | 'missingId' | 'strategyWithoutId';
  /** Whether the linted file makes the request, and not one that it hands the key to. */
  readonly isOwn: boolean;
  /** For `bearer` the literal that writes it, or the expression that brings it in; else what is called. Where another file makes the request, the key or what reads it. */
  readonly node: Node;
  /** How many characters of the literal are the `Bearer`; null where it is not in a literal of this file. */
  readonly bearerLength: number | null;
}

/** Every such fault of the requests that surely go to Wix with an API key, once for each place, in the order of the text. */
export function authHeaderFaultsIn(source: SourceFile, search: KeySearch): readonly HeaderFault[] {
  const found = new Map<Node, HeaderFault>();
  const add = (fault: HeaderFault): void => { if (!found.has(fault.node)) found.set(fault.node, fault); };
  for (const request of sentRequestsIn(source, search).filter(goesToWix)) {
    const isByStrategy = (request.keys ?? []).some(({ type }) => type !== 'nothing');
    // Whether a name is that of an API key is asked last: most requests have what they need.
    for (const key of request.credentials.filter((credential) => isBehindBearer(credential, request) && isApiKey(credential))) add(bearerFault(key, request, source));
    if ((request.credentials.length === 0 && !isByStrategy) || !lacksIds(request)) continue;
    const keys = request.credentials.filter(isApiKey);
    if (isByStrategy || keys.length > 0) for (const fault of missingIds(request, keys, isByStrategy)) add(fault);
  }
  return shownIn(source, found.values());
}

function isBehindBearer({ value, before }: Credential, { evaluator }: SentRequest): boolean {
  return BEARER.test(before) && !DOUBLE_BEARER.test(before) && !(value.type === 'text' && isChosenByToken(value, evaluator.context.program));
}

function bearerFault({ value, before, node }: Credential, request: SentRequest, { ast }: SourceFile): HeaderFault {
  const { isOwn } = request;
  const first = value.type === 'text' ? value.pieces.find(({ text }) => text !== '') : undefined;
  const isWritten = first !== undefined && BEARER.test(first.text ?? '') && value.type === 'text' && !value.derived && isOfFile(first.node, ast);
  if (isWritten) return { fault: 'bearer', isOwn, node: first.node, bearerLength: before.length };
  return { fault: 'bearer', isOwn, node: isOwn || isComment(node) ? placeOf(value, request) : node, bearerLength: null };
}

/** Whether both id headers are missing for certain. A client by its name may send them itself. */
function lacksIds(request: SentRequest): boolean {
  const { headers, urls, keys, strategies } = request;
  if (urls === undefined && keys === undefined && strategies === undefined) return false;
  const isMissing = [SITE_ID, ACCOUNT_ID].every((name) => headerValues(headers, name).every(({ type }) => type === 'nothing'));
  return isMissing && !headers.some((container) => isHandedElsewhere(container, request));
}

/** Whether a container is also handed to a function that may add to it. To get into another file it has to be handed to one. */
function isHandedElsewhere(container: Value, { node, isOwn, evaluator: { context: { program } } }: SentRequest): boolean {
  const declarator = container.type === 'object' ? container.node.parent : null;
  const variable = declarator?.type === 'VariableDeclarator' ? programAt(declarator, program).index.variableOf(declarator.id) : null;
  return variable !== null && takersOf(variable).filter((taker) => taker !== node).length > (isOwn ? 0 : 1);
}

const takers = new WeakMap<Variable, readonly Node[]>();

/** The calls that are given a variable as it is, but for those of the platform that change nothing. */
function takersOf(variable: Variable): readonly Node[] {
  const known = takers.get(variable) ?? variable.references.flatMap(({ identifier }) => {
    const { parent } = identifier as Node;
    const isArgument = parent?.type === 'CallExpression' && parent.callee !== identifier;
    return isArgument && !isHarmless(parent) ? [parent] : [];
  });
  takers.set(variable, known);
  return known;
}

function isHarmless({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && HARMLESS_GLOBALS.has(callee.object.name);
}

function missingIds({ node, isOwn, strategies = [] }: SentRequest, keys: readonly Credential[], isByStrategy: boolean): readonly HeaderFault[] {
  const nodes = isByStrategy && strategies.length > 0 ? strategies : [node];
  if (isOwn) return nodes.map((at) => ({ fault: isByStrategy ? 'strategyWithoutId' : 'missingId', isOwn, node: calledBy(at), bearerLength: null }));
  // A strategy is told where it stands, whatever key it is given.
  return isByStrategy ? [] : keys.flatMap((key) => (isComment(key.node) ? [] : { fault: 'missingId', isOwn, node: key.node, bearerLength: null }));
}

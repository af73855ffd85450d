import { mayAuthorize } from '../key/grammar.js';
import { mayLoadModule } from '../source/import-specifiers.js';
import { importedFile } from '../source/imported-files.js';
import { inRound } from '../source/rounds.js';
import type { SourceFile } from '../source/source-file.js';
import { ACCOUNT_ID, SITE_ID } from '../catalogue/headers.js';
import { MENTIONS_UPLOADS } from '../catalogue/upload-urls.js';
import { callsIn } from './calls/calls.js';
import { headerValues, slotValues } from './clients/slots.js';
import { answerOfUploadUrl } from './clients/upload-url-names.js';
import { beginsElsewhere } from './clients/urls.js';
import { credentialsIn, type Credential } from './credentials.js';
import { evaluatorOf } from './evaluation/evaluate.js';
import type { Evaluator } from './evaluation/evaluator.js';
import { readAcross } from './files/cross-file.js';
import { indexOf } from './file-index.js';
import { handsStandInTo, modulesOf } from './files/handovers.js';
import { handsKeyPlainly } from './files/plain-handovers.js';
import type { LocatedSource } from './files/together.js';
import type { KeySearch } from './keys.js';
import type { ClientOption, WixRequest } from './request.js';
import { requestsIn } from './requests.js';
import { knownStart, type Value, type Values } from './values.js';

/** A request of the linted file, or of one that it hands a key to, with the credentials that are known to go with it. */
export interface SentRequest extends WixRequest {
  readonly credentials: readonly Credential[];
  readonly evaluator: Evaluator;
  /** Whether the linted file makes it. */
  readonly isOwn: boolean;
}

/** Whether a request surely goes to a REST API of Wix: by its URL or modules, by an id header of Wix's, or as what only Wix takes. */
export function goesToWix({ destinations, headers, keys = [] }: WixRequest): boolean {
  if (destinations.has('media-manager') || destinations.has('rest')) return true;
  const isUnknown = [...destinations].every((destination) => destination === 'unknown');
  return isUnknown && (keys.length > 0 || [SITE_ID, ACCOUNT_ID].some((name) => hasHeader(headers, name)));
}

/** Whether a header is there for certain. */
function hasHeader(headers: Values, name: string): boolean {
  return headerValues(headers, name).some(({ type }) => type === 'text' || type === 'reference');
}

/** How deep objects are looked into for what another file may tell. */
const DEEPEST = 3;

const cache = new WeakMap<SourceFile['ast'], Map<string, readonly SentRequest[]>>();

/** Every request of the file, and behind them those of files that it hands a key to. Other files are read where they may say more of one. */
export function sentRequestsIn(source: SourceFile, search: KeySearch): readonly SentRequest[] {
  const known = cache.get(source.ast) ?? new Map<string, readonly SentRequest[]>();
  cache.set(source.ast, known);
  const name = JSON.stringify(search);
  const requests = known.get(name) ?? findRequests(source, search);
  known.set(name, requests);
  return requests;
}

function findRequests(source: SourceFile, { clients, filename }: KeySearch): readonly SentRequest[] {
  if (!mayAuthorize(source.text) && !MENTIONS_UPLOADS.test(source.text) && !clients.some(({ name }) => source.text.toLowerCase().includes(name.toLowerCase()))) return [];
  if (filename === null || !mayLoadModule(source.text)) return sentAlone(source, clients);
  return inRound(filename, source.ast, () => {
    if (!isReadAcross({ source, filename }, clients)) return sentAlone(source, clients);
    return readAcross({ source, filename }).active.flatMap((evaluator, at) => sent(requestsIn(evaluator, clients), evaluator, at === 0));
  });
}

function sentAlone(source: SourceFile, clients: readonly ClientOption[]): readonly SentRequest[] {
  const alone = evaluatorOf(source);
  return sent(requestsIn(alone, clients), alone);
}

/** Whether other files may say more of a request: they are handed what may be a key, or a part of it is imported from them. */
function isReadAcross({ source, filename }: LocatedSource, clients: readonly ClientOption[]): boolean {
  const isForeign = (module: string): boolean => importedFile(module, filename) !== null;
  if (handsKeyPlainly(indexOf(source), isForeign)) return true;
  const alone = evaluatorOf(source);
  return handsStandInTo(alone, isForeign) || callsClientOf(alone, isForeign) || requestsIn(alone, clients).some((request) => isOfOtherFile(request, isForeign));
}

/** Whether something of another file is called with a URL, as a client is. */
function callsClientOf(alone: Evaluator, isForeign: (module: string) => boolean): boolean {
  return callsIn(alone).some(({ site, callees, evaluator }) => {
    const isOther = callees.some((callee) => modulesOf(callee).some(isForeign));
    return isOther && slotValues(site, { argument: 0 }, evaluator).some(isUrl);
  });
}

function isUrl(value: Value): boolean {
  if (value.type === 'object') return value.properties.has('url');
  return value.type === 'text' ? /^(?:https?:\/)?\//.test(knownStart(value)) : answerOfUploadUrl(value) !== null;
}

function sent(requests: readonly WixRequest[], evaluator: Evaluator, isOwn = true): readonly SentRequest[] {
  return requests.filter(isPaired).map((request) => ({ ...request, evaluator, isOwn, credentials: credentialsIn(request.authorization, evaluator) }));
}

/** Whether a request is known to send a key where it goes. One that may go to Wix or elsewhere, with one key or another, as the rows of a table are read, sends each to its own. */
function isPaired({ destinations, authorization, urls = [] }: WixRequest): boolean {
  if (authorization.length < 2 || !(destinations.has('media-manager') || destinations.has('rest'))) return true;
  return !destinations.has('foreign') && !urls.some(beginsElsewhere);
}

/** Whether a part of a request is imported from a file of the project. */
function isOfOtherFile({ authorization, headers, urls = [] }: WixRequest, isForeign: (module: string) => boolean): boolean {
  const isImported = (values: Values, depth: number): boolean => values.some((value) => modulesOf(value).some(isForeign) || (depth > 0 && value.type === 'object' && [...value.properties.values()].some((inner) => isImported(inner, depth - 1))));
  return isImported(authorization, DEEPEST) || isImported(headers, DEEPEST) || isImported(urls, 0);
}

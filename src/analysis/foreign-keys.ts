import type { TSESTree } from '@typescript-eslint/utils';
import type { Destination } from '../catalogue/hosts.js';
import { findKeyMatches } from '../key/grammar.js';
import type { SourceFile } from '../source/source-file.js';
import { isChosenByUrl } from './chosen-by-url.js';
import { destinationOfUrl, isLoopback } from './clients/urls.js';
import { credentialsIn, isApiKey, isOfWix, type Credential } from './credentials.js';
import { isComment } from './key-texts.js';
import type { KeySearch } from './keys.js';
import { placeOf, shownIn } from './sent-places.js';
import { goesToWix, sentRequestsIn, type SentRequest } from './sent-requests.js';
import { knownStart, knownText, type Value, type Values } from './values.js';

type Node = TSESTree.Node;

/** A key on its way to a host that has no use for it. */
export interface ForeignKey {
  readonly destination: 'foreign' | 'upload';
  /** Whether the linted file makes the request, and not one that it hands the key to. */
  readonly isOwn: boolean;
  /** Whether it is in the URL, and not in a header. */
  readonly isInUrl: boolean;
  /** The expression of the request that holds it; what is called, where it was given it elsewhere. Where another file makes the request, the key or what reads it. */
  readonly node: Node;
}

/** Every key that a request of the file sends to a host that is not Wix's API, once for each place, in the order of the text. */
export function foreignKeysIn(source: SourceFile, search: KeySearch): readonly ForeignKey[] {
  const requests = sentRequestsIn(source, search);
  const astray = requests.flatMap((request) => {
    const destination = foreignDestination(request);
    return destination ? [{ request, destination }] : [];
  });
  if (astray.length === 0) return [];
  const used = new Set(requests.filter(goesToWix).flatMap(({ credentials }) => credentials.map(identityOf)));
  const found = new Map<Node, ForeignKey>();
  for (const { request, destination } of astray) {
    const sent = keysSent(request, { used, destination });
    for (const { value, read, isInUrl } of sent.length > 0 && request.isChosen !== true && !isChosenByUrl(request) ? sent : []) {
      const node = request.isOwn || read === null ? placeOf(value, request) : read;
      if (!found.has(node)) found.set(node, { destination, isOwn: request.isOwn, isInUrl, node });
    }
  }
  return shownIn(source, found.values());
}

/** Where else than to Wix's API a request goes; a program on the same machine is no foreign host. */
function foreignDestination({ destinations, urls }: SentRequest): 'foreign' | 'upload' | null {
  if (destinations.has('upload')) return 'upload';
  if (!destinations.has('foreign')) return null;
  const isForeign = (url: Value): boolean => destinationOfUrl(url) === 'foreign' && !isLoopback(url);
  return urls === undefined || urls.some(isForeign) ? 'foreign' : null;
}

interface Sent {
  readonly value: Value;
  /** The literal of the key, or what reads its variable, in whatever file; null where it is only known to be a key. */
  readonly read: Node | null;
  readonly isInUrl: boolean;
}

interface Known {
  /** What authorizes requests to Wix in the same file. */
  readonly used: ReadonlySet<unknown>;
  readonly destination: Destination;
}

function keysSent(request: SentRequest, { used, destination }: Known): readonly Sent[] {
  const { authorization, headers, keys = [], urls = [], query = [], evaluator } = request;
  const isKey = (credential: Credential): boolean => isOfWix(credential) || used.has(identityOf(credential)) || (destination === 'upload' && isApiKey(credential));
  const inHeaders = [...new Set<Value>([...authorization, ...headers.flatMap(membersOf)])];
  const known = credentialsIn(inHeaders, evaluator).filter(isKey).map(({ value, node }) => ({ value, read: isComment(node) ? null : node, isInUrl: false }));
  const certain = keys.filter((key) => key.type !== 'nothing' && !known.some(({ value }) => value === key));
  const inQuery = credentialsIn(query.flatMap(membersOf), evaluator).filter(isKey).map(({ value }) => value);
  const inUrls = [...urls.filter((url) => isInQuery(url, request, isKey)), ...inQuery];
  return [...known, ...certain.map((value) => ({ value, read: null, isInUrl: false })), ...inUrls.map((value) => ({ value, read: null, isInUrl: true }))];
}

function membersOf(value: Value): Values {
  return value.type === 'object' ? [...value.properties.values()].flatMap((held) => held.flatMap((inner) => (inner.type === 'object' && inner.shape === 'array' ? membersOf(inner) : [inner]))) : [];
}

function isInQuery(url: Value, { evaluator }: SentRequest, isKey: (credential: Credential) => boolean): boolean {
  if (url.type !== 'text') return false;
  if (findKeyMatches(knownText(url) ?? knownStart(url)).length > 0) return true;
  return url.pieces.some((piece) => piece.value !== undefined && credentialsIn([piece.value], evaluator).some(isKey));
}

/** The same for the same literal, and for the same variable of the environment. */
function identityOf(credential: Credential): unknown {
  return credential.type === 'read' ? credential.variable : credential.node;
}

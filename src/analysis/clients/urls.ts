import type { TSESTree } from '@typescript-eslint/utils';
import { destinationOf, destinationOfPrefix, type Destination } from '../../catalogue/hosts.js';
import { UNKNOWN_VALUE, joinTexts, knownStart, knownText, writtenText, type Piece, type TextValue, type Value } from '../values.js';

type Node = TSESTree.Node;

const ABSOLUTE = /^\s*(?:(?:[a-z][a-z\d+.-]*:)?\/\/|https?:[\\/]{2})/iu;

/** Scheme, host and the character that ends the host. */
const WITH_WHOLE_HOST = /^\s*(?:https?:)?[\\/]{2}[^\\/?#]*[\\/?#]/iu;

/** A base in front of an absolute URL: whoever joins them tells the two apart before. */
const BEHIND_BASE = /^\s*https?:[\\/]{2}[^\\/?#]*https?:/iu;

/** The host of the machine itself: RFC 6761 (localhost), RFC 1122 (127/8), RFC 4291 (::1). */
const LOOPBACK = /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])$/u;

/** A URL of the web in which a parser changes nothing. */
const PLAIN = /^https?:\/\/((?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]+)(\/[\w/-]*)?$/u;

/** The destination of a URL of which perhaps only the beginning is known. A relative URL is `unknown`. */
export function destinationOfUrl(value: Value): Destination | 'unknown' {
  if (value.type !== 'text') return 'unknown';
  const start = knownStart(value).trimStart();
  const isWhole = knownText(value) !== null;
  const [, host, path] = PLAIN.exec(start) ?? [];
  if (host !== undefined && isWhole) return destinationOf({ host, path: path ?? '/' });
  if (host !== undefined && path !== undefined) return destinationOfPrefix({ host, pathPrefix: path });
  if (!ABSOLUTE.test(start) || BEHIND_BASE.test(start) || (!isWhole && !WITH_WHOLE_HOST.test(start))) return 'unknown';
  const url = parsed(start.startsWith('//') ? `https:${start}` : start);
  if (url === null || !/^https?:$/u.test(url.protocol)) return 'unknown';
  const hasWholePath = isWhole || /[?#]/u.test(start);
  return hasWholePath ? destinationOf({ host: url.host, path: url.pathname }) : destinationOfPrefix({ host: url.host, pathPrefix: url.pathname });
}

/** Whether a URL begins with a host that is none of Wix's, though more of the host may follow. */
export function beginsElsewhere(value: Value): boolean {
  const [first] = value.type === 'text' ? value.pieces : [];
  return value.type === 'text' && first !== undefined && destinationOfUrl(writtenText(`${knownStart(value)}/`, first.node)) === 'foreign';
}

/** Whether a URL names the machine that the code runs on. */
export function isLoopback(value: Value): boolean {
  const start = value.type === 'text' ? knownStart(value).trimStart() : '';
  return LOOPBACK.test(parsed(start.startsWith('//') ? `https:${start}` : start)?.hostname ?? '');
}

function parsed(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}

/** A member of a URL that is known as its text: its whole text, or its origin. */
export function memberOfUrl(url: TextValue, key: string | null): Value {
  if (key === 'href') return url;
  const [first] = url.pieces;
  const start = knownStart(url);
  const hasWholeHost = WITH_WHOLE_HOST.test(knownText(url) === null ? start : `${start}/`);
  const origin = key === 'origin' && hasWholeHost ? parsed(start)?.origin : undefined;
  return origin !== undefined && first ? writtenText(origin, first.node) : UNKNOWN_VALUE;
}

/** What `new URL(path, base)` stands for, as a text; unknown where the parts do not tell. */
export function resolveUrl(path: Value, base: Value, node: Node): Value {
  if (path.type !== 'text') return UNKNOWN_VALUE;
  const start = knownStart(path);
  if (ABSOLUTE.test(start)) return path;
  const baseText = base.type === 'text' ? (knownText(base) ?? originOf(base, start)) : null;
  if (baseText === null || (start === '' && path.pieces.length > 0 && knownText(path) === null)) return UNKNOWN_VALUE;
  const resolved = parsed(start, baseText);
  if (resolved === null) return UNKNOWN_VALUE;
  return joinTexts([writtenText(resolved.href, node).pieces, unknownTail(path)], true);
}

/** The origin of a base of which only the beginning is known: enough for a path from the root. */
function originOf(base: TextValue, path: string): string | null {
  const start = knownStart(base);
  return path.startsWith('/') && WITH_WHOLE_HOST.test(start) ? (parsed(start)?.origin ?? null) : null;
}

function unknownTail(value: TextValue): readonly Piece[] {
  const at = value.pieces.findIndex((piece) => piece.text === null);
  return at === -1 ? [] : value.pieces.slice(at);
}

/** A URL behind the base of a client: an absolute one stands for itself, a relative one is put behind the base with one slash between. */
export function joinUrl(base: Value, path: Value, node: Node): Value {
  if (base.type !== 'text' || (path.type === 'text' && ABSOLUTE.test(knownStart(path)))) return path;
  const head = trimmedEnd(base.pieces);
  if (path.type === 'nothing') return base;
  const tail = path.type === 'text' ? path.pieces : [{ text: null, node }];
  const [first, ...rest] = tail;
  const next: readonly Piece[] = first && first.text !== null ? [{ ...first, text: first.text.replace(/^\/+/u, '') }, ...rest] : tail;
  return joinTexts([head, writtenText('/', node).pieces, next], true);
}

function trimmedEnd(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.at(-1);
  if (last?.text == null) return pieces;
  let end = last.text.length;
  while (last.text[end - 1] === '/') end--;
  return [...pieces.slice(0, -1), { ...last, text: last.text.slice(0, end) }];
}

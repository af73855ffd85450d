import type { Slot } from '../../catalogue/http-clients.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { memberOf } from '../evaluation/evaluate-object.js';
import type { Sent, Traffic } from './traffic.js';
import { slotValues } from './slots.js';
import { answerOfUploadUrl } from './upload-url-names.js';
import { joinUrl } from './urls.js';
import { NOTHING, UNKNOWN, UNKNOWN_VALUE, joinTexts, piecesOf, union, writtenText, type ObjectValue, type Piece, type Site, type Value, type Values } from '../values.js';

/** Every URL that a request may go to, put together from its call, its setters and the bases of its client. */
export function urlsOf(sent: Sent, traffic: Traffic): Values {
  const { site, shape } = sent;
  const { additionsTo, evaluator } = traffic;
  const own = firstFitting(site, shape.url, evaluator);
  const added = additionsTo(site).flatMap(({ url }) => url ?? []);
  const paths = union(own.flatMap((value) => urlsOfRequestObject(value, traffic, site)), added, partsIn(site, shape.urlParts, evaluator));
  const bases = basesOf(sent, traffic);
  if (paths.length === 0 && bases.length === 0) return UNKNOWN;
  if (traffic.idle.has(site)) return union(bases.map((base) => joinUrl(base, UNKNOWN_VALUE, site.node)));
  const joined: Value[] = [];
  for (const path of paths.length > 0 ? paths : NOTHING) {
    for (const base of bases.length > 0 ? bases : NOTHING) joined.push(isWholeUrl(path) ? path : joinUrl(base, path, site.node));
  }
  return union(joined);
}

/** What an answer gives as a URL to upload to is one that no base goes before. */
function isWholeUrl(path: Value): boolean {
  return answerOfUploadUrl(path) !== null;
}

/** Where a `Request` is handed over instead of a URL, the URL of that. */
function urlsOfRequestObject(value: Value, traffic: Traffic, site: Site): Values {
  const other = value.type === 'reference' && value.root.type === 'call' && value.path.length === 0 ? traffic.sent.get(value.root.site) : undefined;
  return other && other.site !== site ? urlsOf(other, { ...traffic, sent: new Map() }) : [value];
}

function basesOf({ site, part, shape }: Sent, { additionsTo, evaluator }: Traffic): Values {
  const own = firstFitting(site, shape.base, evaluator);
  if (own.length > 0) return own;
  for (const instance of part.instances.toReversed()) {
    const given = union(firstFitting(instance.site, instance.shape.base, evaluator), additionsTo(instance.site).flatMap(({ base }) => base ?? []));
    if (given.length > 0) return given;
  }
  return additionsTo(part.client).flatMap(({ base }) => base ?? []);
}

/** What stands in the first slot that holds something a URL can be. */
function firstFitting(site: Site, slots: readonly Slot[] | undefined, evaluator: Evaluator): Values {
  for (const slot of slots ?? []) {
    const values = slotValues(site, slot, evaluator).filter(({ type }) => type === 'text' || type === 'reference' || type === 'unknown');
    if (values.length > 0) return values;
  }
  return [];
}

/** The URLs spelled in pieces by the options of `http.request`. */
function partsIn(site: Site, slots: readonly Slot[] | undefined, evaluator: Evaluator): Values {
  return (slots ?? []).flatMap((slot) => slotValues(site, slot, evaluator)).flatMap((value) => (value.type === 'object' && value.shape === 'object' ? urlOfParts(value, site, evaluator) : []));
}

function urlOfParts(options: ObjectValue, { node, context }: Site, evaluator: Evaluator): Values {
  const part = (key: string): Value | null => evaluator.answer(memberOf(options, key, { context, read: null })).find(({ type }) => type !== 'nothing') ?? null;
  const host = part('hostname') ?? part('host');
  if (host === null) return [];
  const path = part('path') ?? part('pathname') ?? writtenText('/', node);
  const written = (text: string): readonly Piece[] => writtenText(text, node).pieces;
  return [joinTexts([written('https://'), piecesOf(host, node), piecesOf(path, node)], true)];
}

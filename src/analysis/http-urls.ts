import type { Slot } from '../catalogue/http-clients.js';
import type { Evaluator } from './evaluate.js';
import { memberOf } from './evaluate-object.js';
import type { Sent, Traffic } from './traffic.js';
import { slotValues } from './slots.js';
import { joinUrl } from './urls.js';
import { NOTHING, UNKNOWN, UNKNOWN_VALUE, joinTexts, piecesOf, union, writtenText, type CallNode, type ObjectValue, type Piece, type Value, type Values } from './values.js';

/** Every URL that a request may go to, put together from its call, its setters and the bases of its client. */
export function urlsOf(sent: Sent, traffic: Traffic): Values {
  const { call, shape } = sent;
  const { additions, evaluator } = traffic;
  const own = firstFitting(call, shape.url, evaluator);
  const added = (additions.get(call) ?? []).flatMap(({ url }) => url ?? []);
  const paths = union(own.flatMap((value) => urlsOfRequestObject(value, traffic, call)), added, partsIn(call, shape.urlParts, evaluator));
  const bases = basesOf(sent, traffic);
  if (paths.length === 0 && bases.length === 0) return UNKNOWN;
  if (traffic.idle.has(call)) return union(bases.map((base) => joinUrl(base, UNKNOWN_VALUE, call)));
  const joined: Value[] = [];
  for (const path of paths.length > 0 ? paths : NOTHING) {
    for (const base of bases.length > 0 ? bases : NOTHING) joined.push(joinUrl(base, path, call));
  }
  return union(joined);
}

/** Where a `Request` is handed over instead of a URL, the URL of that. */
function urlsOfRequestObject(value: Value, traffic: Traffic, call: CallNode): Values {
  const other = value.type === 'reference' && value.root.type === 'call' ? traffic.sent.get(value.root.call) : undefined;
  return other && other.call !== call ? urlsOf(other, { ...traffic, sent: new Map() }) : [value];
}

function basesOf({ call, part, shape }: Sent, { additions, evaluator }: Traffic): Values {
  const own = firstFitting(call, shape.base, evaluator);
  if (own.length > 0) return own;
  for (const instance of part.instances.toReversed()) {
    const given = union(firstFitting(instance.call, instance.shape.base, evaluator), (additions.get(instance.call) ?? []).flatMap(({ base }) => base ?? []));
    if (given.length > 0) return given;
  }
  return (additions.get(part.client) ?? []).flatMap(({ base }) => base ?? []);
}

/** What stands in the first slot that holds something a URL can be. */
function firstFitting(call: CallNode, slots: readonly Slot[] | undefined, evaluator: Evaluator): Values {
  for (const slot of slots ?? []) {
    const values = slotValues(call, slot, evaluator).filter(({ type }) => type === 'text' || type === 'reference' || type === 'unknown');
    if (values.length > 0) return values;
  }
  return [];
}

/** The URLs spelled in pieces by the options of `http.request`. */
function partsIn(call: CallNode, slots: readonly Slot[] | undefined, evaluator: Evaluator): Values {
  return (slots ?? []).flatMap((slot) => slotValues(call, slot, evaluator)).flatMap((value) => (value.type === 'object' && value.shape === 'object' ? urlOfParts(value, call, evaluator) : []));
}

function urlOfParts(options: ObjectValue, call: CallNode, evaluator: Evaluator): Values {
  const part = (key: string): Value | null => evaluator.answer(memberOf(options, key, { index: evaluator.index, read: null })).find(({ type }) => type !== 'nothing') ?? null;
  const host = part('hostname') ?? part('host');
  if (host === null) return [];
  const path = part('path') ?? part('pathname') ?? writtenText('/', call);
  const written = (text: string): readonly Piece[] => writtenText(text, call).pieces;
  return [joinTexts([written('https://'), piecesOf(host, call), piecesOf(path, call)], true)];
}

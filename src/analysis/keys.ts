import type { TSESTree } from '@typescript-eslint/utils';
import type { Destination } from '../catalogue/hosts.js';
import { STRATEGIES } from '../catalogue/wix-sdk.js';
import { isPlaceholder, type Key } from '../key/classify.js';
import { mayHideKey } from '../key/grammar.js';
import type { SourceFile } from '../source/source-file.js';
import { evaluatorOf } from './evaluate.js';
import { textsLeaving } from './flows.js';
import { isComment, keyInText, type KeyNode, type Written } from './key-texts.js';
import { placeName } from './places.js';
import type { ClientOption } from './request.js';
import { requestsIn } from './requests.js';
import { appSecret, writtenWhole } from './written-keys.js';
import type { Value } from './values.js';

type Node = TSESTree.Node;

/** A key that is written in the file, and what becomes of it. There is one for each literal, however often it is used. */
export interface WrittenKey {
  readonly key: Key;
  /** The literal, template or comment it is written in; of an assembled one, that of its first piece. */
  readonly node: KeyNode;
  /** The expression that puts it together, where it is not in one piece. */
  readonly assembly: Node | null;
  /** Destinations of the requests that it authorizes. */
  readonly destinations: ReadonlySet<Destination | 'unknown'>;
  /** Names under which it leaves the file for somewhere unknown; that of the place it is written to is among them. */
  readonly names: readonly string[];
  /** True where it leaves the file other than by a known request. */
  readonly leaves: boolean;
}

interface Collected {
  readonly key: Key;
  readonly node: KeyNode;
  readonly assembly: Node | null;
  readonly destinations: Set<Destination | 'unknown'>;
  readonly names: Set<string>;
  leaves: boolean;
}

/** Properties whose literal is a secret, whatever it looks like. */
const APP_SECRETS = [...new Set(STRATEGIES.flatMap(({ appSecret }) => appSecret ?? []))];

/** In a sink, a value this long behind a key prefix is a key, whatever it is made of. */
const LEAST_SINK_KEY = 24;

const cache = new WeakMap<SourceFile['ast'], Map<string, readonly WrittenKey[]>>();

/** Every key written in the file, in the order of the text, with the requests it reaches. */
export function keysIn(source: SourceFile, clients: readonly ClientOption[]): readonly WrittenKey[] {
  const known = cache.get(source.ast) ?? new Map<string, readonly WrittenKey[]>();
  cache.set(source.ast, known);
  const name = JSON.stringify(clients);
  const keys = known.get(name) ?? findKeys(source, clients);
  known.set(name, keys);
  return keys;
}

/** Whether a secret is written there: a whole key anywhere; in a sink also one of another make. Samples and placeholders are none. */
export function isHardcoded({ key, destinations }: WrittenKey): boolean {
  return key.form === 'whole' || (key.form === 'other' && destinations.size > 0 && key.text.length >= LEAST_SINK_KEY);
}

function findKeys(source: SourceFile, clients: readonly ClientOption[]): readonly WrittenKey[] {
  if (!mayHideKey(source.text) && !APP_SECRETS.some((name) => source.text.includes(name))) return [];
  const evaluator = evaluatorOf(source);
  const found = new Map<KeyNode, Collected>();
  const note = (written: Written): Collected => {
    const known = found.get(written.node);
    if (known) return known;
    const place = isComment(written.node) ? null : placeName(written.node);
    const collected: Collected = { ...written, destinations: new Set(), names: new Set(place === null ? [] : [place]), leaves: false };
    found.set(written.node, collected);
    return collected;
  };
  for (const written of writtenWhole(evaluator)) note(written);
  for (const request of requestsIn(source, clients)) {
    for (const value of request.authorization) {
      const written = writtenIn(value);
      const destinations = written && note(written).destinations;
      request.destinations.forEach((destination) => destinations?.add(destination));
    }
    for (const value of request.secrets ?? []) {
      const secret = value.type === 'text' ? appSecret(value, isPlaceholder) : null;
      if (secret) note(secret).destinations.add('rest');
    }
  }
  for (const { text, names, isOwn } of textsLeaving(evaluator)) {
    const written = writtenIn(text);
    if (!written) continue;
    const collected = note(written);
    if (isOwn && collected.destinations.size > 0) continue;
    collected.leaves = true;
    for (const name of names) collected.names.add(name);
  }
  return [...found.values()].map((key) => ({ ...key, names: [...key.names] })).sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function writtenIn(value: Value): Written | null {
  return value.type === 'text' ? keyInText(value) : null;
}

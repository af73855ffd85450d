import type { TSESTree } from '@typescript-eslint/utils';
import type { Destination } from '../catalogue/hosts.js';
import { STRATEGIES } from '../catalogue/wix-sdk.js';
import { isPlaceholder, type Key } from '../key/classify.js';
import { mayHideKey } from '../key/grammar.js';
import type { SourceFile } from '../source/source-file.js';
import { mayLoadModule } from '../source/import-specifiers.js';
import { inRound } from '../source/rounds.js';
import { mayImportKey } from '../source/keys-behind-imports.js';
import { readAcross } from './files/cross-file.js';
import { evaluatorOf } from './evaluation/evaluate.js';
import type { Evaluator } from './evaluation/evaluator.js';
import { importedKeys, type ForeignUse, type ImportedKey } from './files/imported-keys.js';
import { textsLeaving } from './flows.js';
import { isComment, keyInText, type KeyNode, type Written } from './key-texts.js';
import { isOfFile } from './nodes.js';
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

/** What keys are looked for with. */
export interface KeySearch {
  readonly clients: readonly ClientOption[];
  /** The absolute path of the file, where the files that it imports are read with it; null where it is read alone. */
  readonly filename: string | null;
}

interface Found {
  readonly written: readonly WrittenKey[];
  readonly imported: readonly ImportedKey[];
}

const cache = new WeakMap<SourceFile['ast'], Map<string, Found>>();

/** Every key written in the file, in the order of the text, with the requests it reaches. */
export function keysIn(source: SourceFile, search: KeySearch): readonly WrittenKey[] {
  return foundIn(source, search).written;
}

/** Every key that another file writes and this one brings to a request, once for each expression that brings it. */
export function importedKeysIn(source: SourceFile, search: KeySearch): readonly ImportedKey[] {
  return foundIn(source, search).imported;
}

function foundIn(source: SourceFile, search: KeySearch): Found {
  const known = cache.get(source.ast) ?? new Map<string, Found>();
  cache.set(source.ast, known);
  const name = JSON.stringify(search);
  const found = known.get(name) ?? findKeys(source, search);
  known.set(name, found);
  return found;
}

/** Whether a secret is written there: a whole key anywhere; in a sink also one of another make. Samples and placeholders are none. */
export function isHardcoded({ key, destinations }: WrittenKey): boolean {
  return key.form === 'whole' || (key.form === 'other' && destinations.size > 0 && key.text.length >= LEAST_SINK_KEY);
}

function findKeys(source: SourceFile, { clients, filename }: KeySearch): Found {
  const mayBeWritten = mayHideKey(source.text) || APP_SECRETS.some((name) => source.text.includes(name));
  const mayBeImported = filename !== null && mayImportKey(source.text, filename, source.ast);
  if (!mayBeWritten && !mayBeImported) return { written: [], imported: [] };
  const isAlone = filename === null || !mayLoadModule(source.text);
  if (isAlone) return { written: collect(source, { active: [evaluatorOf(source)], clients, mayBeWritten }).written, imported: [] };
  return inRound(filename, source.ast, () => {
    const reading = readAcross({ source, filename });
    const { written, foreign } = collect(source, { active: reading.active, clients, mayBeWritten });
    return { written, imported: importedKeys(foreign, reading) };
  });
}

interface Search {
  /** The evaluators of the files whose requests count, the linted one first. */
  readonly active: readonly Evaluator[];
  readonly clients: readonly ClientOption[];
  /** Whether the linted file may write a key itself. */
  readonly mayBeWritten: boolean;
}

/** The keys of the linted file, and those of others that its requests (or those of files it hands a key to) are authorized with. */
function collect(source: SourceFile, { active, clients, mayBeWritten }: Search): { readonly written: readonly WrittenKey[]; readonly foreign: readonly ForeignUse[] } {
  const found = new Map<KeyNode, Collected>();
  const foreign: ForeignUse[] = [];
  const note = (written: Written): Collected => {
    const known = found.get(written.node);
    if (known) return known;
    const place = isComment(written.node) ? null : placeName(written.node);
    const { key, node, assembly } = written;
    const collected: Collected = { key, node, assembly, destinations: new Set(), names: new Set(place === null ? [] : [place]), leaves: false };
    found.set(written.node, collected);
    return collected;
  };
  const [main] = active;
  for (const written of main && mayBeWritten ? writtenWhole(main) : []) note(written);
  for (const request of active.flatMap((evaluator) => requestsIn(evaluator, clients))) {
    for (const value of request.authorization) {
      const written = writtenIn(value);
      const destinations = written && note(written).destinations;
      request.destinations.forEach((destination) => destinations?.add(destination));
      if (written && !isIn(source, written.node)) foreign.push({ written, request });
    }
    for (const value of request.secrets ?? []) {
      const secret = value.type === 'text' ? appSecret(value, isPlaceholder) : null;
      if (secret) note(secret).destinations.add('rest');
    }
  }
  for (const { text, names, isOwn } of mayBeWritten ? active.flatMap(textsLeaving) : []) {
    const written = writtenIn(text);
    if (!written) continue;
    const collected = note(written);
    if (isOwn && collected.destinations.size > 0) continue;
    collected.leaves = true;
    for (const name of names) collected.names.add(name);
  }
  const own = [...found.values()].filter(({ node }) => isIn(source, node));
  return { written: own.map((key) => ({ ...key, names: [...key.names] })).sort((a, b) => a.node.range[0] - b.node.range[0]), foreign };
}

/** Whether a node is of a file. Comments are looked for in the linted file alone. */
function isIn({ ast }: SourceFile, node: KeyNode): boolean {
  return isComment(node) || isOfFile(node, ast);
}

function writtenIn(value: Value): Written | null {
  return value.type === 'text' ? keyInText(value) : null;
}

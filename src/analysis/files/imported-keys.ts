import type { TSESTree } from '@typescript-eslint/utils';
import type { Destination } from '../../catalogue/hosts.js';
import type { Key } from '../../key/classify.js';
import { keyStart } from '../../key/grammar.js';
import { contentsOf } from '../contents.js';
import type { Reading } from './cross-file.js';
import type { Evaluator } from '../evaluation/evaluator.js';
import { innermostIn } from '../innermost.js';
import { foreignTargets, handoversIn, type Handover } from './handovers.js';
import { isComment, keyInText, type KeyNode, type Written } from '../key-texts.js';
import { classOfMember, isInside } from '../nodes.js';
import type { WixRequest } from '../request.js';
import type { Files } from '../program.js';
import { knownStart } from '../values.js';

type Node = TSESTree.Node;

/** A key that another file writes, where the linted file brings it to a request. */
export interface ImportedKey {
  readonly key: Key;
  /** The expression of the linted file that brings it into the request, or into what it hands to the file that sends it. */
  readonly node: Node;
  readonly destinations: ReadonlySet<Destination | 'unknown'>;
  /** Absolute path of the file that writes it. */
  readonly path: string;
  /** Its line there, counted from 1. */
  readonly line: number;
}

/** A request, and a key of another file that authorizes it. */
export interface ForeignUse {
  readonly written: Written;
  readonly request: WixRequest;
}

/** Where the linted file brings keys of others to requests, in the order of the text. */
export function importedKeys(uses: readonly ForeignUse[], reading: Reading): readonly ImportedKey[] {
  const found = new Map<Node, ImportedKey & { readonly destinations: Set<Destination | 'unknown'> }>();
  for (const { written, request } of uses) {
    if (isComment(written.node)) continue;
    const path = reading.files.pathOf(reading.files.programOf(written.node));
    for (const node of placesOf(written, request, reading)) {
      const known = found.get(node) ?? { key: written.key, node, destinations: new Set(), path, line: written.node.loc.start.line };
      found.set(node, known);
      for (const destination of request.destinations) known.destinations.add(destination);
    }
  }
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function placesOf({ node, via }: Written, request: WixRequest, { files, active: [main] }: Reading): readonly Node[] {
  if (via) return [via];
  if (!main) return [];
  if (files.programOf(request.node) !== files.main) return [...new Set(handoversTo(request, main, files).flatMap(({ given, view }) => given.flatMap((each) => innermost(each, node, view))))];
  const places = innermost(request.node, node, main).filter((place) => place !== request.node);
  if (places.length > 0) return [...new Set(places)];
  // A client of another file that has the key already.
  return ['callee' in request.node ? request.node.callee : request.node];
}

/** What the linted file hands over that may get into a request of another file: to what the request stands in, else to its file, else to any file. */
function handoversTo({ node }: WixRequest, main: Evaluator, files: Files): readonly Handover[] {
  const home = files.programOf(node);
  const isNear = (target: Node): number => {
    if (files.programOf(target) !== home) return 0;
    return isInside(node, classOfMember(target) ?? target) ? 2 : 1;
  };
  const ranked = [...handoversIn(main)].map((handover) => ({ handover, rank: Math.max(-1, ...foreignTargets(handover, files).map(isNear)) }));
  const best = Math.max(0, ...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === best).map(({ handover }) => handover);
}

/** The innermost expressions of a node, itself among them, whose value holds a key. */
function innermost(node: Node, key: KeyNode, evaluator: Evaluator): readonly Node[] {
  return innermostIn(node, evaluator.index.source, (candidate) => holds(candidate, key, evaluator));
}

function holds(node: Node, key: KeyNode, evaluator: Evaluator): boolean {
  return contentsOf(evaluator.valuesOf(node), null, evaluator).some(({ text }) => keyStart(knownStart(text)) !== -1 && keyInText(text)?.node === key);
}

import type { TSESTree } from '@typescript-eslint/utils';
import type { Destination } from '../catalogue/hosts.js';
import type { Key } from '../key/classify.js';
import { keyStart } from '../key/grammar.js';
import { contentsOf } from './contents.js';
import type { Reading } from './cross-file.js';
import type { Evaluator } from './evaluator.js';
import { childrenOf } from './file-index.js';
import { isComment, keyInText, type KeyNode, type Written } from './key-texts.js';
import { isFunction } from './nodes.js';
import type { WixRequest } from './request.js';
import { knownStart } from './values.js';

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
  const isOwn = files.programOf(request.node) === files.main;
  const sites: readonly Node[] = isOwn ? [request.node] : [...main.index.calls, ...main.index.elements];
  return [...new Set(sites.flatMap((site) => innermost(site, node, main)))];
}

/** The innermost expressions below a node whose value holds a key; none where only the node itself does. */
function innermost(node: Node, key: KeyNode, evaluator: Evaluator): Node[] {
  return childrenOf(node, evaluator.index.source).flatMap((child) => {
    if (isFunction(child)) return [];
    const inside = innermost(child, key, evaluator);
    return inside.length > 0 || !holds(child, key, evaluator) ? inside : [child];
  });
}

function holds(node: Node, key: KeyNode, evaluator: Evaluator): boolean {
  return contentsOf(evaluator.valuesOf(node), null, evaluator).some(({ text }) => keyStart(knownStart(text)) !== -1 && keyInText(text)?.node === key);
}

import type { TSESTree } from '@typescript-eslint/utils';
import { BROWSER_CODE, CLIENT_DIRECTIVE } from '../catalogue/browser-code.js';
import { isAccessTokenName, isEnvKeyName } from '../catalogue/key-names.js';
import type { SourceFile } from '../source/source-file.js';
import { isApiKey, type Credential, type ReadCredential } from './credentials.js';
import { isComment } from './key-texts.js';
import type { KeySearch } from './keys.js';
import { isOfFile } from './nodes.js';
import { calledBy, placeOf, shownIn } from './sent-places.js';
import { goesToWix, sentRequestsIn, type SentRequest } from './sent-requests.js';

type Node = TSESTree.Node;

/** A key that a browser can see. */
export type Exposure =
  | { readonly type: 'client'; readonly node: Node; readonly framework: string }
  | { readonly type: 'provider'; readonly node: Node }
  | { readonly type: 'public'; readonly node: Node; readonly variable: string; readonly framework: string };

/** What decides whether a browser sees a file or a variable. */
export interface Surroundings {
  /** Of the file or the block, with `/`. */
  readonly path: string;
  /** The framework that copies a variable of that name into browser code; null where none does. */
  readonly frameworkOf: (variable: string) => string | null;
}

/** Every key that the file uses where a browser sees it, once for each place, in the order of the text. */
export function exposuresIn(source: SourceFile, search: KeySearch, surroundings: Surroundings): readonly Exposure[] {
  const framework = browserFramework(source, surroundings);
  const found = new Map<Node, Exposure>();
  for (const request of sentRequestsIn(source, search).filter(goesToWix)) {
    for (const exposure of exposuresOf(request, framework, surroundings)) if (!found.has(exposure.node)) found.set(exposure.node, exposure);
  }
  return shownIn(source, found.values());
}

/** What makes a browser run the file; null where nothing is known to. */
function browserFramework({ ast }: SourceFile, { path }: Surroundings): string | null {
  const isClient = ast.body.some((statement) => statement.type === 'ExpressionStatement' && statement.directive === CLIENT_DIRECTIVE);
  if (isClient) return 'Next.js';
  return BROWSER_CODE.find(({ paths }) => paths.test(path))?.framework ?? null;
}

/** One fault is told once: that the code runs in the browser goes before the name of a variable. */
function exposuresOf(request: SentRequest, framework: string | null, surroundings: Surroundings): readonly Exposure[] {
  const { node, strategies = [], credentials } = request;
  const isByStrategy = strategies.length > 0 && (request.keys ?? []).some(({ type }) => type !== 'nothing');
  if (isByStrategy && node.type === 'JSXOpeningElement') return [{ type: 'provider', node: node.name }];
  const keys = framework === null ? [] : credentials.filter(isKey);
  if (framework !== null && (isByStrategy || keys.length > 0)) {
    const [strategy = node] = isByStrategy ? strategies : [];
    // Where another file sends it, what stands here is the key.
    return [calledBy(strategy), ...keys.flatMap((key) => (isComment(key.node) || request.isOwn ? [] : [key.node]))].map((at) => ({ type: 'client', node: at, framework }));
  }
  return credentials.flatMap((credential) => publicRead(credential, request, surroundings) ?? []);
}

function isKey(credential: Credential): boolean {
  return credential.type === 'read' ? isEnvKeyName(credential.variable) && !isAccessTokenName(credential.variable) : isApiKey(credential);
}

function publicRead(credential: Credential, request: SentRequest, { frameworkOf }: Surroundings): Exposure | null {
  if (credential.type !== 'read') return null;
  const framework = frameworkOfRead(credential, frameworkOf);
  if (framework === null) return null;
  const node = !request.isOwn || isOfFile(credential.node, request.evaluator.index.source.ast) ? credential.node : placeOf(credential.value, request);
  return { type: 'public', node, variable: credential.variable, framework };
}

function frameworkOfRead({ variable, side, framework }: ReadCredential, frameworkOf: Surroundings['frameworkOf']): string | null {
  if (side === 'server') return null;
  return side === 'public' ? framework : frameworkOf(variable);
}

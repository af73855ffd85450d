import { isAbsolute } from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import type { RuleContext } from './create-rule.js';
import { PROCESS_ENV, type EnvLookup } from './edit/env-lookup.js';
import type { Key } from './key/classify.js';
import { lookupFor } from './lookup/file-lookup.js';
import { textsWantedBehind } from './lookup/imported-types.js';
import { isComponentFile } from './source/code-blocks.js';
import { codePartsOf, type CodePart } from './source/code-parts.js';
import { projectOf } from './source/project.js';
import { readSource } from './source/read-source.js';
import type { SourceFile } from './source/source-file.js';

/** Code of a linted file and how it reads its environment, as `moveToEnvironment` takes them. */
export interface PlacedCode {
  /** What ESLint read; of a component the block alone, read again. */
  readonly source: SourceFile;
  /** The name of a file of such code: it tells TypeScript from JavaScript. */
  readonly filename: string;
  readonly lookup: EnvLookup;
  /** Whether a type of an imported file wants some value to be exactly the key's text. */
  readonly isWantedElsewhere?: (key: Key) => boolean;
}

const partsOf = new WeakMap<TSESTree.Program, readonly CodePart[]>();
const placed = new WeakMap<CodePart, PlacedCode | null>();

/** The code that a node is of, by what its project and its text prove; null where it cannot read the environment, or a browser would see what it reads. */
export function placedCodeAt({ range }: { readonly range: readonly [number, number] }, context: RuleContext<string>): PlacedCode | null {
  const { sourceCode, filename } = context;
  const path = context.physicalFilename;
  // A text without a place in any project.
  if (!isAbsolute(path)) return isComponentFile(path) ? null : { source: sourceCode, filename, lookup: PROCESS_ENV };
  const parts = partsOf.get(sourceCode.ast) ?? codePartsOf(sourceCode.text, path);
  partsOf.set(sourceCode.ast, parts);
  const part = parts.find(({ block }) => block === null || (block.start <= range[0] && range[1] <= block.end));
  if (!part) return null;
  const known = placed.get(part);
  const code = known === undefined ? placedCodeOf(part, context) : known;
  placed.set(part, code);
  return code;
}

function placedCodeOf({ text, name, block, isShared }: CodePart, { sourceCode, filename, physicalFilename: path }: RuleContext<string>): PlacedCode | null {
  const source = block === null ? sourceCode : readSource(text, name);
  if ('type' in source) return null;
  const codeName = block === null ? filename : name;
  const chosen = lookupFor(source, { path, name: codeName, block, isShared, project: projectOf(path), envAccess: null, browser: 'skip', missing: 'assert' });
  return chosen.type === 'left' ? null : { source, filename: codeName, lookup: chosen.lookup, isWantedElsewhere: textsWantedBehind(path, source.text) };
}

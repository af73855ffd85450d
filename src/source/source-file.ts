import type { TSESTree } from '@typescript-eslint/utils';
import type { ScopeManager } from '@typescript-eslint/scope-manager';

/** A file as the analysis sees it. ESLint's SourceCode of JavaScript or TypeScript fits it; every node has its `parent`. */
export interface SourceFile {
  /** The text that the ranges of the nodes point into (UTF-16 offsets, no BOM where the parser was given none). */
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopeManager: ScopeManager | null;
  /** For each node type the properties that hold its children, in the order of the text. */
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  /** True where nothing that it imports is ever read with it. */
  readonly isAlone?: boolean;
}

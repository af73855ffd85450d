import type { EnvEntry } from './scan-assignment.js';
import type { Location } from './positions.js';

/** An assignment as a node of the tree that `dotenvParser` gives; a rule may listen to `EnvAssignment`. */
export interface EnvAssignment extends EnvEntry {
  readonly type: 'EnvAssignment';
  readonly loc: Location;
  readonly nameLoc: Location;
  /** without quotes */
  readonly valueLoc: Location;
}

/** A line that dotenv does not read, kept on the Program beside the tree: ESLint does not visit it. */
export interface EnvBroken {
  readonly type: 'EnvBroken';
  readonly range: [number, number];
  readonly loc: Location;
}

/** A token or comment; an ESLint directive is a `Block`, any other comment a `Shebang`. */
export interface EnvToken {
  readonly type: 'Keyword' | 'Identifier' | 'Punctuator' | 'String' | 'Block' | 'Shebang';
  readonly value: string;
  readonly range: [number, number];
  readonly loc: Location;
}

/** The tree of an env file: a Program without statements, so that rules for JavaScript find nothing in it. */
export interface EnvProgram {
  readonly type: 'Program';
  readonly dialect: 'dotenv';
  readonly sourceType: 'script';
  readonly body: never[];
  readonly entries: EnvAssignment[];
  readonly broken: EnvBroken[];
  readonly tokens: EnvToken[];
  readonly comments: EnvToken[];
  readonly range: [number, number];
  readonly loc: Location;
}

/** The assignments of a source that `dotenvParser` parsed, in order; null for any other source. */
export function envEntriesIn(sourceCode: { readonly ast: unknown }): readonly EnvAssignment[] | null {
  return isEnvProgram(sourceCode.ast) ? sourceCode.ast.entries : null;
}

function isEnvProgram(ast: unknown): ast is EnvProgram {
  return typeof ast === 'object' && ast !== null && 'dialect' in ast && ast.dialect === 'dotenv' && 'entries' in ast;
}

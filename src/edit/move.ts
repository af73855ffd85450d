import type { Key } from '../key/classify.js';
import type { SourceFile } from '../source/source-file.js';
import { PROCESS_ENV, type EnvLookup } from './env-lookup.js';
import type { TextEdit } from './text-edit.js';

/** The edits that read a key from the environment. */
export interface EnvironmentMove {
  readonly type: 'move';
  readonly edits: readonly TextEdit[];
  /** The variable that has to hold the key: the file's own where the key was written to it or was its fallback. */
  readonly variable: string;
  /** How the file reads it, for messages: `process.env.WIX_API_KEY`. */
  readonly lookup: string;
}

/** Why a key stays where it is. */
export interface EnvironmentRefusal {
  readonly type: 'refusal';
  /** One sentence, without the key. */
  readonly reason: string;
}

/** The file a key is moved out of, and how. */
export interface MoveContext {
  readonly source: SourceFile;
  readonly filename: string;
  /** The variable to use unless the place has its own. */
  readonly variable: string;
  /** `process.env.NAME` where left out. */
  readonly lookup?: EnvLookup;
  /** Whether keys of browser code are moved as well; left out, they stay. */
  readonly movesBrowserCode?: boolean;
  /** Whether a type of another file wants some value to be exactly the key's text; none where left out. */
  readonly isWantedElsewhere?: (key: Key) => boolean;
  /** Whether a variable that the file reads may hold the key, as one with another value may not; every one where left out. */
  readonly isFree?: (variable: string) => boolean;
}

/** A refusal for the given reason. */
export function refusal(reason: string): EnvironmentRefusal {
  return { type: 'refusal', reason };
}

/** The form of lookup that a file gets. */
export function lookupOf(context: MoveContext): EnvLookup {
  return context.lookup ?? PROCESS_ENV;
}

/** The lookup of the context's variable as code: with `!` where TypeScript would not take it for a string. */
export function lookupCode(context: MoveContext): string {
  const lookup = lookupOf(context);
  const assertion = lookup.mayBeUndefined && isTypeScriptFile(context.filename) ? '!' : '';
  return lookup.expression(context.variable) + assertion;
}

/** Whether a file of that name is TypeScript, declaration files among them. */
export function isTypeScriptFile(filename: string): boolean {
  return /\.(?:tsx?|[cm]ts)$/i.test(filename);
}

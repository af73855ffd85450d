import type { TextEdit } from './text-edit.js';

/** A way to write the reading of an environment variable. */
export interface EnvLookup {
  /** The reading as an expression that binds as tightly as a member access. */
  expression(variable: string): string;
  /** Whether TypeScript takes the value for `string | undefined`. */
  readonly mayBeUndefined: boolean;
  /** Whether a text around the lookup needs its type written out, as `isolatedDeclarations` wants it of what is exported. */
  readonly typesText?: boolean;
  /** What the file needs besides, such as the import that brings the name; none where left out. */
  readonly additions?: (variable: string) => readonly TextEdit[];
}

/** The property of an object that holds the environment, such as `process.env` or a Worker's `env`. */
export function memberLookup(record: string, access: 'bracket' | 'dot'): EnvLookup {
  return {
    expression: (variable) => (access === 'dot' ? `${record}.${variable}` : `${record}['${variable}']`),
    mayBeUndefined: true,
  };
}

/** `process.env.NAME`. */
export const PROCESS_ENV = memberLookup('process.env', 'dot');

/** `process.env['NAME']`, for projects that set `noPropertyAccessFromIndexSignature`. */
export const PROCESS_ENV_IN_BRACKETS = memberLookup('process.env', 'bracket');

import { memberLookup, type EnvLookup } from '../edit/env-lookup.js';
import { WORKERS_MODULE } from '../catalogue/env-lookups.js';
import type { SourceFile } from '../source/source-file.js';
import { importedName } from './import-edit.js';
import { isShadowed } from './names-in.js';
import type { LookupOptions } from './compiler-options.js';

/** What a form depends on besides the source. */
export interface FormContext {
  readonly isTypeScript: boolean;
  readonly options: LookupOptions;
}

/** `process.env.X`, by `globalThis` where the file calls something else `process`. */
export function processLookup(source: SourceFile, context: FormContext): EnvLookup {
  const isOther = isShadowed('process', source, ['process', 'node:process']);
  return memberLookup(isOther ? 'globalThis.process.env' : 'process.env', accessOf(context));
}

/** `import.meta.env.X`. */
export function importMetaLookup(context: FormContext): EnvLookup {
  return memberLookup('import.meta.env', accessOf(context));
}

/** `Deno.env.get('X')`. */
export const DENO_LOOKUP: EnvLookup = { expression: (variable) => `Deno.env.get('${variable}')`, mayBeUndefined: true };

/** The export of SvelteKit's module of that name, imported. */
export function staticPrivateLookup(source: SourceFile): EnvLookup {
  const imported = (variable: string) => importedName(source, { module: '$env/static/private', name: variable, otherwise: `${variable}_VALUE` });
  return { expression: (variable) => imported(variable).local, mayBeUndefined: false, additions: (variable) => imported(variable).edits };
}

/** `env.X` of the Worker's module. The project's types name the variable only once `wrangler types` has seen it, so that TypeScript is told of it. */
export function workersLookup(source: SourceFile, { isTypeScript }: FormContext): EnvLookup {
  const { local, edits } = importedName(source, { module: WORKERS_MODULE, name: 'env', otherwise: 'workerEnv' });
  return {
    expression: (variable) => (isTypeScript ? `(${local} as { ${variable}?: string }).${variable}` : `${local}.${variable}`),
    mayBeUndefined: true,
    additions: () => edits,
  };
}

/** A lookup that says what is to be said of a variable that is not set. */
export function lookupWhenMissing(lookup: EnvLookup, missing: 'assert' | 'ignore' | 'throw', { isTypeScript, options }: FormContext): EnvLookup {
  const checked = missing === 'throw' && (lookup.mayBeUndefined || lookup.additions) ? throwing(lookup) : lookup;
  // An exported constant needs its type written out there, which `!` does not do.
  const type = isTypeScript && options.isolatedDeclarations ? typeFor(lookup, missing) : null;
  const expression = (variable: string): string => (type === null ? checked.expression(variable) : `(${checked.expression(variable)} as ${type})`);
  return { ...checked, expression, mayBeUndefined: checked.mayBeUndefined && missing === 'assert' && type === null, typesText: type !== null };
}

function throwing(lookup: EnvLookup): EnvLookup {
  const expression = (variable: string): string => `(${lookup.expression(variable)} ?? (() => { throw new Error('${variable} is not set.'); })())`;
  return { ...lookup, expression, mayBeUndefined: false };
}

function typeFor({ mayBeUndefined }: EnvLookup, missing: 'assert' | 'ignore' | 'throw'): string {
  return mayBeUndefined && missing === 'ignore' ? 'string | undefined' : 'string';
}

function accessOf({ isTypeScript, options }: FormContext): 'bracket' | 'dot' {
  return isTypeScript && options.noPropertyAccessFromIndexSignature ? 'bracket' : 'dot';
}

import { join, resolve } from 'node:path';
import { FRAMEWORK_FILES, type FrameworkFiles } from '../catalogue/env-lookups.js';
import type { EnvLookup } from '../edit/env-lookup.js';
import { isTypeScriptFile } from '../edit/move.js';
import type { SourceFile } from '../source/source-file.js';
import { isComponentFile, type CodeBlock } from '../source/code-blocks.js';
import { installedPartThatLoads, isAstroServerModule, pageThatLoads } from './browser-evidence.js';
import { FIXED_SCRIPT, INSTEAD, isServerBlock, reasonOfComponent, TWO_SCRIPTS, type PlacedBlock } from './component-places.js';
import { envAccessLookup, needsTypeScript } from './env-access-template.js';
import { isFile } from '../source/file-cache.js';
import { DENO_LOOKUP, importMetaLookup, lookupWhenMissing, processLookup, staticPrivateLookup, workersLookup, type FormContext } from './lookup-forms.js';
import { pathWithin } from '../source/module-files.js';
import { hasDirective, namesIn } from './names-in.js';
import { isDenoFile, isWorkerFile, placeOnWix, type PlacedFile } from './platforms.js';
import { majorOf, type Project } from '../source/project.js';
import { compilerOptionsFor } from './compiler-options.js';

export { envAccessLookup } from './env-access-template.js';

/** How a file is to read a variable, or why its keys stay: one sentence that says what to do instead. */
export type FileLookup =
  | { readonly type: 'lookup'; readonly lookup: EnvLookup }
  | { readonly type: 'left'; readonly reason: string };

/** Where a file stands and what was asked for. */
export interface LookupContext {
  readonly path: string;
  /** The name of a file of such code, where it is a block of another. */
  readonly name?: string;
  /** The block of the file that the source is; the whole file where left out or null. */
  readonly block?: CodeBlock | null;
  /** Whether another script of the component sees what it imports. */
  readonly isShared?: boolean;
  readonly project: Project;
  /** How to read a variable, `%s` being its name; null to choose by the file. */
  readonly envAccess: string | null;
  readonly browser: 'move' | 'skip';
  readonly missing: 'assert' | 'ignore' | 'throw';
}

type PlacedCode = PlacedBlock & PlacedFile;

const SECRETS = "Wix's platform has no environment variables: put the key into the site's Secrets Manager and read it with getSecret() of wix-secrets-backend, which promises the text (getSecretValue() of wix-secrets-backend.v2 an object with the text as its value).";
const NO_TEMPLATE = "--env-access has to be an expression of one line with %s for the variable's name, such as requireEnv('%s').";
const NO_TYPES_HERE = 'What --env-access says is TypeScript, which this file is not; say it in JavaScript, or run again for this file with another.';
const NO_NODE_TYPES = "TypeScript does not know `process` here: install @types/node and add \"node\" to the types of the tsconfig.json, or say with --env-access how the project reads its environment.";
const NO_WORKER_MODULE = 'This Worker has no import or export, so that its secrets are global variables; make it a module, or move the key by hand.';
const UNMARKED = 'SvelteKit gives private variables to server modules alone, and nothing marks this file as one; move it into src/lib/server or give its name the ending .server, and run again.';
const DECLARED = 'This project declares its variables for SvelteKit in src/env; declare the key there and import it from $app/env/private.';

/** How a file reads its environment, by what its project and its text prove of where it runs; `process.env` where they prove nothing. */
export function lookupFor(source: SourceFile, context: LookupContext): FileLookup {
  const file: PlacedCode = { source, path: resolve(context.path), project: context.project, block: context.block ?? null };
  const given = context.envAccess === null ? null : envAccessLookup(context.envAccess);
  if (context.envAccess !== null && !given) return left(NO_TEMPLATE);
  const reason = context.browser === 'skip' ? reasonOfBrowser(file) : null;
  if (reason !== null) return left(reason);
  if (file.block?.place === 'fixed') return left(FIXED_SCRIPT);
  const form: FormContext = { isTypeScript: isTypeScriptFile(context.name ?? file.path), options: compilerOptionsFor(file.path) };
  if (context.envAccess !== null && needsTypeScript(context.envAccess.trim()) && !form.isTypeScript) return left(NO_TYPES_HERE);
  const chosen = given ? found(given) : chosenFor(file, form);
  if (chosen.type === 'lookup' && context.isShared && chosen.lookup.additions) return left(TWO_SCRIPTS);
  return chosen.type === 'left' ? chosen : { type: 'lookup', lookup: lookupWhenMissing(chosen.lookup, context.missing, form) };
}

function reasonOfBrowser(file: PlacedCode): string | null {
  if (hasDirective('use client', file.source)) return `This module is marked 'use client' and runs in the browser, where the key would be public; ${INSTEAD}.`;
  const ofComponent = reasonOfComponent(file);
  if (ofComponent !== null || isServerBlock(file)) return ofComponent;
  const row = frameworkFilesOf(file);
  if (row?.treatment === 'browser') return `${row.framework} runs this module in the browser too, where the key would be public; ${INSTEAD}.`;
  if (placeOnWix(file) === 'browser') return "Wix runs this code in the visitor's browser, where the key would be public; call Wix from a backend module and keep the key in the Secrets Manager.";
  if (hasDirective('use server', file.source) || isServerByRow(row)) return null;
  const page = pageThatLoads(file.path, file.project);
  if (page !== null) return `A page of this project loads this module in the browser (${page}), where the key would be public; ${INSTEAD}.`;
  const part = installedPartThatLoads(file.path, file.project);
  return part === null ? null : `This module is part of what users install (${part}), where the key would be public; ${INSTEAD}.`;
}

/** Whether the framework itself keeps the module from the browser. */
function isServerByRow(row: FrameworkFiles | null): boolean {
  return row?.treatment === 'static-private' || row?.treatment === 'process';
}

function chosenFor(file: PlacedFile, form: FormContext): FileLookup {
  if (placeOnWix(file) !== null) return left(SECRETS);
  const row = frameworkFilesOf(file);
  const isComponent = isComponentFile(file.path);
  if (row?.treatment === 'static-private' || (row?.treatment === 'unmarked' && !isComponent)) return svelteKitLookup(file, row);
  if (/\.astro$/i.test(file.path) || (isComponent && file.project.hasPackage('astro')) || isAstroServerModule(file.path, file.project)) return found(importMetaLookup(form));
  if (isDenoFile(file)) return found(DENO_LOOKUP);
  if (row === null && isWorkerFile(file)) return isModule(file) ? found(workersLookup(file.source, form)) : left(NO_WORKER_MODULE);
  const isUnknown = form.isTypeScript && form.options.hasNodeTypes === false && !namesIn(file.source).has('process');
  return isUnknown ? left(NO_NODE_TYPES) : found(processLookup(file.source, form));
}

/** Variables are imported from another module since SvelteKit 3, and where a project has opted into that before. */
function svelteKitLookup({ source, project }: PlacedFile, { treatment }: FrameworkFiles): FileLookup {
  const isDeclared = (majorOf(project, '@sveltejs/kit') ?? 0) > 2 || ['env.ts', 'env.js'].some((name) => isFile(join(project.folder, 'src', name)));
  if (treatment === 'unmarked') return left(UNMARKED);
  return isDeclared ? left(DECLARED) : found(staticPrivateLookup(source));
}

function frameworkFilesOf({ path, project }: PlacedFile): FrameworkFiles | null {
  const within = pathWithin(path, project.folder);
  return FRAMEWORK_FILES.find(({ packages, paths }) => packages.some(project.hasPackage) && paths.test(within)) ?? null;
}

function isModule({ source, path }: PlacedFile): boolean {
  return /\.m[jt]s$/i.test(path) || source.ast.body.some(({ type }) => /^(?:Import|Export)/.test(type));
}

function found(lookup: EnvLookup): FileLookup & { readonly type: 'lookup' } {
  return { type: 'lookup', lookup };
}

function left(reason: string): FileLookup & { readonly type: 'left' } {
  return { type: 'left', reason };
}

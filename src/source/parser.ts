import { createRequire } from 'node:module';

interface Loaded {
  parser?: typeof import('oxc-parser');
  scopes?: typeof import('@typescript-eslint/scope-manager');
}

const loaded: Loaded = {};
const require = createRequire(import.meta.url);

/** The parser, loaded when the first text is read: most lint runs read none. Throws where it does not load. */
export function parser(): typeof import('oxc-parser') {
  return (loaded.parser ??= require('oxc-parser') as typeof import('oxc-parser'));
}

/** The scope manager, loaded with the first text that is read. */
export function scopes(): typeof import('@typescript-eslint/scope-manager') {
  return (loaded.scopes ??= require('@typescript-eslint/scope-manager') as typeof import('@typescript-eslint/scope-manager'));
}

/** Loads both ahead of time, past the hooks that a host has laid on `require`. */
export async function preloadParser(): Promise<void> {
  loaded.parser = await import('oxc-parser');
  loaded.scopes = await import('@typescript-eslint/scope-manager');
}

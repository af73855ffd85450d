import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { compilerOptionsFor } from '../../src/lookup/compiler-options.js';
import { folderWith } from '../project-folder.js';

const STRICT = { compilerOptions: { noPropertyAccessFromIndexSignature: true } };
const ISOLATED = { compilerOptions: { isolatedDeclarations: true } };
const NEITHER = { noPropertyAccessFromIndexSignature: false, isolatedDeclarations: false };
const BOTH = { noPropertyAccessFromIndexSignature: true, isolatedDeclarations: true };

type Files = Readonly<Record<string, unknown>>;

const optionsIn = (files: Files, path = 'src/a.ts') => compilerOptionsFor(join(folderWith(files), path));

const CONFIGS: readonly (readonly [string, Files, object])[] = [
  ['none', {}, NEITHER],
  ['its own', { 'tsconfig.json': STRICT }, { ...NEITHER, noPropertyAccessFromIndexSignature: true }],
  ['the nearest', { 'tsconfig.json': STRICT, 'src/tsconfig.json': ISOLATED }, { ...NEITHER, isolatedDeclarations: true }],
  ['a base', { 'tsconfig.json': { extends: './config/base' , ...ISOLATED }, 'config/base.json': STRICT }, BOTH],
  ['a base with its extension', { 'tsconfig.json': { extends: './base.json' }, 'base.json': STRICT }, { ...NEITHER, noPropertyAccessFromIndexSignature: true }],
  ['the base of a base', { 'tsconfig.json': { extends: './a.json', ...ISOLATED }, 'a.json': { extends: '../x/b.json' } }, { ...NEITHER, isolatedDeclarations: true }],
  ['a base that is overridden', { 'tsconfig.json': { extends: './a.json', compilerOptions: { noPropertyAccessFromIndexSignature: false } }, 'a.json': STRICT }, NEITHER],
  ['bases, the last first', { 'tsconfig.json': { extends: ['./a.json', './b.json'] }, 'a.json': { compilerOptions: { noPropertyAccessFromIndexSignature: false, isolatedDeclarations: true } }, 'b.json': STRICT }, BOTH],
  ['a package', { 'tsconfig.json': { extends: '@tsconfig/strictest' }, 'node_modules/@tsconfig/strictest/tsconfig.json': STRICT }, { ...NEITHER, noPropertyAccessFromIndexSignature: true }],
  ['a file of a package', { 'tsconfig.json': { extends: 'base/strict' }, 'node_modules/base/strict.json': STRICT }, { ...NEITHER, noPropertyAccessFromIndexSignature: true }],
  ['a package that names its file', { 'tsconfig.json': { extends: 'base' }, 'node_modules/base/package.json': { tsconfig: './lib/ts.json' }, 'node_modules/base/lib/ts.json': STRICT }, { ...NEITHER, noPropertyAccessFromIndexSignature: true }],
  ['a ring', { 'tsconfig.json': { extends: './a.json', ...ISOLATED }, 'a.json': { extends: './tsconfig.json', ...STRICT } }, BOTH],
  ['a base that is not there', { 'tsconfig.json': { extends: ['./a.json', 'b', 1], ...STRICT } }, { ...NEITHER, noPropertyAccessFromIndexSignature: true }],
  ['references', { 'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }, { path: './server' }, 1] }, 'tsconfig.app.json': STRICT, 'server/tsconfig.json': ISOLATED }, BOTH],
  ['references beside own files', { 'tsconfig.json': { references: [{ path: './a.json' }] }, 'a.json': STRICT }, NEITHER],
];

// What JSON would not take.
const JSONC = `\ufeff// a "comment"
{
  /* "extends": "./no", */
  "compilerOptions": {
    "baseUrl": "http://a.example/*", // "noPropertyAccessFromIndexSignature": false
    "paths": { "@/*": ["./src/*",], },
    "noPropertyAccessFromIndexSignature": true, /* , } */
  },
}
`;

describe('compiler options', () => {
  it.each(CONFIGS)('come from %s', (_, files, expected) => {
    expect(optionsIn(files)).toMatchObject(expected);
  });

  it.each(CONFIGS.filter(([name]) => !/references|not there|ring/.test(name)))('are what TypeScript reads: %s', (_, files) => {
    const folder = folderWith({ ...files, 'src/a.ts': '' });
    const config = ts.findConfigFile(join(folder, 'src'), (path) => ts.sys.fileExists(path)) ?? '';
    const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
    const options: ts.CompilerOptions = (config.startsWith(folder) ? ts.getParsedCommandLineOfConfigFile(config, {}, host)?.options : null) ?? {};
    const read = { noPropertyAccessFromIndexSignature: options.noPropertyAccessFromIndexSignature === true, isolatedDeclarations: options.isolatedDeclarations === true };
    expect(compilerOptionsFor(join(folder, 'src/a.ts'))).toMatchObject(read);
  });

  it('may stand among comments and trailing commas', () => {
    expect(optionsIn({ 'tsconfig.json': JSONC })).toMatchObject({ noPropertyAccessFromIndexSignature: true });
  });

  it.each([[''], ['{'], ['[]'], ['null'], ['{ "compilerOptions": 1, "extends": {} }'], ['/* open'], ['"']])('are none in %s', (text) => {
    expect(optionsIn({ 'tsconfig.json': text })).toEqual({ ...NEITHER, hasNodeTypes: null });
  });
});

describe('node types', () => {
  const types = (...names: readonly string[]) => ({ compilerOptions: { types: names } });
  const OTHER = { 'node_modules/vite/package.json': {} };
  const NODE = { 'node_modules/@types/node/package.json': {} };

  it.each<readonly [string, Files, boolean | null]>([
    ['the list lacks node, and it is not installed', { 'tsconfig.json': types('vite/client'), ...OTHER }, false],
    ['the list is empty, and it is not installed', { 'tsconfig.json': types(), ...OTHER }, false],
    ['nothing is installed', { 'tsconfig.json': types('vite/client') }, null],
    ['there is no list', { 'tsconfig.json': {}, ...OTHER }, null],
    ['there is no tsconfig', { ...OTHER }, null],
    ['the list has node, and it is not installed', { 'tsconfig.json': types('node'), ...OTHER }, null],
    ['the list has node', { 'tsconfig.json': types('node'), ...NODE }, true],
    ['the list has all', { 'tsconfig.json': types('*'), ...NODE }, true],
    ['it is installed, and there is no list', { 'tsconfig.json': {}, ...NODE }, true],
    ['it is installed, and the list lacks it', { 'tsconfig.json': types('vite/client'), ...NODE }, null],
    ['one of the configs referred to has node', { 'tsconfig.json': { files: [], references: [{ path: './a.json' }, { path: './b.json' }] }, 'a.json': types('vite/client'), 'b.json': types('node'), ...OTHER }, null],
    ['one of the configs referred to has no list', { 'tsconfig.json': { files: [], references: [{ path: './a.json' }, { path: './b.json' }] }, 'a.json': types('vite/client'), 'b.json': {}, ...OTHER }, null],
  ])('where %s', (_, files, expected) => {
    expect(optionsIn(files).hasNodeTypes).toBe(expected);
  });

  it('may be installed above', () => {
    expect(optionsIn({ ...NODE, 'a/tsconfig.json': types(), 'a/node_modules/b/package.json': {} }, 'a/b.ts').hasNodeTypes).toBeNull();
  });
});

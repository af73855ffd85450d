import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, nodesIn, PROJECT, sourcesIn, treeOf } from './imports-of.js';

/** What files of a layer may import besides each other. */
interface Layer {
  /** At run time, and as types. */
  readonly values: readonly string[];
  /** As types alone. */
  readonly types: readonly string[];
}

const ESTREE = '@typescript-eslint/utils';
const SCOPES = '@typescript-eslint/scope-manager';

// The table of CONTRIBUTING.md, with the packages that each layer may know.
const layers: Readonly<Record<string, Layer>> = {
  'src/key': { values: ['node:crypto'], types: [] },
  'src/catalogue': { values: [], types: ['src/key'] },
  'src/source': { values: ['src/key', 'oxc-parser', SCOPES, 'node:*'], types: [ESTREE] },
  'src/analysis': { values: ['src/key', 'src/catalogue', 'src/source', '@eslint-community/eslint-utils'], types: [ESTREE, SCOPES] },
  'src/edit': { values: ['src/key', 'src/catalogue', 'src/analysis'], types: ['src/source', ESTREE, SCOPES] },
  'src/dotenv': { values: ['node:module', 'eslint-plugin-wix-keys/package.json'], types: ['src/key'] },
  'src/data': { values: ['src/dotenv'], types: [] },
  'src/lookup': { values: ['src/key', 'src/catalogue', 'src/source', 'src/analysis', 'src/edit', 'src/dotenv', 'node:*'], types: [ESTREE] },
  'src/create-rule.ts': { values: ['src/key', 'src/source', 'node:path'], types: ['src/analysis', ESTREE] },
  'src/placed-code.ts': { values: ['src/source', 'src/edit', 'src/lookup', 'node:path'], types: ['src/key', 'src/create-rule.ts', ESTREE] },
  'src/key-variables.ts': { values: ['src/source', 'src/lookup', 'node:path'], types: ['src/analysis', 'src/create-rule.ts'] },
  'src/suggest-environment.ts': { values: ['src/key', 'src/analysis', 'src/edit', 'src/create-rule.ts', 'src/placed-code.ts', 'src/key-variables.ts'], types: [ESTREE] },
  'src/index.ts': { values: ['src/dotenv', 'rules/index.ts', 'node:module', 'node:url', 'eslint-plugin-wix-keys/package.json'], types: ['eslint'] },
  'rules/index.ts': { values: ['rules'], types: [] },
  rules: {
    values: ['src/key', 'src/catalogue', 'src/source', 'src/analysis', 'src/edit', 'src/data', 'src/dotenv', 'src/create-rule.ts', 'src/suggest-environment.ts', 'node:path'],
    types: [ESTREE],
  },
  'src/migrate': {
    values: ['src/key', 'src/catalogue', 'src/source', 'src/analysis', 'src/edit', 'src/lookup', 'src/dotenv', 'node:*'],
    types: [ESTREE],
  },
  codemods: {
    values: ['src/key', 'src/migrate', 'node:*', 'jscodeshift/*', 'eslint-plugin-wix-keys/package.json'],
    types: ['jscodeshift'],
  },
};

/** Layers whose files may not import each other. */
const SEPARATE = new Set(['rules']);

const files = ['src', 'rules', 'codemods'].filter((folder) => existsSync(join(PROJECT, folder))).flatMap(sourcesIn);
const importsByFile = new Map(files.map((file) => [file, importsOf(file)]));

function layerOf(path: string): string {
  if (Object.hasOwn(layers, path)) return path;
  const [top = '', second = ''] = path.split('/');
  return top === 'src' && path.split('/').length > 2 ? `${top}/${second}` : top;
}

/** What stands in the table for an import: a layer for a file of the project, else the package itself. */
function targetOf({ to }: Import): string {
  return importsByFile.has(to) ? layerOf(to) : to;
}

function isAllowed(file: string, imported: Import): boolean {
  const from = layerOf(file);
  const target = targetOf(imported);
  if (target === from) return !SEPARATE.has(from);
  const { values = [], types = [] } = layers[from] ?? {};
  return (imported.isType ? [...values, ...types] : values).some((name) => name === target || (name.endsWith('*') && target.startsWith(name.slice(0, -1))));
}

/** The first ring of imports that a walk from each file finds, types included; null where there is none. */
function findCycle(): readonly string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const { to } of importsByFile.get(file) ?? []) {
      const cycle = visit(to, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  return files.reduce<readonly string[] | null>((found, file) => found ?? visit(file, []), null);
}

describe('imports', () => {
  it('are seen in every form', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(importsByFile.get('src/index.ts')?.map(({ to }) => to)).toEqual(expect.arrayContaining(['rules/index.ts', 'eslint', 'eslint-plugin-wix-keys/package.json']));
  });

  it('stay in the layers of the table', () => {
    const wrong = files.flatMap((file) => (importsByFile.get(file) ?? [])
      .filter((imported) => !isAllowed(file, imported))
      .map(({ to, isType }) => `${file} imports ${to}${isType ? ' (types)' : ''}`));
    expect(wrong).toEqual([]);
  });

  it('point at files that exist', () => {
    const missing = [...importsByFile].flatMap(([file, imports]) => imports
      .filter(({ to }) => to.endsWith('.ts') && !importsByFile.has(to))
      .map(({ to }) => `${file} imports ${to}`));
    expect(missing).toEqual([]);
  });

  it('form no cycle, types included', () => {
    expect(findCycle()).toBeNull();
  });
});

describe('key patterns', () => {
  // A prefix as a word, or how the first part of every key begins.
  const PATTERN = /(?<![A-Za-z])(?:IST|JWS|OAUTH2|OauthNG)(?![A-Za-z])|eyJ/;
  const HOME = new Set(['src/key/grammar.ts', 'src/key/kinds.ts']);
  // What a person reads.
  const PROSE = new Set(['description', 'messages']);

  const isProse = (node: ts.Node): boolean => ts.findAncestor(node, (above) => ts.isPropertyAssignment(above) && PROSE.has(above.name.getText())) !== undefined;
  const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  const patternsIn = (file: string): string[] => nodesIn(treeOf(file))
    .filter((node) => isText(node) && PATTERN.test(node.getText()) && !(file.startsWith('rules/') && isProse(node)))
    .map((node) => `${file}: ${node.getText()}`);

  it('stand in the grammar and the table of kinds alone', () => {
    expect(files.filter((file) => !HOME.has(file)).flatMap(patternsIn)).toEqual([]);
  });

  it('are seen where they stand', () => {
    expect([...HOME].filter((file) => patternsIn(file).length === 0)).toEqual([]);
  });
});

/** Their frameworks name their files. */
const APPS = 'test/correct-apps/';

describe('file names', () => {
  const all = ['src', 'rules', 'codemods', 'test', 'bench', 'examples'].flatMap(sourcesIn).filter((file) => !file.startsWith(APPS));
  const nameOf = (file: string): string => basename(file).replace(/(?:\.test|\.config)?\.[cm]?[jt]sx?$/, '');

  it('are kebab-case', () => {
    expect(all.filter((file) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(nameOf(file)))).toEqual([]);
  });

  it('say what is in the file', () => {
    const nothing = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'misc']);
    expect(all.filter((file) => file.split('/').some((part) => nothing.has(part.replace(/\..*$/, ''))))).toEqual([]);
  });

  it('are index only for the entry and the table of rules', () => {
    expect(all.filter((file) => nameOf(file) === 'index')).toEqual(['src/index.ts', 'rules/index.ts']);
  });
});

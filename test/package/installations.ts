import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

const PROJECT = join(import.meta.dirname, '..', '..');
const PLATFORM = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const NODE_VERSIONS = ['20.19', '22', '24'];
const ESLINT_VERSIONS = ['8.57.1', '9', '10'];
/** The lowest of each major version, for `npm run test:matrix`. */
const LOWEST_VERSIONS = process.env.MATRIX === 'full' ? ['9.0.0', '10.0.0'] : [];
const MEGABYTE = 1024 * 1024;

/** A folder that was empty, with one ESLint, this package from its tarball, TypeScript and its parser installed. */
export interface Installation {
  readonly eslint: string;
  readonly folder: string;
  /** What the package brought into `node_modules` that ESLint had not: itself among them. */
  readonly added: { readonly packages: readonly string[]; readonly megabytes: number };
}

/** Everything that the package tests need installed. */
export interface Installations {
  readonly tarball: string;
  readonly byEslint: readonly Installation[];
  /** Those of `byEslint`, and in the full matrix the lowest versions. */
  readonly matrix: readonly Installation[];
  /** A folder that was empty, with this package from its tarball and jscodeshift, as the README says. */
  readonly codemod: string;
  /** For each Node version the program. */
  readonly nodes: readonly { readonly version: string; readonly program: string }[];
}

declare module 'vitest' {
  export interface ProvidedContext {
    installations: Installations;
  }
}

/** Packs the built package once and installs it beside each ESLint; the Node versions come as packages too. */
export default async function install(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(join(PROJECT, 'dist', 'src', 'index.js'))) throw new Error('Nothing is built: run `npm run build` first.');
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'wix-keys-package-'));
  const tarball = await pack(folder);
  const [nodes, codemod, ...matrix] = await Promise.all([
    installNodes(join(folder, 'node')),
    installCodemod(join(folder, 'codemod'), tarball),
    ...[...ESLINT_VERSIONS, ...LOWEST_VERSIONS].map((version) => installBeside(version, { folder, tarball })),
  ]);
  project.provide('installations', { tarball, byEslint: matrix.slice(0, ESLINT_VERSIONS.length), matrix, codemod, nodes });
  return () => rm(folder, { recursive: true, force: true });
}

async function pack(folder: string): Promise<string> {
  await npm(PROJECT, ['pack', '--ignore-scripts', '--pack-destination', folder]);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('`npm pack` made no tarball.');
  return join(folder, tarball);
}

async function installNodes(folder: string): Promise<Installations['nodes']> {
  makePackage(folder);
  await npmInstall(folder, NODE_VERSIONS.map((version) => `node-${version}@npm:node-${PLATFORM}@${version}`));
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return NODE_VERSIONS.map((version) => ({ version, program: join(folder, 'node_modules', `node-${version}`, 'bin', file) }));
}

async function installCodemod(folder: string, tarball: string): Promise<string> {
  makePackage(folder);
  await npmInstall(folder, [tarball, 'jscodeshift']);
  return folder;
}

async function installBeside(eslint: string, { folder: parent, tarball }: { readonly folder: string; readonly tarball: string }): Promise<Installation> {
  const folder = join(parent, `eslint-${eslint}`);
  makePackage(folder);
  await npmInstall(folder, [`eslint@${eslint}`]);
  const before = new Set(packagesIn(folder));
  await npmInstall(folder, [tarball]);
  const packages = packagesIn(folder).filter((path) => !before.has(path));
  const megabytes = packages.reduce((sum, path) => sum + sizeOf(join(folder, path)), 0) / MEGABYTE;
  // Babel's parser for Node 20 does not work with ESLint 10.
  const babel = eslint.startsWith('10') ? [] : ['@babel/eslint-parser@7', '@babel/core@7'];
  await npmInstall(folder, ['typescript@6', '@typescript-eslint/parser@8', ...babel]);
  return { eslint, folder, added: { packages, megabytes } };
}

function makePackage(folder: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
}

/** The folders of all packages that npm put there. */
function packagesIn(folder: string): string[] {
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, unknown>> };
  return Object.keys(lock.packages);
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function npmInstall(folder: string, packages: readonly string[]): Promise<void> {
  return npm(folder, ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages]);
}

async function npm(folder: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)('npm', args, { cwd: folder, shell: process.platform === 'win32', maxBuffer: 16 * MEGABYTE });
}

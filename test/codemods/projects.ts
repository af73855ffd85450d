import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const PROJECT = join(import.meta.dirname, '..', '..');
const JSCODESHIFT = join(dirname(createRequire(import.meta.url).resolve('jscodeshift/package.json')), 'bin', 'jscodeshift.js');

/** The built transform. */
export const TRANSFORM = join(PROJECT, 'dist', 'codemods', 'hardcoded-key-to-env.js');
const CLI = join(PROJECT, 'dist', 'codemods', 'cli.js');
const EXTENSIONS = '--extensions=js,jsx,mjs,cjs,ts,tsx,mts,cts,vue,svelte,astro';

/** What a command did. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run jscodeshift. */
export interface RunSetup {
  readonly args?: readonly string[];
  readonly paths?: readonly string[];
  /** How many CPUs the runner is to see; those of the machine where left out. */
  readonly cpus?: number;
}

/** A new folder with files of these texts, removed after the test; a Git repository where asked for. */
export function projectWith(files: Readonly<Record<string, string>>, { git = false } = {}): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'wix-keys-codemod-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  writeFiles(folder, { 'package.json': '{"name":"app","private":true}\n', ...files });
  if (git) runGit(folder, 'init', '-q');
  return folder;
}

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Runs git in a folder and gives what it prints. */
export function runGit(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Every file of the project by its path, those of Git and of Babel's cache left out. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => !/^(?:\.git|node_modules\/\.cache)(?:\/|$)/.test(path) && statSync(join(folder, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Runs the transform by jscodeshift's own command. */
export function jscodeshift(folder: string, { args = [], paths = ['.'], cpus }: RunSetup = {}): Run {
  return spawnSync(process.execPath, [...preloadOf(folder, cpus), JSCODESHIFT, '-t', TRANSFORM, EXTENSIONS, ...args, ...paths], { cwd: folder, encoding: 'utf8' });
}

/** Starts the same and leaves it running. */
export function startJscodeshift(folder: string, { args = [], paths = ['.'], cpus }: RunSetup = {}): ReturnType<typeof spawn> {
  return spawn(process.execPath, [...preloadOf(folder, cpus), JSCODESHIFT, '-t', TRANSFORM, EXTENSIONS, ...args, ...paths], { cwd: folder, stdio: 'ignore', detached: true });
}

/** Runs `eslint-plugin-wix-keys`. Without `--` Node 20 takes `--env-file` for its own wherever it stands. */
export function cli(folder: string, ...args: readonly string[]): Run {
  return spawnSync(process.execPath, ['--', CLI, ...args], { cwd: folder, encoding: 'utf8' });
}

/** jscodeshift starts one worker less than there are CPUs. */
function preloadOf(folder: string, cpus: number | undefined): readonly string[] {
  if (cpus === undefined) return [];
  const preload = join(dirname(folder), `wix-keys-cpus-${String(cpus)}.cjs`);
  writeFileSync(preload, `require('os').cpus = () => Array.from({ length: ${String(cpus + 1)} }, () => ({}));\n`);
  return ['--require', preload];
}


import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Run } from './consumer.js';

const WINDOWS = process.platform === 'win32';
const README = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
const SECTION = 'Before each commit';
const FENCED = /(?:`([^`\n]+)`:\n\n)?^```(\w+)\n(.*?)^```$/gms;
const LINTER = ['eslint@10', 'typescript@6', '@typescript-eslint/parser@8'];
/** Newer ones may need a newer Node.js than the oldest that the package runs on. */
const MAJORS: Readonly<Record<string, string>> = { husky: '9', lefthook: '2', 'lint-staged': '16', 'simple-git-hooks': '2' };
const INSTALL = 'npm install --save-dev ';

const call = promisify(execFile);

/** A fenced block of the README, with the name of its file where the line above it ends with one. */
interface Block {
  readonly file: string | undefined;
  readonly language: string;
  readonly text: string;
}

/** Where everything stands that a repository of the tests needs. */
export interface Tools {
  /** Holds `node_modules`, with the packed package, ESLint and all tools that npm has, and the repositories. */
  readonly folder: string;
  /** The `PATH` with the pre-commit framework in it, or why it is not there. */
  readonly preCommit: { readonly path: string } | { readonly missing: string };
}

/** A git repository in which the machine's own git and npm configuration counts for nothing. */
export interface Repository {
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly git: (...args: readonly string[]) => Run;
  /** Takes back what is not committed. */
  readonly reset: () => void;
}

/** Installs, in one folder beside the tarball, what all repositories share. */
export async function installTools(tarball: string): Promise<Tools> {
  const folder = mkdtempSync(join(dirname(tarball), 'pre-commit-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  // An install script of lefthook would write hooks into a repository that happens to lie around the folder.
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', tarball, ...LINTER, ...toolPackages()];
  const [preCommit] = await Promise.all([findPreCommit(folder), call('npm', args, { cwd: folder, shell: WINDOWS })]);
  return { folder, preCommit };
}

/** Makes a repository, follows the named parts of the README's section on commits in it, and commits what that wrote. */
export function makeRepository({ folder, preCommit }: Tools, { name, parts }: { readonly name: string; readonly parts: readonly string[] }): Repository {
  const repository = join(folder, name);
  const home = join(repository, '.git', 'home');
  mkdirSync(repository);
  symlinkSync(join(folder, 'node_modules'), join(repository, 'node_modules'), 'junction');
  const env = environment(home, 'path' in preCommit ? preCommit.path : ownPath());
  const git = (...args: readonly string[]): Run => spawnSync('git', args, { cwd: repository, env, encoding: 'utf8' });
  const write = (files: Readonly<Record<string, string>>): void => writeFiles(repository, files);

  succeed(git('init', '--quiet'));
  succeed(git('config', 'user.name', 'Test'));
  succeed(git('config', 'user.email', 'test@example.com'));
  mkdirSync(home);
  const blocks = parts.flatMap((part) => blocksOf(partNamed(part)));
  write({ 'eslint.config.js': typescriptConfig(), '.gitignore': 'node_modules\n', ...filesOf(blocks) });
  for (const line of linesOf(blocks)) {
    if (!line.startsWith(INSTALL)) succeed(spawnSync(line, { cwd: repository, env, encoding: 'utf8', shell: true }));
  }
  succeed(git('add', '.'));
  succeed(git('commit', '--message=Setup'));
  const reset = (): void => {
    succeed(git('reset', '--quiet', '--hard'));
    succeed(git('clean', '--quiet', '-fd'));
  };
  return { write, git, reset };
}

function succeed(run: Run): void {
  if (run.status !== 0) throw new Error(`${run.status ?? 'no status'}\n${run.stdout}\n${run.stderr}`);
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Little enough that no setting of the machine, of npm or of a hook that runs these tests reaches git and the tools. */
function environment(home: string, path: string): NodeJS.ProcessEnv {
  const { SystemRoot, TEMP, TMPDIR } = process.env;
  return { PATH: path, HOME: home, USERPROFILE: home, GIT_CONFIG_NOSYSTEM: '1', NO_COLOR: '1', SystemRoot, TEMP, TMPDIR };
}

/** The `PATH` without the programs of packages: `npm test` puts this project's own there. */
function ownPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return [dirname(process.execPath), ...folders].join(delimiter);
}

async function findPreCommit(folder: string): Promise<Tools['preCommit']> {
  const path = ownPath();
  const venv = join(folder, 'venv');
  const withVenv = [join(venv, WINDOWS ? 'Scripts' : 'bin'), path].join(delimiter);
  if (await runs('pre-commit', ['--version'], path)) return { path };
  const pip = ['install', '--quiet', '--retries=0', '--timeout=15', 'pre-commit'];
  if (await runs('python3', ['-m', 'venv', venv], path) && await runs('pip', pip, withVenv)) return { path: withVenv };
  if (process.getuid?.() === 0 && (await aptInstall(path) || (await runs('apt-get', ['update'], path) && await aptInstall(path)))) return { path };
  return { missing: 'pre-commit is not installed, and neither pip nor apt-get as root could install it' };
}

function aptInstall(path: string): Promise<boolean> {
  return runs('apt-get', ['install', '--yes', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=60', 'pre-commit'], path);
}

async function runs(program: string, args: readonly string[], path: string): Promise<boolean> {
  const env = { ...process.env, PATH: path, DEBIAN_FRONTEND: 'noninteractive' };
  return call(program, args, { env }).then(() => true, () => false);
}

function sectionNamed(title: string): string {
  const section = README.split(/^## /m).find((text) => text.startsWith(`${title}\n`));
  if (section === undefined) throw new Error(`The README has no section "${title}".`);
  return section;
}

/** From the line that links to the tool to the next line with a link. */
function partNamed(tool: string): string {
  const part = sectionNamed(SECTION).split(/^(?=.*\[[\w-]+\]\()/m).find((text) => text.includes(`[${tool}](`));
  if (part === undefined) throw new Error(`The README says nothing about ${tool}.`);
  return part;
}

function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(FENCED)].map(([, file, language = '', text = '']) => ({ file, language, text }));
}

function typescriptConfig(): string {
  const config = blocksOf(sectionNamed('Configure')).find(({ text }) => text.includes('parser'));
  if (config === undefined) throw new Error('The README shows no configuration with a parser.');
  return config.text;
}

/** The files that the blocks are for: what they say of `package.json` together, with the type that ESLint's configuration needs. */
function filesOf(blocks: readonly Block[]): Record<string, string> {
  const named = blocks.flatMap(({ file, text }) => file === undefined ? [] : [[file, text] as const]);
  const manifests = named.filter(([file]) => file === 'package.json').map(([, text]) => JSON.parse(text) as object);
  const manifest = Object.assign({ private: true, type: 'module' }, ...manifests) as object;
  return { ...Object.fromEntries(named), 'package.json': `${JSON.stringify(manifest, null, 2)}\n` };
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.trimEnd().split('\n'));
}

/** What the section installs from npm. */
function toolPackages(): string[] {
  const installs = linesOf(blocksOf(sectionNamed(SECTION))).filter((line) => line.startsWith(INSTALL));
  const names = new Set(installs.flatMap((line) => line.slice(INSTALL.length).split(' ')));
  return [...names].map((name) => `${name}@${MAJORS[name] ?? 'latest'}`);
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder with those files, gone when the test is. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wix-keys-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  addFiles(folder, files);
  return folder;
}

/** A new repository with those files, none of them tracked. */
export function makeRepository(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeFolder(files);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  return folder;
}

/** Writes files, and the folders above them. */
export function addFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** The text of a file in a folder. */
export function textIn(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Runs git as a person would who has set nothing up. */
export function git(folder: string, ...args: readonly string[]): string {
  const settings = ['user.name=Test', 'user.email=test@example.com', 'commit.gpgsign=false'].flatMap((setting) => ['-c', setting]);
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', [...settings, ...args], { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Commits all that is there, ignored files too. */
export function commitAll(folder: string): void {
  git(folder, 'add', '--force', '--all');
  git(folder, 'commit', '--quiet', '--message=all');
}

/** Does the work as a user whom file modes bind: root may write everywhere. */
export function asOrdinaryUser<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

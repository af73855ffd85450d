import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { historyHolds, isIgnored, isInRepository, isTracked, repositoryRoot } from '../../src/migrate/git.js';
import { istKey } from '../fake-keys.js';
import { addFiles, commitAll, git, makeFolder, makeRepository } from './folders.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a repository', () => {
  it('says which files are tracked and which are ignored', () => {
    const folder = makeRepository({ '.gitignore': '.env*\n!.env.example\nbuild/\n', '.env.example': '', '.env.old': '', 'build/.env': '', 'a/.env': '' });
    git(folder, 'add', '--force', '.env.old', '.env.example');
    const answers = (name: string): unknown[] => [isTracked(join(folder, name)), isIgnored(join(folder, name))];
    expect(answers('.env')).toEqual([false, true]);
    expect(answers('.env.example')).toEqual([true, false]);
    expect(answers('.env.old')).toEqual([true, false]);
    expect(answers('build/.env')).toEqual([false, true]);
    expect(answers('a/.env')).toEqual([false, true]);
    expect(answers('a/other')).toEqual([false, false]);
  });

  it('tracks a file that is deleted and not yet committed so', () => {
    const folder = makeRepository({ '.env': 'A=1\n' });
    commitAll(folder);
    rmSync(join(folder, '.env'));
    expect(isTracked(join(folder, '.env'))).toBe(true);
  });

  it('is asked about the very name', () => {
    const folder = makeRepository({ 'abc.env': '', '.gitignore': 'abc.env\n' });
    git(folder, 'add', '--force', 'abc.env');
    expect(isTracked(join(folder, '*.env'))).toBe(false);
    expect(isTracked(join(folder, ':(top)abc.env'))).toBe(false);
    expect(isIgnored(join(folder, '-v'))).toBe(false);
  });

  it('is found from its folders, its worktrees and through a link', () => {
    const folder = makeRepository({ 'packages/a/.gitignore': '.env\n', 'a.txt': '' });
    commitAll(folder);
    const outside = makeFolder();
    git(folder, 'worktree', 'add', '--quiet', join(outside, 'tree'));
    symlinkSync(join(folder, 'packages'), join(outside, 'link'));
    expect(repositoryRoot(join(folder, 'packages/a'))).toBe(folder);
    expect(repositoryRoot(join(outside, 'tree/packages'))).toBe(join(outside, 'tree'));
    expect(isInRepository(join(folder, 'packages/a'))).toBe(true);
    expect(isInRepository(join(outside, 'tree/packages'))).toBe(true);
    expect(isIgnored(join(folder, 'packages/a/.env'))).toBe(true);
    expect(isIgnored(join(outside, 'tree/packages/a/.env'))).toBe(true);
    expect(isIgnored(join(outside, 'link/a/.env'))).toBe(true);
    expect(isIgnored(join(folder, 'packages/.env'))).toBe(false);
  });

  it('is the one of the folder, not the one of a hook that runs', () => {
    const [folder, other] = [makeRepository({ '.gitignore': '.env\n' }), makeRepository()];
    vi.stubEnv('GIT_DIR', join(other, '.git'));
    vi.stubEnv('GIT_WORK_TREE', other);
    vi.stubEnv('GIT_INDEX_FILE', join(other, '.git/index'));
    expect(repositoryRoot(folder)).toBe(folder);
    expect(isIgnored(join(folder, '.env'))).toBe(true);
  });

  it('runs no program of its own settings', () => {
    const folder = makeRepository({ '.gitattributes': '* diff=spy filter=spy\n', 'a.js': 'a' });
    commitAll(folder);
    const [program, proof] = [join(folder, '.git/spy'), join(folder, '.git/proof')];
    writeFileSync(program, `#!/bin/sh\necho ran >> ${proof}\n`);
    chmodSync(program, 0o755);
    for (const name of ['core.fsmonitor', 'diff.external', 'diff.spy.textconv', 'diff.spy.command', 'core.pager', 'gpg.program']) git(folder, 'config', name, program);
    git(folder, 'config', 'log.showSignature', 'true');
    rmSync(proof, { force: true });
    expect([isTracked(join(folder, 'a.js')), isIgnored(join(folder, '.env')), historyHolds(folder, 'a')]).toEqual([true, false, true]);
    expect(existsSync(proof)).toBe(false);
  });
});

describe('no repository', () => {
  it('has no answers', () => {
    const folder = makeFolder();
    expect(isInRepository(folder)).toBe(false);
    expect([isTracked(join(folder, '.env')), isIgnored(join(folder, '.env')), repositoryRoot(folder), historyHolds(folder, 'a')]).toEqual([null, null, null, null]);
    expect(isTracked(join(folder, 'none', '.env'))).toBeNull();
  });

  it('is not a folder of which git does not know what it is', () => {
    const folder = makeFolder({ '.git': 'gitdir: /nowhere\n' });
    expect(isInRepository(folder)).toBeNull();
  });

  it.each(['', '/nowhere'])('has no answers without git: PATH=%j', (path) => {
    const [folder, plain] = [makeRepository({ 'a/b': '' }), makeFolder()];
    vi.stubEnv('PATH', path);
    expect([isTracked(join(folder, '.env')), isIgnored(join(folder, '.env')), repositoryRoot(folder), historyHolds(folder, 'a')]).toEqual([null, null, null, null]);
    expect(isInRepository(join(folder, 'a'))).toBeNull();
    expect(isInRepository(plain)).toBe(false);
  });
});

describe('the history', () => {
  const key = istKey();
  const repository = (): string => {
    const folder = makeRepository({ 'src/a.js': 'export const a = 1;\n', 'src/b.js': '' });
    commitAll(folder);
    return folder;
  };

  it('holds what was committed once, in whatever branch', () => {
    const folder = repository();
    expect(historyHolds(folder, key)).toBe(false);
    addFiles(folder, { 'src/a.js': `export const a = '${key}';\n` });
    expect(historyHolds(folder, key)).toBe(false);
    git(folder, 'checkout', '--quiet', '-b', 'other');
    commitAll(folder);
    git(folder, 'checkout', '--quiet', 'main');
    expect(historyHolds(folder, key)).toBe(true);
    expect(historyHolds(folder, key, ['src/a.js'])).toBe(true);
    expect(historyHolds(folder, key, [join(folder, 'src/a.js')])).toBe(true);
    expect(historyHolds(join(folder, 'src'), key, ['a.js'])).toBe(true);
    expect(historyHolds(folder, key, ['src/b.js', 'none.js'])).toBe(false);
    expect(historyHolds(folder, [istKey({ seed: 2 }), key])).toBe(true);
    expect(historyHolds(folder, [istKey({ seed: 2 }), istKey({ seed: 3 })])).toBe(false);
    expect(historyHolds(folder, key, Array.from({ length: 5_000 }, (_, index) => `none/${index}.js`))).toBe(true);
    expect(historyHolds(folder, key, [join(makeFolder(), 'a.js')])).toBeNull();
  });

  it('holds what a branch had that was merged away', () => {
    const folder = repository();
    git(folder, 'checkout', '--quiet', '-b', 'other');
    addFiles(folder, { 'src/a.js': `'${key}'\n` });
    commitAll(folder);
    addFiles(folder, { 'src/a.js': 'export const a = 1;\n' });
    commitAll(folder);
    git(folder, 'checkout', '--quiet', 'main');
    addFiles(folder, { 'src/b.js': 'b' });
    commitAll(folder);
    git(folder, 'merge', '--quiet', '--no-edit', 'other');
    git(folder, 'branch', '--delete', 'other');
    expect(historyHolds(folder, key, ['src/a.js'])).toBe(true);
  });

  it('holds the first commit, a stash and what is taken for binary', () => {
    const first = makeRepository({ 'a.js': key });
    commitAll(first);
    expect(historyHolds(first, key)).toBe(true);
    const stash = repository();
    addFiles(stash, { 'src/a.js': key });
    git(stash, 'stash');
    expect(historyHolds(stash, key)).toBe(true);
    const binary = makeRepository({ '.gitattributes': '*.js binary\n', 'a.js': `\u0000${key}` });
    commitAll(binary);
    expect(historyHolds(binary, key)).toBe(true);
  });

  it('is not known of a shallow clone, nor where it is too long', () => {
    const folder = repository();
    addFiles(folder, { 'src/a.js': `'${key}'\n` });
    commitAll(folder);
    addFiles(folder, { 'src/a.js': 'export const a = 2;\n' });
    commitAll(folder);
    const clones = makeFolder();
    git(clones, 'clone', '--quiet', '--depth=1', `file://${folder}`, 'clone');
    expect(historyHolds(join(clones, 'clone'), key)).toBeNull();
    const long = makeRepository({ 'a.txt': `${'x'.repeat(1000)}\n`.repeat(70_000), 'b.txt': key });
    commitAll(long);
    expect(historyHolds(long, key, ['a.txt'])).toBeNull();
    expect(historyHolds(long, key, ['b.txt'])).toBe(true);
  });

  it('is searched without a word of the key to another program', () => {
    const folder = repository();
    const [bin, proof] = [makeFolder(), join(makeFolder(), 'seen')];
    writeFileSync(join(bin, 'git'), `#!/bin/sh\n{ echo "$@"; env; } >> ${proof}\nPATH='${process.env.PATH ?? ''}' exec git "$@"\n`);
    chmodSync(join(bin, 'git'), 0o755);
    vi.stubEnv('PATH', `${bin}:${process.env.PATH ?? ''}`);
    expect(historyHolds(folder, key)).toBe(false);
    const seen = readFileSync(proof, 'utf8');
    expect(seen).toContain('--full-history');
    expect(seen.includes(key)).toBe(false);
  });
});

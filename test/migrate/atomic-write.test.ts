import * as fs from 'node:fs';
import { chmodSync, lstatSync, mkdirSync, readdirSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { linkedPath, writeAtomically } from '../../src/migrate/atomic-write.js';
import { istKey } from '../fake-keys.js';
import { addFiles, asOrdinaryUser, git, makeFolder, makeRepository, textIn } from './folders.js';

vi.mock('node:fs', { spy: true });

const modeOf = (path: string): number => statSync(path).mode & 0o777;

function failing(code: string): never {
  throw Object.assign(new Error(code), { code });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetAllMocks();
});

describe('writeAtomically', () => {
  it('makes a file of the mode', () => {
    const folder = makeFolder();
    writeAtomically(join(folder, '.env'), '\ufeffA=é\r\n', 0o600);
    expect(textIn(folder, '.env')).toBe('\ufeffA=é\r\n');
    expect(modeOf(join(folder, '.env'))).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('makes a file of the usual mode', () => {
    const folder = makeFolder();
    writeAtomically(join(folder, '.gitignore'), '.env\n', null);
    expect(modeOf(join(folder, '.gitignore'))).toBe(0o666 & ~process.umask());
  });

  it.each([0o640, 0o644, 0o600])('keeps the mode %o of a file that is there', (mode) => {
    const folder = makeFolder({ '.env': 'A=1\n' });
    chmodSync(join(folder, '.env'), mode);
    writeAtomically(join(folder, '.env'), 'A=2\n', 0o600);
    expect(textIn(folder, '.env')).toBe('A=2\n');
    expect(modeOf(join(folder, '.env'))).toBe(mode);
  });

  it('writes to where links lead, and keeps them', () => {
    const folder = makeFolder({ 'real/env': 'A=1\n' });
    symlinkSync('real/env', join(folder, 'second'));
    symlinkSync('second', join(folder, '.env'));
    symlinkSync('real/new', join(folder, '.new'));
    writeAtomically(join(folder, '.env'), 'A=2\n', null);
    writeAtomically(join(folder, '.new'), 'A=3\n', 0o600);
    expect([textIn(folder, 'real/env'), textIn(folder, 'real/new')]).toEqual(['A=2\n', 'A=3\n']);
    expect(['second', '.env', '.new'].every((name) => lstatSync(join(folder, name)).isSymbolicLink())).toBe(true);
    expect(readdirSync(join(folder, 'real'))).toEqual(['env', 'new']);
    expect(linkedPath(join(folder, '.new'))).toBe(join(folder, 'real/new'));
  });

  it('throws for a ring of links', () => {
    const folder = makeFolder();
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    expect(() => writeAtomically(join(folder, 'a'), '', null)).toThrow('ELOOP');
  });

  it('removes what a killed run left', () => {
    const folder = makeFolder({ '.env.wix-keys.tmp/.env.draft': 'A=', '.env.wix-keys.tmp/.gitignore': '' });
    writeAtomically(join(folder, '.env'), 'A=1\n', 0o600);
    addFiles(folder, { '.gitignore.wix-keys.tmp': 'a file' });
    writeAtomically(join(folder, '.gitignore'), '.env\n', null);
    expect(readdirSync(folder).sort()).toEqual(['.env', '.gitignore']);
  });

  it('holds the key, until the file is in its place, where git sees nothing and nobody else reads', () => {
    const folder = makeRepository({ '.env': 'A=1\n' });
    vi.mocked(fs.renameSync).mockImplementationOnce((from) => {
      expect(git(folder, 'status', '--porcelain', '--untracked-files=all')).toBe('?? .env\n');
      expect(modeOf(String(from)) & 0o600).toBe(0o600);
      expect(modeOf(join(String(from), '..'))).toBe(0o700);
      failing('EIO');
    });
    expect(() => writeAtomically(join(folder, '.env'), `A=${istKey()}\n`, 0o600)).toThrow('EIO');
    expect(textIn(folder, '.env')).toBe('A=1\n');
    expect(readdirSync(folder).sort()).toEqual(['.env', '.git']);
  });

  it('leaves nothing behind where it fails', () => {
    const folder = makeFolder({ '.env': 'A=1\n' });
    vi.mocked(fs.fsyncSync).mockImplementationOnce(() => failing('ENOSPC'));
    expect(() => writeAtomically(join(folder, '.env'), 'A=2\n', null)).toThrow('ENOSPC');
    mkdirSync(join(folder, 'folder'));
    expect(() => writeAtomically(join(folder, 'folder'), '', null)).toThrow('EISDIR');
    expect(readdirSync(folder)).toEqual(['.env', 'folder']);
    expect(textIn(folder, '.env')).toBe('A=1\n');
  });

  it('does not replace a file that forbids it', () => {
    const folder = makeFolder({ '.env': 'A=1\n' });
    chmodSync(folder, 0o777);
    chmodSync(join(folder, '.env'), 0o444);
    expect(() => asOrdinaryUser(() => writeAtomically(join(folder, '.env'), 'A=2\n', null))).toThrow('EACCES');
    expect(textIn(folder, '.env')).toBe('A=1\n');
  });

  it('tries again on Windows where somebody holds the file', () => {
    const folder = makeFolder({ '.env': 'A=1\n' });
    vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
    vi.mocked(fs.renameSync).mockImplementationOnce(() => failing('EPERM')).mockImplementationOnce(() => failing('EBUSY'));
    writeAtomically(join(folder, '.env'), 'A=2\n', null);
    expect(textIn(folder, '.env')).toBe('A=2\n');
    expect(renameSync).toHaveBeenCalledTimes(3);
  });

  it('tries once elsewhere', () => {
    const folder = makeFolder({ '.env': 'A=1\n' });
    vi.mocked(fs.renameSync).mockImplementationOnce(() => failing('EBUSY'));
    expect(() => writeAtomically(join(folder, '.env'), 'A=2\n', null)).toThrow('EBUSY');
  });
});

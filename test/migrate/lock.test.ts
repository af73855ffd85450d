import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import ts from 'typescript';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LockError, LockTimeoutError, withLock, withLockIn } from '../../src/migrate/lock.js';
import { newOwner, textOf } from '../../src/migrate/lock-owner.js';
import { PROJECT } from '../imports-of.js';
import { asOrdinaryUser, makeFolder } from './folders.js';

const CHILD = `
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

const folder = process.argv[2];
const marker = join(folder, 'marker');
const inside = () => { try { return Number(readFileSync(marker, 'utf8')); } catch { return 0; } };
const isAlive = (pid) => { try { return !/^[ZX]$/.test(readFileSync('/proc/' + pid + '/stat', 'latin1').split(') ')[1][0]); } catch { return false; } };
const note = (name) => appendFileSync(join(folder, name), process.pid + '\\n');
while (!existsSync(join(folder, 'stop'))) {
  withLock(join(folder, '.lock'), () => {
    const other = inside();
    if (other !== 0) note(isAlive(other) ? 'violations' : 'takeovers');
    writeFileSync(marker, String(process.pid));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.random() * 4);
    if (Math.random() < 0.06) process.kill(process.pid, 'SIGKILL');
    if (inside() !== process.pid) note('violations');
    note('rounds');
    rmSync(marker);
  });
}
`;

/** The lock as JavaScript beside a script that uses it, in a new folder. */
function buildChild(edit: (code: string) => string): string {
  const folder = makeFolder();
  for (const name of ['lock', 'lock-owner', 'pause']) {
    const source = readFileSync(join(PROJECT, 'src/migrate', `${name}.ts`), 'utf8');
    const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } });
    writeFileSync(join(folder, `${name}.mjs`), edit(outputText.replaceAll(/(?<=from '\.\/[a-z-]+)\.js/g, '.mjs')));
  }
  writeFileSync(join(folder, 'child.mjs'), CHILD);
  return join(folder, 'child.mjs');
}

/** A pid that nobody has any more. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

function linesOf(path: string): number {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0;
}

/** Eight processes that take the lock over and over, of which one is killed every few moments, whatever it does, until enough was seen. */
async function stress(edit: (code: string) => string): Promise<string> {
  const [script, folder] = [buildChild(edit), makeFolder()];
  const stop = join(folder, 'stop');
  const codes: (number | null)[] = [];
  const running = new Set<ChildProcess>();
  const start = (): void => {
    const child = fork(script, [folder], { stdio: 'ignore', execArgv: [] });
    running.add(child);
    child.on('exit', (code) => {
      running.delete(child);
      if (code === null && !existsSync(stop)) start();
      else codes.push(code);
    });
  };
  onTestFinished(() => running.forEach((child) => child.kill('SIGKILL')));
  for (let count = 0; count < 8; count += 1) start();
  const end = Date.now() + 6_000;
  while ((linesOf(join(folder, 'takeovers')) < 15 || linesOf(join(folder, 'rounds')) < 150) && Date.now() < end) {
    await sleep(60 + Math.random() * 100);
    [...running][Math.floor(Math.random() * running.size)]?.kill('SIGKILL');
  }
  writeFileSync(stop, '');
  await Promise.all([...running].map((child) => once(child, 'exit')));
  expect(codes.filter((code) => code !== null && code !== 0)).toEqual([]);
  return folder;
}

describe('many processes', { timeout: 60_000 }, () => {
  const withoutLinks = (code: string): string => code.replace('linkSync(draft, path)', "throw Object.assign(new Error(), { code: 'EPERM' })");

  it.each([
    ['links', (code: string) => code],
    ['no links', withoutLinks],
  ])('never hold the lock at once and never wait for the dead, in a file system with %s', async (_, edit) => {
    const folder = await stress(edit);
    expect(linesOf(join(folder, 'violations'))).toBe(0);
    expect(linesOf(join(folder, 'takeovers'))).toBeGreaterThan(0);
    withLock(join(folder, '.lock'), () => null);
    // A draft of which nothing is written yet is left until it is old.
    const litter = readdirSync(folder).filter((name) => name.startsWith('.lock') && readFileSync(join(folder, name), 'utf8') !== '');
    expect(litter).toEqual([]);
  });

  it('are told apart with and without links', () => {
    expect(withoutLinks(readFileSync(join(PROJECT, 'src/migrate/lock.ts'), 'utf8'))).toContain('EPERM');
  });
});

describe('the lock', () => {
  const lockIn = (folder: string): string => join(folder, '.env.wix-keys.lock');
  const hold = (path: string, change: Partial<ReturnType<typeof newOwner>>): void => writeFileSync(path, textOf({ ...newOwner(), ...change }));
  const quickly = (path: string): string => withLockIn({ path, timeout: 150 }, () => 'done');

  it('gives what the work gives and leaves nothing behind', () => {
    const folder = makeFolder();
    expect(withLock(lockIn(folder), () => readdirSync(folder))).toEqual(['.env.wix-keys.lock']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is free again when the work fails', () => {
    const folder = makeFolder();
    expect(() => withLock(lockIn(folder), () => { throw new RangeError('fault'); })).toThrow(RangeError);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken from an owner that is dead, with all that the dead left', () => {
    const folder = makeFolder();
    const pid = deadPid();
    for (const name of ['', '.tmp-a', '.break-b']) hold(lockIn(folder) + name, { pid });
    writeFileSync(`${lockIn(folder)}-other`, 'mine');
    expect(withLock(lockIn(folder), () => 'done')).toBe('done');
    expect(readdirSync(folder)).toEqual(['.env.wix-keys.lock-other']);
  });

  it('is taken where who was taking it from the dead died too', () => {
    const folder = makeFolder();
    const [dead, breaker] = [{ ...newOwner(), pid: deadPid() }, { ...newOwner(), pid: deadPid() }];
    hold(lockIn(folder), dead);
    hold(`${lockIn(folder)}.break-${dead.id}`, breaker);
    hold(`${lockIn(folder)}.break-${breaker.id}`, { pid: deadPid() });
    expect(quickly(lockIn(folder))).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('is taken from a dead owner whose number another process has now', () => {
    const folder = makeFolder();
    hold(lockIn(folder), { pid: process.ppid, started: '1' });
    expect(quickly(lockIn(folder))).toBe('done');
  });

  it('is waited for while its owner lives, and not again after one wait in vain', () => {
    const path = lockIn(makeFolder());
    hold(path, { pid: process.ppid, started: '' });
    const begin = Date.now();
    expect(() => quickly(path)).toThrow(LockTimeoutError);
    const waited = Date.now() - begin;
    expect(waited).toBeGreaterThanOrEqual(150);
    const again = Date.now();
    expect(() => withLock(path, () => 'done')).toThrow(new LockTimeoutError(`The lock file ${path} was held by another run for 0 seconds; wait until that run has ended, or delete the file if there is none.`));
    expect(Date.now() - again).toBeLessThan(waited);
    expect(existsSync(path)).toBe(true);
  });

  it('throws where the work takes it once more', () => {
    const path = lockIn(makeFolder());
    expect(() => withLock(path, () => withLock(path, () => 'done'))).toThrow(LockError);
    expect(withLock(path, () => 'done')).toBe('done');
  });

  it.each([
    ['of another machine', textOf({ ...newOwner(), pid: deadPid(), host: `${hostname()}-2` }), 9, 11],
    ['without an owner', '', 0.1, 0.2],
  ])('%s goes by its age', (_, text, young, old) => {
    const age = (path: string, minutes: number): void => utimesSync(path, new Date(), new Date(Date.now() - minutes * 60_000));
    const [busy, free] = [lockIn(makeFolder()), lockIn(makeFolder())];
    writeFileSync(busy, text);
    age(busy, young);
    expect(() => quickly(busy)).toThrow(LockTimeoutError);
    writeFileSync(free, text);
    age(free, old);
    expect(quickly(free)).toBe('done');
  });

  it('says so where it cannot be made', () => {
    const folder = makeFolder();
    chmodSync(folder, 0o555);
    expect(() => asOrdinaryUser(() => withLock(lockIn(folder), () => 'done'))).toThrow(/^The lock file \S+ cannot be made \(EACCES\); .+\.$/);
    expect(() => withLock(join(folder, 'none', 'lock'), () => 'done')).toThrow(/ENOENT/);
  });
});

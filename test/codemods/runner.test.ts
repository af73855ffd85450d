import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { variablesIn } from '../../src/dotenv/write-env.js';
import { istKey, leaks } from '../fake-keys.js';
import { cli, filesOf, jscodeshift, projectWith, startJscodeshift, writeFiles } from './projects.js';

const KEYS = Array.from({ length: 12 }, (_, at) => istKey({ seed: at + 1 }));
const USER_LINES = '# mine\r\nDB=postgres://localhost\r\nOTHER="two words"';

/** A project of many files that share keys, with an env file whose last line has no end. */
function manyFiles(count: number): Readonly<Record<string, string>> {
  const files = Array.from({ length: count }, (_, at): [string, string] => {
    const key = KEYS[(at * 7) % KEYS.length] ?? '';
    const code = at % 3 === 0 ? `export const key${String(at)} = '${key}';\n` : `export const n${String(at)} = ${String(at)};\n`;
    return [`src/f${String(at)}.js`, code];
  });
  return { ...Object.fromEntries(files), '.env': USER_LINES };
}

/** What each file's constant is, once the variables are read back. */
function resolved(files: Readonly<Record<string, string>>): Readonly<Record<string, string | undefined>> {
  const variables = variablesIn(files['.env'] ?? '');
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('src/')).map(([path, text]) => {
    const name = /process\.env\.(\w+)/.exec(text)?.[1];
    return [path, name === undefined ? (/'(.*)'/.exec(text)?.[1] ?? '') : variables.get(name)];
  }));
}

/** jscodeshift writes a file under another name (`a.js.123`) and renames it then; killed between, it leaves that. */
function withoutUnfinished(files: Readonly<Record<string, string>>): { readonly unfinished: readonly string[]; readonly files: Readonly<Record<string, string>> } {
  const isUnfinished = ([path]: readonly [string, string]): boolean => /\.js\.\d+$/.test(path);
  const all = Object.entries(files);
  return { unfinished: all.filter(isUnfinished).map(([, text]) => text), files: Object.fromEntries(all.filter((file) => !isUnfinished(file))) };
}

describe('the transform under jscodeshift', () => {
  it('gives the same bytes with 1, 2 and 8 workers, and every lookup its own key', () => {
    const before = manyFiles(1500);
    const results = [1, 2, 8, 8].map((cpus) => {
      const folder = projectWith(before);
      expect(jscodeshift(folder, { cpus, paths: ['src'], args: ['--no-babel'] }).status).toBe(0);
      return filesOf(folder);
    });
    const [first = {}] = results;
    expect(resolved(first)).toEqual(resolved({ ...before, '.env': '' }));
    expect(first['.env']?.startsWith(`${USER_LINES}\r\n`)).toBe(true);
    for (const other of results) expect(other).toEqual(first);
  }, 120_000);

  it('names the same in a dry run as in a real one, and touches nothing in it', () => {
    const folder = projectWith(manyFiles(60));
    const before = filesOf(folder);
    const { stdout } = cli(folder, 'migrate', '--dry', '--json');
    expect(filesOf(folder)).toEqual(before);
    expect(JSON.parse(cli(folder, 'migrate', '--json').stdout)).toMatchObject({ variables: (JSON.parse(stdout) as { variables: unknown }).variables });
    expect(jscodeshift(projectWith(manyFiles(60)), { args: ['-d'] }).stdout).toContain('20 ok');
  }, 60_000);

  it('asks git in a dry run as often for many files as for two', () => {
    const askedFor = (count: number): number => {
      const files = Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${String(at)}.js`, `send('${KEYS[at] ?? ''}');\n`]));
      const folder = projectWith(files, { git: true });
      const [log, git] = [join(folder, '.git', 'asked'), join(folder, '.git', 'bin', 'git')];
      writeFiles(folder, { '.git/bin/git': `#!/bin/sh\nPATH="\${PATH#*:}"\necho "$*" >> '${log}'\nexec git "$@"\n` });
      chmodSync(git, 0o755);
      vi.stubEnv('PATH', `${dirname(git)}${delimiter}${process.env.PATH ?? ''}`);
      const { stdout } = jscodeshift(folder, { args: ['-d', '--run-in-band', '--no-babel'] });
      vi.unstubAllEnvs();
      expect(stdout).toContain(`${String(count)} ok`);
      return readFileSync(log, 'utf8').split('\n').length;
    };
    expect(askedFor(12)).toBe(askedFor(2));
  }, 60_000);

  it.each([
    [['--parser=babel']], [['--parser=babylon']], [['--parser=flow']], [['--parser=ts']], [['--parser=tsx']],
    [['--no-babel']], [['--run-in-band']], [['--run-in-band', '--no-babel']], [['-s']], [['-p', '--no-babel']], [['--verbose=2', '--no-babel']],
  ])('gives the bytes of migrate with %j', (args) => {
    const files = { 'src/a.ts': `const key: string = '${KEYS[0] ?? ''}';\r\n\tsend(key)\r\n`, 'src/b.jsx': `\ufeffexport const a = <A apiKey="${KEYS[1] ?? ''}" />`, 'src/c.mjs': 'export const c = 1;\n' };
    const [one, other] = [projectWith(files), projectWith(files)];
    const { status, stdout, stderr } = jscodeshift(one, { args });
    expect(status).toBe(0);
    expect(KEYS.some((key) => leaks(stdout + stderr, key))).toBe(false);
    expect(cli(other, 'migrate').status).toBe(0);
    expect(filesOf(one)).toEqual(filesOf(other));
    expect(filesOf(one)['src/a.ts']).toMatch(/^const key: string = process\.env\.WIX_API_KEY_\w{8}!;\r\n\tsend\(key\)\r\n$/);
  }, 60_000);

  it('loses no key when it is killed, and finishes in the next run', async () => {
    const before = manyFiles(300);
    for (let round = 0; round < 30; round++) {
      const folder = projectWith(before);
      const child = startJscodeshift(folder, { paths: ['src'], args: ['--no-babel'], cpus: 2 });
      await new Promise((resolve) => { setTimeout(resolve, 150 + round * 20); });
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      const { unfinished, files: killed } = withoutUnfinished(filesOf(folder));
      expect(unfinished.filter((text) => KEYS.some((key) => leaks(text, key)))).toEqual([]);
      expect(resolved(killed)).toEqual(resolved({ ...before, '.env': '' }));
      expect(killed['.env']?.startsWith(USER_LINES)).toBe(true);
      expect(cli(folder, 'migrate', 'src').status).toBe(0);
      const { files: after } = withoutUnfinished(filesOf(folder));
      expect(Object.entries(after).filter(([path, text]) => path !== '.env' && KEYS.some((key) => leaks(text, key)))).toEqual([]);
      expect(resolved(after)).toEqual(resolved({ ...before, '.env': '' }));
    }
  }, 180_000);

  it('refuses a wrong option by its name, and changes nothing', () => {
    const folder = projectWith({ 'a.js': `const key = '${KEYS[0] ?? ''}';` });
    const before = filesOf(folder);
    expect(jscodeshift(folder, { args: ['--no-babel', '--enfFile=.env'] }).stdout).toContain('There is no option --enf-file; did you mean --env-file?');
    expect(cli(folder, 'migrate', '--missing=never')).toMatchObject({ status: 2, stderr: '--missing takes one of assert, throw, ignore.\n' });
    expect(cli(folder, 'migrate', '--kind=ist').stderr).toContain('did you mean --kinds?');
    expect(cli(folder, 'migrate', `--${KEYS[0] ?? ''}=1`)).toMatchObject({ status: 2, stderr: 'There is no such option; --help lists them.\n' });
    expect(filesOf(folder)).toEqual(before);
  });
});

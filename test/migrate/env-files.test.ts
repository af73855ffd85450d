import * as fs from 'node:fs';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv as nodeParseEnv } from 'node:util';
import { parse as dotenvParse } from 'dotenv';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnvFileError, type EnvFiles, type EnvOutcome, readVariables, refusalToWrite, writeVariables } from '../../src/migrate/env-files.js';
import { ignoringIn, isIgnoredIn } from '../../src/migrate/ignore-text.js';
import { accountKey, instanceToken, leaks } from '../fake-keys.js';
import { asOrdinaryUser, commitAll, git, makeFolder, makeRepository, textIn } from './folders.js';

vi.mock('node:fs', { spy: true });

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetAllMocks();
});

const KEY = { name: 'WIX_API_KEY', value: accountKey() };
const TOKEN = { name: 'WIX_API_KEY_2', value: instanceToken(2), comment: 'What it is.' };
const ALL = ['.gitignore', '.env.example', '.env'];

function filesIn(folder: string, changed: Partial<EnvFiles> = {}): EnvFiles {
  return { folder, envFile: '.env', envExample: null, ...changed };
}

function write(folder: string, changed: Partial<EnvFiles> = {}): EnvOutcome {
  return writeVariables(filesIn(folder, changed), [KEY]);
}

/** Every file below the folder with its text, the repository's own left out. */
function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !/^\.git(?:$|[\\/])/.test(name) && lstatSync(join(folder, name)).isFile());
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

/** The reason; nothing changed, it is one sentence, it holds no key, and a dry run gives it too. */
function refusal(folder: string, changed: Partial<EnvFiles> = {}): string {
  const before = snapshot(folder);
  const foreseen = refusalToWrite(filesIn(folder, changed));
  const outcome = write(folder, changed);
  expect(snapshot(folder)).toEqual(before);
  const reason = outcome.type === 'refused' ? outcome.reason : '';
  expect(reason).toMatch(/^[^\n]+\.$/);
  expect(foreseen).toBe(reason);
  expect(leaks(reason, KEY.value)).toBe(false);
  return reason;
}

describe('writeVariables', () => {
  it('makes the three files in a repository', () => {
    const folder = makeRepository();
    expect(refusalToWrite(filesIn(folder))).toBeNull();
    expect(snapshot(folder)).toEqual({});
    expect(writeVariables(filesIn(folder), [KEY, TOKEN])).toEqual({ type: 'written', files: ALL });
    expect(snapshot(folder)).toEqual({
      '.gitignore': '.env\n',
      '.env.example': 'WIX_API_KEY=\nWIX_API_KEY_2=\n',
      '.env': `WIX_API_KEY=${KEY.value}\n# What it is.\nWIX_API_KEY_2=${TOKEN.value}\n`,
    });
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(git(folder, 'status', '--porcelain')).toBe('?? .env.example\n?? .gitignore\n');
    expect([...readVariables(filesIn(folder))]).toEqual([[KEY.name, KEY.value], [TOKEN.name, TOKEN.value]]);
  });

  it('writes them in the order in which no moment has a key in a file that git takes in', () => {
    const folder = makeRepository();
    const renamed = vi.mocked(fs.renameSync).mockClear();
    write(folder);
    expect(renamed.mock.calls.map(([, to]) => to)).toEqual(ALL.map((name) => join(folder, name)));
  });

  it('changes nothing the second time, nor for no variables', () => {
    const folder = makeRepository();
    write(folder);
    const before = snapshot(folder);
    expect(write(folder)).toEqual({ type: 'written', files: [] });
    expect(snapshot(folder)).toEqual(before);
    const empty = makeFolder();
    expect(writeVariables(filesIn(empty), [])).toEqual({ type: 'written', files: [] });
    expect(snapshot(empty)).toEqual({});
  });

  it('keeps what is there, mode, byte order mark and line ends as well', () => {
    const env = '\ufeff# mine\r\nexport A="b c" # d\r\n\r\nB=\'x\'';
    const folder = makeRepository({ '.gitignore': '\ufeffnode_modules\r\ndist', '.env': env, '.env.example': 'A=' });
    chmodSync(join(folder, '.env'), 0o640);
    expect(write(folder)).toEqual({ type: 'written', files: ALL });
    expect(textIn(folder, '.gitignore')).toBe('\ufeffnode_modules\r\ndist\r\n.env\r\n');
    expect(textIn(folder, '.env')).toBe(`${env}\r\nWIX_API_KEY=${KEY.value}\r\n`);
    expect(textIn(folder, '.env.example')).toBe('A=\nWIX_API_KEY=\n');
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o640);
  });

  it.each([
    ['.env', 'A=1\n'],
    ['.env*', 'A=1\n'],
    ['*.env', 'A=1\n'],
    ['/.env', 'A=1\n'],
    ['**/.env\n!.env.example', 'A=1\n'],
    ['.env.*\n!.env.local\n.[e]nv', ''],
  ])('leaves a .gitignore of %j', (lines, env) => {
    const folder = makeRepository({ '.gitignore': `${lines}\n`, '.env': env, '.env.example': '' });
    expect(write(folder)).toEqual({ type: 'written', files: ['.env.example', '.env'] });
  });

  it.each(['.env\n!.env\n', '.env*\n!.env', '*.local\n', '.env.*\n', '# .env\n', 'a/.env\n', '.envs\n', '\\.env*\n!/.env\n'])('adds to a .gitignore of %j', (text) => {
    const folder = makeRepository({ '.gitignore': text });
    expect(write(folder)).toEqual({ type: 'written', files: ALL });
    expect(textIn(folder, '.gitignore')).toBe(`${text}${text.endsWith('\n') ? '' : '\n'}.env\n`);
    expect(git(folder, 'check-ignore', '.env')).toBe('.env\n');
  });

  it.each([
    ['', '.env\n'],
    ['.env', null],
    ['.env*\r\n', null],
    ['*.env\n', null],
    ['/.env  \n', null],
    ['.env\n!.env\n', '.env\n!.env\n.env\n'],
    ['!.env\n.env\n', null],
    ['.env.local\n', '.env.local\n.env\n'],
    ['#.env', '#.env\n.env\n'],
  ])('goes by the lines of %j outside a repository', (text, expected) => {
    const folder = makeFolder({ '.gitignore': text });
    expect(write(folder)).toEqual({ type: 'written', files: expected === null ? ALL.slice(1) : ALL });
    expect(textIn(folder, '.gitignore')).toBe(expected ?? text);
  });

  it('serves a package of a monorepo and a worktree', () => {
    const folder = makeRepository({ '.gitignore': '/.env\n', 'packages/a/package.json': '{}', 'packages/b/package.json': '{}' });
    commitAll(folder);
    const outside = makeFolder();
    git(folder, 'worktree', 'add', '--quiet', join(outside, 'tree'));
    expect(write(join(folder, 'packages/a'))).toEqual({ type: 'written', files: ALL });
    expect(textIn(folder, 'packages/a/.gitignore')).toBe('.env\n');
    expect(write(join(outside, 'tree'))).toEqual({ type: 'written', files: ALL.slice(1) });
    expect(write(join(outside, 'tree/packages/b'))).toEqual({ type: 'written', files: ALL });
    expect(git(join(outside, 'tree'), 'status', '--porcelain', '--untracked-files=all')).not.toMatch(/\.env$/m);
  });

  it('serves other names and folders of the env file', () => {
    const folder = makeRepository({ 'config/a': '', '.gitignore': '.env*\n!.env.local\n' });
    expect(write(folder, { envFile: '.env.local' })).toEqual({ type: 'written', files: ['.gitignore', '.env.example', '.env.local'] });
    expect(write(folder, { envFile: 'config/.env-[a]', envExample: 'config/names.env' })).toEqual({ type: 'written', files: ['config/names.env', 'config/.env-[a]'] });
    expect(write(folder, { envFile: 'config/[a]!.vars' })).toEqual({ type: 'written', files: ['config/.gitignore', 'config/[a]!.vars'] });
    expect(write(folder, { envFile: '.dev.vars' })).toEqual({ type: 'written', files: ['.gitignore', '.dev.vars.example', '.dev.vars'] });
    expect(git(folder, 'status', '--porcelain', '--untracked-files=all')).not.toMatch(/vars$|\]$/m);
  });

  it.each(['.env.sample', '.env.template', '.env.dist', '.env.example'])('names the variables in %s where it is there', (name) => {
    const folder = makeRepository({ [name]: '# ours\nA=1\n' });
    expect(write(folder)).toEqual({ type: 'written', files: ['.gitignore', name, '.env'] });
    expect(textIn(folder, name)).toBe('# ours\nA=1\nWIX_API_KEY=\n');
  });

  it('fills a variable without a value, and leaves one named in the example', () => {
    const folder = makeRepository({ '.env.example': 'WIX_API_KEY=your key\n', '.env': 'WIX_API_KEY=\nB=2\n', '.gitignore': '.env\n' });
    expect(write(folder)).toEqual({ type: 'written', files: ['.env'] });
    expect(textIn(folder, '.env')).toBe(`WIX_API_KEY=${KEY.value}\nB=2\n`);
  });

  it('writes through a link to a file that is left out too', () => {
    const folder = makeRepository({ '.gitignore': 'secrets/\n.env\n', 'secrets/env': 'A=1\n' });
    symlinkSync('secrets/env', join(folder, '.env'));
    expect(write(folder)).toEqual({ type: 'written', files: ALL.slice(1) });
    expect(textIn(folder, 'secrets/env')).toBe(`A=1\nWIX_API_KEY=${KEY.value}\n`);
    expect(lstatSync(join(folder, '.env')).isSymbolicLink()).toBe(true);
  });

  it('works without git where there is no repository', () => {
    vi.stubEnv('PATH', '');
    expect(write(makeFolder())).toEqual({ type: 'written', files: ALL });
  });
});

describe('a refusal', () => {
  it('meets an env file that git tracks', () => {
    const folder = makeRepository({ '.env': 'A=1\n', '.gitignore': '.env\n' });
    commitAll(folder);
    expect(refusal(folder)).toContain('`git rm --cached .env`');
    git(folder, 'rm', '--cached', '--quiet', '.env');
    expect(write(folder)).toMatchObject({ type: 'written' });
  });

  it('meets a repository of which git cannot be asked', () => {
    const folder = makeRepository({ '.gitignore': '.env\n' });
    vi.stubEnv('PATH', '');
    expect(refusal(folder)).toMatch(/^Git cannot be asked/);
  });

  it('meets a .gitignore that git does not follow', () => {
    const folder = makeRepository({ 'ignored': '' });
    symlinkSync('ignored', join(folder, '.gitignore'));
    expect(refusal(folder)).toMatch(/^\.gitignore is a link/);
  });

  it('puts the .gitignore back where it has no effect', async () => {
    const folder = makeRepository({ '.gitignore': 'dist' });
    const before = snapshot(folder);
    const { renameSync } = await vi.importActual<typeof fs>('node:fs');
    vi.mocked(fs.renameSync).mockImplementation((from, to) => {
      renameSync(from, to);
      if (String(to).endsWith('.example')) writeFileSync(join(folder, '.gitignore'), '!.env');
    });
    expect(write(folder)).toMatchObject({ type: 'refused', reason: expect.stringContaining('git check-ignore -v .env') as string });
    expect(snapshot(folder)).toEqual(before);
  });

  it('meets a link to a file that git would take in, or tracks', () => {
    const folder = makeRepository({ 'real/env': 'A=1\n', '.gitignore': '.env\n' });
    symlinkSync('real/env', join(folder, '.env'));
    expect(refusal(folder)).toBe('.env links to a file that git would take in; put env into the .gitignore beside it.');
    git(folder, 'add', 'real/env');
    expect(refusal(folder)).toMatch(/^Git tracks the file that \.env links to/);
  });

  it.each(['.env.example', '.env.sample', 'config/.env.template'])('meets keys for the committed %s', (envFile) => {
    const folder = makeRepository({ 'config/a': '' });
    expect(refusal(folder, { envFile })).toBe(`${envFile} is a file to be committed; choose a private one for the keys, as .env.`);
  });

  it('meets an example that is the env file, or another private one', () => {
    const folder = makeRepository({ '.env': '' });
    expect(refusal(folder, { envExample: '.env' })).toContain('is a file to be committed');
    expect(refusal(folder, { envExample: '.env.local' })).toContain('is a private file');
    symlinkSync('.env', join(folder, '.env.example'));
    expect(refusal(folder)).toContain('is a file to be committed');
  });

  it.each(ALL)('meets a folder named %s', (name) => {
    const folder = makeRepository();
    mkdirSync(join(folder, name));
    expect(refusal(folder)).toBe(`${name} is no ordinary file; move it out of the way.`);
    if (name === '.env') expect(() => readVariables(filesIn(folder))).toThrow(EnvFileError);
  });

  it.each(ALL)('meets a %s that is not in UTF-8', (name) => {
    const folder = makeRepository();
    writeFileSync(join(folder, name), Buffer.from('A=\u00e9\n', 'latin1'));
    expect(refusal(folder)).toBe(`${name} is not in UTF-8; save it in that encoding.`);
    if (name === '.env') expect(() => readVariables(filesIn(folder))).toThrow(EnvFileError);
  });

  it.each([
    ['conflict', 'WIX_API_KEY=other\n', KEY.name],
    ['value', '', 'A'],
    ['name', '', 'A-B'],
  ])('meets a variable that cannot be written: %s', (fault, env, name) => {
    const folder = makeRepository({ '.env': env });
    const before = snapshot(folder);
    const outcome = writeVariables(filesIn(folder), [TOKEN, { name, value: fault === 'value' ? `${KEY.value}$` : KEY.value }]);
    expect(outcome).toMatchObject({ type: 'refused', reason: expect.stringContaining(name) as string });
    expect(leaks(JSON.stringify(outcome), KEY.value)).toBe(false);
    expect(snapshot(folder)).toEqual(before);
  });

  it('meets a folder that is not there, or ends in a ring of links', () => {
    const folder = makeFolder();
    expect(refusal(folder, { envFile: 'none/.env' })).toContain('(ENOENT)');
    symlinkSync('.env', join(folder, '.env'));
    expect(refusal(folder)).toContain('(ELOOP)');
    expect(() => readVariables(filesIn(folder))).toThrow(EnvFileError);
  });

  it.each(ALL)('meets a %s that may not be written to', (name) => {
    const folder = makeFolder(Object.fromEntries(ALL.map((each) => [each, '# a\n'])));
    chmodSync(folder, 0o777);
    for (const each of ALL) chmodSync(join(folder, each), each === name ? 0o444 : 0o666);
    asOrdinaryUser(() => expect(refusal(folder)).toMatch(new RegExp(`^${name.replace('.', '\\.')} cannot be written \\(EACCES\\);`)));
  });

  it('meets a folder that may not be written to', () => {
    const folder = makeFolder({ '.env': '' });
    chmodSync(folder, 0o555);
    // Who only acts as another user is asked for who they are.
    vi.mocked(fs.accessSync).mockImplementation(() => { throw Object.assign(new Error('no'), { code: 'EROFS' }); });
    expect(refusal(folder)).toMatch(/cannot be written \(EROFS\)/);
    vi.resetAllMocks();
    asOrdinaryUser(() => expect(write(folder)).toMatchObject({ type: 'refused', reason: expect.stringContaining('EACCES') as string }));
    expect(snapshot(folder)).toEqual({ '.env': '' });
  });

  it('meets an env file that may not be read', () => {
    const folder = makeFolder({ '.env': 'A=1\n' });
    chmodSync(folder, 0o777);
    chmodSync(join(folder, '.env'), 0o200);
    expect(() => asOrdinaryUser(() => readVariables(filesIn(folder)))).toThrow(/^\.env cannot be read \(EACCES\); .+\.$/);
  });

  it('leaves all as it was where the disk is full', async () => {
    const folder = makeRepository({ '.env': 'A=1\n', '.gitignore': 'dist\n' });
    const before = snapshot(folder);
    const { renameSync } = await vi.importActual<typeof fs>('node:fs');
    vi.mocked(fs.renameSync).mockImplementation((from, to) => {
      if (String(to).endsWith('.env')) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      renameSync(from, to);
    });
    expect(write(folder)).toMatchObject({ type: 'refused', reason: expect.stringContaining('ENOSPC') as string });
    expect(snapshot(folder)).toEqual(before);
    expect(existsSync(join(folder, '.env.example'))).toBe(false);
  });
});

describe('readVariables', () => {
  it('has none where there is no file', () => {
    const folder = makeFolder();
    expect(readVariables(filesIn(folder)).size).toBe(0);
    symlinkSync('nowhere', join(folder, '.env'));
    expect(readVariables(filesIn(folder)).size).toBe(0);
  });
});

describe('any files', () => {
  const line = fc.constantFrom(
    ...['A=1', 'export B="x y"', 'C=', "D='q' # c", 'K = 2', 'L=`m`', 'G="a\nb"', '# c', '#', "# it's", '', ' ', '  # c', 'broken', 'E: v', '{"a": 1}', "N=it's", '!.env', '.env', '*'],
  );
  const text = fc.tuple(fc.array(line, { maxLength: 7 }), fc.constantFrom('\n', '\r\n'), fc.boolean()).map(([lines, eol, mark]) => (mark ? '\ufeff' : '') + lines.join(eol));
  const linesOf = (each: string): string[] => each.replace(/^\ufeff/, '').split(/\r?\n/);
  // `A: ` and the like may need the new line in between, never within a line.
  const isKept = (before: string, after: string): boolean => {
    const left = linesOf(before);
    for (const each of linesOf(after)) if (left[0] === each) left.shift();
    return left.every((each) => each === '') && after.startsWith('\ufeff') === before.startsWith('\ufeff');
  };

  it('keep their lines and give back the variables', () => {
    const folder = makeFolder();
    fc.assert(fc.property(text, text, text, (env, example, ignore) => {
      const before = { '.env': env, '.env.example': example, '.gitignore': ignore };
      for (const [name, each] of Object.entries(before)) writeFileSync(join(folder, name), each);
      expect(writeVariables(filesIn(folder), [KEY, TOKEN]).type).toBe('written');
      expect(Object.entries(before).filter(([name, each]) => !isKept(each, textIn(folder, name)))).toEqual([]);
      const wanted = { [KEY.name]: KEY.value, [TOKEN.name]: TOKEN.value };
      const written = textIn(folder, '.env');
      expect(dotenvParse(written)).toMatchObject({ ...dotenvParse(env), ...wanted });
      // Node takes the mark for a part of the first name.
      expect(nodeParseEnv(written.replace(/^\ufeff/, ''))).toMatchObject(wanted);
      expect(isIgnoredIn(textIn(folder, '.gitignore'), '.env')).toBe(true);
    }), { numRuns: 300 });
  });

  it('are ignored as git says', () => {
    const folder = makeRepository();
    const pattern = fc.constantFrom('.env', '!.env', '.env*', '!.env*', '*.env', '/.env', '# .env', '', 'dist', '!/.env');
    const property = fc.property(fc.array(pattern, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
      const ignore = lines.join(eol);
      const isIgnored = (each: string): boolean => {
        writeFileSync(join(folder, '.gitignore'), each);
        return git(folder, 'ls-files', '--others', '--ignored', '--exclude-standard').split('\n').includes('.env');
      };
      writeFileSync(join(folder, '.env'), '');
      expect(isIgnored(ignore)).toBe(isIgnoredIn(ignore, '.env'));
      expect(isIgnored(ignoringIn(ignore, '.env'))).toBe(true);
    });
    fc.assert(property, { numRuns: 60 });
  });
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { OPTION_FORMS } from '../../src/migrate/options.js';
import { cli, filesOf, jscodeshift, projectWith, runGit, writeFiles, type Run } from '../codemods/projects.js';
import { accountKey, leakSearch } from '../fake-keys.js';
import type { Files } from '../rules/folders.js';
import { EVERY_PLACE, IST_KEYS, JWS_KEYS, leakyProject, PROJECT_KEYS } from './leaky-project.js';

const MINUTE = 60_000;
const KEY = accountKey(98);
const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'codemods', 'hardcoded-key-to-env.md'), 'utf8');
const holdsPiece = leakSearch([...PROJECT_KEYS, KEY]);
/** The part of a key that no other key shares, for what is to be told of keys of one kind. */
const signatureOf = (key: string): string => key.split('.').at(-1) ?? '';

/** A run of `migrate`. */
interface Trial {
  readonly args: readonly string[];
  /** The keys that it was asked to move, by a piece of each; all where left out. */
  readonly keys?: readonly string[];
  readonly envFile?: string;
  /** Files besides those of the project. */
  readonly more?: Files;
}

const TRIALS: readonly Trial[] = [
  { args: [], more: EVERY_PLACE },
  { args: ['--dry'], more: EVERY_PLACE },
  { args: ['--json'] },
  { args: ['--dry', '--json'] },
  { args: ['--name=KEY_OF_WIX', '--missing=assert'] },
  { args: ['--env-dir=config', '--env-file=.env.local', '--env-example=.env.sample'], envFile: 'config/.env.local' },
  { args: ["--env-access=requireEnv('%s')", '--missing=ignore'] },
  { args: ['--missing=throw', '--kinds=all', '--browser=skip'] },
  { args: ['--browser=move'] },
  { args: ['--kinds=ist'], keys: IST_KEYS.map(signatureOf) },
  { args: ['--kinds=jws'], keys: JWS_KEYS.map(signatureOf) },
];

/** Whether a run printed a piece of a key; an assertion on its output would print it again. */
const isLeaking = ({ stdout, stderr }: Run): boolean => holdsPiece(stdout) || holdsPiece(stderr);

/** The files that the summary names as not changed, or with keys that were left. */
function toldToStay(stdout: string): ReadonlySet<string> {
  if (stdout.startsWith('{')) {
    const { left, failed } = JSON.parse(stdout) as Readonly<Record<'failed' | 'left', readonly { readonly path: string }[]>>;
    return new Set([...left, ...failed].map(({ path }) => path));
  }
  const sections = stdout.split('\n\n').filter((section) => /^(?:Left|Not changed):/u.test(section.trimStart()));
  return new Set(sections.flatMap((section) => section.split('\n')).flatMap((line) => /^ {2}(\S+?)(?::\d+)? {2}/u.exec(line)?.[1] ?? []));
}

/** Makes the folder for temporary files one that nothing else writes to. */
function ownTemporaryFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'wix-keys-temporary-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) vi.stubEnv(name, folder);
  return folder;
}

function filesWithKeyBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile() && holdsPiece(readFileSync(join(folder, path), 'utf8')));
}

afterEach(() => { vi.unstubAllEnvs(); });

describe('migrate', () => {
  it('is tried with every option, and with every value of one that has few', () => {
    const given = new Set(TRIALS.flatMap(({ args }) => args).map((arg) => arg.replace(/^--/u, '')));
    const options = OPTION_FORMS.flatMap(({ name, takes }) => (typeof takes === 'string' ? [name] : takes.map((value) => `${name}=${value}`)));
    expect(options.filter((option) => ![...given].some((arg) => arg === option || arg.startsWith(`${option}=`)))).toEqual([]);
  });

  it.each(TRIALS)('prints no piece of a key with $args, and leaves keys in the private env file and in files that it names', ({ args, keys = PROJECT_KEYS, envFile = '.env', more }) => {
    const folder = leakyProject(more);
    mkdirSync(join(folder, 'config'));
    const temporary = ownTemporaryFolder();
    const before = filesOf(folder);
    const run = cli(folder, 'migrate', ...args);
    const after = filesOf(folder);
    expect(run.status).toBe(1);
    expect(isLeaking(run), 'a piece of a key is printed').toBe(false);
    expect(filesWithKeyBelow(temporary)).toEqual([]);

    const isOfWantedKey = leakSearch(keys);
    const told = toldToStay(run.stdout);
    const unnamed = Object.entries(after).filter(([path, text]) => !told.has(path) && isOfWantedKey(text)).map(([path]) => path);
    const isDry = args.includes('--dry');
    if (isDry) expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual([]);
    else expect(new Set(unnamed)).toEqual(new Set(['.env', envFile].filter((path) => isOfWantedKey(after[path] ?? ''))));
    expect(isDry || isOfWantedKey(after[envFile] ?? '')).toBe(true);
  }, MINUTE);

  it('prints none where it cannot write the env file', () => {
    const tracked = leakyProject();
    runGit(tracked, 'add', '-f', '.env');
    const inTheWay = projectWith({ 'a.js': `send('${KEY}');\n`, '.env/x': '' });
    for (const folder of [tracked, inTheWay]) {
      const before = filesOf(folder);
      for (const args of [[], ['--dry', '--json']]) {
        const run = cli(folder, 'migrate', ...args);
        expect({ status: run.status, isLeaking: isLeaking(run) }).toEqual({ status: 1, isLeaking: false });
      }
      expect(Object.entries(filesOf(folder)).filter(([path, text]) => before[path] !== text).map(([path]) => path)).toEqual([]);
    }
  }, MINUTE);

  it.each(['name', 'missing', 'kinds', 'browser', 'env-access', 'dry'])('does not repeat a key that is given for --%s', (option) => {
    const run = cli(projectWith({}), 'migrate', `--${option}=${KEY}`);
    expect({ status: run.status, isLeaking: isLeaking(run) }).toEqual({ status: 2, isLeaking: false });
  });
});

describe("jscodeshift's own command", () => {
  it.each([
    [['--no-babel']], [['--no-babel', '-d', '-s', '--verbose=0']], [['--no-babel', '-d', '--verbose=1']], [['--no-babel', '--run-in-band', '--verbose=2']], [['--verbose=2']],
  ])('prints no piece of a key with %j', (args) => {
    const run = jscodeshift(leakyProject(), { args });
    expect({ status: run.status, isLeaking: isLeaking(run) }).toEqual({ status: 0, isLeaking: false });
    expect(run.stdout).toContain('broken/before.js');
  }, MINUTE);

  it('prints whole files with -p, as the page says: a key that stays in one that changes is among it, and no key that moves', () => {
    expect(PAGE).toContain('Its `-p` prints whole files.');
    const [moves, stays] = [{ 'a.js': `send('${KEY}');\n` }, { 'a.ts': `send('${KEY}');\nenum Keys { Wix = '${KEY}' }\n` }];
    for (const args of [['-p'], ['-d', '-p']]) {
      const runs = [moves, stays].map((files) => jscodeshift(projectWith(files), { args: ['--no-babel', ...args] }));
      expect(runs.map(({ stdout }) => stdout.includes('send(process.env.WIX_API_KEY'))).toEqual([true, true]);
      expect(runs.map(isLeaking)).toEqual([false, true]);
    }
  }, MINUTE);

  it('prints no piece of a key that is given for an option', () => {
    const folder = projectWith({});
    writeFiles(folder, { 'a.js': `send('${KEY}');\n` });
    const run = jscodeshift(folder, { args: ['--no-babel', `--missing=${KEY}`] });
    expect({ isLeaking: isLeaking(run), isRefused: run.stdout.includes('--missing takes one of') }).toEqual({ isLeaking: false, isRefused: true });
  });
});

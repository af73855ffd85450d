import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accountKey } from '../examples/fake-keys.js';

const RUNS = 3;
const CLEAN_FILES = Number(process.argv[2] ?? 10_000);
const FILES = 2000;
const KEY_FILES = 20;
const MEGABYTE = 1024;

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const JSCODESHIFT = join(dirname(createRequire(import.meta.url).resolve('jscodeshift/package.json')), 'bin', 'jscodeshift.js');
const OURS = join(PROJECT, 'dist', 'codemods', 'hardcoded-key-to-env.js');

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'wix-keys-bench-'));
try {
  const idle = join(folder, 'idle.js');
  writeFileSync(idle, 'export default function idle() { return undefined; }\n');
  const clean = corpusIn(join(folder, 'clean'), { count: CLEAN_FILES, keyFiles: 0 });
  const withKeys = corpusIn(join(folder, 'with-keys'), { count: FILES, keyFiles: KEY_FILES });
  console.log(`Real files; Node ${process.versions.node}; the first run after an install: Babel's cache is empty\n`);
  console.log('                               jscodeshift idle      ours     ratio (least to most)    memory of a worker');
  const results = [measure(`${CLEAN_FILES} files, no key`, { idle, corpus: clean, most: 1.2 }), measure(`${FILES} files, ${KEY_FILES} with keys`, { idle, corpus: withKeys, most: 2 })];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} name
 * @param {{ readonly idle: string, readonly corpus: string, readonly most: number }} setup
 * @returns {boolean} whether the median ratio is within the target
 */
function measure(name, { idle, corpus, most }) {
  const runs = Array.from({ length: RUNS }, () => {
    const [base, ours] = [run(idle, corpus), run(OURS, corpus)];
    return { base: base.seconds, ours: ours.seconds, ratio: ours.seconds / base.seconds, memory: ours.memory };
  }).sort((a, b) => a.ratio - b.ratio);
  const median = runs[Math.floor(RUNS / 2)];
  if (median === undefined) return false;
  const spread = `${median.ratio.toFixed(2)} (${runs[0]?.ratio.toFixed(2)} to ${runs.at(-1)?.ratio.toFixed(2)})`;
  const memory = Math.max(...runs.map((one) => one.memory));
  console.log(`${name.padEnd(30)} ${median.base.toFixed(2).padStart(14)} s ${median.ours.toFixed(2).padStart(8)} s     ${spread.padEnd(24)} ${memory.toFixed(0)} MB; targets: ${most}, 250 MB`);
  return median.ratio <= most && memory <= 250;
}

/**
 * One dry run as after an install.
 * @param {string} transform
 * @param {string} corpus
 */
function run(transform, corpus) {
  rmSync(join(PROJECT, 'node_modules', '.cache', '@babel'), { recursive: true, force: true });
  const started = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, JSCODESHIFT, '-d', '-t', transform, '--cpus=1', corpus], { cwd: corpus, encoding: 'utf8', env: { ...process.env, BABEL_DISABLE_CACHE: '1' } });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(stderr);
  return { seconds, memory: Number(stderr.trim().split('\n').at(-1)) / MEGABYTE };
}

/**
 * A folder with copies of installed sources.
 * @param {string} target
 * @param {{ readonly count: number, readonly keyFiles: number }} size how many files, and how many of them hold a key
 */
function corpusIn(target, { count, keyFiles }) {
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'package.json'), '{}');
  const modules = join(PROJECT, 'node_modules');
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[cm]?js$/.test(file) && !/wix/i.test(file) && statSync(join(modules, file)).isFile());
  const step = Math.floor(files.length / count);
  if (step === 0) throw new Error(`Only ${files.length} files are installed.`);
  for (let at = 0; at < count; at++) {
    const text = readFileSync(join(modules, files[at * step] ?? ''), 'utf8');
    const key = at < keyFiles ? `\nvar wixKey${at} = '${accountKey()}';\n` : '';
    writeFileSync(join(target, `f${at}.js`), text + key);
  }
  return target;
}

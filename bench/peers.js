import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import wixKeys from 'eslint-plugin-wix-keys';
import { accountKey } from '../examples/fake-keys.js';
import { installed } from './installed.js';

const RUNS = 5;
const LINTED = 400;
const MIGRATED = Number(process.argv[2] ?? 2000);
const LARGEST = 200_000;

/** @typedef {import('eslint').Linter.Config} Config */
/** @typedef {{ readonly name: string, readonly plugin: import('eslint').ESLint.Plugin, readonly rules: readonly string[] }} Peer */

const peerPackages = installed('peers', ['eslint-plugin-no-secrets@2', 'eslint-plugin-sonarjs@4', '@ast-grep/cli@0.40']);
const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const jscodeshift = join(dirname(createRequire(import.meta.url).resolve('jscodeshift/package.json')), 'bin', 'jscodeshift.js');
const ours = fileURLToPath(new URL('../dist/codemods/hardcoded-key-to-env.js', import.meta.url));

/** @type {readonly Peer[]} */
const peers = [
  { name: `eslint-plugin-wix-keys, ${Object.keys(wixKeys.rules).length} rules`, plugin: wixKeys, rules: Object.keys(wixKeys.rules) },
  { name: 'eslint-plugin-no-secrets', plugin: pluginOf('eslint-plugin-no-secrets'), rules: ['no-secrets'] },
  { name: 'eslint-plugin-sonarjs, S6418', plugin: pluginOf('eslint-plugin-sonarjs'), rules: ['no-hardcoded-secrets'] },
  { name: 'a rule that visits nothing but literals', plugin: { rules: { idle: { create: () => ({ Literal() { /* nothing */ } }) } } }, rules: ['idle'] },
];

const paths = readPaths();
const clean = paths.slice(0, LINTED).map((path) => readFileSync(path, 'utf8'));
const withKeys = clean.map((text, at) => `${text}\nvar wixKey${at} = '${accountKey()}';\nfetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: wixKey${at} } });\n`);

console.log(`Node ${process.versions.node}, ESLint ${Linter.version}; medians of ${RUNS} runs, in parentheses the least and the most\n`);
lintTable('no file has a key', clean);
lintTable('every file has one', withKeys);
codemodTable();

/** @param {string} name @returns {import('eslint').ESLint.Plugin} */
function pluginOf(name) {
  /** @type {unknown} */
  const loaded = peerPackages.require(name);
  const plugin = /** @type {{ default?: import('eslint').ESLint.Plugin } & import('eslint').ESLint.Plugin} */ (loaded);
  return plugin.default ?? plugin;
}

/**
 * @param {string} title
 * @param {readonly string[]} corpus
 */
function lintTable(title, corpus) {
  console.log(`| ${LINTED} files, ${title} | rule time / parse time | times ours |\n|---|---|---|`);
  for (const peer of peers) measure(peer, corpus);
  const runs = Array.from({ length: RUNS }, () => peers.map((peer) => measure(peer, corpus)));
  for (const [at, { name }] of peers.entries()) {
    const shares = runs.map((run) => (run[at] ?? NaN) * 100);
    const ratios = runs.map((run) => (run[at] ?? NaN) / (run[0] ?? NaN));
    console.log(`| ${name} | ${spread(shares, 3)} % | ${spread(ratios, 1)} |`);
  }
  console.log('');
}

/**
 * The time of the rules of one plugin over that of parsing, for all files.
 * @param {Peer} peer
 * @param {readonly string[]} corpus
 */
function measure({ plugin, rules }, corpus) {
  /** @type {Config} */
  const config = { files: ['**'], plugins: { peer: plugin }, languageOptions: { sourceType: 'commonjs' }, rules: Object.fromEntries(rules.map((rule) => [`peer/${rule}`, 'error'])) };
  let [parse, time] = [0, 0];
  for (const text of corpus) {
    const linter = new Linter({ configType: 'flat' });
    const options = { filename: 'file.js', fix: false, stats: true, allowInlineConfig: false };
    linter.verifyAndFix(text, [config], options);
    for (const pass of linter.getTimes().passes) {
      parse += pass.parse?.total ?? 0;
      for (const { total } of Object.values(pass.rules ?? {})) time += total;
    }
  }
  return time / parse;
}

function codemodTable() {
  const folder = mkdtempSync(join(tmpdir(), 'wix-keys-peers-'));
  try {
    const corpus = join(folder, 'corpus');
    mkdirSync(corpus);
    writeFileSync(join(corpus, 'package.json'), '{}\n');
    for (const [at, path] of paths.slice(0, MIGRATED).entries()) writeFileSync(join(corpus, `f${at}.js`), readFileSync(path));
    const [idle, parsing] = [join(folder, 'idle.cjs'), join(folder, 'parsing.cjs')];
    writeFileSync(idle, 'module.exports = () => undefined;\n');
    writeFileSync(parsing, 'module.exports = (file, api) => { api.jscodeshift(file.source); };\n');
    const grep = join(peerPackages.folder, 'node_modules', '@ast-grep', `cli-${process.platform}-${process.arch}${process.platform === 'linux' ? '-gnu' : ''}`, 'ast-grep');
    const tools = [
      { name: 'jscodeshift, a transform that returns at once', command: transform(idle, corpus) },
      { name: 'hardcoded-key-to-env, no file with a key', command: transform(ours, corpus) },
      { name: 'jscodeshift, a transform that parses', command: transform(parsing, corpus) },
      { name: 'ast-grep, searching for strings that begin with IST. or JWS.', command: [grep, 'scan', '--inline-rules', 'id: key\nlanguage: js\nrule: { kind: string, regex: "^.(IST|JWS)[.]eyJ" }', corpus] },
    ];
    console.log(`| ${Math.min(MIGRATED, paths.length)} files without a key | seconds | times the first |\n|---|---|---|`);
    const runs = Array.from({ length: 3 }, () => tools.map(({ command }) => seconds(command)));
    for (const [at, { name }] of tools.entries()) console.log(`| ${name} | ${spread(runs.map((run) => run[at] ?? NaN), 2)} | ${spread(runs.map((run) => (run[at] ?? NaN) / (run[0] ?? NaN)), 2)} |`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} path
 * @param {string} corpus
 */
function transform(path, corpus) {
  return [process.execPath, jscodeshift, '-d', '-s', '--cpus=1', '-t', path, corpus];
}

/** @param {readonly string[]} command */
function seconds([program = '', ...parameters]) {
  const start = performance.now();
  const { error, stderr } = spawnSync(program, parameters, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw new Error(`${program}: ${error.message} ${stderr}`);
  return (performance.now() - start) / 1000;
}

/**
 * @param {readonly number[]} values
 * @param {number} digits
 */
function spread(values, digits) {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((value) => value?.toFixed(digits));
  return `${median} (${least} to ${most})`;
}

/** Scripts that ESLint's own parser reads, the same on every machine with the same packages. */
function readPaths() {
  return readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.c?js$/.test(path) && !/wix|\.cache/i.test(path))
    .map((path) => ({ path, hash: createHash('sha1').update(path).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ path }) => join(modules, path))
    .filter((path) => statSync(path).isFile() && statSync(path).size < LARGEST)
    .filter((path) => !/^\s*(?:import|export)\b/m.test(readFileSync(path, 'utf8')) && !/wix/i.test(readFileSync(path, 'utf8')))
    .slice(0, Math.max(LINTED, MIGRATED));
}

import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import wixKeys from 'eslint-plugin-wix-keys';
import { readOptions } from '../dist/src/migrate/options.js';
import { moveKeys, planFile } from '../dist/src/migrate/plan-file.js';
import { accountKey } from '../examples/fake-keys.js';
import { installed } from './installed.js';

/** Packages with much code, old and new syntax, and fixtures of parsers. */
const PACKAGES = [
  'typescript@6', '@babel/core@7', '@babel/eslint-parser@7', '@babel/standalone@7', '@babel/preset-env@7', '@babel/preset-typescript@7', 'eslint@9', 'vue@3', 'svelte@5', '@angular/core@20', '@angular/common@20',
  'react-dom@19', 'next@15', 'astro@5', '@sveltejs/kit@2', 'nuxt@4', 'webpack@5', 'rollup@4', 'esbuild-wasm@0.25', 'lodash@4', 'lodash-es@4', 'core-js@3', 'rxjs@7', 'date-fns@4', 'three@0.170',
  'test262-parser-tests@0.0.5', 'es-abstract@1', 'express@5', 'aws-sdk@2', '@mui/material@6', '@wix/sdk@1', '@wix/media@1', '@wix/stores@1', '@wix/data@1', '@wix/astro@2', 'prettier@3', 'flow-parser@0.250', 'jquery@3', 'moment@2',
];
const FILES = Number(process.argv[2] ?? 20_000);
const LARGEST = 300_000;
/** No file takes longer with one parser, in milliseconds; ESLint's own parsing is in it. */
const LONGEST = 10_000;
const PARSERS = /** @type {const} */ (['espree', '@typescript-eslint/parser', '@babel/eslint-parser', 'codemod']);

const FAULTS = /** @type {const} */ (['crashes', 'false reports', 'missed keys', 'leaks', `over ${LONGEST / 1000} s`]);
const [CRASH, FALSE, MISSED, LEAK, SLOW] = FAULTS;
const WITH_KEY = 5;
const SLICE = 12;
const KEY = accountKey();
const SLICES = Array.from({ length: KEY.length - SLICE - 'IST.'.length + 1 }, (_, at) => KEY.slice('IST.'.length + at).slice(0, SLICE));

/** @typedef {{ files: number, unread: number, readonly faults: Record<typeof FAULTS[number], string[]> }} Tally what was found, each fault with its file */

const { folder, require } = installed('corpus', PACKAGES);
/** @type {unknown} */
const babelModule = require('@babel/eslint-parser');
const babel = /** @type {import('eslint').Linter.Parser} */ (babelModule);
// Babel's parser for Node 20 does not work with ESLint 10.
/** @type {unknown} */
const eslint9 = createRequire(import.meta.url)('eslint-9');
const { Linter: Linter9 } = /** @type {typeof import('eslint')} */ (eslint9);
const worker = process.env.CORPUS_WORKER;
if (worker === undefined) await runAll();
else process.send?.(runShare(Number(worker)));

async function runAll() {
  const workers = Math.min(availableParallelism(), 8);
  const tallies = await Promise.all(Array.from({ length: workers }, (_, at) => new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [String(FILES)], { env: { ...process.env, CORPUS_WORKER: `${at}`, CORPUS_WORKERS: `${workers}` } });
    child.once('message', resolve);
    child.once('exit', (code) => { if (code !== 0) reject(new Error(`A worker ended with ${code}.`)); });
  })));
  console.log(`${readPaths().length} files of ${PACKAGES.length} packages and what they depend on, every fifth with a key put behind it\n`);
  console.log(`| read by | files | not read | ${FAULTS.join(' | ')} |\n|---|---|---|${FAULTS.map(() => '---|').join('')}`);
  for (const parser of PARSERS) {
    const sum = newTally();
    for (const tally of /** @type {Record<string, Tally>[]} */ (tallies)) add(sum, tally[parser]);
    const found = FAULTS.map((fault) => sum.faults[fault]);
    console.log(`| ${parser} | ${sum.files} | ${sum.unread} | ${found.map(({ length }) => length).join(' | ')} |`);
    for (const line of found.flat().slice(0, 20)) console.error(`  ${parser}: ${line}`);
    if (found.flat().length > 0) process.exitCode = 1;
  }
}

/** @returns {Tally} */
function newTally() {
  return { files: 0, unread: 0, faults: { [CRASH]: [], [FALSE]: [], [MISSED]: [], [LEAK]: [], [SLOW]: [] } };
}

/**
 * @param {Tally} sum
 * @param {Tally | undefined} more
 */
function add(sum, more) {
  if (!more) return;
  sum.files += more.files;
  sum.unread += more.unread;
  for (const fault of FAULTS) sum.faults[fault].push(...more.faults[fault]);
}

/** The same files on every machine with the same packages: those whose paths have the lowest hashes. */
function readPaths() {
  return readdirSync(join(folder, 'node_modules'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
    .map((path) => ({ path, hash: createHash('sha1').update(path.split(sep).join('/')).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ path }) => join(folder, 'node_modules', path))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= LARGEST)
    .slice(0, FILES);
}

/** @param {number} share */
function runShare(share) {
  const files = readPaths().map((path, at) => ({ path, hasKey: at % WITH_KEY === 0 })).filter((_, at) => at % Number(process.env.CORPUS_WORKERS) === share);
  /** @type {Record<string, Tally>} */
  const tallies = {};
  for (const parser of PARSERS) {
    const tally = newTally();
    for (const { path, hasKey } of files) {
      const start = performance.now();
      try {
        run(path, { parser, hasKey, tally });
      } catch (error) {
        tally.faults[CRASH].push(`${path}: ${error instanceof Error ? error.stack?.slice(0, 600) : String(error)}`);
      }
      tally.files += 1;
      const time = performance.now() - start;
      if (time > LONGEST) tally.faults[SLOW].push(`${path}: ${time.toFixed(0)} ms`);
    }
    tallies[parser] = tally;
  }
  return tallies;
}

/** @typedef {{ readonly parser: typeof PARSERS[number], readonly hasKey: boolean, readonly tally: Tally }} How whether a key is put behind the text */

/**
 * @param {string} path
 * @param {How} how
 */
function run(path, how) {
  const text = readFileSync(path, 'utf8');
  if (how.parser === 'codemod') migrate(path, text, how.tally);
  else lint(path, text, how);
}

/**
 * A key put behind the text is reported, once, and nothing else is; without one the file is made to look as if it were about Wix.
 * @param {string} path
 * @param {string} text
 * @param {How} how
 */
function lint(path, text, { parser, hasKey, tally }) {
  const isScript = /\.c[jt]s$/.test(path) || (/\bmodule\.exports\b|\brequire\(/.test(text) && !/^\s*(?:import|export)\b/m.test(text));
  /** @type {import('eslint').Linter.Config} */
  const config = { files: ['**'], languageOptions: { sourceType: isScript ? 'commonjs' : 'module', parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) }, requireConfigFile: false, babelOptions: { babelrc: false, configFile: false, parserOpts: { plugins: ['jsx'] } } } } };
  if (parser === '@typescript-eslint/parser') config.languageOptions = { ...config.languageOptions, parser: /** @type {import('eslint').Linter.Parser} */ (typescript) };
  if (parser === '@babel/eslint-parser') config.languageOptions = { ...config.languageOptions, parser: babel };
  // Under a name without `wix`, which would make it another's.
  const line = text.split(/\r\n?|[\n\u2028\u2029]/).length + 1;
  const messages = new (parser === '@babel/eslint-parser' ? Linter9 : Linter)().verify(`${text}\n${hasKey ? `;send('${KEY}');` : '// Wix'}`, [...wixKeys.configs.recommended, config], { filename: path.slice(folder.length + 1).replaceAll('node_modules', 'src'), allowInlineConfig: false });
  if (messages.some(({ fatal }) => fatal === true)) {
    tally.unread += 1;
    return;
  }
  const ours = messages.filter(({ ruleId }) => ruleId?.startsWith('wix-keys/'));
  const planted = ours.filter((message) => message.line === line && message.ruleId === 'wix-keys/no-hardcoded-key');
  for (const message of ours) if (!planted.includes(message)) tally.faults[FALSE].push(`${path}:${message.line} ${message.message}`);
  if (planted.length !== (hasKey ? 1 : 0)) tally.faults[MISSED].push(path);
  if (isLeak(JSON.stringify(messages))) tally.faults[LEAK].push(path);
}

/** @param {string} text */
function isLeak(text) {
  return SLICES.some((slice) => text.includes(slice));
}

/**
 * A key is put behind the text: it is moved or left, and no other byte changes.
 * @param {string} path
 * @param {string} text
 * @param {Tally} tally
 */
function migrate(path, text, tally) {
  const options = readOptions({});
  const changed = `${text}\nsend('${KEY}');\n`;
  const file = { path: `/project/src/${path.split(sep).at(-1)}`, text: changed };
  const plan = typeof options === 'string' ? null : planFile(file, options);
  if (plan?.type !== 'plan') {
    tally.unread += 1;
    return;
  }
  const { moved, left, text: result } = moveKeys(plan, file, new Map([[KEY, 'WIX_API_KEY']]));
  if (moved.length + left.length !== 1) tally.faults[MISSED].push(`${path}: ${moved.length} moved, ${left.length} left`);
  if (moved.length === 0 ? result !== changed : !result.includes(text.slice(Math.floor(text.length / 2)))) tally.faults[FALSE].push(`${path}: other bytes changed`);
  if (isLeak(moved.length === 0 ? left.map(({ reason }) => reason).join('\n') : result)) tally.faults[LEAK].push(path);
}

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

/** @typedef {{ files: number, unread: number, crashes: string[], reports: string[], slow: string[] }} Tally */

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
  console.log(`${readPaths().length} files of ${PACKAGES.length} packages and what they depend on, each made to look as if it were about Wix\n`);
  console.log('| read by | files | not read | crashes | false reports | over 10 s |\n|---|---|---|---|---|---|');
  for (const parser of PARSERS) {
    /** @type {Tally} */
    const sum = { files: 0, unread: 0, crashes: [], reports: [], slow: [] };
    for (const tally of /** @type {Record<string, Tally>[]} */ (tallies)) add(sum, tally[parser]);
    console.log(`| ${parser} | ${sum.files} | ${sum.unread} | ${sum.crashes.length} | ${sum.reports.length} | ${sum.slow.length} |`);
    for (const line of [...sum.crashes, ...sum.reports, ...sum.slow].slice(0, 20)) console.error(`  ${parser}: ${line}`);
    if (sum.crashes.length + sum.reports.length + sum.slow.length > 0) process.exitCode = 1;
  }
}

/**
 * @param {Tally} sum
 * @param {Tally | undefined} more
 */
function add(sum, more) {
  if (!more) return;
  sum.files += more.files;
  sum.unread += more.unread;
  sum.crashes.push(...more.crashes);
  sum.reports.push(...more.reports);
  sum.slow.push(...more.slow);
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
  const paths = readPaths().filter((_, at) => at % Number(process.env.CORPUS_WORKERS) === share);
  /** @type {Record<string, Tally>} */
  const tallies = {};
  for (const parser of PARSERS) {
    /** @type {Tally} */
    const tally = { files: 0, unread: 0, crashes: [], reports: [], slow: [] };
    for (const path of paths) {
      const start = performance.now();
      try {
        run(path, parser, tally);
      } catch (error) {
        tally.crashes.push(`${path}: ${error instanceof Error ? error.stack?.slice(0, 600) : String(error)}`);
      }
      tally.files += 1;
      const time = performance.now() - start;
      if (time > LONGEST) tally.slow.push(`${path}: ${time.toFixed(0)} ms`);
    }
    tallies[parser] = tally;
  }
  return tallies;
}

/**
 * @param {string} path
 * @param {typeof PARSERS[number]} parser
 * @param {Tally} tally
 */
function run(path, parser, tally) {
  const text = readFileSync(path, 'utf8');
  if (parser === 'codemod') migrate(path, text, tally);
  else lint(path, `${text}\n// Wix`, { parser, tally });
}

/**
 * @param {string} path
 * @param {string} text
 * @param {{ readonly parser: string, readonly tally: Tally }} how
 */
function lint(path, text, { parser, tally }) {
  const isScript = /\.c[jt]s$/.test(path) || (/\bmodule\.exports\b|\brequire\(/.test(text) && !/^\s*(?:import|export)\b/m.test(text));
  /** @type {import('eslint').Linter.Config} */
  const config = { files: ['**'], languageOptions: { sourceType: isScript ? 'commonjs' : 'module', parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) }, requireConfigFile: false, babelOptions: { babelrc: false, configFile: false, parserOpts: { plugins: ['jsx'] } } } } };
  if (parser === '@typescript-eslint/parser') config.languageOptions = { ...config.languageOptions, parser: /** @type {import('eslint').Linter.Parser} */ (typescript) };
  if (parser === '@babel/eslint-parser') config.languageOptions = { ...config.languageOptions, parser: babel };
  // Under a name without `wix`, which would make it another's.
  const messages = new (parser === '@babel/eslint-parser' ? Linter9 : Linter)().verify(text, [...wixKeys.configs.recommended, config], { filename: path.slice(folder.length + 1).replaceAll('node_modules', 'src'), allowInlineConfig: false });
  if (messages.some(({ fatal }) => fatal === true)) tally.unread += 1;
  for (const { ruleId, line, message } of messages) if (ruleId?.startsWith('wix-keys/')) tally.reports.push(`${path}:${line} ${message}`);
}

/**
 * A key is put behind the text: it is moved or left, and no other byte changes.
 * @param {string} path
 * @param {string} text
 * @param {Tally} tally
 */
function migrate(path, text, tally) {
  const options = readOptions({});
  const key = accountKey();
  const changed = `${text}\nsend('${key}');\n`;
  const file = { path: `/project/src/${path.split(sep).at(-1)}`, text: changed };
  const plan = typeof options === 'string' ? null : planFile(file, options);
  if (plan?.type !== 'plan') {
    tally.unread += 1;
    return;
  }
  const { moved, left, text: result } = moveKeys(plan, file, new Map([[key, 'WIX_API_KEY']]));
  if (moved.length + left.length !== 1) tally.reports.push(`${path}: ${moved.length} moved, ${left.length} left`);
  if (moved.length === 0 ? result !== changed : result.includes(key) || !result.includes(text.slice(Math.floor(text.length / 2)))) tally.reports.push(`${path}: other bytes changed`);
}

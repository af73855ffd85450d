import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import wixKeys from 'eslint-plugin-wix-keys';

const RUNS = 5;
// Code that people wrote, in many files that import one another; with bundles, tables and data among them.
const PACKAGES = ['@babel/core', '@babel/traverse', '@babel/types', 'astro-eslint-parser', 'eslint', 'espree', 'jscodeshift', 'postcss', 'recast', 'svelte', 'vite', 'vitest'];

/** @typedef {{ readonly files: number, readonly share: number, readonly reports: number }} Run `share`: the time of all rules by that of parsing */

const { resolve } = createRequire(import.meta.url);
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'wix-keys-bench-'));
try {
  writeFileSync(join(folder, 'package.json'), '{}');
  for (const name of PACKAGES) cpSync(folderOf(name), join(folder, name), { recursive: true, filter: (path) => !/node_modules[\\/].*node_modules/.test(path) });
  // By turns; the first of each is warming up.
  const runs = [];
  for (let run = 0; run <= RUNS; run++) runs.push({ across: await lint(true), alone: await lint(false) });
  const measured = runs.slice(1);
  console.log(`${measured[0]?.across.files ?? 0} files without Wix as they import one another; Node ${process.versions.node}, ESLint ${ESLint.version}; medians of ${RUNS} runs, in parentheses the least and the most\n`);
  console.log('| | rule time / parse time | reports |\n|---|---|---|');
  print('imports looked behind', measured.map(({ across }) => across));
  print('`crossFile: false`', measured.map(({ alone }) => alone));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} name of an installed package */
function folderOf(name) {
  const [before = ''] = resolve(name === 'astro-eslint-parser' ? name : `${name}/package.json`).split(`node_modules/${name}/`);
  return join(before, 'node_modules', name);
}

/** @param {boolean} crossFile @returns {Promise<Run>} */
async function lint(crossFile) {
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, stats: true, allowInlineConfig: false, overrideConfig: [...wixKeys.configs.recommended, { settings: { 'wix-keys': { crossFile } } }] });
  const results = await eslint.lintFiles('.');
  const passes = results.flatMap(({ stats }) => stats?.times.passes ?? []);
  const rules = passes.flatMap((pass) => Object.values(pass.rules ?? {}));
  return { files: results.length, share: sum(rules) / sum(passes.flatMap(({ parse }) => parse ?? [])), reports: results.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal !== true)).length };
}

/** @param {readonly { readonly total: number }[]} times */
function sum(times) {
  return times.reduce((all, { total }) => all + total, 0);
}

/** @param {string} name @param {readonly Run[]} runs */
function print(name, runs) {
  const shares = runs.map(({ share }) => (share * 100).toFixed(2)).sort((a, b) => Number(a) - Number(b));
  console.log(`| ${name} | ${shares[Math.floor(RUNS / 2)] ?? ''} % (${shares[0] ?? ''} to ${shares.at(-1) ?? ''}) | ${runs[0]?.reports ?? NaN} |`);
}

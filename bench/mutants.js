import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { parseSync } from 'oxc-parser';

const TARGET = 85;
/**
 * Each part of the sources, and the folders of the tests that have to kill its mutants. The constants of a module are left as they are
 * where all tests together take minutes: they run at each import, so that none of the tests could be left out.
 */
const PARTS = [
  { part: 'key', tests: ['test/key'] },
  { part: 'dotenv', tests: ['test/dotenv'] },
  { part: 'edit', tests: ['test/edit'] },
  { part: 'lookup', tests: ['test/lookup'] },
  { part: 'analysis', tests: ['test/analysis', 'test/rules'], ignoreStatic: true },
];
const KILLED = ['Killed', 'Timeout'];
const ALIVE = ['Survived', 'NoCoverage'];

const [only = 'all', percent = '100'] = process.argv.slice(2);
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const rows = [];
for (const part of PARTS.filter(({ part }) => only === 'all' || only === part)) rows.push(await scoreOf(part));
console.log(`\n${percent} % of the statements at the top of each file, by their hashes; each part against the tests of its own folders\n`);
console.log('| part | mutants | killed | alive | score |\n|---|---|---|---|---|');
for (const { part, killed, alive } of rows) {
  const score = (killed / (killed + alive)) * 100;
  console.log(`| ${part} | ${killed + alive} | ${killed} | ${alive} | ${score.toFixed(1)} % |`);
  if (score < TARGET) process.exitCode = 1;
}

/** @param {{ readonly part: string, readonly tests: readonly string[], readonly ignoreStatic?: boolean }} part */
async function scoreOf({ part, tests, ignoreStatic = false }) {
  process.env.MUTANT_TESTS = tests.join(' ');
  const mutants = await new Stryker({
    mutate: mutatedRanges(join('src', part)),
    testRunner: 'vitest',
    vitest: { configFile: 'bench/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    ignoreStatic,
    reporters: ['clear-text', 'dots'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
    warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
    concurrency: availableParallelism(),
    dryRunTimeoutMinutes: 30,
    ignorePatterns: ['/dist', '/coverage'],
    allowConsoleColors: false,
  }).runMutationTest();
  const count = (/** @type {readonly string[]} */ states) => mutants.filter(({ status }) => states.includes(status)).length;
  return { part, killed: count(KILLED), alive: count(ALIVE) };
}

/**
 * The files of a folder as Stryker takes them; of a sample, the lines of whole statements.
 * @param {string} folder
 * @returns {string[]}
 */
function mutatedRanges(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => join(folder, file).split(sep).join('/'));
  return percent === '100' ? files : files.flatMap(sampledRanges);
}

/** @param {string} file */
function sampledRanges(file) {
  const text = readFileSync(file, 'utf8');
  const lineOf = (/** @type {number} */ offset) => text.slice(0, offset).split('\n').length;
  return parseSync(file, text).program.body
    .filter(({ type }) => type !== 'ImportDeclaration')
    .map(({ start, end }) => `${file}:${lineOf(start)}-${lineOf(end)}`)
    .filter((range) => createHash('sha1').update(range).digest().readUInt32BE() < (Number(percent) / 100) * 2 ** 32);
}

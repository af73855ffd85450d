import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import wixKeys from 'eslint-plugin-wix-keys';

const TARGET_PERCENT = 0.3;
const FILES = 1200;
const RUNS = 5;
const LARGEST = 1024 * 1024;

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));

/** @typedef {'commonjs' | 'module'} SourceType */
/** @typedef {{ readonly text: string, readonly sourceType: SourceType }} Source */
/** @typedef {{ readonly parse: number, readonly rules: number }} Times milliseconds */

const sourceTypes = /** @type {const} */ (['module', 'commonjs']);
const configs = { commonjs: configOf('commonjs'), module: configOf('module') };
const corpus = readCorpus();
const bytes = corpus.reduce((sum, { text }) => sum + text.length, 0);
console.log(`${corpus.length} files without Wix, ${(bytes / corpus.length / 1024).toFixed(1)} KB on average; ${Object.keys(wixKeys.rules).length} rules; Node ${process.versions.node}, ESLint ${Linter.version}\n`);

run();
const runs = Array.from({ length: RUNS }, () => run());
const ratios = runs.map(({ parse, rules }) => (rules / parse) * 100).sort((a, b) => a - b);

console.log('run   parse and scopes        all rules    rules / parse');
for (const [at, { parse, rules }] of runs.entries()) {
  console.log(`${String(at + 1).padStart(3)}   ${parse.toFixed(0).padStart(13)} ms   ${rules.toFixed(2).padStart(11)} ms   ${((rules / parse) * 100).toFixed(3).padStart(11)} %`);
}
const median = ratios[Math.floor(RUNS / 2)] ?? NaN;
console.log(`\nmedian ${median.toFixed(3)} %, from ${ratios[0]?.toFixed(3)} % to ${ratios.at(-1)?.toFixed(3)} %; the target is at most ${TARGET_PERCENT} %`);
process.exitCode = median <= TARGET_PERCENT ? 0 : 1;

/**
 * Lints every file once with all rules of the recommended configuration.
 * @returns {Times}
 */
function run() {
  let parse = 0;
  let rules = 0;
  for (const { text, sourceType } of corpus) {
    const { times } = lint(text, sourceType);
    for (const pass of times.passes) {
      parse += pass.parse?.total ?? 0;
      for (const { total } of Object.values(pass.rules ?? {})) rules += total;
    }
  }
  return { parse, rules };
}

/**
 * @param {SourceType} sourceType
 * @returns {Linter.Config[]}
 */
function configOf(sourceType) {
  return [...wixKeys.configs.recommended, { files: ['**'], languageOptions: { sourceType } }];
}

/**
 * @param {string} text
 * @param {SourceType} sourceType
 */
function lint(text, sourceType) {
  const linter = new Linter({ configType: 'flat' });
  // `verify` alone cannot keep `stats`, which the types of neither know.
  const options = { filename: 'file.js', fix: false, stats: true, allowInlineConfig: false };
  const { messages } = linter.verifyAndFix(text, configs[sourceType], options);
  return { messages, times: linter.getTimes() };
}

/**
 * The same files on every machine with the same packages: those whose paths have the lowest hashes.
 * @returns {Source[]}
 */
function readCorpus() {
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?js$/.test(file) && !/wix/i.test(file) && statSync(join(modules, file)).isFile())
    .map((file) => ({ file, hash: createHash('sha1').update(file).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  /** @type {Map<string, Source>} */
  const sources = new Map();
  for (const { file } of files) {
    if (sources.size === FILES) break;
    const path = join(modules, file);
    const text = readFileSync(path, 'utf8');
    const isFit = text.length > 0 && text.length < LARGEST && !/wix/i.test(text);
    const sourceType = isFit ? sourceTypeOf(text) : null;
    if (sourceType !== null) sources.set(realpathSync(path), { text, sourceType });
  }
  return [...sources.values()];
}

/**
 * @param {string} text
 * @returns {SourceType | null} null for a file that does not parse
 */
function sourceTypeOf(text) {
  return sourceTypes.find((sourceType) => !lint(text, sourceType).messages.some(({ fatal }) => fatal)) ?? null;
}

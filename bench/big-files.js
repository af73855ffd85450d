import { execFileSync } from 'node:child_process';
import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';
import { Linter } from 'eslint';
import wixKeys from 'eslint-plugin-wix-keys';
import { instanceToken } from '../examples/fake-keys.js';

/** Megabytes of each file; each is twice, or two and a half times, the one before. */
const SIZES = [1, 2, 5, 10];
/** How much faster than the file its cost may grow: 2.3 for twice the file. */
const NOISE = 1.15;
const KEY_RULES = ['no-instance-token-for-rest', 'no-hardcoded-key'];
const PLUGIN = new URL('../dist/', import.meta.url).href;

/** @type {{ readonly alone: Measure, readonly rules: Measure }[]} */
const measured = [];

/** @typedef {{ readonly total: number, readonly own: number, readonly reports: number }} Measure milliseconds; `own` is what a profiler saw inside this plugin, without V8's collector */

const [, script = '', size, mode] = process.argv;
if (size) console.log(JSON.stringify(await lint(Number(size), mode === 'rules')));
else measureAll();

function measureAll() {
  console.log(`One file through ESLint ${Linter.version} alone and with the rules of this plugin, each in a process of its own; Node ${process.versions.node}. "Own" is the time inside this plugin: V8's collector, which is slower the more ESLint itself keeps, is in the totals.\n`);
  for (const [at, megabytes] of SIZES.entries()) {
    const { alone, rules } = measure(megabytes);
    const before = at === 0 ? null : measured[at - 1];
    measured.push({ alone, rules });
    const times = /** @param {number} now @param {number | undefined} then */ (now, then) => (then === undefined ? '' : ` (${(now / then).toFixed(2)} times)`);
    console.log(`${megabytes} MB: alone ${seconds(alone.total)}${times(alone.total, before?.alone.total)}, with the rules ${seconds(rules.total)}${times(rules.total, before?.rules.total)}, own ${seconds(rules.own)}${times(rules.own, before?.rules.own)}; ${rules.reports} reports`);
    const isLinear = !before || rules.own / before.rules.own <= (megabytes / (SIZES[at - 1] ?? NaN)) * NOISE;
    if (!isLinear || rules.reports !== 2) process.exitCode = 1;
    if (!isLinear) console.log('  MISSED: grows faster than the file');
  }
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** @param {number} megabytes */
function measure(megabytes) {
  return { alone: run(megabytes, 'alone'), rules: run(megabytes, 'rules') };
}

/**
 * @param {number} megabytes
 * @param {'alone' | 'rules'} how
 * @returns {Measure}
 */
function run(megabytes, how) {
  /** @type {unknown} */
  const answer = JSON.parse(execFileSync(process.execPath, ['--max-old-space-size=12000', script, String(megabytes), how], { encoding: 'utf8' }));
  return /** @type {Measure} */ (answer);
}

/**
 * @param {number} megabytes
 * @param {boolean} withRules
 * @returns {Promise<Measure>}
 */
async function lint(megabytes, withRules) {
  const code = fileOf(megabytes);
  /** @type {import('eslint').Linter.RulesRecord} */
  const rules = withRules ? Object.fromEntries(KEY_RULES.map((name) => [`wix-keys/${name}`, 'error'])) : {};
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 5000 });
  await session.post('Profiler.start');
  const start = performance.now();
  const reports = new Linter().verify(code, { plugins: { 'wix-keys': wixKeys }, rules }, 'file.js').length;
  const total = performance.now() - start;
  const { profile } = await session.post('Profiler.stop');
  return { total, own: ownTime(profile), reports };
}

/** @param {import('node:inspector').Profiler.Profile} profile */
function ownTime({ nodes, samples = [], timeDeltas = [] }) {
  const own = new Set(nodes.filter(({ callFrame }) => callFrame.url.startsWith(PLUGIN)).map(({ id }) => id));
  return samples.reduce((sum, id, at) => (own.has(id) ? sum + (timeDeltas[at] ?? 0) / 1000 : sum), 0);
}

/**
 * Functions that send, classes that keep, calls between them, and one key at the end.
 * @param {number} megabytes
 */
function fileOf(megabytes) {
  const parts = [`import { base, Base } from './base.js';\n`];
  for (let length = 0, at = 0; length < megabytes * 1e6; at++) {
    const part = `
function load${at}(options, callback) { const { path = '/x${at}', headers = {} } = options; return fetch(base + path, { headers: { ...headers, 'X-Id': String(options.id || '').trim() } }).then((r) => r.json()).then(callback); }
class Store${at} extends Base { #items = new Map(); constructor(key) { super(); this.key = key; this.state = { at: ${at}, list: [] }; } get size() { return this.#items.size; } add(item) { this.#items.set(item.id, item); this.state.list.push(item); return this; } }
export const store${at} = new Store${at}(process.env.KEY${at}); store${at}.add({ id: ${at}, name: 'n' + ${at} }).sync();
`;
    parts.push(part);
    length += part.length;
  }
  parts.push(`fetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: '${instanceToken()}' } });\n`);
  return parts.join('');
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { istKey, jwsKey, oauthKey } from '../fake-keys.js';
import { cli, filesOf, projectWith } from './projects.js';

const KEYS = [istKey({ seed: 1 }), istKey({ seed: 2 }), jwsKey(3), oauthKey(4)];
const MODULES = 120;

const key = fc.constantFrom(...KEYS);
const quoted = fc.tuple(key, fc.constantFrom("'", '"', '`')).map(([text, quote]) => quote + text + quote);

/** An expression that holds a key, in the forms that people write. */
const expression = fc.oneof(
  quoted,
  key.map((text) => `'Bearer ${text}'`),
  fc.tuple(key, fc.constantFrom('$' + '{1 + 1}', '', '\\n', '\\u{41}')).map(([text, more]) => `\`a ${text} b${more}\``),
  key.map((text) => `['${text.slice(0, 3)}', '${text.slice(4)}'].join('.')`),
  key.map((text) => `'${text.slice(0, 4)}' + '${text.slice(4)}'`),
  key.map((text) => `atob('${Buffer.from(text).toString('base64')}')`),
  key.map((text) => `process.env.NOT_SET_${String(KEYS.indexOf(text))} ?? '${text}'`),
  key.map((text) => `(process.env.NOT_SET_ANYWHERE || '${text}')`),
  quoted.map((text) => `{ apiKey: ${text}, list: [${text}, 1] }`),
  quoted.map((text) => `((k = ${text}) => k)()`),
  quoted.map((text) => `${text}.length`),
  quoted.map((text) => `typeof${text}`),
  quoted.map((text) => `new Map([['Authorization', ${text}]]).get('Authorization')`),
  quoted.map((text) => `class { static k = ${text}; }.k`),
  key.map((text) => `new URL('https://example.com/?token=${text}').search`),
  key.map((text) => `JSON.parse('{"apiKey":"${text}"}')`),
  quoted.map((text) => `(${text}, 2)`),
  quoted.map((text) => `${text} in { a: 1 }`),
  quoted.map((text) => `(${text}===String(${text}))`),
);

const moduleText = fc.tuple(fc.array(expression, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom(';', '')).map(([expressions, eol, semicolon]) => {
  const lines = expressions.map((code, at) => `const v${String(at)} = ${code}${semicolon}`);
  return [...lines, `// ${KEYS[0] ?? ''}`, `export default [${expressions.map((_, at) => `v${String(at)}`).join(', ')}]`, ''].join(eol);
});

/** What the modules of a project export, with its env file loaded if it has one. */
function exportsOf(folder: string): unknown {
  const envFile = existsSync(join(folder, '.env')) ? ['--env-file=.env'] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...envFile, 'main.mjs'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

describe('generated programs', () => {
  it.each([1, 2, 3])('print the same after the migration as before (%i)', (seed) => {
    const texts = fc.sample(moduleText, { seed, numRuns: MODULES });
    const names = texts.map((_, at) => `m${String(at)}.mjs`);
    const main = `const all = [];\nfor (const name of ${JSON.stringify(names)}) all.push((await import('./src/' + name)).default);\nconsole.log(JSON.stringify(all));\n`;
    const folder = projectWith({ 'main.mjs': main, ...Object.fromEntries(texts.map((text, at) => [`src/${names[at] ?? ''}`, text])) });
    const before = exportsOf(folder);
    cli(folder, 'migrate', 'src');
    expect(exportsOf(folder)).toEqual(before);
    const kept = Object.entries(filesOf(folder)).filter(([path, text]) => path.startsWith('src/') && KEYS.some((one) => text.includes(one)));
    expect(kept).toEqual([]);
  }, 60_000);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import wixKeys from '../../src/index.js';
import { migrateFile } from '../../src/migrate/migrate-file.js';
import { readOptions, type MigrateOptions } from '../../src/migrate/options.js';
import { accountKey, instanceToken } from '../fake-keys.js';
import { makeFolder, type Files } from '../rules/folders.js';

const [TOKEN, KEY] = [instanceToken(87), accountKey(87)];
const OPTIONS = readOptions({}) as MigrateOptions;
const SENDING = `fetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: apiKey, 'wix-site-id': 'a' } });\n`;

/** Names of files that a shell, a URL, a pattern or a plain object takes for something else. */
const NAMES = [
  ...['a b', ' a ', '__proto__', 'constructor', '$id', '$a.$b', '%20', '-rf', '--dry', '!a', '~', '@a', '..a', 'a..', 'a,b', 'a;b', 'a&b', 'a|b', 'a*b', 'a[b]', 'a{b,c}', '(a)', '[...a]'],
  ...['\u{1F600}', 'é', 'e\u0301', 'ключ', 'a\u2028b', 'a\u202eb', 'a\ufeffb', 'A'.repeat(200)],
];
/** Names that an import writes with an escape, or that a URL cuts. */
const NAMES_OUT_OF_REACH = ['a\nb', 'a\rb', 'a\tb', 'a\x01b', 'a\x7fb', "it's", 'a"b', 'a`b', 'a\\b', 'a#b', 'a?b'];

async function reportsIn(files: Files, linted = '.'): Promise<Readonly<Record<string, readonly string[]>>> {
  const folder = makeFolder(files);
  const results = await new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: wixKeys.configs.recommended }).lintFiles(linted);
  return Object.fromEntries(results.map(({ filePath, messages }) => [filePath.slice(folder.length + 1), messages.map(({ ruleId, message }) => ruleId?.slice('wix-keys/'.length) ?? message)]));
}

describe('files of any name', () => {
  test('are linted, and read where another imports them', async () => {
    const keys = Object.fromEntries([...NAMES, ...NAMES_OUT_OF_REACH].map((name) => [`keys/${name}.js`, `export const apiKey = '${TOKEN}';\n`]));
    const uses = Object.fromEntries(NAMES.map((name) => [`uses/${name}.js`, `import { apiKey } from "../keys/${name}.js";\n${SENDING}`]));
    const reports = await reportsIn({ ...keys, ...uses });
    expect(Object.keys(reports)).toHaveLength(2 * NAMES.length + NAMES_OUT_OF_REACH.length);
    for (const [path, rules] of Object.entries(reports)) expect([path, rules]).toEqual([path, path.startsWith('uses/') ? ['no-instance-token-for-rest'] : ['no-hardcoded-key', 'no-instance-token-for-rest']]);
  });

  test('lose no key to the codemod', () => {
    const names = [...NAMES, ...NAMES_OUT_OF_REACH];
    const folder = makeFolder({ 'package.json': '{}', ...Object.fromEntries(names.map((name) => [`${name}.js`, `send('${KEY}');\n`])) });
    for (const name of names) expect([name, migrateFile({ path: join(folder, `${name}.js`), text: `send('${KEY}');\n` }, OPTIONS).text]).toEqual([name, 'send(process.env.WIX_API_KEY);\n']);
    expect(readFileSync(join(folder, '.env'), 'utf8').split('\n').filter((line) => line.startsWith('WIX_API_KEY'))).toEqual([`WIX_API_KEY=${KEY}`]);
  });
});

describe('what surrounds a file', () => {
  const app = { 'app.js': `import { apiKey } from '@keys/key.js';\n${SENDING}`, 'src/key.js': `export const apiKey = '${TOKEN}';\n` };
  const paths = { compilerOptions: { paths: { '@keys/*': ['./src/*'], ['__proto__']: null, constructor: ['./x'], '*': {} } } };
  const found = { 'app.js': ['no-instance-token-for-rest'] };

  test('tsconfig.json that extends each of the next twice, forty deep', async () => {
    const configs = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [at === 0 ? 'tsconfig.json' : `c${at}.json`, JSON.stringify(at === 39 ? paths : { extends: [`./c${at + 1}.json`, `./c${at + 1}.json`] })]));
    expect(await reportsIn({ ...app, ...configs }, 'app.js')).toEqual(found);
  });

  test('tsconfig.json that extends itself and what extends it', async () => {
    expect(await reportsIn({ ...app, 'tsconfig.json': JSON.stringify({ ...paths, extends: ['./tsconfig.json', './c.json'] }), 'c.json': '{ "extends": ["./tsconfig.json", "./c.json"] }' }, 'app.js')).toEqual(found);
  });

  test.each([
    ['exports deeper than a stack', `{ "name": "@keys/a", "exports": ${'['.repeat(50_000)}${']'.repeat(50_000)} }`],
    ['conditions deeper than a stack', `{ "name": "@keys/a", "exports": ${'{ "import": '.repeat(20_000)}1${'}'.repeat(20_000)} }`],
    ['exports of no form', '{ "exports": { "__proto__": "./x", ".": { "constructor": "./x", "default": [null, {}, 1, "./nowhere.js"] } }, "main": ["index.js"] }'],
  ])('a linked package with %s', async (_, manifest) => {
    expect(await reportsIn({ 'app.js': `import { apiKey } from 'linked';\n${SENDING}`, 'packages/a/index.js': `export const apiKey = '${TOKEN}';\n`, 'packages/a/package.json': manifest, 'node_modules/linked': '->../packages/a' }, 'app.js')).toEqual(found);
  });

  test('a module whose exports are put together from more objects than fit a call', async () => {
    const module = `Object.assign(exports, ${'a,'.repeat(150_000)}{ apiKey: '${TOKEN}' });\n`;
    expect(await reportsIn({ 'app.js': `const { apiKey } = require('./key.cjs');\n${SENDING}`, 'key.cjs': module }, 'app.js')).toEqual(found);
  });

  test('a module that ends in the midst of a template', async () => {
    expect(await reportsIn({ 'app.js': `import { apiKey } from './key.js';\n${SENDING}`, 'key.js': `${'a;\n'.repeat(1_000)}export const apiKey = '${TOKEN}' + \`\\` }, 'app.js')).toEqual({ 'app.js': [] });
  });
});

/** What stands around a key on the disk; `@` is the key. */
const BYTES: readonly (readonly [what: string, text: string])[] = [
  ['a byte order mark', '\ufeffsend("@");\r\n'],
  ['two of them', '\ufeff\ufeffsend("@");'],
  ['line ends of every kind', 'a();\rsend("@");\r\nb();\nc();\u2028d();\u2029\r\r\n'],
  ['NUL and controls', 'a("\0\x01\x7f\x85"); // \0\nsend("@"); /* \0\x1b */\n'],
  ['characters beyond the first plane', 'const \u{20bb7} = "\u{1F600}\u{10ffff}"; send("@"); // \u{1F468}\u200d\u{1F469}\n'],
  ['escapes of half characters', 'a("\\ud800", "\\udfff"); send("\\ud800 @ \\udfff");\n'],
  ['right-to-left marks', '/* \u202e\u2066 */ send("@"); // \u2069\u202c\n'],
  ['a replacement character', 'send("\ufffd", "@");\n'],
  ['white space of every kind', '\t\v\f\u00a0\u3000\ufeffsend(\u2003"@"\u2003);\f\n'],
  ['no line end', 'send("@")'],
];

describe('the codemod keeps every other byte', () => {
  test.each(BYTES)('beside %s', (_, text) => {
    const written = text.replace('@', KEY);
    const folder = makeFolder({ 'package.json': '{}', 'a.js': written, '.env': text.replaceAll(/[^\r\n\ufeff]/g, '#').replaceAll('\u2028', '#') });
    const env = readFileSync(join(folder, '.env'));
    const { text: moved } = migrateFile({ path: join(folder, 'a.js'), text: readFileSync(join(folder, 'a.js'), 'utf8') }, OPTIONS);
    const [before = '', behind = ''] = text.split('@');
    const lookup = 'process.env.WIX_API_KEY';
    const whole = before.slice(0, -1) + lookup + behind.slice(1);
    const within = before.replace('send("\\ud800 ', 'send(`\\ud800 ') + '${' + lookup + '}' + behind.replace(' \\udfff")', ' \\udfff`)');
    expect(Buffer.from(moved ?? '').equals(Buffer.from(text.includes('\\ud800 @') ? within : whole))).toBe(true);
    expect(isKeptIn(env, readFileSync(join(folder, '.env')))).toBe(true);
  });
});

/** Whether bytes stand in others in their order. */
function isKeptIn(bytes: Buffer, others: Buffer): boolean {
  let at = 0;
  for (const byte of others) if (byte === bytes[at]) at += 1;
  return at === bytes.length;
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountKey, instanceToken } from '../../fake-keys.js';
import { linterOf, makeFolder, reportsIn, writeFiles, type Files } from '../folders.js';

const SETUP = { rule: 'no-instance-token-for-rest' } as const;
const TOKEN = instanceToken(51);
const CONFIG = `export const tint = '${TOKEN}';\n`;
const send = (tint: string): string => `fetch('https://www.wixapis.com/site-media/v1/files/generate-upload-url', { headers: { Authorization: ${tint} } });\n`;
const MAIN = `import { tint } from './config.js';\n${send('tint')}`;

/** Where something is reported in a folder: `file: text`. */
async function placesIn(files: Files, linted = '.'): Promise<string[]> {
  return (await reportsIn(makeFolder(files), { ...SETUP, linted })).map(({ file, text }) => `${file}: ${text}`);
}

describe('the report on a key of another file', () => {
  it('names the file from the working directory and the line, and no key', async () => {
    const folder = makeFolder({ 'src/config.js': `\n\n${CONFIG}`, 'src/main.js': MAIN });
    const [report, ...others] = await reportsIn(folder, SETUP);
    expect(others).toEqual([]);
    expect(report?.message).toBe('An `IST.` token written in src/config.js:3 reaches the Wix Media Manager here; use an account-level API key, made under Account Settings > API Keys with the Media Manager permission, and read it from the environment.');
  });
});

describe('a token of another file whose claims name an account', () => {
  const files = { 'config.js': CONFIG.replace(TOKEN, accountKey(52)), 'main.js': MAIN };

  it('is reported with what is known of it, once, where it reaches the Media Manager', async () => {
    const [report, ...others] = await reportsIn(makeFolder(files), SETUP);
    expect(others).toEqual([]);
    expect(report?.file).toBe('main.js');
    expect(report?.message).toMatch(/^An `IST\.` token written in config\.js:1 reaches the Wix Media Manager here; its claims name an account, .*environment\.$/u);
  });

  it('is left alone where the option says so', async () => {
    expect(await reportsIn(makeFolder(files), { ...SETUP, options: { accountTenantTokens: 'allow' } })).toEqual([]);
  });
});

describe('a key that is put into an object of another file', () => {
  const FORMS = [`state.apiKey = '${TOKEN}';`, `Object.assign(state, { apiKey: '${TOKEN}' });`, `state.wix = { apiKey: '${TOKEN}' };`];

  it.each(FORMS.map((form) => form.replace(TOKEN, 'KEY')))('%s leaves the file, with other files read and without', async (form) => {
    const files = { 'state.js': `export const state = { apiKey: '' };\n`, 'main.js': `import { state } from './state.js';\n${form.replace('KEY', TOKEN)}\n` };
    for (const crossFile of [true, false]) {
      expect((await reportsIn(makeFolder(files), { ...SETUP, settings: { crossFile } })).map(({ text }) => text)).toEqual([`'${TOKEN}'`]);
      expect(await reportsIn(makeFolder({ ...files, 'main.js': files['main.js'].replaceAll('apiKey', 'tint') }), { ...SETUP, settings: { crossFile } })).toEqual([]);
    }
  });
});

describe('files as they come', () => {
  it.each<readonly [string, Files]>([
    ['a BOM', { 'config.js': `\ufeff${CONFIG}`, 'main.js': `\ufeff${MAIN}` }],
    ['CRLF', { 'config.js': CONFIG.replaceAll('\n', '\r\n'), 'main.js': MAIN.replaceAll('\n', '\r\n') }],
    ['tabs', { 'config.js': CONFIG.replaceAll(' ', '\t'), 'main.js': MAIN.replaceAll(' {', '\t{') }],
    ['a file that imports itself', { 'config.js': `import * as self from './config.js';\n${CONFIG}export const other = self.other;\n`, 'main.js': MAIN }],
    ['files that import each other', { 'config.js': `import './main.js';\nexport * from './a.js';\n`, 'a.js': `export * from './config.js';\n${CONFIG}`, 'main.js': MAIN }],
    ['an import of what is missing beside it', { 'config.js': CONFIG, 'main.js': `import './missing.js';\nimport x from './gone.json';\n${MAIN}x();\n` }],
    ['an import of what is broken beside it', { 'config.js': CONFIG, 'broken.ts': 'export const = {{{', 'main.js': `import './broken.ts';\n${MAIN}` }],
    ['a long line', { 'config.js': `${CONFIG}export const more = '${'x'.repeat(200_000)}';\n`, 'main.js': MAIN }],
    ['types in the way', { 'config.ts': `import type { A } from './types.js';\nexport const tint = '${TOKEN}' as unknown as A;\n`, 'types.ts': 'export type A = string;\n', 'main.js': MAIN }],
  ])('with %s', async (_name, files) => {
    expect(await placesIn(files, 'main.js')).toEqual(['main.js: tint']);
  });

  it.each<readonly [string, Files]>([
    ['missing', { 'main.js': MAIN }],
    ['empty', { 'config.js': '', 'main.js': MAIN }],
    ['broken JSON', { 'config.json': `{ "tint": "${TOKEN}"`, 'main.js': MAIN.replace('.js', '.json') }],
    ['a folder', { 'config.js/a.js': '', 'main.js': MAIN }],
    ['a link to itself', { 'config.js': '->config.js', 'main.js': MAIN }],
    ['too large to be written by a person', { 'config.js': `${CONFIG}// ${'x'.repeat(600_000)}\n`, 'main.js': MAIN }],
    ['a cycle of re-exports', { 'config.js': `export * from './a.js';\n// ${TOKEN}\n`, 'a.js': `export { tint } from './config.js';\n`, 'main.js': MAIN }],
    ['one that exports it under another name', { 'config.js': CONFIG.replace('tint', 'tone'), 'main.js': MAIN }],
    ['one that exports its type only', { 'config.ts': `export type tint = '${TOKEN}';\n`, 'main.js': MAIN }],
    ['a package', { 'node_modules/config/index.js': CONFIG, 'node_modules/config/package.json': '{ "name": "config", "main": "index.js" }', 'main.js': MAIN.replace('./config.js', 'config') }],
  ])('nothing where the file is %s', async (_name, files) => {
    expect(await placesIn(files, 'main.js')).toEqual([]);
  });

  it.each<readonly [string, string]>([
    ['a parameter', `function go(tint) { ${send('tint')} }\ngo(process.env.T);\n`],
    ['a variable of a block', `{ const tint = process.env.T; ${send('tint')} }\n`],
    ['a caught error', `try { go(); } catch (tint) { ${send('tint')} }\n`],
    ['a write before it is read', `let own = tint; own = process.env.T; ${send('own')}`],
  ])('nothing where the name means %s', async (_name, code) => {
    expect(await placesIn({ 'config.js': CONFIG, 'main.js': `import { tint } from './config.js';\nconsole.log(tint.length);\n${code}` })).toEqual([]);
  });

  it('what one file is too far away to see another still sees, in whatever order they are linted', async () => {
    const chain = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`c${String(at)}.js`, `export * from './c${String(at + 1)}.js';\n`]));
    const files = { ...chain, 'c9.js': CONFIG, 'far.js': MAIN.replace('config', 'c0'), 'near.js': MAIN.replace('config', 'c5'), 'zero.js': MAIN.replace('config', 'c0') };
    expect(await placesIn(files)).toEqual(['near.js: tint']);
  });

  it('of what one function of another file keeps and another, which is handed nothing, sends', async () => {
    const client = `let kept;\nexport function keep(config) { kept = config; }\nexport function load() { return ${send('kept.tint')} }\n`;
    const main = `import { config } from './config.js';\nimport { keep, load } from './client.js';\nkeep(config);\nload();\n`;
    expect(await placesIn({ 'config.js': `export const config = { tint: '${TOKEN}' };\n`, 'client.js': client, 'main.js': main }, 'main.js')).toEqual(['main.js: config']);
  });

  it('of two things that are handed over each as it is used', async () => {
    const files = {
      'config.js': CONFIG,
      'log.js': 'export const log = (value) => console.log(value.length);\n',
      'api.js': `export function upload(tint) { ${send('tint')} }\nexport function size(tint) { return tint.length; }\n`,
      'main.js': `import { tint } from './config.js';\nimport { log } from './log.js';\nimport { upload, size } from './api.js';\nlog(tint);\nsize(tint);\nupload(process.env.T);\n`,
    };
    expect(await placesIn(files)).toEqual([]);
    expect(await placesIn({ ...files, 'main.js': `${files['main.js']}const options = { tint };\nlog(options);\nupload(options.tint);\n` })).toEqual(['main.js: tint']);
  });
});

describe('files that change between two runs of one ESLint', () => {
  it('are read as they are by then', async () => {
    const folder = makeFolder({ 'config.js': CONFIG, 'main.js': MAIN });
    const linter = linterOf(folder, SETUP);
    const places = async (): Promise<string[]> => (await reportsIn(folder, { ...SETUP, linted: 'main.js' }, linter)).map(({ file, text }) => `${file}: ${text}`);
    expect(await places()).toEqual(['main.js: tint']);
    writeFiles(folder, { 'config.js': 'export const tint = process.env.T;\n' });
    expect(await places()).toEqual([]);
    writeFiles(folder, { 'config.js': 'export * from "./deep/config.js";\n', 'deep/config.js': CONFIG });
    expect(await places()).toEqual(['main.js: tint']);
    rmSync(join(folder, 'deep'), { recursive: true });
    expect(await places()).toEqual([]);
    writeFiles(folder, { 'deep/config.js': CONFIG });
    expect(await places()).toEqual(['main.js: tint']);
    writeFiles(folder, { 'deep/config.js': CONFIG.slice(0, -20) });
    expect(await places()).toEqual([]);
    rmSync(join(folder, 'config.js'));
    expect(await places()).toEqual([]);
  });

  it('are read as they are by then for another file as well, however soon it is linted', async () => {
    const [PLAIN, AGAIN] = ['export const tint = process.env.T;\n', `export * from './config.js';\n`];
    const folder = makeFolder({ 'config.js': PLAIN, 'all.js': AGAIN, 'one.js': MAIN.replace('config', 'all'), 'two.js': MAIN.replace('config', 'all') });
    const linter = linterOf(folder, SETUP);
    for (const [file, config, count] of [['one.js', PLAIN, 0], ['two.js', CONFIG, 1], ['one.js', PLAIN, 0], ['two.js', CONFIG, 1]] as const) {
      writeFiles(folder, { 'config.js': config });
      expect(await reportsIn(folder, { ...SETUP, linted: file }, linter)).toHaveLength(count);
    }
  });

  it('are found by another file that imports what was missing a moment ago', async () => {
    const folder = makeFolder({ 'one.js': MAIN, 'two.js': MAIN, 'three.js': MAIN });
    const linter = linterOf(folder, SETUP);
    const countIn = async (file: string): Promise<number> => (await reportsIn(folder, { ...SETUP, linted: file }, linter)).length;
    expect(await countIn('one.js')).toBe(0);
    writeFiles(folder, { 'config.js': CONFIG });
    expect(await countIn('two.js')).toBe(1);
    rmSync(join(folder, 'config.js'));
    expect(await countIn('three.js')).toBe(0);
  });
});

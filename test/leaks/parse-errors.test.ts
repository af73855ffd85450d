import { describe, expect, it } from 'vitest';
// Before eslint-plugin-html, which changes what is loaded.
import { ESLint, type Linter } from 'eslint';
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import htmlEslint from '@html-eslint/eslint-plugin';
import astroPlugin from 'eslint-plugin-astro';
import html from 'eslint-plugin-html';
import yml from 'eslint-plugin-yml';
import * as typescript from '@typescript-eslint/parser';
import * as jsonc from 'jsonc-eslint-parser';
import * as svelte from 'svelte-eslint-parser';
import * as toml from 'toml-eslint-parser';
import * as vue from 'vue-eslint-parser';
import * as yaml from 'yaml-eslint-parser';
import wixKeys from '../../src/index.js';
import { accountKey, leaks } from '../fake-keys.js';
import { makeFolder } from '../rules/folders.js';

const KEY = accountKey(83);

/** How a kind of file is read, texts of it with a key and a syntax error, and whether the parser's own message may quote a piece of the key. */
interface Reading {
  readonly name: string;
  readonly file: string;
  readonly config: readonly Linter.Config[];
  readonly texts: readonly string[];
  readonly quotes: boolean;
  /** Whether the parser reads on behind an error, or knows none. */
  readonly readsOn?: true;
}

const plugin = (module: unknown): ESLint.Plugin => module as ESLint.Plugin;
const parser = (module: unknown, parserOptions: Linter.ParserOptions = {}): readonly Linter.Config[] => [{ files: ['**/file.*'], languageOptions: { parser: module, parserOptions } }];
const language = (name: string, module: unknown): readonly Linter.Config[] => [{ files: ['**/file.*'], plugins: { [name.split('/')[0] ?? '']: plugin(module) }, language: name }];
const JSX: readonly Linter.Config[] = [{ files: ['**/file.*'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }];
const TYPESCRIPT = { parser: typescript };

/** An error before the key, behind it, in it, and the key itself as what nobody expects. */
const CODE = [
  `const a = ;\nf('${KEY}');\n`, `f('${KEY}';\n`, `f('${KEY});\n`, `f(\`${KEY});\n`, `f('a' '${KEY}');\n`, `const a = { b: 'c' d: '${KEY}' };\n`, `const a = ['${KEY}' '${KEY}'];\n`, `f(${KEY});\nconst b = a ${KEY.slice(4)};\n`,
  `/* ${KEY}\n`,
];
const JSON_TEXTS = [`{ "a": "${KEY}" "b": 1 }`, `{ "a" "${KEY}" }`, `{ "a": 1 "${KEY}": 2 }`, `{ "a": "${KEY} }`, `{ "a": ${KEY} }`, `["${KEY}" "${KEY}"]`, `{ "a": @ "${KEY}" }`];
const YAML_TEXTS = [`a: "${KEY}`, `a: '${KEY}`, `a: @${KEY}`, `a: [${KEY}`, `a: "${KEY}" "${KEY}"`, `a: ${KEY}: b`, `a: ${KEY}\na: ${KEY}\n`, `- a\nb: ${KEY}`, `a:\n\t${KEY}`, `a: "\\q${KEY}"`];
const TOML_TEXTS = [`a = "${KEY}`, `a = ${KEY}`, `a = "${KEY}" "${KEY}"`, `[${KEY}`, KEY, `a = 1\na = "${KEY}"`, `"${KEY}" = 1\n"${KEY}" = 2`, `a = ["${KEY}" "${KEY}"]`];
const ENV_TEXTS = [`WIX_API_KEY="${KEY}`, `WIX_API_KEY='${KEY}`, `WIX_API_KEY=\`${KEY}`, KEY, `=${KEY}`, `WIX API KEY=${KEY}`, `"${KEY}"`, `export ${KEY}`, `A="\n${KEY}`, `NEXT_PUBLIC_WIX_API_KEY="${KEY}`];
const inScript = (texts: readonly string[]): readonly string[] => texts.map((text) => `<script>\n${text}</script>\n`);
const inFence = (texts: readonly string[]): readonly string[] => texts.map((text) => `\`\`\`js\n${text}\`\`\`\n`);
const MARKUP = [`<p title="${KEY}>`, `<p "${KEY}">`, `</p ${KEY}>`, `<!-- ${KEY}`];

const READINGS: readonly Reading[] = [
  { name: 'espree', file: 'file.js', config: JSX, texts: CODE, quotes: true },
  { name: '@typescript-eslint/parser', file: 'file.ts', config: parser(typescript), texts: CODE, quotes: false },
  { name: '@typescript-eslint/parser with JSX', file: 'file.tsx', config: parser(typescript, { ecmaFeatures: { jsx: true } }), texts: CODE, quotes: false },
  { name: 'vue-eslint-parser', file: 'file.vue', config: parser(vue), texts: inScript(CODE), quotes: true },
  { name: 'vue-eslint-parser with that of TypeScript', file: 'file.vue', config: parser(vue, TYPESCRIPT), texts: inScript(CODE), quotes: false },
  { name: 'svelte-eslint-parser', file: 'file.svelte', config: parser(svelte), texts: inScript(CODE), quotes: true },
  { name: 'svelte-eslint-parser with that of TypeScript', file: 'file.svelte', config: parser(svelte, TYPESCRIPT), texts: inScript(CODE), quotes: false },
  { name: 'astro-eslint-parser', file: 'file.astro', config: astroPlugin.configs['flat/base'], texts: CODE.map((code) => `---\n${code}---\n<p />\n`), quotes: false },
  { name: 'eslint-plugin-html', file: 'file.html', config: [{ files: ['**/file.*'], plugins: { html: plugin(html) } }], texts: inScript(CODE), quotes: true },
  { name: '@html-eslint/html', file: 'file.html', config: language('@html-eslint/html', htmlEslint), texts: [...inScript(CODE), ...MARKUP], quotes: false, readsOn: true },
  { name: 'the processor of @eslint/markdown', file: 'file.md', config: [{ files: ['**/file.md'], plugins: { markdown: plugin(markdown) }, processor: 'markdown/markdown' }], texts: inFence(CODE), quotes: true },
  { name: 'markdown/gfm', file: 'file.md', config: language('markdown/gfm', markdown), texts: inFence(CODE), quotes: false, readsOn: true },
  { name: 'jsonc-eslint-parser', file: 'file.json', config: parser(jsonc), texts: JSON_TEXTS, quotes: true },
  ...['json', 'jsonc', 'json5'].map((kind): Reading => ({ name: `json/${kind}`, file: `file.${kind}`, config: language(`json/${kind}`, json), texts: JSON_TEXTS, quotes: false })),
  { name: 'yaml-eslint-parser', file: 'file.yml', config: parser(yaml), texts: YAML_TEXTS, quotes: false },
  { name: 'yml/yaml', file: 'file.yml', config: language('yml/yaml', yml), texts: YAML_TEXTS, quotes: false },
  { name: 'toml-eslint-parser', file: 'file.toml', config: parser(toml), texts: TOML_TEXTS, quotes: false },
  { name: 'the parser for env files', file: '.env', config: [], texts: ENV_TEXTS, quotes: false, readsOn: true },
  { name: 'the parser for env files in examples', file: '.env.example', config: [], texts: ENV_TEXTS, quotes: false, readsOn: true },
];

/** All messages on texts, each in a file of its own. */
async function messagesOn({ file, config, texts }: Pick<Reading, 'config' | 'file' | 'texts'>): Promise<readonly Linter.LintMessage[][]> {
  const folder = makeFolder(Object.fromEntries(texts.map((text, at) => [`${String(at)}/${file}`, text])));
  const results = await new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [...wixKeys.configs.recommended, ...config] }).lintFiles('.');
  return results.map(({ messages }) => messages);
}

/** Whether a message holds a piece of the key; `source` is a line that eslint-plugin-html writes to it. */
const isLeaking = (message: Linter.LintMessage): boolean => leaks(JSON.stringify({ ...message, source: '' }), KEY);

describe.each(READINGS)('a syntax error beside a key, read by $name', (reading) => {
  it('makes no rule throw, and no report of ours show a piece of it', async () => {
    const all = await messagesOn(reading);
    expect(all).toHaveLength(reading.texts.length);
    const own = all.flat().filter(({ ruleId }) => ruleId !== null);
    expect(own.some(isLeaking)).toBe(false);
    expect(own.length > 0).toBe(reading.readsOn === true);
    expect(all.flat().some(({ fatal }) => fatal === true)).toBe(reading.readsOn !== true);
  });

  it(`${reading.quotes ? 'may show' : 'shows none of'} it in the message of the parser`, async () => {
    const own = (await messagesOn(reading)).flat().filter(({ ruleId }) => ruleId === null);
    expect(own.some(isLeaking)).toBe(reading.quotes);
  });
});

describe('a syntax error in an imported file', () => {
  it('throws nothing and shows nothing', async () => {
    const folder = makeFolder({ ...Object.fromEntries(CODE.map((code, at) => [`config${String(at)}.js`, code])), 'main.js': `${CODE.map((_, at) => `import * as key${String(at)} from './config${String(at)}.js';\n`).join('')}send('${KEY}');\n` });
    const [result] = await new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: wixKeys.configs.recommended }).lintFiles('main.js');
    const messages = result?.messages ?? [];
    expect(messages.some(({ ruleId }) => ruleId === 'wix-keys/no-hardcoded-key')).toBe(true);
    expect(messages.some(isLeaking)).toBe(false);
  });
});

import json from '@eslint/json';
import { describe, expect, test } from 'vitest';
import { messagesOn, shortKeys, type Linting } from './linting.js';

const MANY = 100_000;
const FEWER = 10_000;
const KEYS = shortKeys(MANY);
const [KEY = ''] = KEYS;

const asJson: Linting = { filename: 'keys.json', config: { files: ['**/*.json'], plugins: { json }, language: 'json/json' } };
const each = (count: number, write: (key: string, at: number) => string, separator = '\n'): string => KEYS.slice(0, count).map(write).join(separator);

/** Files that are full of keys, and how often no-hardcoded-key reports: once for each literal and each comment, and for each key of a text. */
const FILES: readonly (readonly [where: string, write: () => string, reports: number, how?: Linting])[] = [
  ['an array', () => `export default [\n${each(MANY, (key) => `'${key}'`, ',\n')}];`, MANY],
  ['an array in one line', () => `export default [${each(FEWER, (key) => `'${key}'`, ',')}];`, FEWER],
  ['an object', () => `export default {\n${each(FEWER, (key, at) => `apiKey${at}: '${key}'`, ',\n')}};`, FEWER],
  ['TypeScript', () => each(FEWER, (key, at) => `export const apiKey${at} = '${key}';`), FEWER, { parser: 'typescript' }],
  ['writes to the environment', () => each(FEWER / 5, (key, at) => `process.env.KEY_${at} = '${key}';\nf(process.env.KEY_${at});`), FEWER / 5, { parser: 'typescript' }],
  ['requests', () => each(FEWER / 5, (key) => `fetch('https://www.wixapis.com/a', { headers: { Authorization: '${key}', 'wix-site-id': 'a' } });`), FEWER / 5],
  ['comments', () => each(MANY, (key) => `// ${key}`), MANY],
  ['one comment', () => `/* ${each(MANY, (key) => key)} */`, 1],
  ['one comment, the same each time', () => `/* ${each(MANY, () => KEY)} */`, 1],
  ['one template, the same each time', () => `f(\`${each(FEWER, () => KEY)}\`);`, 1],
  ['a component', () => `<template>${each(FEWER, (key) => `<p>${key}</p>`)}</template>`, FEWER, { filename: 'src/App.vue', config: { files: ['**/*.vue'], languageOptions: { parser: { parse: () => ({ type: 'Program', body: [], tokens: [], comments: [], range: [0, 0], loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }, sourceType: 'module' }) } } } }],
  ['an env file', () => each(MANY, (key, at) => `WIX_API_KEY_${at}=${key}`), MANY, { filename: '.env.example' }],
  ['JSON', () => `{${each(FEWER, (key, at) => `"k${at}":"${key}"`, ',\n')}}`, FEWER, asJson],
  ['JSON in one line', () => `[${each(MANY, (key) => `"${key}"`, ',')}]`, MANY, asJson],
  ['JSON under one name', () => `{${each(FEWER, (key) => `"value":"${key}"`, ',\n')}}`, FEWER, asJson],
];

describe('each of many keys is reported once', () => {
  test.each(FILES.map(([where, write, reports, how]) => ({ where, write, reports, how })))('in $where', { timeout: 60_000 }, ({ write, reports, how }) => {
    const found = messagesOn(write(), how).filter(({ ruleId }) => ruleId === 'wix-keys/no-hardcoded-key');
    expect(found).toHaveLength(reports);
    expect(new Set(found.map(({ line, column }) => `${line}:${column}`)).size).toBe(reports);
  });
});

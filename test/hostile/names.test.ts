import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import wixKeys from '../../src/index.js';
import { setVariable, declareVariable } from '../../src/dotenv/write-env.js';
import { migrateFile } from '../../src/migrate/migrate-file.js';
import { readOptions, type MigrateOptions } from '../../src/migrate/options.js';
import { instanceToken } from '../fake-keys.js';
import { makeFolder } from '../rules/folders.js';
import { PARSERS, rulesOn, soundMessagesOn } from './linting.js';

const TOKEN = instanceToken(84);
const KEY = `'${TOKEN}'`;
/** Names that every object has, and some that every function, array or text has. */
const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'call', 'length', 'join', 'replace', 'then', 'default', 'exports'];

/** Code that uses a name wherever a rule may look one up; each holds a key. */
const USES: readonly ((name: string) => string)[] = [
  (name) => `fetch('https://www.wixapis.com/a', { headers: { Authorization: process.env.${name} ?? ${KEY} } });`,
  (name) => `const { ${name}: k = ${KEY} } = process.env; fetch('https://www.wixapis.com/a', { headers: { Authorization: k } });`,
  (name) => `process.env.${name} = ${KEY}; process.env['${name}'] ??= ${KEY}; import.meta.env.${name}; Deno.env.get('${name}');`,
  (name) => `import x from '${name}'; import * as y from './${name}'; import { ${name} as z } from '${name}'; x.${name}(y.${name}, z, ${KEY}); x.create(${KEY}).get('${name}');`,
  (name) => `import { ${name} as z } from '@wix/sdk'; z(${KEY}); import * as s from '@wix/sdk'; s.${name}({ apiKey: ${KEY} });`,
  (name) => `import axios from 'axios'; axios.${name}(${KEY}); axios.defaults.${name} = ${KEY}; axios.defaults.headers.${name} = ${KEY}; axios.create({ ${name}: ${KEY} }).${name}('https://www.wixapis.com');`,
  (name) => `Object.${name}(${KEY}); JSON.${name}(${KEY}); Buffer.${name}(${KEY}, '${name}'); Promise.${name}(${KEY}); String.${name}(${KEY}); globalThis.${name}(${KEY}); new globalThis.${name}(${KEY});`,
  (name) => `const o = { ['${name}']: ${KEY} }; fetch('https://www.wixapis.com/a', { headers: { Authorization: o['${name}'], '${name}': ${KEY} } });`,
  (name) => `class A { static ['${name}'] = ${KEY}; m() { return this['${name}']; } } new A().m(); new Map([['${name}', ${KEY}]]).get('${name}'); new Headers({ '${name}': ${KEY} });`,
  (name) => `f(${KEY}.${name}(), ['IST.', ${KEY}].${name}(${KEY}), ({ a: ${KEY} }).${name}(${KEY}), (() => ${KEY}).${name}(null, ${KEY}));`,
  (name) => `new WixMediaManager({ ${name}: ${KEY} }); mediaManager.${name}(${KEY}); f(<WixProvider ${name}=${KEY} />, <a.${name} ${name}=${KEY} />);`,
  (name) => `f(JSON.parse('{"${name}":"${TOKEN}"}')['${name}'], Object.fromEntries([['${name}', ${KEY}]])['${name}']);`,
];

describe.each(PARSERS)('names that an object has already (%s)', (parser) => {
  test.each(USES.map((write, at) => ({ at, write })))('in every place that names stand in (%$)', ({ write }) => {
    for (const name of NAMES) {
      const messages = soundMessagesOn(write(name), [TOKEN], { parser });
      expect(messages.some(({ ruleId }) => ruleId === 'wix-keys/no-hardcoded-key')).toBe(true);
    }
  });
});

/** Settings of no form that anybody means. */
const SETTINGS: readonly unknown[] = [
  JSON.parse('{ "__proto__": { "clients": [{ "name": "x" }] }, "constructor": 1, "clients": { "__proto__": [] }, "publicEnvPrefixes": { "length": 1 } }'),
  { clients: NAMES.map((name) => ({ name, method: name, argument: 0, property: name })), publicEnvPrefixes: NAMES },
  { clients: [{ name: '' }, null, 1, [], { name: 1 }, { name: 'f', argument: -1 }, { name: 'f', argument: 1e9 }, { name: 'f', argument: 'x', method: 3, property: {} }, JSON.parse('{ "name": "f", "__proto__": { "method": "m" } }')] },
  { publicEnvPrefixes: ['__proto__', '', null, 1, {}, ['VITE_']], crossFile: '__proto__' },
  { crossFile: {} }, null, [], 'x', 1, true, () => 1,
];

describe('settings', () => {
  test.each(SETTINGS.map((settings) => ({ settings })))('%j', ({ settings }) => {
    for (const name of ['__proto__', 'constructor', 'f', 'x']) expect(rulesOn(`${name}({ ${name}: ${KEY} }, process.env.${name}); new ${name}(${KEY});`, { settings })).toContain('no-hardcoded-key');
  });

  test('of a prefix that is a name of Object.prototype: only what begins with it is public', () => {
    const how = { settings: { publicEnvPrefixes: ['__proto__', ''] }, filename: '.env' };
    expect(rulesOn(`WIX_API_KEY_PROTO=${TOKEN.replace('IST', 'JWS')}`, how)).toEqual([]);
    expect(rulesOn(`__proto__WIX=${TOKEN.replace('IST', 'JWS')}`, how)).toEqual(['no-exposed-key']);
  });
});

test('env files: a variable of such a name is read as any other', () => {
  const text = NAMES.map((name) => `${name}=${TOKEN}\n`);
  expect(rulesOn(text.join(''), { filename: '.env.example' })).toEqual(text.map(() => 'no-hardcoded-key'));
});

describe('the codemod', () => {
  const migrated = (code: string, given: object = {}): { readonly text: string | null; readonly env: string } => {
    const folder = makeFolder({ 'package.json': '{}', 'a.js': code });
    const { text } = migrateFile({ path: join(folder, 'a.js'), text: code }, readOptions(given as Readonly<Record<string, unknown>>) as MigrateOptions);
    return { text, env: variablesOf(folder) };
  };

  test.each(['constructor', 'hasOwnProperty', 'toString', 'valueOf'])('takes %s for the name of a variable', (name) => {
    expect(migrated(`send(${KEY});`, { name })).toEqual({ text: `send(process.env.${name});`, env: `${name}=${TOKEN}` });
    expect(migrated(`send(process.env.${name} ?? ${KEY});`)).toEqual({ text: `send(process.env.${name});`, env: `${name}=${TOKEN}` });
  });

  // dotenv reads into a plain object, which has no variable of that name.
  test('does not take __proto__', () => {
    expect(readOptions({ name: '__proto__' })).toMatch(/^--name takes /);
    expect(setVariable('', { name: '__proto__', value: 'a' })).toEqual({ status: 'refused', reason: 'name' });
    expect(declareVariable('', { name: '__proto__' })).toEqual({ status: 'refused', reason: 'name' });
    expect(migrated(`send(process.env.__proto__ ?? ${KEY});`)).toEqual({ text: 'send(process.env.__proto__ ?? process.env.WIX_API_KEY);', env: `WIX_API_KEY=${TOKEN}` });
  });
});

/** The line of the env file that is no comment. */
function variablesOf(folder: string): string {
  return readFileSync(join(folder, '.env'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).join('\n');
}

test.each([
  '{ "dependencies": { "__proto__": "1", "constructor": "2", "astro": "6" } }', '{ "__proto__": { "dependencies": { "astro": "6" } }, "dependencies": [] }',
  '{ "dependencies": { "astro": {} }, "type": [], "workspaces": { "__proto__": null } }', '\ufeff{ "devDependencies": { "astro": null } }',
])('package.json: %s', async (manifest) => {
  const folder = makeFolder({ 'src/a.js': `import { createClient, ApiKeyStrategy } from '@wix/sdk';\nimport x from 'constructor';\nimport y from '__proto__';\ncreateClient({ auth: ApiKeyStrategy({ apiKey: import.meta.env.PUBLIC_WIX_API_KEY, siteId: x(y) }) });` });
  writeFileSync(join(folder, 'package.json'), manifest);
  const [result] = await new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: wixKeys.configs.recommended }).lintFiles('src/a.js');
  const isAstros = Object.hasOwn((JSON.parse(manifest.replace('\ufeff', '')) as { readonly dependencies?: object; readonly devDependencies?: object }).dependencies ?? {}, 'astro') || manifest.includes('devDependencies');
  expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(isAstros ? ['wix-keys/no-exposed-key'] : []);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { rules } from '../../rules/index.js';
import { accountKey, appSecret, instanceToken } from '../fake-keys.js';
import { PAGE_KEYS, readRulePage } from '../rule-page.js';
import { unmarked } from '../rules/marks.js';
import { COMMENT_PLACES, EXPRESSION_PLACES, TEXT_PLACES, type Place } from '../rules/no-hardcoded-key/places.js';
import { CLASS_FORMS, FUNCTION_FORMS } from '../rules/no-instance-token-for-rest/function-forms.js';
import { MEDIA_SINKS, OTHER_SINKS, plain, type Mark, type Sink } from '../rules/no-instance-token-for-rest/sinks.js';
import { TOKEN } from '../rules/no-instance-token-for-rest/targets.js';
import { LOST_FORMS, VALUE_FORMS, type ValueForm } from '../rules/no-instance-token-for-rest/value-forms.js';
import type { RowSetup } from '../rules/tables.js';

type Entry = readonly [path: string, text: string];

const APPS = join(import.meta.dirname, '..', 'correct-apps');
const CODE = /\.[cm]?[jt]sx?$/u;
const BOTH = ['jsx', 'tsx'] as const;

const KEY = accountKey(71);
const SITE_TOKEN = instanceToken(71);
const ID = appSecret(71);
const USE = `f('${KEY}');\n`;

/** Every key that a fixture holds. */
export const FIXTURE_KEYS: readonly string[] = [...PAGE_KEYS, TOKEN, KEY, SITE_TOKEN, ID];

/** What `settings['wix-keys']` holds for all fixtures. */
export const FIXTURE_SETTINGS = { clients: [{ name: 'WixPresetAPI', method: 'initialize', argument: 1 }], publicEnvPrefixes: ['SHOP_'] };

/** The fixtures that are linted with options of a rule, and the options. */
export const FIXTURE_OPTIONS = { files: ['options/**'], rules: { 'wix-keys/no-instance-token-for-rest': ['error', { apis: 'rest', accountTenantTokens: 'allow' }] } };

/** Texts by their paths: code of the rules' pages and of the correct apps; every place and form of the tables, in JavaScript and TypeScript; what imports say, settings, options, and what is peculiar to a text. */
export function oxlintFixtures(): Readonly<Record<string, string>> {
  const entries = [...pages(), ...apps(), ...places(), ...values(), ...imports(), ...configured(), ...texts(), ...differing()];
  const fixtures = Object.fromEntries(entries);
  if (Object.keys(fixtures).length !== entries.length) throw new Error('Two fixtures have one name.');
  return fixtures;
}

/** Each block in a folder of its own, under the name that it has. */
function pages(): Entry[] {
  return Object.keys(rules).flatMap((rule) => readRulePage(rule).blocks.filter(({ language }) => CODE.test(`.${language}`)).map(({ language, filename, code, line }): Entry =>
    [`pages/${rule}/${String(line)}/${filename ?? `example.${language}`}`, `${code}\n`]));
}

function apps(): Entry[] {
  const files = readdirSync(APPS, { recursive: true, encoding: 'utf8' }).filter((file) => CODE.test(file) || file.endsWith('package.json'));
  return files.map((file) => [`apps/${file.split(sep).join('/')}`, readFileSync(join(APPS, file), 'utf8')]);
}

function places(): Entry[] {
  const tables: Readonly<Record<string, readonly Place[]>> = { strings: EXPRESSION_PLACES, comments: COMMENT_PLACES, texts: TEXT_PLACES };
  return Object.entries(tables).flatMap(([table, rows]) => rows.flatMap(([name, write, setup]) =>
    inLanguages(`places/${table}/${slug(name)}`, unmarked(write(KEY)).code, { setup })));
}

/** A value and where it goes. */
interface Trial {
  readonly name: string;
  readonly sink: Sink;
  readonly mark: Mark;
}

const TOKEN_TRIAL: Trial = { name: 'token', sink: sinkNamed('fetch, Media Manager'), mark: plain };
const PRIVATE_TRIAL: Trial = { name: 'private', sink: sinkNamed('axios, another host'), mark: () => 'process.env.WIX_API_KEY' };
const PUBLIC_TRIAL: Trial = { name: 'public', sink: sinkNamed('fetch, another Wix API'), mark: () => 'process.env.NEXT_PUBLIC_WIX_API_KEY' };
const UUID_TRIAL: Trial = { name: 'uuid', sink: sinkNamed('SDK, files'), mark: (code) => (code.startsWith('`') ? `\`${ID}\`` : `'${ID}'`) };

function values(): Entry[] {
  return [
    ...sent('values', VALUE_FORMS, { trial: TOKEN_TRIAL, languages: BOTH }),
    ...sent('values', VALUE_FORMS, { trial: PRIVATE_TRIAL, languages: ['tsx'] }),
    ...sent('values', VALUE_FORMS, { trial: PUBLIC_TRIAL, languages: ['jsx'] }),
    ...sent('values', VALUE_FORMS, { trial: UUID_TRIAL, languages: ['tsx'] }),
    ...sent('functions', FUNCTION_FORMS, { trial: TOKEN_TRIAL, languages: ['jsx'] }),
    ...sent('functions', FUNCTION_FORMS, { trial: PRIVATE_TRIAL, languages: ['tsx'] }),
    ...sent('classes', CLASS_FORMS, { trial: TOKEN_TRIAL, languages: ['tsx'] }),
    ...sent('classes', CLASS_FORMS, { trial: PRIVATE_TRIAL, languages: ['jsx'] }),
    ...sent('lost', LOST_FORMS.map(([name, write, setup = {}]): ValueForm => [name, (_, send) => write(send), setup]), { trial: TOKEN_TRIAL, languages: BOTH }),
  ];
}

function sent(folder: string, forms: readonly ValueForm[], { trial: { name: trial, sink, mark }, languages }: { readonly trial: Trial; readonly languages: readonly string[] }): Entry[] {
  const { before, send } = sink;
  return forms.flatMap(([name, write, setup]) => inLanguages(`${folder}/${trial}/${slug(name)}`, `${before}\n${write(mark, send)}\n`, { setup, languages }));
}

function sinkNamed(wanted: string): Sink {
  const sink = [...MEDIA_SINKS, ...OTHER_SINKS].find(({ name }) => name === wanted);
  if (!sink) throw new Error(`There is no sink ${wanted}.`);
  return sink;
}

/** What other files say: a value in one and its use in another, imported or handed over. */
function imports(): Entry[] {
  const given = { token: `'${SITE_TOKEN}'`, key: `'${KEY}'`, uuid: `'${ID}'`, public: 'process.env.NEXT_PUBLIC_WIX_API_KEY', private: 'process.env.WIX_API_KEY' };
  const sinks = [...MEDIA_SINKS, PRIVATE_TRIAL.sink, PUBLIC_TRIAL.sink];
  return Object.entries(given).flatMap(([name, value]) => sinks.flatMap(({ name: sink, before, send }): Entry[] => {
    const folder = `imports/${name}/${slug(sink)}`;
    return [
      [`${folder}/config.js`, `export const apiKey = ${value};\n`],
      [`${folder}/app.js`, `import { apiKey } from './config.js';\n${before}\n${send('apiKey')}\n`],
      [`${folder}/api.ts`, `${before}\nexport function connect(apiKey: string): void { ${send('apiKey')} }\n`],
      [`${folder}/start.ts`, `import { connect } from './api.js';\nconnect(${value});\n`],
    ];
  }));
}

function configured(): Entry[] {
  const { before, send } = PUBLIC_TRIAL.sink;
  return [
    ['settings/client.js', `new WixPresetAPI().initialize('client', '${ID}');\n`],
    ['settings/prefix.ts', `${before}\n${send('process.env.SHOP_WIX_API_KEY as string')}\n`],
    ['options/rest.js', `${before}\n${send(`'${SITE_TOKEN}'`)}\n`],
    ['options/account.ts', `${before}\n${send(`'${KEY}'`)}\n`],
  ];
}

/** What is peculiar to a text rather than to its code. */
function texts(): Entry[] {
  const named: Readonly<Record<string, string>> = {
    'byte-order-mark.js': `\uFEFF${USE}`,
    'astral.js': `f('😀é', '${KEY}');\n${USE}`,
    'astral-comment.ts': `/* 😀 */ const key: string = '${KEY}'; // é ${KEY}\n`,
    'line-separators.js': `f('a\u2028b');\n${USE}`,
    'crlf.ts': `f();\r\n${USE.trim()}\r\n`,
    'crlf-in-template.js': `f(\`\r\n\${a}\r\n${KEY}\r\n\`);\r\n`,
    'tabs.js': `\t\tf(\t'${KEY}'\t);\n`,
    'hashbang.mjs': `#!/usr/bin/env node ${KEY}\n${USE}`,
    'long-line.js': `${'f();'.repeat(5000)}${USE}`,
    'common.cjs': `const a = require('./a.cjs');\nmodule.exports = '${KEY}';\nif (a) return;\n`,
    'script.cjs': `with (a) { ${USE} }\nvar await = 010;\n<!-- ${KEY}\n`,
    'common.cts': `import a = require('./a.cjs');\nexport = a('${KEY}');\n`,
    'module.mts': `export const key: string = '${KEY}';\n`,
    'angle-brackets.ts': `export const key = <string>'${KEY}';\n`,
    'declarations.d.ts': `export declare const key: '${KEY}';\n`,
    'disabled-next-line.js': `// eslint-disable-next-line wix-keys/no-hardcoded-key -- made up\n${USE}${USE}`,
    'disabled-line.ts': `${USE.trim()} // eslint-disable-line wix-keys/no-hardcoded-key\n${USE}`,
    'disabled-block.js': `/* eslint-disable wix-keys/no-hardcoded-key */\n${USE}/* eslint-enable wix-keys/no-hardcoded-key */\n${USE}`,
    'disabled-whole.js': `/* eslint-disable */\n${USE}`,
    'disabled-other-rule.js': `// eslint-disable-next-line wix-keys/valid-key-format\n${USE}`,
    'broken.js': `const key = f('${KEY};\n`,
    'broken.ts': `const key: = '${KEY}';\n`,
    'empty.js': '',
  };
  return Object.entries(named).map(([name, text]) => [`texts/${name}`, text]);
}

/** What oxlint reads otherwise than ESLint, whatever the rules. */
function differing(): Entry[] {
  return [
    ['differing/minified.min.js', USE],
    ['differing/return.js', `${USE}return;\n`],
    ['differing/using.js', `using a = f('${KEY}');\n`],
    ['differing/declared-twice.ts', `let a = 1;\nlet a = 2;\n${USE}`],
    ['differing/oxlint-comment.js', `// oxlint-disable-next-line wix-keys/no-hardcoded-key\n${USE}`],
  ];
}

function inLanguages(path: string, text: string, { setup, languages = BOTH }: { readonly setup?: RowSetup | undefined; readonly languages?: readonly string[] }): Entry[] {
  return (setup?.only === 'typescript' ? ['tsx'] : languages).map((language) => [`${path}.${language}`, text]);
}

/** The name of a row as a part of a path; two names never become one. */
function slug(name: string): string {
  return encodeURIComponent(name).replaceAll('%20', '_');
}

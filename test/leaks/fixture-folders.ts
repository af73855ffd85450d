import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Linter } from 'eslint';
import * as typescript from '@typescript-eslint/parser';
import { fillExamples, keysByMarker } from '../../examples/filled-copies.js';
import { rules } from '../../rules/index.js';
import wixKeys from '../../src/index.js';
import { filledIn } from '../edit/filled-in.js';
import { JAVASCRIPT_POSITIONS, JSX_POSITIONS, SHARED_POSITIONS, SLOPPY_POSITIONS, TYPESCRIPT_POSITIONS, type Position } from '../edit/positions.js';
import { istKey, jwsKey, leakSearch } from '../fake-keys.js';
import { envKeyPositions, keyPositions, typedKeyPositions, withKey } from '../key-positions.js';
import { BY_LANGUAGE, BY_PARSER, FILES, LANGUAGE_KEYS, PAGES } from '../languages/files-with-keys.js';
import { FIXTURE_KEYS, FIXTURE_OPTIONS, FIXTURE_SETTINGS, oxlintFixtures } from '../package/oxlint-fixtures.js';
import { readRulePage } from '../rule-page.js';
import type { Files } from '../rules/folders.js';
import type { Setup } from '../rules/linting.js';
import { unmarked } from '../rules/marks.js';
import { KEYS_IN_EVERY_FORM } from './key-forms.js';
import { tablesOfRules, type TableRow } from './table-rows.js';

/** Files with keys, and the configuration that lints them. */
export interface FixtureFolder {
  readonly name: string;
  readonly files: Files;
  readonly config: readonly Linter.Config[];
}

/** Every fixture of this project that holds a key, and the keys. */
export interface Fixtures {
  readonly folders: readonly FixtureFolder[];
  readonly keys: ReadonlySet<string>;
}

const JAVASCRIPT: Linter.Config = { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,html,astro}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } };
const TYPESCRIPT: Linter.Config = { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser: typescript } };
const BASE: readonly Linter.Config[] = [...wixKeys.configs.recommended, JAVASCRIPT, TYPESCRIPT];
/** Those of the tables of `test/rules` come with the tables. */
const FROM_TABLES = /^(?:apps|classes|functions|lost|places|values)\//u;

/** Collects them: the tables of the rules, the places of a key, the pages, the examples, the fixtures for oxlint, files of other languages. */
export async function fixtureFolders(): Promise<Fixtures> {
  const { rows, keys } = await tablesOfRules();
  const languages = Object.fromEntries([...FILES, ...PAGES].map(([path, text]) => [path, text]));
  return {
    folders: [
      tableFolder(rows, leakSearch(keys)),
      { name: 'places', files: keyPlaces(), config: BASE },
      { name: 'edits', files: editPlaces(), config: BASE },
      { name: 'pages', files: { ...envBlocks(), ...examples() }, config: BASE },
      { name: 'oxlint', files: fixturesOfOxlint(), config: [...BASE, { settings: { 'wix-keys': FIXTURE_SETTINGS } }, FIXTURE_OPTIONS as unknown as Linter.Config] },
      { name: 'parsers', files: languages, config: BY_PARSER },
      { name: 'languages', files: languages, config: BY_LANGUAGE },
    ],
    keys: new Set([...keys, ...Object.values(KEYS_IN_EVERY_FORM), ...FIXTURE_KEYS, ...LANGUAGE_KEYS, ...keysByMarker.values(), istKey(), jwsKey(2)]),
  };
}

/** The rows in which a key is to be reported, those that are linted alike in one folder. */
function tableFolder(rows: readonly TableRow[], holdsKey: (text: string) => boolean): FixtureFolder {
  const files: Record<string, string> = {};
  const groups = new Map<string, Linter.Config>();
  for (const [at, { code: marked, setup }] of rows.entries()) {
    const { code, places } = unmarked(marked);
    if (places.length === 0 || !holdsKey(code)) continue;
    const config = configOf(setup);
    const id = JSON.stringify({ ...config, parser: parserOf(setup) });
    if (!groups.has(id)) groups.set(id, { ...config, files: [`${String(groups.size)}/**/{.*,*.*}`] });
    const name = setup.filename === undefined ? `${String(at)}.${parserOf(setup) === 'typescript' ? 'tsx' : 'jsx'}` : `${String(at)}/${setup.filename}`;
    files[`${String([...groups.keys()].indexOf(id))}/${name}`] = code;
  }
  return { name: 'tables', files, config: [...BASE, ...groups.values()] };
}

/** What a row sets, for all rules together. */
function configOf(setup: TableRow['setup']): Linter.Config {
  const parser = parserOf(setup);
  return {
    ...(setup.options && { rules: { [`wix-keys/${setup.rule}`]: ['error', setup.options] } }),
    ...(setup.settings && { settings: { 'wix-keys': setup.settings } }),
    languageOptions: {
      sourceType: setup.sourceType ?? 'module',
      ...(parser === 'typescript' && { parser: typescript }),
      ...(parser === 'dotenv' && { parser: wixKeys.parsers.dotenv }),
    },
  };
}

function parserOf({ only, engines = [] }: TableRow['setup']): Setup['engine']['parser'] {
  return only ?? engines.find(({ parser }) => parser === 'dotenv')?.parser ?? 'espree';
}

/** Every place of a key by every key. */
function keyPlaces(): Files {
  return Object.fromEntries(Object.entries(KEYS_IN_EVERY_FORM).flatMap(([name, key]) => {
    const inFiles = (codes: readonly string[], ending: string): [string, string][] => codes.map((code, at) => [`${name}/${String(at)}${ending}`, withKey(code, key)]);
    return [
      ...['.jsx', '.tsx'].flatMap((ending) => inFiles(keyPositions, ending)), ...inFiles(typedKeyPositions, '.ts'),
      ...['/.env', '/.env.example'].flatMap((ending) => inFiles(envKeyPositions, ending)),
    ];
  }));
}

/** Every place that the codemod and the suggestions know. */
export function editPlaces(): Files {
  const inFiles = (positions: readonly Position[], extension: string): [string, string][] => positions.map(({ before }, at) => {
    const path = `${extension}/${String(at)}.${extension}`;
    return [path, filledIn(before, path)];
  });
  return Object.fromEntries([
    ...inFiles([...SHARED_POSITIONS, ...JAVASCRIPT_POSITIONS], 'js'), ...inFiles(SLOPPY_POSITIONS, 'cjs'),
    ...inFiles(JSX_POSITIONS, 'jsx'), ...inFiles([...SHARED_POSITIONS, ...TYPESCRIPT_POSITIONS], 'ts'),
  ]);
}

/** The env files of the rules' pages; their code is among the fixtures for oxlint. */
function envBlocks(): Files {
  return Object.fromEntries(Object.keys(rules).flatMap((rule) => readRulePage(rule).blocks
    .filter(({ language }) => language === 'env')
    .map(({ filename, code, line }) => [`${rule}/${String(line)}/${filename ?? '.env'}`, code])));
}

function examples(): Files {
  const { folder, remove } = fillExamples();
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /(?:\.[jt]s|\.env\S*)$/u.test(path) && !path.includes('node_modules'));
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  remove();
  return files;
}

function fixturesOfOxlint(): Files {
  return Object.fromEntries(Object.entries(oxlintFixtures()).filter(([path]) => !FROM_TABLES.test(path)));
}

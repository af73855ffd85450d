import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accountKey, jwsKey, publicId } from '../fake-keys.js';
import { folderWith } from '../project-folder.js';
import { CURRENT, type Engine } from './linting.js';
import { suggestionsFor } from './suggestions.js';

const KEY = accountKey(41);
const OTHER = jwsKey(42);
const BY_ID = `WIX_API_KEY_${publicId(41).slice(0, 8).toUpperCase()}`;

/** Env files of a project, code in it and what a suggestion makes of that. */
const ROWS: readonly (readonly [name: string, files: Readonly<Record<string, string>>, code: string, output: string])[] = [
  ['none', {}, `f('${KEY}');`, 'f(process.env.WIX_API_KEY);'],
  ['one without it', { '.env': 'A=1\n' }, `f('${KEY}');`, 'f(process.env.WIX_API_KEY);'],
  ['one that has it', { '.env': `A=1\nMEDIA_KEY="${KEY}"\n` }, `f('${KEY}');`, 'f(process.env.MEDIA_KEY);'],
  ['one beside it that has it', { '.env': 'A=1\n', '.env.local': `LOCAL_KEY=${KEY}\n` }, `f('${KEY}');`, 'f(process.env.LOCAL_KEY);'],
  ['one with the name and no value', { '.env': 'WIX_API_KEY=\n' }, `f('${KEY}');`, 'f(process.env.WIX_API_KEY);'],
  ['another key under the name', { '.env': `WIX_API_KEY=${OTHER}\n` }, `f('${KEY}');`, `f(process.env.${BY_ID});`],
  ['another key under the name, beside it', { '.env.local': `WIX_API_KEY=${OTHER}\n` }, `f('${KEY}');`, `f(process.env.${BY_ID});`],
  ['a committed one, which says nothing', { '.env.example': 'WIX_API_KEY=your-key\n' }, `f('${KEY}');`, 'f(process.env.WIX_API_KEY);'],
  ['the variable of a fallback', { '.env': 'A=1\n' }, `f(process.env.MY_KEY ?? '${KEY}');`, 'f(process.env.MY_KEY);'],
  ['the variable of a fallback with another value', { '.env': 'MY_KEY=other\n' }, `f(process.env.MY_KEY ?? '${KEY}');`, 'f(process.env.MY_KEY ?? process.env.WIX_API_KEY);'],
  ['a name that no code can read', { '.env': `WIX-KEY=${KEY}\n` }, `f('${KEY}');`, 'f(process.env.WIX_API_KEY);'],
];

test.each(ROWS)('by the env files of the project: %s', (_, files, code, output) => {
  const filename = join(folderWith({ 'package.json': {}, ...files }), 'src/a.js');
  const [report] = suggestionsFor(code, { rule: 'no-hardcoded-key', engine: CURRENT[0] as Engine, filename });
  expect(report?.suggestions.map((suggestion) => suggestion.output)).toEqual([output]);
});

test('two keys of a file get the names that tell them apart', () => {
  const filename = join(folderWith({ 'package.json': {}, '.env': `WIX_API_KEY=${OTHER}\n` }), 'src/a.js');
  const reports = suggestionsFor(`f('${KEY}', '${OTHER}');`, { rule: 'no-hardcoded-key', engine: CURRENT[0] as Engine, filename });
  expect(reports.flatMap(({ suggestions }) => suggestions.map(({ description }) => description))).toEqual([`Read the key from process.env.${BY_ID}.`, 'Read the key from process.env.WIX_API_KEY.']);
});

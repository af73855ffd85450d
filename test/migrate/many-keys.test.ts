import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as dotenvParse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { migrateFile } from '../../src/migrate/migrate-file.js';
import { readOptions, type MigrateOptions } from '../../src/migrate/options.js';
import { appSecret, leaks, oauthKey } from '../fake-keys.js';
import { shortKeys } from '../hostile/linting.js';
import { makeFolder } from './folders.js';

const MANY = 2_000;
const KEYS = shortKeys(MANY);
const WITHOUT_ID = Array.from({ length: MANY / 4 }, (_, at) => oauthKey(at));
const OPTIONS = readOptions({}) as MigrateOptions;
const lines = (keys: readonly string[], write: (key: string, at: number) => string): string => keys.map(write).join('\n');

interface KeyFile {
  readonly how: string;
  readonly name: string;
  readonly text: string;
  readonly keys: readonly string[];
  readonly manifest?: string;
}

/** Files with many keys, in the ways that they stand in a file. */
const FILES: readonly KeyFile[] = [
  { how: 'an array', name: 'a.js', keys: KEYS, text: `export default [\n${lines(KEYS, (key) => `'${key}',`)}\n];\n` },
  { how: 'an array in one line', name: 'a.js', keys: KEYS, text: `export default [${KEYS.map((key) => `'${key}'`).join(',')}];` },
  { how: 'keys without an id', name: 'a.js', keys: WITHOUT_ID, text: lines(WITHOUT_ID, (key) => `send('${key}');`) },
  { how: 'TypeScript, with types that spell others', name: 'a.ts', keys: KEYS, text: `${lines(KEYS, (key, at) => `type T${at} = '${key.slice(0, -26)}!' | \`${key.slice(0, -26)}!\${string}\`;\nconst k${at}: string = '${key}';`)}\n` },
  { how: 'comments beside them', name: 'a.js', keys: KEYS, text: lines(KEYS, (key, at) => `send('${key}'); // ${at}: ${key}`) },
  { how: 'fallbacks', name: 'a.ts', keys: KEYS, text: lines(KEYS, (key, at) => `send(process.env.KEY_${at} ?? '${key}');`) },
  { how: 'writes to the environment', name: 'a.ts', keys: KEYS, text: lines(KEYS, (key, at) => `process.env.KEY_${at} = '${key}';\nsend(process.env.KEY_${at});`) },
  { how: 'one template', name: 'a.js', keys: KEYS.slice(0, 1), text: `send(\`${KEYS.slice(0, 1_000).map(() => KEYS[0] ?? '').join(' ')}\`);` },
  { how: 'imports from SvelteKit', name: 'src/lib/server/a.js', keys: KEYS, text: lines(KEYS, (key) => `send('${key}');`), manifest: '{ "devDependencies": { "@sveltejs/kit": "2" } }' },
];

function folderOf({ name, text, manifest = '{}' }: Omit<KeyFile, 'how' | 'keys'>): string {
  return makeFolder({ 'package.json': manifest, '.env': 'A=1\n', [name]: text });
}

describe('of many keys in a file none is lost', () => {
  test.each(FILES)('$how', { timeout: 60_000 }, (file) => {
    const { name, text, keys } = file;
    const folder = folderOf(file);
    const result = migrateFile({ path: join(folder, name), text }, OPTIONS);
    expect(result.outcome?.keys.filter(({ variable }) => variable === null)).toEqual([]);
    const values = Object.values(dotenvParse(readFileSync(join(folder, '.env'))));
    expect(values.length).toBe(keys.length + 1);
    expect(new Set(values)).toEqual(new Set(['1', ...keys]));
    expect(keys.some((key) => result.text?.includes(`'${key}'`))).toBe(false);
  });

  test.each(FILES.filter(({ how }) => /^(?:an array|comments.*|one template)$/.test(how)))('nor shown by a dry run: $how', { timeout: 60_000 }, (file) => {
    const { name, text, keys } = file;
    const { outcome } = migrateFile({ path: join(folderOf(file), name), text }, { ...OPTIONS, dry: true });
    const shown = outcome?.diff.map((line) => line.text).join('\n') ?? '';
    expect(outcome?.keys.length).toBeGreaterThanOrEqual(keys.length);
    expect(keys.slice(0, 200).some((key) => leaks(shown, key))).toBe(false);
  });

  test('of more than have room in one set of slices', { timeout: 60_000 }, () => {
    const keys = shortKeys(10_001);
    const text = `${lines(keys, (key) => `send('${key}'); // ${key.slice(20, 40)}`)}\n`;
    const { outcome } = migrateFile({ path: join(folderOf({ name: 'a.js', text }), 'a.js'), text }, { ...OPTIONS, dry: true });
    expect(outcome?.diff).toHaveLength(2 * keys.length);
    expect(keys.slice(0, 200).some((key) => leaks(outcome?.diff.map((line) => line.text).join('\n') ?? '', key))).toBe(false);
  });

  test('app secrets beside keys are named on their own', () => {
    const secrets = Array.from({ length: 50 }, (_, at) => appSecret(at));
    const text = `import { AppStrategy } from '@wix/sdk';\n${lines(secrets, (secret, at) => `AppStrategy({ appId: 'a', appSecret: '${secret}' }); send('${KEYS[at] ?? ''}');`)}\n`;
    const folder = folderOf({ name: 'a.mjs', text });
    expect(migrateFile({ path: join(folder, 'a.mjs'), text }, OPTIONS).outcome?.keys.map(({ variable }) => variable?.replace(/_[0-9A-F]{8}$/, ''))).toEqual(secrets.flatMap(() => ['WIX_APP_SECRET', 'WIX_API_KEY']));
  });
});

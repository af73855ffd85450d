import { expect, test } from 'vitest';
import { diffOf } from '../../src/migrate/diff.js';
import { readOptions, type MigrateOptions } from '../../src/migrate/options.js';
import { moveKeys, planFile } from '../../src/migrate/plan-file.js';
import { accountKey, leaks } from '../fake-keys.js';

const KEYS = Array.from({ length: 40 }, (_, at) => accountKey(at + 100));

test('no line of many moved keys shows a piece of any, in one stretch or cut', () => {
  const cut = (key: string): string => `${key.slice(20, 45)}, ${key.slice(60, 74)} and ${key.slice(100, 130)}`;
  const text = KEYS.map((key, at) => `const key${at} = '${key}'; // ${cut(key)}\n`).join('');
  const file = { path: '/project/src/keys.js', text };
  const plan = planFile(file, readOptions({}) as MigrateOptions);
  if (plan?.type !== 'plan') throw new Error('The keys were not found.');
  const lines = diffOf(plan, moveKeys(plan, file, new Map(KEYS.map((key, at) => [key, `WIX_API_KEY_${at}`]))));
  expect(lines).toHaveLength(2 * KEYS.length);
  const shown = lines.map((line) => line.text).join('\n');
  expect(KEYS.filter((key) => leaks(shown, key))).toEqual([]);
  expect(lines[1]?.text).toMatch(/^const key0 = process\.env\.WIX_API_KEY_0; \/\/ \[redacted\], \[redacted\] and \[redacted\]$/);
});

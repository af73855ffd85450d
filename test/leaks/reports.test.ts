import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fillExamples, keysByMarker } from '../../examples/filled-copies.js';
import { rules } from '../../rules/index.js';
import { leaks } from '../fake-keys.js';
import { envKeyPositions, keyPositions, typedKeyPositions, withKey } from '../key-positions.js';
import { lintRecorded, stylish } from '../recorded-lint.js';
import { PAGE_KEYS, readRulePage } from '../rule-page.js';
import { KEYS_IN_EVERY_FORM } from './key-forms.js';

const keys = Object.entries(KEYS_IN_EVERY_FORM);

/** How many reports there are; throws if a piece of one of the keys is anywhere in what they give. */
async function reportsWithoutLeak(code: string, { filename, secrets }: { readonly filename: string; readonly secrets: readonly string[] }): Promise<number> {
  const { messages, data } = lintRecorded(code, filename);
  const output = [JSON.stringify(messages), JSON.stringify(data), await stylish(messages, filename)].join('\n');
  // The assertion's own message must not hold the output either.
  expect(secrets.some((secret) => leaks(output, secret)), `a piece of the key is printed for ${filename}`).toBe(false);
  return messages.length;
}

describe.each(keys)('the %s', (_, key) => {
  const secrets = [key];
  const count = (codes: readonly string[], filename: string): Promise<number[]> =>
    Promise.all(codes.map((code) => reportsWithoutLeak(withKey(code, key), { filename, secrets })));

  it('is in nothing that is printed about JavaScript', async () => {
    const reports = await count(keyPositions, 'file.jsx');
    expect(reports.filter((each) => each > 0).length).toBeGreaterThan(0);
  });

  it('is in nothing that is printed about TypeScript', async () => {
    await count(keyPositions, 'file.tsx');
    await count(typedKeyPositions, 'file.ts');
  });

  it.each(['.env', '.env.example'])('is in nothing that is printed about %s', async (filename) => {
    await count(envKeyPositions, filename);
  });
});

describe('the examples', () => {
  const { folder, remove } = fillExamples();
  afterAll(remove);

  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /(?:\.[jt]s|\.env\S*)$/.test(file) && !file.includes('node_modules'));
  const secrets = [...keysByMarker.values()];

  it('are reported without a piece of a key', async () => {
    const reports = await Promise.all(files.map((file) => reportsWithoutLeak(readFileSync(join(folder, file), 'utf8'), { filename: file, secrets })));
    expect(reports.filter((count) => count > 0)).toHaveLength(2);
  });
});

describe.each(Object.keys(rules))('the page of %s', (name) => {
  it('has code that is reported without a piece of a key', async () => {
    const { blocks } = readRulePage(name);
    const counts = await Promise.all(blocks
      .filter(({ language }) => ['js', 'jsx', 'ts', 'tsx', 'env'].includes(language))
      .map(({ code, language, filename }) => reportsWithoutLeak(code, { filename: filename ?? `page.${language}`, secrets: PAGE_KEYS })));
    expect(counts.some((count) => count > 0)).toBe(true);
  });
});

describe('the search', () => {
  it.each(keys)('finds a slice of the %s', (_, key) => {
    expect(leaks(`Found ${key.slice(-14)} here.`, key)).toBe(true);
  });
});

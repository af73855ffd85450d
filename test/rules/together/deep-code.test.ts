import { expect, test } from 'vitest';
import { Linter } from 'eslint';
import wixKeys from '../../../src/index.js';
import { accountKey, instanceToken } from '../../fake-keys.js';
import { makeFolder, reportsIn } from '../folders.js';

// ESLint's own scope analysis goes no deeper under a test; `test/analysis/robustness.test.ts` goes ten times as deep.
const LAYERS = 1000;
const sum = Array.from({ length: LAYERS }, (_, at) => `a${at}`).join(' + ');

const reportsOn = (code: string, filename = 'file.js'): readonly (string | null)[] => new Linter().verify(code, [...wixKeys.configs.recommended, { files: ['**/*.vue'] }], { filename }).map(({ ruleId, message }) => ruleId ?? message);

test('a body of a thousand layers beside a key for a foreign host', () => {
  expect(reportsOn(`fetch('https://example.com', { headers: { Authorization: process.env.WIX_API_KEY }, body: ${sum} });`)).toEqual(['wix-keys/no-key-to-foreign-host']);
});

test('a body of a thousand layers beside an imported key', async () => {
  const folder = makeFolder({
    'config.js': `export const apiKey = '${instanceToken(95)}';`,
    'app.js': `import { apiKey } from './config.js';\nfetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: apiKey }, body: ${sum} });`,
  });
  expect((await reportsIn(folder, { rule: 'no-instance-token-for-rest', linted: 'app.js' })).map(({ text }) => text)).toEqual(['apiKey']);
});

test('in a component each of many keys is told once', () => {
  const keys = Array.from({ length: 300 }, (_, at) => `const key${at} = '${accountKey(at)}'; // ${accountKey(at)}`);
  expect(reportsOn(`${keys.join('\n')}\nconst all = \`\${'${accountKey(1)}'} ${accountKey(2)}\`;`, 'file.vue')).toEqual(Array.from({ length: 602 }, () => 'wix-keys/no-hardcoded-key'));
});

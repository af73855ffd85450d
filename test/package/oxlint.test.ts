import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { instanceToken, leaks } from '../fake-keys.js';
import { projectIn, runNode } from './consumer.js';

const OXLINT = join(import.meta.dirname, '..', '..', 'node_modules', 'oxlint', 'bin', 'oxlint');
const TOKEN = instanceToken(61);
const installation = inject('installations').byEslint.at(-1)?.folder ?? '';

const send = (tint: string): string => `fetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: ${tint} } });\n`;
const files = {
  'src/config.js': `export const tint = '${TOKEN}';\n`,
  'src/main.js': `import { tint } from './config.js';\n${send('tint')}`,
  'src/api.ts': `export function upload(tint: string) { return ${send('tint')} }\n`,
  'src/page.ts': `import { upload } from './api.js';\nupload('${TOKEN}');\n`,
  'src/clean.js': `import { tint } from './config.js';\nconsole.log(tint.length);\n`,
};

/** `file:line:column` of what oxlint prints. */
function placesIn(name: string, crossFile: boolean): string[] {
  const folder = projectIn(installation, { name, files });
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({
    jsPlugins: ['eslint-plugin-wix-keys'],
    categories: { correctness: 'off' },
    rules: { 'wix-keys/no-instance-token-for-rest': 'error' },
    settings: { 'wix-keys': { crossFile } },
  }));
  const { stdout, stderr } = runNode([OXLINT, '--format=unix', 'src'], { folder });
  expect(stderr).toBe('');
  expect(leaks(stdout, TOKEN)).toBe(false);
  return stdout.split('\n').flatMap((line) => /^(\S+?:\d+:\d+):/u.exec(line)?.[1] ?? []).sort();
}

it('oxlint, by the name of the package, sees what other files write and send', () => {
  expect(placesIn('oxlint', true)).toEqual([`src/main.js:2:${String(send('tint').lastIndexOf('tint') + 1)}`, 'src/page.ts:2:8']);
});

it('oxlint reads one file at a time where the settings say so', () => {
  expect(placesIn('oxlint-alone', false)).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleApps, fillExamples, keysByMarker } from '../../examples/filled-copies.js';
import { classify } from '../../src/key/classify.js';
import { findKeyMatches } from '../../src/key/grammar.js';
import { leaks } from '../fake-keys.js';

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples');

function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

describe('the demo', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(EXAMPLES, 'demo.js')], { encoding: 'utf8' });

  it('shows a report for every mistake', () => {
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('js/config/wix-config.js');
    expect(stdout).toMatch(/8:31 +error +An `IST\.` token written in js\/config\/wix-config\.js:3 reaches the Wix Media Manager here;.* wix-keys\/no-instance-token-for-rest/);
    expect(stdout).toMatch(/3:11 +error +This `IST\.` instance token .* wix-keys\/no-instance-token-for-rest/);
    expect(stdout).toMatch(/9:\d+ +error +This `IST\.` token .* its claims name an account.* wix-keys\/no-instance-token-for-rest/);
    expect(stdout.match(/ wix-keys\/no-hardcoded-key$/gm)).toHaveLength(3);
  });

  it('prints no piece of a key and no path of this machine', () => {
    expect([...keysByMarker.values()].some((key) => leaks(stdout, key))).toBe(false);
    expect(stdout).not.toContain('wix-keys-examples-');
  });
});

describe('the example apps', () => {
  const { folder, remove } = fillExamples();
  afterAll(remove);

  it('hold no key as they are tracked', () => {
    expect(textsIn(EXAMPLES).flatMap((text) => findKeyMatches(text))).toEqual([]);
  });

  it('get every key in a filled copy, and keep no marker', () => {
    const texts = textsIn(folder);
    for (const [marker, key] of keysByMarker) {
      expect(texts.filter((text) => text.includes(key))).toHaveLength(1);
      expect(texts.filter((text) => text.includes(marker))).toEqual([]);
    }
  });

  it.each([['__INSTANCE_TOKEN__', 'site'], ['__ACCOUNT_KEY__', 'account']])('have a whole key for %s whose claims name one %s', (marker, tenantType) => {
    expect(classify(keysByMarker.get(marker) ?? '')).toMatchObject({ kind: 'ist', form: 'whole', claims: { tenantType } });
  });

  it('are removed with all that was linked into them, and nothing else', () => {
    const copy = fillExamples();
    copy.remove();
    expect(existsSync(copy.folder)).toBe(false);
    expect(existsSync(join(EXAMPLES, '..', 'node_modules', 'eslint', 'package.json'))).toBe(true);
    expect(exampleApps).toEqual(['media-upload', 'sdk-server']);
  });
});

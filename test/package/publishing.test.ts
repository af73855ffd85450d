import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, inject, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { runNode } from './consumer.js';

const { tarball, byEslint } = inject('installations');

const PROJECT = join(import.meta.dirname, '..', '..');
const MOST_PACKAGES = 8;
const MOST_MEGABYTES = 10;

const manifest = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as Record<string, unknown>;
const installed = join(byEslint[0]?.folder ?? '', 'node_modules', 'eslint-plugin-wix-keys');

describe('the packed package', () => {
  it.each(byEslint)('weighs little beside ESLint $eslint', ({ added }) => {
    expect(added.packages).toContain('node_modules/eslint-plugin-wix-keys');
    expect(added.packages.length).toBeLessThanOrEqual(MOST_PACKAGES);
    expect(added.megabytes).toBeLessThanOrEqual(MOST_MEGABYTES);
  });

  it('holds what its manifest promises and each rule with its page', () => {
    const files = ['LICENSE', 'README.md', 'dist/src/index.js', 'dist/src/index.d.ts', ...Object.keys(rules).map((name) => `rules/${name}.md`)];
    expect(files.filter((file) => !existsSync(join(installed, file)))).toEqual([]);
  });

  it('holds no tests, sources or examples', () => {
    const folders = ['src', 'test', 'examples', 'bench', 'dist/test', 'dist/examples', 'rules/index.ts'];
    expect(folders.filter((folder) => existsSync(join(installed, folder)))).toEqual([]);
  });

  it('is clean for publint', async () => {
    const { buffer } = Uint8Array.from(readFileSync(tarball));
    const { messages } = await publint({ pack: { tarball: buffer } });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it('is clean for attw, but for the one answer that predates require() of modules', () => {
    // Every Node of `engines` loads a module by `require`; entry.test.ts does it.
    const attw = join(PROJECT, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
    const { status, stdout } = runNode([attw, tarball, '--ignore-rules', 'cjs-resolves-to-esm', '--no-color'], { folder: PROJECT });
    expect(status, stdout).toBe(0);
    expect(stdout).toContain('No problems found');
  });
});

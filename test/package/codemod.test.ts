import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { accountKey, leaks } from '../fake-keys.js';
import { projectIn, runNode } from './consumer.js';

const { byEslint, codemod, nodes } = inject('installations');

const JSCODESHIFT = join(codemod, 'node_modules', 'jscodeshift', 'bin', 'jscodeshift.js');
const PACKAGE = join('node_modules', 'eslint-plugin-wix-keys');
const TRANSFORM = join(codemod, PACKAGE, 'dist', 'codemods', 'hardcoded-key-to-env.js');
const EXTENSIONS = '--extensions=js,jsx,mjs,cjs,ts,tsx,mts,cts';
const files = {
  'src/client.mjs': `export const key = '${accountKey()}';\n`,
  'src/client.ts': `export const key: string = '${accountKey()}';\n`,
};

const ways = [
  { name: 'jscodeshift', args: [JSCODESHIFT, '-t', TRANSFORM, EXTENSIONS, 'src'] },
  { name: 'jscodeshift --no-babel', args: [JSCODESHIFT, '--no-babel', '-t', TRANSFORM, EXTENSIONS, 'src'] },
  { name: 'the bin', args: [join(codemod, PACKAGE, 'dist', 'codemods', 'cli.js'), 'migrate', 'src'] },
];

describe.each(nodes)('on Node $version', ({ version, program }) => {
  it.each(ways)('$name moves the keys', ({ name, args }) => {
    const folder = projectIn(codemod, { name: `${version}-${name.replaceAll(/\W+/g, '-')}`, files });
    // Babel's results of another run would hide what it does in the first.
    rmSync(join(codemod, 'node_modules', '.cache'), { recursive: true, force: true });
    const { status, stdout, stderr } = runNode(args, { folder, program });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(leaks(stdout, accountKey())).toBe(false);
    expect(readFileSync(join(folder, 'src', 'client.mjs'), 'utf8')).toBe('export const key = process.env.WIX_API_KEY;\n');
    expect(readFileSync(join(folder, 'src', 'client.ts'), 'utf8')).toBe('export const key: string = process.env.WIX_API_KEY!;\n');
    expect(readFileSync(join(folder, '.env'), 'utf8')).toContain(`WIX_API_KEY=${accountKey()}`);
  });
});

describe('without jscodeshift', () => {
  const installation = byEslint[0]?.folder ?? '';

  it('the bin says how to add it, and changes nothing', () => {
    const folder = projectIn(installation, { name: 'no-jscodeshift', files });
    const { status, stderr } = runNode([join(installation, PACKAGE, 'dist', 'codemods', 'cli.js'), 'migrate', 'src'], { folder });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'jscodeshift is not installed: npm install --save-dev jscodeshift\n' });
    expect(readFileSync(join(folder, 'src', 'client.mjs'), 'utf8')).toBe(files['src/client.mjs']);
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { instanceToken, leaks } from '../fake-keys.js';
import { keyPositions, withKey } from '../key-positions.js';
import { projectIn, type Run } from './consumer.js';

const { byEslint, tarball } = inject('installations');
const installation = byEslint.at(-1)?.folder ?? '';
const WINDOWS = process.platform === 'win32';
const TOKEN = instanceToken(62);

const files = {
  ...Object.fromEntries(keyPositions.map((code, at) => [`${String(at)}.jsx`, withKey(code, TOKEN)])),
  'eslint.config.mjs': "import wixKeys from 'eslint-plugin-wix-keys';\nexport default [...wixKeys.configs.recommended, { files: ['**/*.jsx'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }];\n",
};

// Not among the development dependencies: it brings 94 packages. In CI it would send the annotations to GitHub, so the runs are not told of one.
let formatter = '';
let project = '';

beforeAll(() => {
  const folder = mkdtempSync(join(dirname(tarball), 'github-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', 'eslint-formatter-github@1'], { cwd: folder, shell: WINDOWS });
  formatter = join(folder, 'node_modules', 'eslint-formatter-github', 'dist');
  project = projectIn(installation, { name: 'github-formatter', files });
  execFileSync('git', ['init', '--quiet'], { cwd: project });
  writeFileSync(join(project, 'annotations.cjs'), `module.exports = async (results) => JSON.stringify(await require(${JSON.stringify(join(formatter, 'create-check.js'))}).createAnnotations(results));\n`);
});

/** Runs `eslint .` with a formatter, and with next to nothing in the environment. */
function lintWith(format: string): Run {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  const eslint = join(installation, 'node_modules', 'eslint', 'bin', 'eslint.js');
  return spawnSync(process.execPath, [eslint, `--format=${format}`, '**/*.jsx'], { cwd: project, encoding: 'utf8', env: { PATH, SystemRoot, TEMP, TMPDIR, GH_API: 'http://127.0.0.1:9' } });
}

describe('the formatter github', () => {
  it('prints the reports without a piece of a key', () => {
    const { status, stdout, stderr } = lintWith(join(formatter, 'index.js'));
    expect({ status, hasReports: stdout.includes('wix-keys/no-hardcoded-key'), isLeaking: leaks(stdout + stderr, TOKEN) }).toEqual({ status: 1, hasReports: true, isLeaking: false });
  });

  it('makes annotations for GitHub of them without one', () => {
    const { status, stdout, stderr } = lintWith(join(project, 'annotations.cjs'));
    expect({ status, isLeaking: leaks(stdout + stderr, TOKEN) }).toEqual({ status: 1, isLeaking: false });
    expect((JSON.parse(stdout) as readonly object[]).length).toBeGreaterThan(keyPositions.length / 2);
  });
});

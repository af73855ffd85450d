import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { accountKey, leaks } from '../fake-keys.js';
import type { Run } from './consumer.js';

const README = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
const PACKAGE = 'eslint-plugin-wix-keys';
const INSTALL = /^npm install --save-dev .*$/;

const key = accountKey(61);
const client = `export const upload = () => fetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: '${key}', 'wix-site-id': process.env.WIX_SITE_ID } });\n`;
const moved = client.replace(`'${key}'`, 'process.env.WIX_API_KEY');

let folder = '';

/** The first fenced block of a language in a section of the README. */
function blockOf(section: string, language: string): string {
  const [, rest = ''] = README.split(`\n## ${section}\n`);
  const [text = ''] = rest.split('\n## ');
  const found = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(text)?.[1];
  if (found === undefined) throw new Error(`The section ${section} has no block of ${language}.`);
  return found;
}

function commandsOf(section: string): string[] {
  return blockOf(section, 'sh').trim().split('\n').map((line) => line.replace(/\s+#.*$/, ''));
}

/** Runs a command of the README in the folder; what it installs by this package's name comes from the tarball. */
function run(command: string): Run {
  const line = INSTALL.test(command) ? command.replace(new RegExp(`${PACKAGE}$`), `"${inject('installations').tarball}"`) : command;
  return spawnSync(line, { cwd: folder, shell: true, encoding: 'utf8', env: { ...process.env, npm_config_audit: 'false', npm_config_fund: 'false' } });
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function expectNoLeak({ stdout, stderr }: Run): void {
  expect(leaks(stdout + stderr, key), 'a piece of the key is printed').toBe(false);
}

describe('who follows the README in an empty folder', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(dirname(inject('installations').tarball), 'first-steps-'));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    writeFileSync(join(folder, 'src', 'client.js'), client);
    writeFileSync(join(folder, 'eslint.config.js'), blockOf('Configure', 'js'));
    const failed = [...commandsOf('Install'), ...commandsOf('Move the keys into the environment')].filter((command) => INSTALL.test(command)).map(run).find(({ status }) => status !== 0);
    if (failed) throw new Error(failed.stderr);
  });

  it('is told what is wrong', () => {
    const linted = run('npx eslint .');
    expect(linted.status).toBe(1);
    expect(linted.stdout).toContain('wix-keys/no-hardcoded-key');
    expectNoLeak(linted);
  });

  it('sees what would change, moves the key and is told nothing more', () => {
    const [dry = '', migrate = ''] = commandsOf('Move the keys into the environment').filter((command) => command.startsWith('npx '));
    const shown = run(dry);
    expect(shown.stdout).toContain('process.env.WIX_API_KEY');
    expectNoLeak(shown);
    expect(read('src/client.js')).toBe(client);

    const migrated = run(migrate);
    expect([migrated.status, read('src/client.js'), read('.env.example'), read('.gitignore')]).toEqual([0, moved, 'WIX_API_KEY=\n', '.env\n']);
    expect(read('.env').includes(`WIX_API_KEY=${key}`)).toBe(true);
    expectNoLeak(migrated);
    expect(run('npx eslint .')).toMatchObject({ status: 0, stdout: '' });
  });
});

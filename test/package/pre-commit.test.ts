import { afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { instanceToken, leaks } from '../fake-keys.js';
import { installTools, makeRepository, type Repository, type Tools } from './hooks.js';

const ways = [
  { name: 'husky', parts: ['lint-staged', 'husky'] },
  { name: 'simple-git-hooks', parts: ['lint-staged', 'simple-git-hooks'] },
  { name: 'lefthook', parts: ['lefthook'] },
  { name: 'pre-commit', parts: ['pre-commit'] },
];

const inSource = 'A Wix IST. token is written in the source';
const inEnvFile = 'A Wix IST. token is written in a file that is meant to be committed';
const codeWithKey = `export const apiKey = '${instanceToken()}';\n`;
const cleanCode = 'export const apiKey = process.env.WIX_API_KEY;\n';
const envWithKey = `WIX_API_KEY=${instanceToken()}\n`;

const refused = [
  { file: 'src/client.js', text: codeWithKey, message: inSource },
  { file: 'client.ts', text: `export const apiKey: string = '${instanceToken()}';\n`, message: inSource },
  { file: '.env.example', text: envWithKey, message: inEnvFile },
  { file: 'server/.env.sample', text: envWithKey, message: inEnvFile },
];
const clean = [
  { file: 'src/client.js', text: cleanCode },
  { file: '.env.example', text: 'WIX_API_KEY=\n' },
];

let tools: Tools;

beforeAll(async () => {
  tools = await installTools(inject('installations').tarball);
  if ('missing' in tools.preCommit) console.warn(`Skipped: ${tools.preCommit.missing}.`);
});

describe.each(ways)('before a commit with $name', ({ name, parts }) => {
  let repository: Repository | undefined;

  const use = (): Repository => repository ??= makeRepository(tools, { name, parts });
  const head = () => use().git('rev-parse', 'HEAD').stdout;
  const stage = (file: string, text: string): void => {
    use().write({ [file]: text });
    use().git('add', '.');
  };
  const commit = () => {
    const { stdout, stderr, status } = use().git('commit', '--message=Next');
    return { status, output: stdout + stderr };
  };

  function expectRefusal(message: string): void {
    const before = head();
    const { status, output } = commit();
    expect(status).toBe(1);
    expect(output).toContain(message);
    expect(leaks(output, instanceToken())).toBe(false);
    expect(head()).toBe(before);
  }

  beforeEach(({ skip }) => {
    if (name === 'pre-commit' && 'missing' in tools.preCommit) skip(tools.preCommit.missing);
  });
  afterEach(() => repository?.reset());

  it.each(refused)('$file with a key is refused', ({ file, text, message }) => {
    stage(file, text);
    expectRefusal(message);
  });

  it('a staged key is refused where the file on disk has none any more', () => {
    stage('src/client.js', codeWithKey);
    use().write({ 'src/client.js': cleanCode });
    expectRefusal(inSource);
  });

  it.each(clean)('$file without a key is committed', ({ file, text }) => {
    stage(file, text);
    const { status, output } = commit();
    expect(output).toContain('eslint');
    expect(status).toBe(0);
    expect(use().git('show', `HEAD:${file}`).stdout).toBe(text);
  });
});

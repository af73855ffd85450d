import { describe, expect, it } from 'vitest';
import { instanceToken, leaks } from '../fake-keys.js';
import { makeFolder } from '../rules/folders.js';
import { filesWith, printedBy } from './child-process.js';

const KEY = instanceToken(81);
const folder = makeFolder(filesWith(KEY));

/** Whether `eslint .` prints its reports, and whether a piece of the key is in all that it prints. */
async function runEslint(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ readonly hasReports: boolean; readonly hasPiece: boolean; readonly isDebugged: boolean }> {
  const { stdout, stderr } = await printedBy(['eslint', 'bin', 'eslint.js'], [...args, '.'], { cwd: folder, env });
  return { hasReports: stdout.includes('wix-keys/no-hardcoded-key'), hasPiece: leaks(stdout + stderr, KEY), isDebugged: stderr.includes('eslint:') };
}

describe("ESLint's command", () => {
  it('prints no piece of a key', async () => {
    expect(await runEslint([])).toEqual({ hasReports: true, hasPiece: false, isDebugged: false });
  });

  it('prints none with --debug, which leaves out what prints literals', async () => {
    expect(await runEslint(['--debug'])).toEqual({ hasReports: true, hasPiece: false, isDebugged: true });
  });

  it('prints keys with DEBUG=eslint:*', async () => {
    expect(await runEslint([], { DEBUG: 'eslint:*' })).toEqual({ hasReports: true, hasPiece: true, isDebugged: true });
  });
});

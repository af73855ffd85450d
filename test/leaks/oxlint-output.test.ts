import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { instanceToken, leaks } from '../fake-keys.js';
import { makeFolder } from '../rules/folders.js';
import { filesWith, PLUGIN, printedBy } from './child-process.js';

const KEY = instanceToken(82);
const CONFIG = { jsPlugins: [PLUGIN], categories: { correctness: 'off' }, rules: Object.fromEntries(Object.keys(rules).map((rule) => [`wix-keys/${rule}`, 'error'])) };
const folder = makeFolder({ ...filesWith(KEY), '.oxlintrc.json': JSON.stringify(CONFIG) });

/** Whether oxlint prints its reports, and whether a piece of the key is in all that it prints. */
async function runOxlint(args: readonly string[]): Promise<{ readonly hasReports: boolean; readonly hasPiece: boolean }> {
  const { stdout, stderr } = await printedBy(['oxlint', 'bin', 'oxlint'], args, { cwd: folder });
  return { hasReports: stdout.includes('A Wix IST. token is written in the source'), hasPiece: leaks(stdout + stderr, KEY) };
}

describe("oxlint's reporters", () => {
  it.each([[[]], [['--format=default']]])('the default one prints keys: %j', async (args) => {
    expect(await runOxlint(args)).toEqual({ hasReports: true, hasPiece: true });
  });

  it.each(['github', 'json', 'sarif', 'stylish'])('%s prints no piece of one', async (format) => {
    expect(await runOxlint([`--format=${format}`])).toEqual({ hasReports: true, hasPiece: false });
  });
});

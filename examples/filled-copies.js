import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accountKey, instanceToken } from './fake-keys.js';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const PACKAGES = ['eslint', '@typescript-eslint/parser', '@wix/media', '@wix/sdk'];

/** What stands in the examples in the place of a key, and the made-up key that is written there in a copy. */
export const keysByMarker = new Map([
  ['__INSTANCE_TOKEN__', instanceToken()],
  ['__ACCOUNT_KEY__', accountKey()],
]);

/** The names of the example apps: every folder beside this file. */
export const exampleApps = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** Copies the example apps, with keys in them, into a new temporary folder where this plugin and their packages are installed. */
export function fillExamples() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'wix-keys-examples-'));
  for (const app of exampleApps) {
    cpSync(join(PROJECT, 'examples', app), join(folder, app), { recursive: true, filter: (source) => !source.includes('node_modules') });
    fillKeys(join(folder, app));
  }
  for (const name of PACKAGES) link(join(PROJECT, 'node_modules', name), join(folder, 'node_modules', name));
  link(PROJECT, join(folder, 'node_modules', 'eslint-plugin-wix-keys'));
  return { folder, remove: () => { rmSync(folder, { recursive: true, force: true }); } };
}

/** @param {string} folder */
function fillKeys(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    const filled = withKeys(text);
    if (filled !== text) writeFileSync(file, filled);
  }
}

/** @param {string} text */
function withKeys(text) {
  let filled = text;
  for (const [marker, key] of keysByMarker) filled = filled.replaceAll(marker, key);
  return filled;
}

/**
 * @param {string} target
 * @param {string} path
 */
function link(target, path) {
  mkdirSync(join(path, '..'), { recursive: true });
  symlinkSync(target, path, 'junction');
}

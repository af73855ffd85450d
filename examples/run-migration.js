import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../dist/codemods/cli.js', import.meta.url));

/**
 * Runs the real `eslint-plugin-wix-keys migrate` in a folder.
 * @param {string} folder
 * @returns {string} what it prints
 */
export function runMigration(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'migrate'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`The migration could not run:\n${stderr}`);
  return stdout.trimEnd();
}

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// By its path: three versions of ESLint are installed here, and `npx eslint` may be any of them.
const ESLINT = fileURLToPath(new URL('bin/eslint.js', import.meta.resolve('eslint/package.json')));
const ROW = /^ +\d+:\d+ .* (\S+\/\S+)$/;

/**
 * Runs the real `eslint .` in a folder.
 * @param {string} folder
 * @returns {{ readonly output: string, readonly reports: readonly string[] }} what it prints, paths relative to the folder, and `file: rule` for each report
 */
export function runEslint(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ESLINT, '--no-color', '.'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`ESLint could not run:\n${stderr}`);
  const output = stdout.replaceAll(`${folder}/`, '').replaceAll(`${folder}\\`, '');
  return { output, reports: reportsIn(output) };
}

/** @param {string} output */
function reportsIn(output) {
  /** @type {string[]} */
  const reports = [];
  let file = '';
  for (const line of output.split('\n')) {
    const rule = ROW.exec(line)?.[1];
    if (rule !== undefined) reports.push(`${file}: ${rule}`);
    else if (/^\S/.test(line)) file = line;
  }
  return reports;
}

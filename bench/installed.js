import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Not in this project's node_modules, whose files are a corpus themselves.
const CACHE = join(tmpdir(), 'wix-keys-bench');

/**
 * Installs packages that only a benchmark needs into a folder of their own, once.
 * @param {string} name of the folder
 * @param {readonly string[]} packages with their ranges, as `npm install` takes them
 * @returns {{ readonly folder: string, readonly require: NodeJS.Require }}
 */
export function installed(name, packages) {
  const folder = join(CACHE, name);
  const stamp = join(folder, 'installed.json');
  const wanted = JSON.stringify(packages);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps', '--ignore-scripts', '--no-save', ...packages], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(stamp, wanted);
  }
  return { folder, require: createRequire(join(folder, 'package.json')) };
}

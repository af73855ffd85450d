import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keyPositions, withKey } from '../key-positions.js';
import type { Files } from '../rules/folders.js';

const PROJECT = join(import.meta.dirname, '..', '..');
const MEGABYTE = 1024 * 1024;

/** The built plugin. */
export const PLUGIN = join(PROJECT, 'dist', 'src', 'index.js');

/** Every place of a key in a file of its own, and an ESLint configuration with the built plugin. */
export function filesWith(key: string): Files {
  return {
    ...Object.fromEntries(keyPositions.map((code, at) => [`${String(at)}.jsx`, withKey(code, key)])),
    'eslint.config.mjs': `import wixKeys from ${JSON.stringify(pathToFileURL(PLUGIN).href)};
export default [...wixKeys.configs.recommended, { files: ['**/*.jsx'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }];
`,
  };
}

/** What a program of an installed package prints in a folder, whatever its status. */
export function printedBy(program: readonly [folder: string, ...path: string[]], args: readonly string[], { cwd, env = {} }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv }): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(PROJECT, 'node_modules', ...program), ...args], { cwd, env: { ...process.env, DEBUG: '', ...env }, maxBuffer: 64 * MEGABYTE }, (_, stdout, stderr) => resolve({ stdout, stderr }));
  });
}

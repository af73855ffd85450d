import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What one run of a program in a consumer's folder gave. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One report of ESLint, as `rule line:column`. */
export type Reports = Readonly<Record<string, readonly string[]>>;

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string; readonly line: number; readonly column: number }[];
}

interface Where {
  readonly folder: string;
  readonly program?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Makes an empty folder inside an installation, so that its packages are found from there, and writes the files into it. */
export function projectIn(installation: string, { name, files }: { readonly name: string; readonly files: Readonly<Record<string, string>> }): string {
  const folder = join(installation, name);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ 'package.json': '{ "private": true }\n', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs a Node program in the folder. */
export function runNode(args: readonly string[], { folder, program = process.execPath, env = {} }: Where): Run {
  return spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
}

/** Runs the installation's own `eslint .` in the folder: for each file with reports, what and where. */
export function lint(where: Where & { readonly installation: string }): Reports {
  const { stdout, stderr } = runNode([join(where.installation, 'node_modules', 'eslint', 'bin', 'eslint.js'), '--format=json', '.'], where);
  if (stdout === '') throw new Error(`ESLint could not run:\n${stderr}`);
  const results = JSON.parse(stdout) as readonly LintResult[];
  return Object.fromEntries(results.filter(({ messages }) => messages.length > 0).map(({ filePath, messages }) => [
    relative(where.folder, filePath),
    messages.map(({ ruleId, message, line, column }) => `${ruleId ?? message} ${line}:${column}`),
  ]));
}

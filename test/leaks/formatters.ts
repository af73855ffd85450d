import { createRequire } from 'node:module';
import { ESLint } from 'eslint';
import { vi } from 'vitest';

const require = createRequire(import.meta.url);

/** A formatter of ESLint, or of a package, and what it is told by the environment. */
export interface Formatter {
  readonly title: string;
  /** The word by which the README's section on logs names it; none where it does not. */
  readonly inReadme?: string;
  /** What `--format` takes. */
  readonly format: string;
  /** The ESLint that it comes with or is loaded by; the current one where left out. */
  readonly eslint?: 'eslint-8';
  readonly env?: Readonly<Record<string, string>>;
}

const fromPackage = (name: string): string => require.resolve(name);
const ofEslint8 = (format: string, inReadme?: string): Formatter => ({ title: `${format} of ESLint 8`, format, eslint: 'eslint-8', ...(inReadme !== undefined && { inReadme }) });

const SARIF = fromPackage('@microsoft/eslint-formatter-sarif');

/** Those that print no source. */
export const SAFE_FORMATTERS: readonly Formatter[] = [
  { title: 'stylish', inReadme: 'stylish', format: 'stylish' },
  { title: 'junit', inReadme: 'junit', format: fromPackage('eslint-formatter-junit') },
  { title: 'checkstyle', inReadme: 'checkstyle', format: fromPackage('eslint-formatter-checkstyle') },
  { title: 'SARIF without embedding', inReadme: 'SARIF', format: SARIF },
  { title: 'html', inReadme: 'html', format: 'html' },
  { title: 'rdjson', inReadme: 'rdjson', format: fromPackage('eslint-formatter-rdjson') },
  { title: 'gha', inReadme: 'gha', format: fromPackage('eslint-formatter-gha'), env: { GITHUB_ACTIONS: 'true', SONARSCANNER: '' } },
  ofEslint8('stylish', 'stylish'), ofEslint8('junit', 'junit'), ofEslint8('checkstyle', 'checkstyle'),
  ...['compact', 'html', 'jslint-xml', 'tap', 'unix', 'visualstudio'].map((format) => ofEslint8(format)),
];

/** Of the safe ones those that print whatever a message holds, and with it what a plugin for HTML adds to the messages of ours. */
export const PRINTS_WHOLE_MESSAGES: ReadonlySet<string> = new Set(['SARIF without embedding', 'rdjson', 'jslint-xml of ESLint 8']);

/** Those that print source lines or whole files, whatever the rules do. */
export const UNSAFE_FORMATTERS: readonly Formatter[] = [
  { title: 'json', inReadme: 'json', format: 'json' },
  { title: 'codeframe', inReadme: 'codeframe', format: fromPackage('eslint-formatter-codeframe') },
  { title: 'SARIF with embedding', inReadme: 'SARIF_ESLINT_EMBED', format: SARIF, env: { SARIF_ESLINT_EMBED: 'true' } },
  { title: 'json-with-metadata', format: 'json-with-metadata' },
  ofEslint8('json', 'json'),
];

/** What a formatter makes of results of an ESLint. */
export async function formatted(results: readonly ESLint.LintResult[], { format, eslint: module, env = {} }: Formatter, eslint: ESLint): Promise<string> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    const linter = module === undefined ? eslint : new (require(module) as { readonly ESLint: typeof ESLint }).ESLint();
    // Some sort what they are given.
    return await (await linter.loadFormatter(format)).format([...results]);
  } finally {
    vi.unstubAllEnvs();
  }
}

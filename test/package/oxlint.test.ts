import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { instanceToken, leaks } from '../fake-keys.js';
import { projectIn, runNode } from './consumer.js';
import { FIXTURE_KEYS, FIXTURE_OPTIONS, FIXTURE_SETTINGS, oxlintFixtures } from './oxlint-fixtures.js';

const OXLINT = join(import.meta.dirname, '..', '..', 'node_modules', 'oxlint', 'bin', 'oxlint');
const MEGABYTE = 1024 * 1024;
const TOKEN = instanceToken(61);
const installation = inject('installations').byEslint.at(-1)?.folder ?? '';

const send = (tint: string): string => `fetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: ${tint} } });\n`;
const files = {
  'src/config.js': `export const tint = '${TOKEN}';\n`,
  'src/main.js': `import { tint } from './config.js';\n${send('tint')}`,
  'src/api.ts': `export function upload(tint: string) { return ${send('tint')} }\n`,
  'src/page.ts': `import { upload } from './api.js';\nupload('${TOKEN}');\n`,
  'src/clean.js': `import { tint } from './config.js';\nconsole.log(tint.length);\n`,
};

/** `file:line:column` of what oxlint prints. */
function placesIn(name: string, crossFile: boolean): string[] {
  const folder = projectIn(installation, { name, files });
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({
    jsPlugins: ['eslint-plugin-wix-keys'],
    categories: { correctness: 'off' },
    rules: { 'wix-keys/no-instance-token-for-rest': 'error' },
    settings: { 'wix-keys': { crossFile } },
  }));
  const { stdout, stderr } = runNode([OXLINT, '--format=unix', 'src'], { folder });
  expect(stderr).toBe('');
  expect(leaks(stdout, TOKEN)).toBe(false);
  return stdout.split('\n').flatMap((line) => /^(\S+?:\d+:\d+):/u.exec(line)?.[1] ?? []).sort();
}

it('oxlint, by the name of the package, sees what other files write and send', () => {
  expect(placesIn('oxlint', true)).toEqual([`src/main.js:2:${String(send('tint').lastIndexOf('tint') + 1)}`, 'src/page.ts:2:8']);
});

it('oxlint reads one file at a time where the settings say so', () => {
  expect(placesIn('oxlint-alone', false)).toEqual([]);
});

/** What a linter says of a file: of a report the rule, the place and the message, of a file that it does not read `refused`. */
type Findings = ReadonlyMap<string, readonly string[]>;

/** The reports of ESLint with the option `--format=json`. */
type EslintResults = readonly {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string; readonly line: number; readonly column: number; readonly endLine?: number; readonly endColumn?: number }[];
}[];

/** The same of oxlint; it counts in bytes. */
interface OxlintResults {
  readonly number_of_files: number;
  readonly diagnostics: readonly OxlintDiagnostic[];
}

interface OxlintDiagnostic {
  readonly message: string;
  readonly code?: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number; readonly line: number; readonly column: number } }[];
}

const REFUSED = 'refused';
const LINE_END = /\r\n|[\n\r\u2028\u2029]/u;

const OXLINT_CONFIG = {
  jsPlugins: ['eslint-plugin-wix-keys'],
  categories: { correctness: 'off' },
  rules: Object.fromEntries(Object.keys(rules).map((rule) => [`wix-keys/${rule}`, 'error'])),
  settings: { 'wix-keys': FIXTURE_SETTINGS },
  overrides: [FIXTURE_OPTIONS],
};

const ESLINT_CONFIG = `import parser from '@typescript-eslint/parser';
import wixKeys from 'eslint-plugin-wix-keys';
export default [
  ...wixKeys.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'off' }, settings: { 'wix-keys': ${JSON.stringify(FIXTURE_SETTINGS)} } },
  { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser } },
  ${JSON.stringify(FIXTURE_OPTIONS)},
];
`;

/** What oxlint does otherwise, whatever the rules: the rules that report, or that the file is not read. */
const EXCEPTIONS: readonly (readonly [why: string, file: string, eslint: readonly string[], oxlint: readonly string[]])[] = [
  ['passes over minified files', 'differing/minified.min.js', ['no-hardcoded-key'], []],
  ['takes a .js file without import and export for a script, in which a return may stand', 'differing/return.js', [REFUSED], ['no-hardcoded-key']],
  ['takes a .js file without import and export for a script, in which a using may not stand', 'differing/using.js', ['no-hardcoded-key'], [REFUSED]],
  ['refuses names that are declared twice, which the parser of TypeScript reads', 'differing/declared-twice.ts', ['no-hardcoded-key'], [REFUSED]],
  ['obeys comments of its own', 'differing/oxlint-comment.js', ['no-hardcoded-key'], []],
];

/** Where oxlint prints another place than ESLint: it counts bytes, a byte order mark among them, and knows two line ends less. */
const PRINTED_ELSEWHERE = ['texts/astral-comment.ts', 'texts/astral.js', 'texts/byte-order-mark.js', 'texts/line-separators.js'];

describe('oxlint beside ESLint', () => {
  const fixtures = oxlintFixtures();
  const code = Object.keys(fixtures).filter((file) => !file.endsWith('.json'));
  let folder = '';
  let eslint: EslintResults = [];
  let oxlint: OxlintResults = { number_of_files: 0, diagnostics: [] };
  let printed = '';

  beforeAll(async () => {
    folder = projectIn(installation, { name: 'oxlint-fixtures', files: { ...fixtures, '.oxlintrc.json': JSON.stringify(OXLINT_CONFIG), 'eslint.config.mjs': ESLINT_CONFIG } });
    const [byEslint, byOxlint] = await Promise.all([
      outputOf([join(installation, 'node_modules', 'eslint', 'bin', 'eslint.js'), '--format=json', '--ignore-pattern=eslint.config.mjs', '.'], folder),
      outputOf([OXLINT, '--format=json', '--ignore-pattern=eslint.config.mjs', '.'], folder),
    ]);
    eslint = JSON.parse(byEslint) as EslintResults;
    oxlint = JSON.parse(byOxlint) as OxlintResults;
    printed = byOxlint;
  });

  it('reads the same files', () => {
    expect(eslint.map(({ filePath }) => pathIn(folder, filePath)).sort()).toEqual(code.toSorted());
    expect(oxlint.number_of_files).toBe(code.filter((file) => !file.endsWith('.min.js')).length);
  });

  it('finds the same, at the same places, in the same words', () => {
    const [expected, actual] = [eslintFindings(eslint, folder), oxlintFindings(oxlint, fixtures)];
    const differing = new Set(EXCEPTIONS.map(([, file]) => file));
    const linesOf = (findings: Findings): string[] => code.filter((file) => !differing.has(file)).flatMap((file) => (findings.get(file) ?? []).map((finding) => `${file} ${finding}`));
    expect(linesOf(actual)).toEqual(linesOf(expected));
  });

  it.each(Object.keys(rules))('finds what %s reports in more than a hundred fixtures', (rule) => {
    const found = [...oxlintFindings(oxlint, fixtures).values()].filter((findings) => findings.some((finding) => ruleOf(finding) === rule));
    expect(found.length).toBeGreaterThan(100);
  });

  it.each(EXCEPTIONS)('%s (%s)', (_, file, byEslint, byOxlint) => {
    expect(eslintFindings(eslint, folder).get(file)?.map(ruleOf) ?? []).toEqual(byEslint);
    expect(oxlintFindings(oxlint, fixtures).get(file)?.map(ruleOf) ?? []).toEqual(byOxlint);
  });

  it('prints the same places, but for texts that are not ASCII', () => {
    const elsewhere = oxlint.diagnostics.filter(({ code: rule, filename, labels: [label] }) =>
      isOurs(rule) && label !== undefined && placeAt(fixtures[filename] ?? '', label.span.offset) !== `${String(label.span.line)}:${String(label.span.column)}`);
    expect([...new Set(elsewhere.map(({ filename }) => filename))].sort()).toEqual(PRINTED_ELSEWHERE);
  });

  it('prints no piece of a key', () => {
    expect(FIXTURE_KEYS.filter((key) => leaks(printed, key))).toEqual([]);
  });
});

function eslintFindings(results: EslintResults, folder: string): Findings {
  return new Map(results.map(({ filePath, messages }) => [pathIn(folder, filePath), messages.map(({ ruleId, message, line, column, endLine = 0, endColumn = 0 }) =>
    (ruleId === null ? REFUSED : `${ruleId.replace('wix-keys/', '')} ${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)} ${message}`)).sort()]));
}

function oxlintFindings({ diagnostics }: OxlintResults, fixtures: Readonly<Record<string, string>>): Findings {
  const findings = new Map<string, string[]>();
  for (const diagnostic of diagnostics) {
    const file = diagnostic.filename.split(sep).join('/');
    findings.set(file, [...(findings.get(file) ?? []), findingOf(diagnostic, fixtures[file] ?? '')].sort());
  }
  return findings;
}

function findingOf({ code = '', message, labels: [label] }: OxlintDiagnostic, text: string): string {
  if (!isOurs(code) || !label) return REFUSED;
  const { offset, length } = label.span;
  return `${code.replace(/^wix-keys\((.+)\)$/u, '$1')} ${placeAt(text, offset)}-${placeAt(text, offset + length)} ${message}`;
}

function isOurs(code = ''): boolean {
  return code.startsWith('wix-keys(');
}

function ruleOf(finding: string): string {
  return finding.split(' ')[0] ?? '';
}

/** `line:column` of a byte, as ESLint counts. */
function placeAt(text: string, offset: number): string {
  const lines = Buffer.from(text).subarray(0, offset).toString().replace(/^\uFEFF/u, '').split(LINE_END);
  return `${String(lines.length)}:${String((lines.at(-1) ?? '').length + 1)}`;
}

function pathIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** What a Node program prints; both linters end with 1 where they have reports, and print nothing to stderr. */
function outputOf(args: readonly string[], folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * MEGABYTE }, (_, stdout, stderr) => {
      if (stderr === '') resolve(stdout);
      else reject(new Error(stderr));
    });
  });
}

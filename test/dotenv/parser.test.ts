import type { Linter } from 'eslint';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { envEntriesIn } from '../../src/dotenv/env-entries.js';
import { dotenvParser, parseForESLint } from '../../src/dotenv/parser.js';
import { parseEnv } from '../../src/dotenv/parse-env.js';
import { envConfig, eslintVersions } from './eslint-versions.js';
import { nastyEnvFiles } from './nasty-env-files.js';

const nasty = Object.entries(nastyEnvFiles);

function coreRulesOn(rules: Iterable<string>): Linter.RulesRecord {
  return Object.fromEntries([...rules].map((name) => [name, 'error']));
}

describe('dotenvParser', () => {
  it('is a parser for ESLint by its type, with a name and the version of the package', () => {
    expectTypeOf(dotenvParser).toExtend<Linter.Parser>();
    expect(dotenvParser.meta.name).toBe('wix-keys/dotenv');
    expect(dotenvParser.meta.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('gives the assignments with ranges and locations', () => {
    const text = '# c\n  export A = "b\nc" # d\n';
    const [entry] = envEntriesIn(parseForESLint(text)) ?? [];
    expect(entry).toMatchObject({ type: 'EnvAssignment', name: 'A', value: 'b\nc', exported: true, quote: '"' });
    expect(entry?.loc).toEqual({ start: { line: 2, column: 2 }, end: { line: 3, column: 2 } });
    expect(entry?.nameLoc).toEqual({ start: { line: 2, column: 9 }, end: { line: 2, column: 10 } });
    expect(entry?.valueLoc).toEqual({ start: { line: 2, column: 14 }, end: { line: 3, column: 1 } });
    expect(text.slice(...(entry?.valueRange ?? [0, 0]))).toBe('b\nc');
  });

  it('gives the lines that are no assignment beside the tree', () => {
    const { ast } = parseForESLint('A=1\n  what is this # note\n');
    expect(ast.broken).toEqual([
      { type: 'EnvBroken', range: [6, 18], loc: { start: { line: 2, column: 2 }, end: { line: 2, column: 14 } } },
    ]);
    expect(ast.comments.map(({ value }) => value)).toEqual(['note']);
  });

  it('gives tokens of the text in order', () => {
    const { ast } = parseForESLint('export A = "b"\nC: d\nE=\n');
    expect(ast.tokens.map(({ type, value }) => `${type} ${value}`)).toEqual([
      ...['Keyword export', 'Identifier A', 'Punctuator =', 'String "b"'],
      ...['Identifier C', 'Punctuator :', 'String d', 'Identifier E', 'Punctuator ='],
    ]);
  });

  it.each(nasty)('covers the whole text, each token and comment where it says: %s', (_, text) => {
    const { ast } = parseForESLint(text);
    const pieces = [...ast.tokens, ...ast.comments].sort((a, b) => a.range[0] - b.range[0]);
    const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
    expect(ast.range).toEqual([0, text.length]);
    expect(ast.loc).toEqual({ start: { line: 1, column: 0 }, end: { line: lines.length, column: lines.at(-1)?.length } });
    pieces.forEach(({ value, range, loc }, index) => {
      expect(text.slice(...range).endsWith(value)).toBe(true);
      expect(lines[loc.start.line - 1]?.slice(loc.start.column)).toBe(text.slice(range[0]).split(/[\r\n\u2028\u2029]/)[0]);
      expect(range[0]).toBeGreaterThanOrEqual(pieces[index - 1]?.range[1] ?? 0);
    });
  });

  it('makes a block of nothing but a directive that turns rules off or on', () => {
    const blocks = (text: string): string[] =>
      parseForESLint(text).ast.comments.flatMap(({ type, value }) => (type === 'Block' ? [value] : []));
    expect(blocks(nastyEnvFiles['prose that looks like directives'] ?? '')).toEqual(['eslint-disabled']);
    expect(blocks('#eslint-disable a\n#\teslint-enable a, b\n#eslint-disable a, b\n#eslint-disable a -- b, c')).toEqual([
      'eslint-disable a',
      'eslint-enable a, b',
      'eslint-disable a -- b, c',
    ]);
  });

  it.each([null, undefined, 1, {}, { type: 'Program', body: [] }])('is asked for nothing of another tree: %j', (ast) => {
    expect(envEntriesIn({ ast })).toBeNull();
  });
});

type LegacyLinterClass = new (options: { configType: 'eslintrc' }) => LegacyLinter;

interface LegacyLinter {
  defineParser(name: string, parser: unknown): void;
  verify(text: string, config: object): Linter.LintMessage[];
}

describe.each(eslintVersions)('$name', ({ name, Linter, linter, coreRules, allRules }) => {
  const lint = (text: string, rules?: Linter.RulesRecord): Linter.LintMessage[] =>
    linter().verify(text, [envConfig(rules)], '.env');
  const linesOf = (text: string): number[] => lint(text).flatMap(({ ruleId, line }) => (ruleId === 'test/bad' ? [line] : []));

  it('visits each assignment and reports at its value', () => {
    const messages = lint('A=good\nB="bad"\n');
    expect(messages).toMatchObject([{ ruleId: 'test/bad', message: 'Bad B.', line: 2, column: 4, endColumn: 7 }]);
  });

  it.each(['A=bad', 'A="bad"\r\nB=1\r\n', '\n# c\rA=bad\r'])('fixes behind a byte order mark as without one: %j', (text) => {
    const marked = linter().verifyAndFix(`\ufeff${text}`, [envConfig()], '.env');
    expect(marked.output).toBe(`\ufeff${text.replace('bad', 'good')}`);
    const places = [`\ufeff${text}`, text].map((source) => lint(source).map(({ line, column }) => [line, column]));
    expect(places[0]).toEqual(places[1]);
  });

  it('obeys directives in comments', () => {
    expect(linesOf('# eslint-disable-next-line test/bad -- why\nA=bad\nB=bad')).toEqual([3]);
    expect(linesOf('#eslint-disable-next-line\nA=bad\nB=bad')).toEqual([3]);
    expect(linesOf('A=bad # eslint-disable-line test/bad\nB=bad')).toEqual([2]);
    expect(linesOf('A="bad" # eslint-disable-line\nB=bad')).toEqual([2]);
    expect(linesOf('A=bad\n# eslint-disable test/bad\nB=bad\n# eslint-enable test/bad\nC=bad')).toEqual([1, 5]);
    expect(linesOf('# eslint-disable\r\nA=bad\r\n\r\nB=bad\r\n')).toEqual([]);
    expect(linesOf('A="# eslint-disable-line bad"')).toEqual([1]);
    expect(linesOf('# eslint-disable-next-line other\nA=bad')).toEqual([2]);
  });

  it('takes an unused rule out of a directive and leaves the rest', () => {
    const config = { ...envConfig(), linterOptions: { reportUnusedDisableDirectives: true } };
    const fix = (text: string): string => linter().verifyAndFix(text, [config], '.env').output;
    expect(fix('A=1\n# eslint-disable-next-line test/bad, no-var\nB=bad\n')).toBe('A=1\n# eslint-disable-next-line test/bad\nB=bad\n');
    expect(fix('A=1\n# eslint-disable-next-line no-var, test/bad\nB=bad\n')).toBe('A=1\n# eslint-disable-next-line test/bad\nB=bad\n');
    expect(fix('# eslint-disable-next-line no-var\nB=1\n')).toMatch(/^ ?\nB=1\n$/);
  });

  it('finds no directive in prose', () => {
    const text = nastyEnvFiles['prose that looks like directives'] ?? '';
    expect(lint(text, { 'no-unused-vars': 'error', 'no-undef': 'error', 'no-redeclare': 'error' })).toEqual([]);
  });

  it.each(nasty)('survives every core rule on %s', (_, text) => {
    for (const source of [text, `\ufeff${text}`]) {
      const messages = lint(source, coreRulesOn(coreRules.keys()));
      expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    }
  });

  it.each(nasty)('survives the configuration `all` of @eslint/js without `files`, fixing, on %s', (_, text) => {
    const config: Linter.Config[] = [{ rules: allRules }, envConfig()];
    const { messages, output } = linter().verifyAndFix(text, config, '.env');
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    expect(parseEnv(output).entries.map(({ raw }) => raw)).toEqual(parseEnv(text).entries.map(({ raw }) => raw));
  });

  it('reports nothing of the configuration `all` on a tidy file', () => {
    const text = '# Wix\nexport A=1\n\nB="two" # global x\nC=\n';
    const messages = linter().verify(text, [{ rules: allRules }, envConfig()], '.env');
    expect(messages.map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual([]);
  });

  it('is a parser of eslintrc too', () => {
    if (!name.includes(' 8.')) return;
    const legacy = new (Linter as unknown as LegacyLinterClass)({ configType: 'eslintrc' });
    legacy.defineParser('dotenv', dotenvParser);
    const config = { parser: 'dotenv', rules: { 'no-restricted-syntax': ['error', 'EnvAssignment[value=bad]'] } };
    expect(legacy.verify('A=good\nB=bad\n', config)).toMatchObject([{ ruleId: 'no-restricted-syntax', line: 2 }]);
  });
});

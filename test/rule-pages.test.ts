import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { type CodeBlock, readRulePage } from './rule-page.js';
import { ENGINES, lint, type ParserName, type RuleName } from './rules/linting.js';

const parsersByLanguage: Readonly<Record<string, readonly ParserName[]>> = {
  js: ['espree', 'typescript'],
  jsx: ['espree', 'typescript'],
  ts: ['typescript'],
  tsx: ['typescript'],
  env: ['dotenv'],
};

/** As much of an object schema as the options of these rules use. */
interface OptionsSchema {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly unknown[] }>>;
}

const codeSections = ['Wrong', 'Right'];

/** How many reports of the rule each parser of the block's language gives. */
function reportsOn({ code, language, filename }: CodeBlock, rule: RuleName): number[] {
  return (parsersByLanguage[language] ?? []).flatMap((parser) => {
    // Only the current ESLint lints env files here; the parser's own tests hold the older ones.
    const engines = parser === 'dotenv' ? [{ name: 'env', module: 'eslint' as const, parser }] : ENGINES.filter((engine) => engine.parser === parser);
    return engines.map((engine) => lint(code, { rule, engine, ...(filename === null ? { filename: `example.${language}` } : { filename }) }).length);
  });
}

describe.each(Object.keys(rules) as RuleName[])('the page of %s', (name) => {
  const { lines, sections, blocks } = readRulePage(name);
  const { docs, schema, hasSuggestions } = rules[name].meta;
  const examples = blocks.filter(({ section }) => codeSections.includes(section));

  it('begins with the name and the description', () => {
    expect(lines.slice(0, 3)).toEqual([`# wix-keys/${name}`, '', `${docs.description}.`]);
  });

  it('has code under Wrong and under Right, in languages that are linted here', () => {
    expect(new Set(examples.map(({ section }) => section))).toEqual(new Set(codeSections));
    expect(examples.filter(({ language }) => !Object.hasOwn(parsersByLanguage, language))).toEqual([]);
  });

  it.each(examples)('shows code that is $section in line $line', (block) => {
    const isWrong = block.section === 'Wrong';
    const reports = reportsOn(block, name);
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.map((count) => count > 0)).toEqual(reports.map(() => isWrong));
  });

  it('names every option', () => {
    const properties = (schema as readonly OptionsSchema[]).flatMap((item) => Object.entries(item.properties ?? {}));
    const options = sections.Options ?? '';
    const choices = properties.flatMap(([property, { enum: values = [] }]) => [property, ...values.map((value) => JSON.stringify(value))]);
    expect(choices.filter((text) => !options.includes(text))).toEqual([]);
    if (properties.length === 0) expect(options).toContain('None.');
  });

  it('tells of its suggestions', () => {
    expect(Object.hasOwn(sections, 'Suggestion')).toBe(hasSuggestions === true);
  });
});

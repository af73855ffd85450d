import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ESLint } from 'eslint';
import { rules } from '../../rules/index.js';
import { formatted, PRINTS_WHOLE_MESSAGES, SAFE_FORMATTERS, UNSAFE_FORMATTERS, type Formatter } from './formatters.js';
import { lintFixtures, type LintedFixtures, type LintedFolder } from './linted-fixtures.js';
import { offersIn, placeBehind, takesTheKey } from './offers.js';

const MINUTE = 60_000;

let fixtures: LintedFixtures = { folders: [], leaks: () => false, remove: () => Promise.resolve() };
beforeAll(async () => { fixtures = await lintFixtures(); }, 3 * MINUTE);
afterAll(() => fixtures.remove(), MINUTE);

/** eslint-plugin-html writes the source line into each message. */
const isOfHtmlPlugin = ({ messages }: ESLint.LintResult): boolean => messages.some((message) => 'source' in message);

/** The fixtures of which a text holds a piece of a key. No assertion compares the texts themselves: it would print them. */
function fixturesWithLeak(textOf: (result: ESLint.LintResult) => string, isAsked: (result: ESLint.LintResult) => boolean = () => true): readonly string[] {
  return fixtures.folders.flatMap(({ results, nameOf }) => results.filter((result) => isAsked(result) && fixtures.leaks(textOf(result))).map(nameOf));
}

/** What a formatter prints of one folder, and the fixtures of it that it prints a piece of a key of. */
async function printedOf({ eslint, results, nameOf }: LintedFolder, formatter: Formatter): Promise<{ readonly text: string; readonly leaking: readonly string[] }> {
  const asked = results.filter((result) => !(PRINTS_WHOLE_MESSAGES.has(formatter.title) && isOfHtmlPlugin(result)));
  const text = await formatted(asked, formatter, eslint);
  if (!fixtures.leaks(text)) return { text, leaking: [] };
  const alone = await Promise.all(asked.map(async (result) => ({ result, text: await formatted([result], formatter, eslint) })));
  return { text, leaking: alone.filter((one) => fixtures.leaks(one.text)).map(({ result }) => nameOf(result)) };
}

describe('the run over every fixture', () => {
  it('has reports of every rule, and most fixtures hold a key', () => {
    const results = fixtures.folders.flatMap((folder) => folder.results);
    const reported = new Set(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)));
    expect(Object.keys(rules).filter((name) => !reported.has(`wix-keys/${name}`))).toEqual([]);
    expect(fixturesWithLeak(({ source = '' }) => source).length).toBeGreaterThan(5000);
  });

  it('gives messages, data and fixes without a piece of a key', () => {
    expect(fixturesWithLeak(({ messages, suppressedMessages }) => JSON.stringify([messages, suppressedMessages]), (result) => !isOfHtmlPlugin(result))).toEqual([]);
  });
});

describe.each(SAFE_FORMATTERS)('the formatter $title', (formatter) => {
  it('prints no piece of a key', async () => {
    for (const folder of fixtures.folders) {
      const { text, leaking } = await printedOf(folder, formatter);
      expect(text.includes('no-hardcoded-key'), 'the reports are printed').toBe(true);
      expect(leaking).toEqual([]);
    }
  }, MINUTE);
});

describe.each(UNSAFE_FORMATTERS)('the formatter $title', (formatter) => {
  it('prints a key', async () => {
    // SARIF's logs encodings that it does not know.
    const log = vi.spyOn(console, 'log').mockReturnValue();
    const printed = await Promise.all(fixtures.folders.filter(({ name }) => name !== 'tables').map(({ eslint, results }) => formatted(results, formatter, eslint)));
    log.mockRestore();
    expect(printed.map(fixtures.leaks)).toEqual(printed.map(() => true));
  }, MINUTE);
});

describe('eslint-plugin-html', () => {
  it('writes the source line into each message, so that formatters of whole messages print it and the others do not', async () => {
    const [folder] = fixtures.folders.filter(({ results }) => results.some(isOfHtmlPlugin));
    const results = folder?.results.filter(isOfHtmlPlugin) ?? [];
    const printing: string[] = [];
    for (const formatter of SAFE_FORMATTERS) {
      if (folder && fixtures.leaks(await formatted(results, formatter, folder.eslint))) printing.push(formatter.title);
    }
    expect(printing).toEqual([...PRINTS_WHOLE_MESSAGES]);
  });
});

describe('.eslintcache', () => {
  it('holds the reports and no piece of a key', () => {
    const folders = fixtures.folders.filter(({ results }) => !results.some(isOfHtmlPlugin));
    expect(folders.filter(({ cache }) => !cache.includes('no-hardcoded-key')).map(({ name }) => name)).toEqual([]);
    expect(folders.filter(({ cache }) => fixtures.leaks(cache)).map(({ name }) => name)).toEqual([]);
  });
});

describe.each(Object.entries(rules))('a suggestion of %s', (name, { meta }) => {
  it('writes no piece of a key, and leaves none at its place', () => {
    const offers = fixtures.folders.flatMap((folder) => offersIn(folder, `wix-keys/${name}`));
    const writing = offers.filter(({ suggestion }) => fixtures.leaks(JSON.stringify(suggestion)));
    const leaving = offers.filter((offer) => takesTheKey(offer) && fixtures.leaks(placeBehind(offer)));
    expect({ writing: writing.map(({ fixture }) => fixture), leaving: leaving.map(({ fixture }) => fixture) }).toEqual({ writing: [], leaving: [] });
    expect(offers.length > 0).toBe(meta.hasSuggestions === true);
  });
});

import { describe, expect, test } from 'vitest';
import { accountKey, leaks, writtenForms } from '../fake-keys.js';
import { CURRENT, type Engine, type Setup } from './linting.js';
import { unmarked } from './marks.js';
import { COMMENT_PLACES, EXPRESSION_PLACES, TEXT_PLACES } from './no-hardcoded-key/places.js';
import { marked, MEDIA_SINKS } from './no-instance-token-for-rest/sinks.js';
import { TOKEN } from './no-instance-token-for-rest/targets.js';
import { VALUE_FORMS } from './no-instance-token-for-rest/value-forms.js';
import { suggestionsFor } from './suggestions.js';
import type { Row, RowSetup } from './tables.js';

interface Case {
  readonly name: string;
  readonly code: string;
  readonly key: string;
  readonly rule: Setup['rule'];
  readonly setup: RowSetup;
}

const KEY = accountKey(11);

/** Places of a string that can hold no lookup. */
const NOTHING_TO_OFFER = new Set([
  'object key', 'method name', 'getter name', 'pattern key', 'directive', 'directive of a function', 'import source', 'import source in a path', 'export source',
  'export of a name from it', 'import attribute', 'imported name', 'exported name', 'field name', 'method of a class', 'JSX text', 'JSX text with words', 'enum member',
  'enum member name', 'literal type', 'union type', 'template type', 'type of a property', 'name of a property', 'type argument', 'indexed access', 'import type',
  'declare module', 'import =', 'tagged template', 'for in', 'import()', 'expression statement', 'enum', 'enum, bracket', 'const enum',
  // The rest of the key stands in another statement
  'atob of a constant', 'concatenation of constants', 'join of a constant', 'template of halves', 'template, text and half',
]);

function casesOf(title: string, rule: Setup['rule'], rows: readonly Row[], key: string): readonly Case[] {
  return rows.map(([name, code, setup = {}]) => ({ name: `${title}: ${name}`, code: unmarked(code).code, key, rule, setup }));
}

const places = [...EXPRESSION_PLACES, ...COMMENT_PLACES, ...TEXT_PLACES];
const hardcoded = casesOf('place', 'no-hardcoded-key', places.map(([name, write, setup]) => [name, write(KEY), setup]), KEY);
const values = MEDIA_SINKS.flatMap(({ name, before, send }) => casesOf(name, 'no-instance-token-for-rest', VALUE_FORMS.map(([form, write, setup]) => [form, `${before}\n${write(marked, send)}`, setup]), TOKEN));

function setupOf({ rule, setup: { options, settings, filename, sourceType } }: Case, engine: Engine): Setup {
  return { rule, engine, ...(options && { options }), ...(settings && { settings }), ...(filename !== undefined && { filename }), ...(sourceType && { sourceType }) };
}

for (const engine of CURRENT) {
  describe(`a suggestion is applied (${engine.name})`, () => {
    for (const each of [...hardcoded, ...values]) {
      if ((each.setup.only ?? engine.parser) !== engine.parser) continue;
      test(each.name, () => {
        const setup = setupOf(each, engine);
        for (const { suggestions, message } of suggestionsFor(each.code, setup)) {
          for (const { description, output } of suggestions) {
            expect(leaks(description + message.message, each.key)).toBe(false);
            expect(writtenForms(each.key).some((form) => leaks(output, form))).toBe(false);
            expect(suggestionsFor(output, setup)).toEqual([]);
          }
        }
      });
    }
  });
}

/** Each case with the parser that reads it: espree for JavaScript. */
function engineOf({ setup: { only = 'espree' } }: Case): Engine {
  const engine = CURRENT.find(({ parser }) => parser === only);
  if (!engine) throw new Error(`No engine parses with ${only}.`);
  return engine;
}

/** Exact results, where the form of the code matters. */
const OUTPUTS: readonly (readonly [name: string, code: string, output: string, only?: 'typescript'])[] = [
  ['literal', `f('${KEY}');`, 'f(process.env.WIX_API_KEY);'],
  ['template', `f(\`${KEY}\`);`, 'f(process.env.WIX_API_KEY);'],
  ['Bearer', `f('Bearer ${KEY}');`, 'f(`Bearer ${process.env.WIX_API_KEY}`);'],
  ['Bearer in a template', `f(\`Bearer ${KEY}\`);`, 'f(`Bearer ${process.env.WIX_API_KEY}`);'],
  ['concatenation', `f('Bearer ' + '${KEY}');`, `f('Bearer ' + process.env.WIX_API_KEY);`],
  ['halves', `f('${KEY.slice(0, 50)}' + '${KEY.slice(50)}');`, 'f(process.env.WIX_API_KEY);'],
  ['JSX attribute', `const a = <B c="${KEY}" />;`, 'const a = <B c={process.env.WIX_API_KEY} />;'],
  ['JSX expression', `const a = <B c={'${KEY}'} />;`, 'const a = <B c={process.env.WIX_API_KEY} />;'],
  ['??', `f(process.env.MY_KEY ?? '${KEY}');`, 'f(process.env.MY_KEY);'],
  ['||', `f(process.env.MY_KEY || '${KEY}');`, 'f(process.env.MY_KEY);'],
  ['URL', `f('https://example.com/?a=${KEY}&b=1');`, 'f(`https://example.com/?a=${process.env.WIX_API_KEY}&b=1`);'],
  ['as const', `const a = '${KEY}' as const;`, 'const a = process.env.WIX_API_KEY!;', 'typescript'],
  ['argument in TypeScript', `f('${KEY}');`, 'f(process.env.WIX_API_KEY!);', 'typescript'],
  ['atob', `f(atob('${Buffer.from(KEY).toString('base64')}'));`, 'f(process.env.WIX_API_KEY);'],
  ['shorthand kept', `const a = { apiKey: '${KEY}' };`, 'const a = { apiKey: process.env.WIX_API_KEY };'],
];

describe('what a suggestion makes of the code', () => {
  test.each(OUTPUTS.map(([name, code, output, only = 'espree']) => ({ name, code, output, only })))('$name', ({ code, output, only }) => {
    const engine = CURRENT.find(({ parser }) => parser === only) as Engine;
    const [report] = suggestionsFor(code, { rule: 'no-hardcoded-key', engine });
    expect(report?.suggestions.map((suggestion) => suggestion.output)).toEqual([output]);
  });
});

describe('browser code', () => {
  test('nothing is offered', () => {
    const engine = CURRENT[0] as Engine;
    const [report] = suggestionsFor(`'use client';\nexport const apiKey = '${KEY}';`, { rule: 'no-hardcoded-key', engine });
    expect(report?.suggestions).toEqual([]);
  });
});

describe('where a suggestion is offered', () => {
  const forms = values.filter(({ name }) => name.startsWith('fetch'));
  for (const each of [...hardcoded, ...forms]) {
    test(each.name, () => {
      const reports = suggestionsFor(each.code, setupOf(each, engineOf(each)));
      const isOffered = !NOTHING_TO_OFFER.has(each.name.replace(/^[^:]*: /u, ''));
      expect(reports.map(({ suggestions }) => suggestions.length)).toEqual(reports.map(() => (isOffered ? 1 : 0)));
    });
  }
});

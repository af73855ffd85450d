import { expect, test } from 'vitest';
import { Linter, type ESLint } from 'eslint';
import wixKeys from '../../src/index.js';
import { accountKey } from '../fake-keys.js';

const KEY = accountKey(73);

/** A language of somebody else's with the least that ESLint asks for, and trees of one node. */
const languageOf = (type: string): unknown => ({
  fileType: 'text', lineStart: 1, columnStart: 0, nodeTypeKey: 'type', validateLanguageOptions: () => undefined,
  parse: () => ({ ok: true, ast: { type } }),
  createSourceCode: ({ body: text }: { readonly body: string }, { ast }: { readonly ast: object }) => ({
    text, ast, lines: text.split('\n'),
    getText: () => text, getLoc: () => ({ start: { line: 1, column: 0 }, end: { line: 1, column: 1 } }), getRange: () => [0, 1],
    getLocFromIndex: (index: number) => ({ line: 1, column: index }), getParent: () => undefined, getAncestors: () => [],
    traverse: () => [{ kind: 1, type: 'visit', target: ast, phase: 1, args: [ast] }, { kind: 1, type: 'visit', target: ast, phase: 2, args: [ast] }],
  }),
});

const messagesIn = (type: string): readonly string[] => {
  const plugin = { languages: { up: languageOf(type) } } as unknown as ESLint.Plugin;
  return new Linter().verify(`wix ${KEY}`, [...wixKeys.configs.recommended, { files: ['**/*.up'], plugins: { made: plugin }, language: 'made/up' }], { filename: 'a.up' }).map(({ ruleId, message }) => ruleId ?? message);
};

test('a language whose root nobody knows: silent, and no rule throws', () => {
  expect(messagesIn('Strange')).toEqual([]);
});

test.each(['Program', 'Document', 'root'])('a root called %s without a body: the text alone is searched', (type) => {
  expect(messagesIn(type)).toEqual(['wix-keys/no-hardcoded-key']);
});

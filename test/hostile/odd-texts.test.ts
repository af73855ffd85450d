import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountKey, instanceToken } from '../fake-keys.js';
import { messagesOn, PARSERS, rulesOn, soundMessagesOn } from './linting.js';

const [KEY, TOKEN] = [accountKey(85), instanceToken(85)];
const RULES = ['no-hardcoded-key', 'no-instance-token-for-rest'];

/** What may stand between two tokens of a program: white space of every kind, line ends of every kind, comments with anything in them. */
const TRIVIA = [
  ...[' ', '\t', '\v', '\f', '\u00a0', '\ufeff', '\u3000', '\n', '\r', '\r\n', '\u2028', '\u2029', '\r\r\n', '/**/', '/*\u2028*/', '/*\0\ud800*/', '/*\r\n*/', '//\n', '//\ud83d\r', '//\u{1F600}\u2029'],
];
const trivia = fc.array(fc.constantFrom(...TRIVIA), { maxLength: 3 }).map((parts) => parts.join(''));

/** What may stand in a text besides a key. */
const CHARACTERS = ['\ud800', '\udfff', '\ude00\ud83d', '\u{1F600}', '\0', '\x01', '\x7f', '\ufeff', '\u2028', '\u2029', '\u202e', '\u0301', '\ufffd', 'é', ' ', '"', '/', '<', '&amp;', '%', '#'];
const characters = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 4 }).map((parts) => parts.join(''));

const TOKENS = ['fetch', '(', "'https://www.wixapis.com/site-media/v1/files'", ',', '{', 'headers', ':', '{', "'wix-site-id'", ':', 'id', ',', 'Authorization', ':', `'${TOKEN}'`, '}', '}', ')', ';'];

describe.each(PARSERS)('odd characters (%s)', (parser) => {
  test('between all tokens: the reports are the same, and each stands where the key does', () => {
    fc.assert(fc.property(fc.constantFrom('', '\ufeff'), fc.array(trivia, { minLength: TOKENS.length, maxLength: TOKENS.length }), (bom, between) => {
      const code = bom + TOKENS.map((token, at) => token + (between[at] ?? '')).join('');
      const messages = soundMessagesOn(code, [TOKEN], { parser });
      expect(messages.map(({ ruleId }) => ruleId?.slice('wix-keys/'.length))).toEqual(RULES);
      for (const { line, column, endColumn } of messages) expect(linesOf(code)[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1)).toBe(`'${TOKEN}'`);
    }), { numRuns: 60 });
  });

  test('around a key, in every kind of text', () => {
    const texts: readonly ((inner: string) => string)[] = [(inner) => `f('${inner}');`, (inner) => `f(\`${inner}\`);`, (inner) => `/* ${inner} */ f();`, (inner) => `f(<p>${inner}</p>);`, (inner) => `f({ '${inner}': 1 });`];
    fc.assert(fc.property(fc.constantFrom(...texts), characters, characters, (write, before, behind) => {
      const code = write(`${before} ${KEY} ${behind}`);
      if (messagesOn(code, { parser }).some(({ fatal }) => fatal === true)) return;
      expect(soundMessagesOn(code, [KEY], { parser }).map(({ ruleId }) => ruleId)).toEqual(['wix-keys/no-hardcoded-key']);
    }), { numRuns: 120 });
  });

  test('escaped around a key', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...['\\ud800', '\\u{10ffff}', '\\0', '\\x00', '\\\n', '\\\r\n', '\\\u2028', '\\u2029', '\\t', '\\v']), { maxLength: 5 }), fc.constantFrom("'", '"', '`'), (escapes, quote) => {
      const code = `f(${quote}${escapes.join('')} ${KEY}${escapes.join('')}${quote});`;
      expect(soundMessagesOn(code, [KEY], { parser }).map(({ ruleId }) => ruleId)).toEqual(['wix-keys/no-hardcoded-key']);
    }), { numRuns: 60 });
  });
});

describe('odd characters in an env file', () => {
  test('around its lines and values: each key that dotenv reads is reported in the text', () => {
    const separator = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\n\u2028\n', '\n\ufeff\n', '\n#\0\ud800\n');
    fc.assert(fc.property(fc.constantFrom('', '\ufeff'), fc.array(fc.tuple(separator, characters), { minLength: 1, maxLength: 4 }), (bom, lines) => {
      const code = bom + lines.map(([end, noise], at) => `${end}# ${noise.replaceAll(/[\u2028\u2029]/g, '')}${end}NAME_${at}="${KEY}"`).join('');
      expect(soundMessagesOn(code, [KEY], { filename: '.env.example' }).map(({ ruleId }) => ruleId)).toEqual(lines.map(() => 'wix-keys/no-hardcoded-key'));
    }), { numRuns: 150 });
  });

  test('of nothing but such characters: no report', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...CHARACTERS, ...TRIVIA, 'A', '=', '"', 'IST.', 'export '), { maxLength: 30 }).map((parts) => parts.join('')), (text) => {
      expect(rulesOn(text, { filename: '.env.example' })).toEqual([]);
    }), { numRuns: 300 });
  });
});

function linesOf(code: string): string[] {
  return code.replace(/^\ufeff/, '').split(/\r\n|[\n\r\u2028\u2029]/);
}

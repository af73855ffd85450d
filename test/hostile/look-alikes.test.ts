import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/key/classify.js';
import { findFault } from '../../src/key/faults.js';
import { findKeyMatches } from '../../src/key/grammar.js';
import { redactText } from '../../src/key/redact.js';
import { accountKey, instanceToken, jwsKey, leaks, oauth2Key, oauthKey } from '../fake-keys.js';
import { unmarked } from '../rules/marks.js';
import { COMMENT_PLACES, EXPRESSION_PLACES, TEXT_PLACES } from '../rules/no-hardcoded-key/places.js';
import { MEDIA_SINKS, OTHER_SINKS, type Sink } from '../rules/no-instance-token-for-rest/sinks.js';
import { messagesOn, PARSERS, soundMessagesOn, type Linting } from './linting.js';

const KEYS = [accountKey, instanceToken, jwsKey, oauthKey, oauth2Key].map((make) => make(88));
const [, HEADER = '', PAYLOAD = ''] = (KEYS[0] ?? '').split('.');

/** Texts that look like a key, or speak of one, and are none wherever they stand. */
const INNOCENT = [
  ...['LIST.', 'EXIST.', 'LIST.items.forEach', `EXIST.${HEADER}`, `REGIST.${HEADER}.${PAYLOAD}`, `MY_IST.${HEADER}`, `a.IST.${HEADER}`, 'ist.eyJhbGciOiJSUzI1NiJ9'],
  ...['10:30 IST.', 'Tue, 3 Mar 18:00 IST.', 'Asia/Kolkata (IST. +05:30)', 'IST/UTC', 'a token begins with IST. or JWS.', 'The JWS header', 'see IST.eyJ… for more', '<IST.token>', '[IST.eyJ…]'],
  ...['JWS.your-api-key', 'JWS.xxxxxxxx', 'JWS.***', 'JWS.[redacted]', 'OauthNG.JWS.<token>', 'OAUTH2.TODO', 'OAUTH2_URL', 'oauth2.example.com', `${HEADER}.${PAYLOAD}`, 'jws.verify', 'wixstatic.com/media/a.jpg', 'WIX_API_KEY'],
];

interface Spot {
  readonly code: string;
  readonly how: Linting;
}

const quoted = (text: string): string => `'${text}'`;
const places = [...EXPRESSION_PLACES, ...COMMENT_PLACES, ...TEXT_PLACES].map(([, write, setup]) => (text: string, parser: Linting['parser']): Spot | null => (
  setup?.only !== undefined && setup.only !== parser ? null : { code: `const wix = 1;\n${unmarked(write(text)).code}`, how: { ...(parser && { parser }), ...(setup?.filename !== undefined && { filename: setup.filename }) } }
));
const sinks = [...MEDIA_SINKS, ...OTHER_SINKS].map(({ before, send }: Sink) => (text: string, parser: Linting['parser']): Spot => ({ code: `${before}\nconst ids = { 'wix-site-id': 'a' };\n${send(quoted(text)).replace('headers: {', 'headers: { ...ids,')}`, how: parser ? { parser } : {} }));
const files = ['.env', '.env.example'].map((filename) => (text: string): Spot => ({ code: `WIX_API_KEY=${text}\nNEXT_PUBLIC_WIX="${text}"\n# ${text}\n${text}\n`, how: { filename } }));
const spot = fc.tuple(fc.constantFrom(...places, ...sinks, ...files), fc.constantFrom(...PARSERS));

describe('what only looks like a key', () => {
  test('is silent under all rules, wherever it stands', { timeout: 60_000 }, () => {
    fc.assert(fc.property(spot, fc.constantFrom(...INNOCENT), ([write, parser], text) => {
      const found = write(text, parser);
      const messages = found ? messagesOn(found.code, found.how) : [];
      expect({ text, code: found?.code, messages: messages.filter(({ fatal }) => fatal !== true) }).toEqual({ text, code: found?.code, messages: [] });
    }), { numRuns: 1_500 });
  });
});

/** A key with characters dropped, doubled, put in or changed, as many times as it takes. */
const mangled = fc.tuple(fc.constantFrom(...KEYS), fc.array(fc.tuple(fc.constantFrom('double', 'drop', 'insert', 'swap'), fc.nat(), fc.nat(40), fc.constantFrom('.', '..', '…', '-', '_', 'x', 'IST.', 'eyJ', '=', '%2E', '\u200b', ' ', '"', '\\n')), { minLength: 1, maxLength: 4 }))
  .map(([key, changes]) => ({ key, text: changes.reduce(change, key) }));

function change(text: string, [kind, where, length, added]: readonly [kind: string, where: number, length: number, added: string]): string {
  const start = where % (text.length + 1);
  const [before, stretch, behind] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  switch (kind) {
    case 'drop': return before + behind;
    case 'double': return before + stretch + stretch + behind;
    case 'swap': return before + Array.from(stretch).reverse().join('') + behind;
    default: return before + added + stretch + behind;
  }
}

describe('what was a key once', () => {
  test('is read without a throw, and found where it says', () => {
    fc.assert(fc.property(mangled, ({ text }) => {
      const key = classify(text);
      if (key) expect(text.startsWith(key.text, key.start)).toBe(true);
      const kept = findFault(text)?.kept;
      if (kept) expect(classify(text.slice(...kept))?.form).toBe('whole');
      for (const { start, end } of findKeyMatches(text)) expect(classify(text.slice(start, end))?.form).toBe('whole');
    }), { numRuns: 5_000 });
  });

  test('is redacted with all that hangs on its beginning', () => {
    fc.assert(fc.property(mangled, fc.constantFrom('', '"', ' ', '\n'), ({ key, text }, around) => {
      const [prefix = ''] = /^.*?\.(?=eyJ)/.exec(key) ?? [];
      const isOneRun = text.startsWith(`${prefix}eyJ`) && /^[\w.…-]+$/.test(text);
      if (isOneRun) expect(leaks(redactText(around + text + around), key)).toBe(false);
    }), { numRuns: 5_000 });
  });

  test('is in no message, wherever it stands', { timeout: 60_000 }, () => {
    fc.assert(fc.property(spot, mangled, ([write, parser], { key, text }) => {
      const found = write(text.replaceAll(/["'\\]/g, ''), parser);
      if (found && !messagesOn(found.code, found.how).some(({ fatal }) => fatal === true)) soundMessagesOn(found.code, [key], found.how);
    }), { numRuns: 400 });
  });
});

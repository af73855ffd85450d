import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../src/key/claims.js';
import { classify } from '../../src/key/classify.js';
import { KEY_KINDS, type KeyKind } from '../../src/key/kinds.js';
import { describeKey, keyFingerprint, redactText } from '../../src/key/redact.js';
import { accountKey, instanceToken, jwsKey, leaks, oauth2Key, oauthKey, publicId, tokenOf, truncatedSample } from '../fake-keys.js';

const makers = [accountKey, instanceToken, jwsKey, oauthKey, oauth2Key];
const anyKey = fc.tuple(fc.constantFrom(...makers), fc.nat(99)).map(([make, seed]) => make(seed));
const withId = (id: string): string => tokenOf('IST', { header: '{}', payload: JSON.stringify({ data: { id } }) });
const read = (text: string, kind: KeyKind = 'ist') => ({ kind, text, claims: readClaims(text) });

describe('describeKey', () => {
  it('names the kind and the public id', () => {
    expect(describeKey(read(accountKey(4)))).toBe(`IST. token (key id ${publicId(4).slice(0, 8)})`);
    expect(describeKey(read(oauthKey(), 'oauth-ng'))).toBe('OAuth access token');
    expect(describeKey(read('no key', 'app-secret'))).toBe('app secret');
  });

  it.each(['short', 'not-hex-at-all', '1234567', '../../etc', 'a'.repeat(65), 'x12345678'])('does not print the id %j', (id) => {
    expect(describeKey(read(withId(id)))).toBe('IST. token');
  });

  it('prints no slice of any key', () => {
    fc.assert(fc.property(anyKey, fc.constantFrom(...(Object.keys(KEY_KINDS) as KeyKind[])), (key, kind) => !leaks(describeKey(read(key, kind)), key)));
  });
});

describe('redactText', () => {
  it('leaves the prefix and what stands around the key', () => {
    expect(redactText(`a "${accountKey()}", Bearer ${oauthKey()}. Then`)).toBe('a "IST.[redacted]", Bearer OauthNG.JWS.[redacted]. Then');
    expect(redactText(truncatedSample())).toBe('IST.[redacted]...');
    expect(redactText(`LOGIST.${accountKey().slice(4)}`)).toBe('LOGIST.[redacted]');
  });

  it.each(['', 'LIST.items.forEach(each)', 'IST.your-api-key-here', 'IST.eyJ...', 'IST.eyJhbGci...', 'IST.[redacted]', '😀 IST.', 'JWS.eyJ'])(
    'leaves %j as it is',
    (text) => {
      expect(redactText(text)).toBe(text);
    },
  );

  it('leaves eleven characters behind a prefix, and no twelve', () => {
    expect(redactText('IST.eyJabcdefgh, IST.eyJabcdefghi')).toBe('IST.eyJabcdefgh, IST.[redacted]');
  });

  it('leaves no slice of a key, whole, cut off or elided, in any surroundings', () => {
    const surrounding = fc.string({ unit: 'binary', maxLength: 20 });
    const elided = fc.tuple(anyKey, fc.nat(800), fc.nat(800), fc.constantFrom('', '...', '…', '..'));
    fc.assert(
      fc.property(surrounding, elided, surrounding, (before, [key, left, right, dots], after) => {
        const kept = Math.max(left, key.indexOf('eyJ') + 3);
        const text = `${before} ${key.slice(0, kept)}${dots}${key.slice(Math.max(kept, key.length - right))}"${after}`;
        expect(leaks(redactText(text), key)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no slice of any of several keys', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { minLength: 1, maxLength: 5 }), fc.constantFrom(' ', '\n', '"', ',', '.', ''), (keys, between) => {
        const redacted = redactText(keys.join(between));
        expect(keys.some((key) => leaks(redacted, key))).toBe(false);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyKey, fc.string(), (key, text) => redactText(redactText(`${key} ${text}`)) === redactText(`${key} ${text}`)));
  });

  it('gives what classify calls a placeholder', () => {
    for (const make of makers) expect(classify(redactText(make()))?.form).toBe('placeholder');
  });
});

describe('keyFingerprint', () => {
  it('is the beginning of the public id', () => {
    expect(keyFingerprint(read(accountKey(9)))).toBe(publicId(9).slice(0, 8));
    expect(keyFingerprint(read(instanceToken(9)))).toBe(keyFingerprint(read(accountKey(9))));
  });

  it('is a hash where the claims give no id in hexadecimal digits', () => {
    for (const text of [truncatedSample(), oauthKey(), withId('zzzzzzzz-1'), withId('abc'), '']) expect(keyFingerprint(read(text))).toMatch(/^[0-9a-f]{8}$/);
    expect(keyFingerprint(read(oauthKey(1)))).not.toBe(keyFingerprint(read(oauthKey(2))));
    expect(keyFingerprint(read(oauthKey(1)))).toBe(keyFingerprint(read(oauthKey(1))));
  });
});

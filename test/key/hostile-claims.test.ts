import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesAccount, readClaims } from '../../src/key/claims.js';
import { classify } from '../../src/key/classify.js';
import { describeKey, keyFingerprint } from '../../src/key/redact.js';
import { rulesOn } from '../hostile/linting.js';
import { accountKey, leaks, tokenOf } from '../fake-keys.js';

const MEGABYTES_50 = 50_000_000;
const withPayload = (payload: string): string => tokenOf('IST', { header: '{"alg":"RS256"}', payload });
const withData = (data: string): string => withPayload(JSON.stringify({ data }));
const [PREFIX = '', HEADER = '', , SIGNATURE = ''] = accountKey(89).split('.');
const withBytes = (bytes: Uint8Array): string => [PREFIX, HEADER, Buffer.from(bytes).toString('base64url'), SIGNATURE].join('.');

/** JSON that holds itself as a text, so many times; it grows with each. */
const nested = (depth: number): string => Array.from({ length: depth }).reduce<string>((inner) => JSON.stringify({ data: inner }), '{"id":"a","tenant":{"type":"account"}}');

const PAYLOADS: readonly (readonly [what: string, payload: string])[] = [
  ['numbers beyond all', '{"iat":1e999,"data":{"id":-0,"tenant":{"type":1e400}}}'],
  ['a number of many digits', `{"iat":${'9'.repeat(40_000)}}`],
  ['names twice', '{"iat":"x","iat":[],"data":"{}","data":"{\\"id\\":1,\\"id\\":null}"}'],
  ['names of Object.prototype', '{"__proto__":{"data":{"tenant":{"type":"account"}}},"constructor":{"data":1},"toString":"x","data":{"__proto__":{"id":"aaaaaaaa","tenant":{"type":"account"}},"hasOwnProperty":1}}'],
  ['brackets, deeper than a stack', '['.repeat(48_000)],
  ['members, deeper than a stack', `${'{"data":'.repeat(6_000)}1${'}'.repeat(6_000)}`],
  ['texts in texts', nested(8)],
  ['escapes', `{"data":"${'\\\\u0000'.repeat(5_000)}"}`],
];

describe('a token of a payload with', () => {
  it.each(PAYLOADS)('%s is a key that names no account', (_, payload) => {
    const token = withPayload(payload);
    const key = classify(token);
    expect(key).toMatchObject({ form: 'whole', text: token, claims: { tenantType: null, issuedAt: null } });
    expect(key && namesAccount(key.claims)).toBe(false);
    expect(rulesOn(`new WixMediaManager({ apiKey: '${token}' });`)).toEqual(['no-hardcoded-key', 'no-instance-token-for-rest']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])('a tenant of type %s belongs to none', (type) => {
    const claims = readClaims(withData(`{"id":"${type}","tenant":{"type":"${type}"}}`));
    expect(claims).toMatchObject({ tenantType: type, keyId: type });
    expect(namesAccount(claims)).toBe(false);
    expect(describeKey({ kind: 'ist', claims })).toBe('IST. token');
  });

  it('fifty megabytes is a key, and none of it is read', () => {
    const token = withPayload(`{"iat":1,"data":{"id":"aaaaaaaa","fill":"${'a'.repeat(MEGABYTES_50)}"}}`);
    const key = classify(token);
    expect(key?.form).toBe('whole');
    expect(key?.claims.readable).toBe(false);
    expect(key && keyFingerprint(key)).toMatch(/^[0-9a-f]{8}$/);
  });

  it('any bytes, UTF-8 or not, is a key, and what it claims can be printed', () => {
    const around = fc.constantFrom('', '{"data":{"id":"', '{"iat":1,"data":"{\\"tenant\\":{\\"type\\":\\"');
    fc.assert(fc.property(around, fc.uint8Array({ minLength: 15, maxLength: 60 }), fc.constantFrom('', '"}}', '\\"}}"}'), (before, bytes, behind) => {
      const token = withBytes(Buffer.concat([Buffer.from(before), bytes, Buffer.from(behind)]));
      const key = classify(token);
      expect(key).toMatchObject({ form: 'whole', text: token });
      for (const claim of Object.values(key?.claims ?? {})) if (typeof claim === 'string') expect(claim).toMatch(/^[\w.:@-]{1,64}$/);
      expect(key && leaks(describeKey(key), token)).toBe(false);
    }), { numRuns: 1_000 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claims, namesAccount, readClaims } from '../../src/key/claims.js';
import { accountKey, instanceToken, istKey, jwsKey, oauthKey, publicId, tokenOf, truncatedSample } from '../fake-keys.js';

const NOTHING: Claims = {
  readable: false,
  tenantType: null,
  identityType: null,
  keyId: null,
  issuedAt: null,
  headerKeyId: null,
  algorithm: null,
};
const withPayload = (payload: unknown): Claims => readClaims(tokenOf('IST', { header: '{}', payload: JSON.stringify(payload) }));
const withData = (data: unknown): Claims => withPayload({ data: JSON.stringify(data) });

describe('readClaims', () => {
  it('reads what an account key says of itself', () => {
    expect(readClaims(accountKey(5))).toEqual({
      readable: true,
      tenantType: 'account',
      identityType: 'application',
      keyId: publicId(5),
      issuedAt: 1_700_000_005,
      headerKeyId: 'PozH_aC2',
      algorithm: 'RS256',
    });
  });

  it('reads data that is an object, not a string', () => {
    expect(withPayload({ data: { id: 'a', tenant: { type: 'site' } } })).toMatchObject({ keyId: 'a', tenantType: 'site', readable: true });
  });

  it('reads the first second of 1970', () => {
    expect(withPayload({ iat: 0 }).issuedAt).toBe(0);
  });

  it('reads nothing behind what is no dot', () => {
    expect(readClaims(accountKey().replace(/(\.eyJ[\w-]+)\./, '$1 '))).toMatchObject({ readable: false, headerKeyId: 'PozH_aC2' });
  });

  it('reads the header of a key that is cut off behind it', () => {
    expect(readClaims(truncatedSample())).toEqual({ ...NOTHING, headerKeyId: 'PozH_AC2', algorithm: 'RS256' });
  });

  it('reads a payload whose header is broken', () => {
    const key = accountKey();
    expect(readClaims(key.replace(/\.eyJ\w+/, '.eyJ'))).toMatchObject({ headerKeyId: null, tenantType: 'account' });
  });

  it.each(['', 'IST.', 'IST', 'IST..', 'IST...', 'eyJ', accountKey().slice(4), ' ', '\ud800', 'IST.\udc00.\ud800', 'IST.é.é.é'])(
    'reads nothing from %j',
    (text) => {
      expect(readClaims(text)).toEqual(NOTHING);
    },
  );

  it.each(['[]', '1', '"text"', 'null', 'true', '', '{', '\ufeff{}', '{"a":1}x', '['.repeat(40_000), '{"a":'.repeat(9000)])(
    'does not read a payload that is no JSON object (case %#)',
    (payload) => {
      expect(readClaims(tokenOf('IST', { header: payload, payload })).readable).toBe(false);
    },
  );

  it.each([
    [[]],
    [1],
    ['no json'],
    [null],
    ['[1]'],
    [{ id: 1, tenant: 'account', identity: ['application'] }],
    [{ id: ['a'], tenant: { type: { toString: 'account' } }, identity: null }],
    [{ id: '', tenant: [{ type: 'account' }], identity: { type: '' } }],
    [{ id: 'a b', tenant: { type: 'account\n' }, identity: { type: '\u001b[31m' } }],
    [{ id: 'a'.repeat(65), tenant: { type: 'é' }, identity: { type: '\ud800' } }],
  ])('reads nothing from the data %j', (data) => {
    const expected = { tenantType: null, identityType: null, keyId: null, issuedAt: null };
    expect(withPayload({ data })).toMatchObject({ ...expected, readable: true });
    expect(withData(data)).toMatchObject({ ...expected, readable: true });
  });

  it.each(['1700000000', -1, 1.5, 1e300, null, [1], true])('reads no date from %j', (iat) => {
    expect(withPayload({ iat }).issuedAt).toBeNull();
  });

  it('reads own properties only', () => {
    const hostile = '{"__proto__":{"data":{"id":"a","tenant":{"type":"account"}},"iat":1},"constructor":1}';
    expect(readClaims(tokenOf('IST', { header: hostile, payload: hostile }))).toEqual({ ...NOTHING, readable: true });
    expect(withData({ ['__proto__']: { id: 'a' } })).toEqual({ ...NOTHING, readable: true });
    expect({}).not.toHaveProperty('tenant');
  });

  it('reads sixty-four printable characters and no more', () => {
    expect(withData({ id: 'a'.repeat(64) }).keyId).toBe('a'.repeat(64));
    expect(withData({ id: 'a.b:c@d-e_f' }).keyId).toBe('a.b:c@d-e_f');
  });

  it('refuses a huge part', () => {
    const payload = JSON.stringify({ data: { id: 'a' }, fill: 'a'.repeat(60_000) });
    expect(readClaims(tokenOf('IST', { header: '{}', payload })).readable).toBe(false);
  });

  it('never throws and never gives anything that must not be printed', () => {
    const part = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.json().map((data) => JSON.stringify({ data, iat: data })));
    fc.assert(
      fc.property(part, part, (header, payload) => {
        for (const value of Object.values(readClaims(tokenOf('IST', { header, payload })))) {
          if (typeof value === 'string') expect(value).toMatch(/^[\w.:@-]{1,64}$/);
        }
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readClaims(`IST.${text}`).tenantType === null));
  });
});

describe('namesAccount', () => {
  it.each([
    [accountKey(), true],
    [jwsKey(), true],
    [instanceToken(), false],
    [istKey(), false],
    [oauthKey(), false],
    [truncatedSample(), false],
    ['', false],
  ])('case %# is as its claims say', (text, expected) => {
    expect(namesAccount(readClaims(text))).toBe(expected);
  });
});

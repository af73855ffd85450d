import { describe, expect, it } from 'vitest';
import { accountKey, appSecret, instanceToken, istKey, jwsKey, leaks, oauth2Key, oauthKey, slicesOf, truncatedSample } from '../fake-keys.js';

const makers = { istKey: (seed: number) => istKey({ seed }), accountKey, instanceToken, jwsKey, oauthKey, oauth2Key, appSecret };

describe('fake keys', () => {
  it.each(Object.entries(makers))('%s is the same for a seed and differs in every secret part between seeds', (_, make) => {
    expect(make(1)).toBe(make(1));
    const [one, two] = [make(1), make(2)].map((key) => key.split('.').filter((part) => !part.startsWith('eyJr') && part.length > 7));
    expect(one?.some((part) => two?.includes(part))).toBe(false);
  });

  it('has the shape and the length of a real key', () => {
    const parts = accountKey().split('.');
    expect(parts.map((part) => part.length)).toEqual([3, 43, 330, 342]);
    expect(parts.slice(1).join('')).toMatch(/^[\w-]+$/);
  });

  it('makes an app secret that is a UUID', () => {
    expect(appSecret(3)).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});

describe('leaks', () => {
  const key = accountKey(8);

  it('sees every slice of twelve characters at every offset', () => {
    expect(slicesOf(key).size).toBeGreaterThan(600);
    for (const slice of slicesOf(key)) {
      for (let offset = 0; offset < 5; offset += 1) expect(leaks(`${'#'.repeat(offset)}${slice}`, key)).toBe(true);
    }
  });

  it('sees no shorter slice, no prefix and no other key', () => {
    for (const slice of slicesOf(key)) expect(leaks(`# ${slice.slice(1)} ${slice.slice(0, 11)}`, key)).toBe(false);
    expect(leaks('IST.', key)).toBe(false);
    expect(leaks(truncatedSample().slice(0, 12), key)).toBe(false);
    expect(leaks(appSecret(1), appSecret(2))).toBe(false);
  });

  it('sees one slice in a big text', () => {
    const big = '0123456789 '.repeat(500_000);
    expect(leaks(big, key)).toBe(false);
    expect(leaks(big + key.slice(-12), key)).toBe(true);
  });
});

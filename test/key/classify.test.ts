import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, isPlaceholder, type KeyForm } from '../../src/key/classify.js';
import { accountKey, appSecret, instanceToken, jwsKey, oauth2Key, oauthKey, tokenOf, truncatedSample } from '../fake-keys.js';

const [PREFIX = '', HEADER = '', PAYLOAD = '', SIGNATURE = ''] = accountKey().split('.');
const forms = (texts: readonly string[]): Record<string, KeyForm | undefined> =>
  Object.fromEntries(texts.map((text) => [text, classify(text)?.form]));
const all = (texts: readonly string[], form: KeyForm): Record<string, KeyForm> => Object.fromEntries(texts.map((text) => [text, form]));
const behindPrefix = (bodies: readonly string[]): string[] => bodies.map((body) => `IST.${body}`);

describe('classify', () => {
  it.each([
    ['ist', accountKey()],
    ['ist', instanceToken()],
    ['jws', jwsKey()],
    ['oauth-ng', oauthKey()],
    ['oauth2', oauth2Key()],
  ])('knows a whole key of kind %s', (kind, key) => {
    expect(classify(key)).toMatchObject({ kind, form: 'whole', text: key, start: 0, claims: { readable: true } });
  });

  it('takes a key out of what stands around it in a header value', () => {
    expect(classify(`"Bearer ${accountKey()}" \n`)).toMatchObject({ form: 'whole', text: accountKey(), start: 8 });
    expect(classify('Bearer IST.')).toMatchObject({ form: 'prefix', text: 'IST.', start: 7 });
  });

  it.each(['', 'Bearer', 'ist.abc', 'LIST.abc', 'token IST.abc', appSecret(), HEADER, `${HEADER}.${PAYLOAD}.${SIGNATURE}`])(
    'is null for a value without a prefix (case %#)',
    (text) => {
      expect(classify(text)).toBeNull();
    },
  );

  it('knows the cut-off sample of the document', () => {
    const sample = ['IST', '.eyJraWQiOiJQb3pI', 'X0FDMiIsImFsZyI6', 'IlJTMjU2In0', '...'].join('');
    expect(truncatedSample()).toBe(sample);
    expect(classify(sample)).toMatchObject({ kind: 'ist', form: 'truncated', claims: { readable: false, headerKeyId: 'PozH_AC2' } });
  });

  it('knows a cut-off key', () => {
    const cut = [
      ...[HEADER, `${HEADER}.`, `${HEADER}…`, `${HEADER}.${PAYLOAD}`, `${HEADER}.${PAYLOAD}.`, `${HEADER}.${PAYLOAD}...`],
      ...[`${HEADER}.${PAYLOAD}.${SIGNATURE.slice(0, 15)}`, `${HEADER}.${PAYLOAD}.${SIGNATURE}...`, `${HEADER}.${PAYLOAD}.${SIGNATURE}…`],
      ...[`${HEADER}...${SIGNATURE.slice(-8)}`, HEADER.slice(0, 20), `${HEADER.slice(0, 13)}.${PAYLOAD}`],
    ];
    expect(forms(behindPrefix(cut))).toEqual(all(behindPrefix(cut), 'truncated'));
  });

  it('reads the claims of a key that is cut off behind them', () => {
    expect(classify(`${PREFIX}.${HEADER}.${PAYLOAD}...`)?.claims.tenantType).toBe('account');
  });

  it('knows a placeholder', () => {
    const bodies = [
      ...['your-api-key-here', 'YOUR_KEY', 'yourApiKeyHere', 'xxx', 'xxxxxxxx', 'XXXX-XXXX', '<key>', '<your key>', '***', '****', '••••'],
      ...['REDACTED', '[redacted]', 'eyJ...', 'eyJ…', 'eyJhbGci...', 'eyJhbGci', 'eyJ', 'eyJhbGciOiJSUzI1NiIs...', 'eyJraWQiOiJ.testkey'],
      ...['${key}', '${process.env.KEY}', '{{key}}', '{key}', '$WIX_KEY', '%s', 'abc123', 'example', 'sample-key', 'dummy', 'fake', 'test'],
      ...['changeme', 'replace-me', 'insert', 'here', 'todo', 'secret', 'must-not-leak-0001', '...', '..', '…', '########', '000000'],
      ...[`${HEADER}.<payload>.<signature>`, `${HEADER}.***`, `${HEADER}.payload.signature`, `${HEADER}.xxxx.xxxx`, 'eyJ-fake-token'],
      ...[`${HEADER}.${PAYLOAD}.${'x'.repeat(40)}`, `${HEADER}.${PAYLOAD}.***`, 'eyJ... (from your dashboard)'],
      ...[' token (key id 1a2b3c4d)', ' is a prefix', '-prefixed tokens', `${HEADER}.YOUR-PAYLOAD.SIGNATURE`],
    ];
    expect(forms(behindPrefix(bodies))).toEqual(all(behindPrefix(bodies), 'placeholder'));
  });

  it('calls everything else behind a prefix other', () => {
    const key = accountKey();
    const others = [
      ...['IST.9f8b7c6d5e', `IST.${appSecret()}`, 'IST.abc.def', `IST. ${HEADER}.${PAYLOAD}.${SIGNATURE}`, `IST.  ${HEADER}`, 'IST.eyJab zz', `${key} ...`],
      ...[`${key};`, `${key} ${key}`, `${key}.more`, `${key}</token>`, `${key.slice(0, 100)}\n${key.slice(100)}`, `${key.slice(0, 100)}" + "`],
    ];
    expect(forms(others)).toEqual(all(others, 'other'));
  });

  it.each(['', ' ', '"', '\n', "'"])('knows a bare prefix before %j', (after) => {
    expect(classify(`OauthNG.JWS.${after}`)).toMatchObject({ kind: 'oauth-ng', form: 'prefix', text: 'OauthNG.JWS.' });
  });

  it('tells from its length what a key cut anywhere is', () => {
    const key = jwsKey(7);
    const leastWhole = 'JWS.'.length + HEADER.length + 1 + (key.split('.')[2] ?? '').length + 1 + 16;
    fc.assert(
      fc.property(fc.integer({ min: 'JWS.eyJ'.length, max: key.length }), (length) => {
        const shorter = length < 'JWS.'.length + 13 ? 'placeholder' : 'truncated';
        expect(classify(key.slice(0, length))?.form).toBe(length < leastWhole ? shorter : 'whole');
      }),
    );
  });

  it('never takes a whole key for anything else, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 20 }), fc.nat(), (payload, seed) => {
        expect(classify(tokenOf('IST', { header: '{"alg":"RS256"}', payload }, seed))?.form).toBe('whole');
      }),
    );
  });

  it('never throws, and gives back a piece of the text', () => {
    const text = fc.tuple(fc.constantFrom('', 'IST.', 'Bearer IST.eyJ', 'JWS.eyJhbGciOiJSUzI1NiJ9.'), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, ([before, after]) => {
        const key = classify(before + after);
        if (key !== null) expect((before + after).startsWith(key.text, key.start)).toBe(true);
      }),
    );
  });
});

describe('isPlaceholder', () => {
  it.each([
    ...['', '  ', '""', '<secret>', '<your app secret>', 'your-app-secret', 'YOUR_APP_SECRET', 'yourAppSecret', 'xxx', 'XXXX', '***', '*****'],
    ...['REDACTED', '[REDACTED]', '${X}', '${process.env.X}', '$X', '$(cat x)', '{{x}}', '{x}', '%X%', '__X__', '@X@', 'changeme', 'change-me'],
    ...['...', '…', 'abc...', 'todo', 'null', 'undefined', 'none', 'N/A', 'process.env.SECRET', 'example', 'app-secret', '123456', '-'],
    ...['00000000-0000-0000-0000-000000000000', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', '"your-secret"'],
    ...['  <q7>', '[q7zz]', '{q7zz}', '${q7zz}', '$(q7zz)', '%q7zz%', '__q7zz__', '@q7zz@', '$q7zz', 'import.meta.env.Q7', 'q7•••', 'zZzZ'],
  ])('is true for %j', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each([
    ...['a1b2c3d4', 'Zq8$kP!v2mLw', '7f3e9a1c5b2d4e6f', 'é8Zq', 'q7none', 'noneq7', 'q7<b>', '<b>q7', 'q7$zz', '$q7 zz', 'q7 process.env.B2', 'q7*zz8', 'q7•zz8', 'q7..zz8'],
  ])('is false for a value that may be a secret (case %#)', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });

  it('is false for every app secret', () => {
    fc.assert(fc.property(fc.nat(), (seed) => !isPlaceholder(appSecret(seed))));
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof isPlaceholder(text) === 'boolean'));
  });
});

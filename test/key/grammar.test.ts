import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEARER, DOUBLE_BEARER, findKeyMatches, keyStart, mayAuthorize, mayConcernKeys, mayHideKey, mayHoldKeyBytes } from '../../src/key/grammar.js';
import { PREFIXED_KINDS } from '../../src/key/kinds.js';
import { accountKey, appSecret, instanceToken, jwsKey, oauth2Key, oauthKey, truncatedSample } from '../fake-keys.js';

const KEYS = { ist: accountKey, jws: jwsKey, 'oauth-ng': oauthKey, oauth2: oauth2Key } as const;
/** Base64 in which a word stands by chance. */
const base64 = (word: string): string => `${btoa('{"version":3,"sources":["../src/index.ts"],"names":["a"]}')}${word}${btoa('AAAA,SAASA,GAAGA,CAACC,CAAC')}`.replaceAll('=', '');
const kinds = Object.keys(KEYS) as (keyof typeof KEYS)[];

describe('mayConcernKeys', () => {
  it.each([
    ...['["JWS.", part]', 'OAUTH2.', 'import "@wix/sdk"', 'WixMediaManager', 'WIX_API_KEY'],
    ...['mediaManager', 'createMediaManagerClient', 'MediaManager', 'media-Manager'],
    ...['atob("SVNUL', '"SldTL', '"T2F1dGhORy5KV1Mu', '"T0FVVEgyL'],
  ])('is true for %s', (text) => {
    expect(mayConcernKeys(`/* é */ ${text} `)).toBe(true);
  });

  it.each(['', 'const LIST = 1', 'OAUTH2_URL', 'REGISTRY.x', 'const list = media.manager', 'manage(Manager)', './media-manager', 'the JWS header', 'atob("aGVsbG8=")', 'jws.verify(oauth2)', '😀'])('is false for %j', (text) => {
    expect(mayConcernKeys(text)).toBe(false);
  });

  it.each(['betwixt and twix', 'twixed', 'twixtWix', `${'A'.repeat(60)}wix${'A'.repeat(30)}`, `${'A'.repeat(99)}.wix`, `wix-${'A'.repeat(99)}`, `../${'folder/'.repeat(20)}wixClient`, `wix/${'folder/'.repeat(20)}`, `${base64('Wix')} wix`])('is true for %s', (text) => {
    expect(mayConcernKeys(text)).toBe(true);
  });

  it.each(['{ "twixt;": 8812 }', '&twixt;', 'betwixt', ...['wix', 'Wix', 'WIX', 'wIx'].map(base64), base64('wix').repeat(3)])('is false where Wix stands by chance: case %#', (text) => {
    expect(mayConcernKeys(text)).toBe(false);
  });

  it.each(kinds)('sees a key of kind %s, plain and in base64', (kind) => {
    expect(mayConcernKeys(KEYS[kind]())).toBe(true);
    expect(mayConcernKeys(btoa(KEYS[kind]()))).toBe(true);
  });

  it.each(PREFIXED_KINDS)('sees the bare prefix of kind $kind, plain and in base64', ({ prefix }) => {
    expect(mayConcernKeys(prefix)).toBe(true);
    expect(mayConcernKeys(btoa(prefix))).toBe(true);
  });

  it('is true wherever a key is found', () => {
    fc.assert(fc.property(noise(), noise(), (before, after) => mayConcernKeys(before + accountKey() + after)));
  });
});

describe('mayHoldKeyBytes', () => {
  it.each(kinds)('sees a key of kind %s, plain and in base64', (kind) => {
    for (const text of [KEYS[kind](), btoa(KEYS[kind]())]) expect(mayHoldKeyBytes(Buffer.from(`é ${text} `))).toBe(true);
  });

  it.each(['', 'wix', 'a key', 'ist.', 'OAUTH'])('is false for %j', (text) => {
    expect(mayHoldKeyBytes(Buffer.from(text))).toBe(false);
  });
});

describe('mayHideKey', () => {
  it.each([...kinds.map((kind) => KEYS[kind]()), ...[String.raw`"\x49ST."`, String.raw`"\u0049ST."`, String.raw`"IS\u{54}."`, String.raw`"\u{00057}"`, String.raw`I\U00000053T.`, String.raw`O\x61uth`, '"4953542e"', '"4953542E"', '"4a57532e"', '"4f415554"']])('is true for case %#', (text) => {
    expect(mayHideKey(text)).toBe(true);
  });

  it.each(['', String.raw`"\n"`, String.raw`/[\xaa\u226c\u{1f600}\u4954\u0300]/`, 'wix', '"4953542f"'])('is false for %j', (text) => {
    expect(mayHideKey(text)).toBe(false);
  });
});

describe('mayAuthorize', () => {
  const authorizing = [
    ...['authorization', 'Authorization', 'ApiKeyStrategy', 'getMemberTokensFor', 'client.fetchWithAuth', 'www.wixapis.com', 'upload.wixmp.com', 'mediaManager', 'media-manager', 'media_manager', 'media manager'],
    ...['wix-media-backend', 'wixMedia', 'wix_media', 'wixKey', 'WIX_API_TOKEN', 'wixSecret', 'wixAuth', 'apiKey', 'api-key', 'API_KEY', appSecret(), accountKey()],
  ];
  it.each(authorizing)('is true for case %#', (text) => {
    expect(mayAuthorize(`a ${text} b`)).toBe(true);
  });

  it.each(['', '@wix/design-system', 'the wix key', 'media.manager', 'wix.media', 'wix-key', 'api.key', 'wixstores', '1234-5678', 'x-1234-', `${'é'.repeat(8)}-abcd-`, '12345678-wxyz-'])('is false for %j', (text) => {
    expect(mayAuthorize(text)).toBe(false);
  });
});

describe('Bearer at the beginning of a value', () => {
  it.each([['Bearer x', 'Bearer ', ''], ['\t BEARER \n x', '\t BEARER \n ', '\t '], ['Bearer', null, null], ['Bearerx', null, null], ['Basic Bearer x', null, null], ['xBearer y', null, null]])('in %j is %j', (text, all, before) => {
    const found = BEARER.exec(text);
    expect([found?.[0] ?? null, found?.[1] ?? null]).toEqual([all, before]);
  });

  it.each<[text: string, all: string | null]>([
    ['Bearer Bearer x', 'Bearer Bearer '], ['"bearer  \'BEARER `x', '"bearer  \'BEARER `'], ['bearer bearer', 'bearer bearer'],
    ['Bearer x', null], ['Bearer bearerx', null], ['BearerBearer x', null], ['Basic Bearer Bearer x', null], ['xBearer Bearer y', null],
  ])('twice in %j is %j', (text, all) => {
    expect(DOUBLE_BEARER.exec(text)?.[0] ?? null).toBe(all);
  });
});

describe('findKeyMatches', () => {
  it.each(kinds)('finds one match of kind %s', (kind) => {
    const key = KEYS[kind](3);
    expect(findKeyMatches(`é "${key}"`)).toEqual([{ kind, start: 3, end: 3 + key.length }]);
  });

  it.each([
    ...['', '"', "'", '`', '=', ':', '/', ',', ' ', '\n', '\t', '(', '[', '{', '<', '>', ';', '|', '+', '&k=', '%20', '%3D', '\u00a0'],
    ...[String.raw`\n`, String.raw`\t`, String.raw`\x22`, String.raw`\u0022`, 'Bearer ', 'Bearer%20', '&quot;', '😀', '\ud800'],
  ])('finds a key right behind %j', (before) => {
    const key = instanceToken();
    expect(findKeyMatches(before + key)).toEqual([{ kind: 'ist', start: before.length, end: before.length + key.length }]);
  });

  it.each(['L', 'EX', 'MY_', 'a.', '-', '9', 'é.', 'x%2', String.raw`\q`])('finds none right behind %j', (before) => {
    expect(findKeyMatches(before + instanceToken())).toEqual([]);
  });

  it.each(['', '.', '. Then', '...', '"', "'", '`', ';', ',', ')', ' ', '\r\n', '%20', '&a=b', '</a>', '=', '…', 'é', '.example'])(
    'ends a key before %j',
    (after) => {
      const key = accountKey(2);
      expect(findKeyMatches(key + after)).toEqual([{ kind: 'ist', start: 0, end: key.length }]);
    },
  );

  it('finds nothing in what is no whole key', () => {
    const [prefix = '', header = '', payload = '', signature = ''] = accountKey().split('.');
    const broken = [
      ...[prefix, `${prefix}.`, `${prefix}.${header}`, `${prefix}.${header}.${payload}`, `${header}.${payload}.${signature}`],
      ...[`${prefix}.${header}.${payload}.${signature.slice(0, 15)}`, `${prefix}.${header}.${payload.slice(0, 19)}.${signature}`],
      ...[`${prefix}.${header.slice(0, 12)}.${payload}.${signature}`, `${prefix}.${payload.slice(3)}.${payload}.${signature}`],
      ...[`${prefix}.${header}. ${payload}.${signature}`, `${prefix}. ${header}.${payload}.${signature}`, accountKey().toLowerCase()],
      ...[`${prefix}.${header}.${payload}.${'x'.repeat(40)}`, truncatedSample(), appSecret()],
      ...['0', '-', '_'].map((character) => `${prefix}.${header}.${payload}.${character.repeat(40)}`),
    ];
    for (const text of broken) expect(findKeyMatches(`"${text}"`)).toEqual([]);
  });

  it('finds the shortest whole key and nothing shorter', () => {
    const parts = ['eyJ'.padEnd(13, 'a'), 'b'.repeat(20), 'c'.repeat(16)];
    const shortest = ['OAUTH2', ...parts].join('.');
    expect(findKeyMatches(shortest)).toEqual([{ kind: 'oauth2', start: 0, end: shortest.length }]);
    for (const part of parts) expect(findKeyMatches(shortest.replace(part, part.slice(0, -1)))).toEqual([]);
  });

  it('finds exactly the keys that stand in any surroundings', () => {
    const embedded = fc.record({ before: noise(), kind: fc.constantFrom(...kinds), seed: fc.nat(50) });
    fc.assert(
      fc.property(fc.array(embedded, { maxLength: 4 }), (pieces) => {
        const texts = pieces.map(({ before, kind, seed }) => `${before}"${KEYS[kind](seed)}"`);
        const found = findKeyMatches(texts.join(''));
        expect(found.map(({ kind }) => kind)).toEqual(pieces.map(({ kind }) => kind));
        const keys = found.map(({ start, end }) => texts.join('').slice(start, end));
        expect(keys).toEqual(pieces.map(({ kind, seed }) => KEYS[kind](seed)));
      }),
    );
  });

  it('agrees with the grammar written as one pattern', () => {
    const prefixes = PREFIXED_KINDS.map(({ prefix }) => prefix.replaceAll('.', '\\.')).join('|');
    const oracle = new RegExp(`(?<![\\w.-])(?:${prefixes})eyJ[\\w-]{10,}\\.[\\w-]{20,}\\.[\\w-]{16,}`, 'g');
    const piece = fc.constantFrom('IST.', 'JWS.', 'OauthNG.', 'OAUTH2.', 'eyJ', '.', ' ', '"', 'é', 'abcdefghij', 'AB-_56789012345678901');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('', 'IST.eyJabcdefghij.'), (pieces, beginning) => {
        const text = beginning + pieces.join('');
        const expected = Array.from(text.matchAll(oracle), (match) => [match.index, match.index + match[0].length]);
        expect(findKeyMatches(text).map(({ start, end }) => [start, end])).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('keyStart', () => {
  it.each([
    ...([['', 0], [' ', 1], ['"', 1], ['Bearer ', 7], ['bearer \t', 8], ['BEARER Bearer ', 14], [' "Bearer \'', 10], ['\ufeff\n', 2]] as const),
    ...([['Bearer Bearer Bearer ', -1], ['Bearer', -1], ['Basic ', -1], ['token=', -1], ['L', -1]] as const),
  ])('behind %j is %i', (before, expected) => {
    for (const kind of kinds) expect(keyStart(before + KEYS[kind]())).toBe(expected);
  });

  it.each(['', 'Bearer', 'Bearer ', 'ist.eyJ', 'IST', 'IST-', 'eyJhbGciOiJSUzI1NiJ9', ' '.repeat(9), 'Bearer '.repeat(9)])(
    'is -1 for a text without a prefix (case %#)',
    (text) => {
      expect(keyStart(text)).toBe(-1);
    },
  );
});

/** Text of fewer characters than a key, ending where a key may begin. */
function noise(): fc.Arbitrary<string> {
  const piece = fc.constantFrom('IST.', 'JWS.', 'eyJ', '.', ' ', '\n', '"', 'LIST.', 'Bearer ', 'abc', '-', '%20', '😀', '\\n');
  return fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 8 }).map((pieces) => `${pieces.join('')} `);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountKey, appSecret, instanceToken, jwsKey, oauthKey, truncatedSample } from '../fake-keys.js';
import { PARSERS, soundMessagesOn } from './linting.js';
import { programs } from './programs.js';

const KEYS = [instanceToken(86), accountKey(86), jwsKey(86), oauthKey(86)];
const SECRETS = [...KEYS, truncatedSample()];
const RUNS = 40;

const careless = programs({
  isCareless: true,
  leaves: [
    // A UUID is the secret of an app where it stands for one, and else anything.
    ...[...SECRETS, appSecret(86)].flatMap((key) => [`'${key}'`, `"Bearer ${key} "`, `\`${key}\``, `atob('${Buffer.from(key).toString('base64')}')`, `'${key.slice(0, 40)}' + '${key.slice(40)}'`]),
    ...['process.env.WIX_API_KEY', 'import.meta.env.VITE_WIX_API_KEY', 'env.NEXT_PUBLIC_WIX_API_KEY', "process.env['WIX_TOKEN']", 'IST', "'IST.'", "'Bearer Bearer '"],
  ],
});

/** Nothing in it is a key, nor begins like one: what does is told where a client of the Media Manager gets it, a placeholder too. */
const innocent = programs({
  isCareless: false,
  leaves: [
    ...["'LIST.'", "'EXIST.eyJhbGciOiJSUzI1NiJ9'", "'ist.eyJ'", "'10:30 IST.'", "'<IST.token>'", "'JWS.your-api-key'", "'OAUTH2_URL'", "'the JWS header'", "`MY_IST.${id}`", '/^IST\\./'],
    ...["text.startsWith('IST.')", 'token', 'process.env.HOME', 'import.meta.env.MODE', 'IST.eyJ', 'window.JWS.eyJ', "'wix'", "'https://www.wixapis.com'"],
  ],
});

describe.each(PARSERS)('generated programs (%s)', (parser) => {
  test('with keys: no rule throws, each report is sound, and code with a suggestion made is code', { timeout: 60_000 }, () => {
    let reports = 0;
    fc.assert(fc.property(careless, (code) => { reports += soundMessagesOn(code, SECRETS, { parser }).length; }), { numRuns: RUNS });
    expect(reports).toBeGreaterThan(RUNS);
  });

  test('without: no report', { timeout: 60_000 }, () => {
    fc.assert(fc.property(innocent, (code) => { expect(soundMessagesOn(code, [], { parser })).toEqual([]); }), { numRuns: 2 * RUNS });
  });
});

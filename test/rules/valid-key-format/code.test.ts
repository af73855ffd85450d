import { describe, expect, test } from 'vitest';
import { accountKey, appSecret, instanceToken, jwsKey, leaks, oauthKey, truncatedSample } from '../../fake-keys.js';
import { CURRENT } from '../linting.js';
import { suggestionsFor } from '../suggestions.js';
import { checkTable, reportsOf, type Row } from '../tables.js';

const RULE = { rule: 'valid-key-format' } as const;
const KEY = accountKey(21);
const SHORT = KEY.split('.').slice(0, 3).join('.');
const CUT = SHORT.slice(0, -40);
// Of an OAuth client.
const ID = appSecret(21);
const SDK = `import { createClient, ApiKeyStrategy, OAuthStrategy } from '@wix/sdk';\nimport { files } from '@wix/media';\nimport { products } from '@wix/stores';\n`;

const CLIENTS = { clients: [{ name: 'WixPresetAPI', method: 'initialize', argument: 1 }] };

/** Places of a key: what stands around the text. */
const SINKS: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ['fetch', (text) => `fetch('https://www.wixapis.com/stores/v1/products', { headers: { Authorization: ${text}, 'wix-site-id': siteId } });`],
  ['fetch, Media Manager', (text) => `fetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: ${text}, 'wix-site-id': siteId } });`],
  ['unknown URL, id header of Wix', (text) => `fetch(url, { headers: { Authorization: ${text}, 'wix-site-id': 'abc' } });`],
  ['Headers', (text) => `const headers = new Headers();\nheaders.set('authorization', ${text});\nfetch('https://www.wixapis.com/stores/v1/products', { headers });`],
  ['axios', (text) => `import axios from 'axios';\naxios.create({ baseURL: 'https://www.wixapis.com', headers: { Authorization: ${text} } }).get('/stores/v1/products');`],
  ['ApiKeyStrategy', (text) => `${SDK}createClient({ modules: { products }, auth: ApiKeyStrategy({ apiKey: ${text}, siteId }) });`],
  ['ApiKeyStrategy, media', (text) => `${SDK}createClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: ${text}, siteId }) });`],
  ['ApiKeyStrategy alone', (text) => `${SDK}export const auth = ApiKeyStrategy({ siteId, apiKey: ${text} });`],
  ['constant', (text) => `${SDK}const apiKey = ${text};\nexport const auth = ApiKeyStrategy({ apiKey, siteId });`],
  ['fallback', (text) => `${SDK}export const auth = ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY || ${text}, siteId });`],
  ['external login by a client', (text) => `${SDK}createClient({ auth: OAuthStrategy({ clientId }) }).auth.getMemberTokensForExternalLogin(member, ${text});`],
  ['external login', (text) => `${SDK}OAuthStrategy({ clientId }).getMemberTokensForExternalLogin(member, ${text});`],
  ['client by name', (text) => `new WixMediaManager({ apiKey: ${text} });`],
  ['configured client', (text) => `wixPresetAPI.initialize(clientId, ${text});`],
];

const FAULTS: readonly (readonly [name: string, text: string, messageId: string])[] = [
  ['UUID', `'${ID}'`, 'uuid'],
  ['UUID, upper case', `'${ID.toUpperCase()}'`, 'uuid'],
  ['UUID behind Bearer', `'Bearer ${ID}'`, 'uuid'],
  ['UUID in a template', `\`${ID}\``, 'uuid'],
  ['cut off', `'${CUT}'`, 'cutOff'],
  ['parts missing', `'${SHORT}'`, 'cutOff'],
  ['dots at the end', `'${SHORT}...'`, 'cutOff'],
  ['ellipsis', `'${CUT}…'`, 'cutOff'],
  ['the sample of the document', `'${truncatedSample()}'`, 'cutOff'],
  ['line break at the end', `'${KEY}\\n'`, 'lineBreak'],
  ['line break inside', `'${KEY.slice(0, 90)}\\n${KEY.slice(90)}'`, 'lineBreak'],
  ['line break in a template', `\`${KEY.slice(0, 90)}\n${KEY.slice(90)}\``, 'lineBreak'],
  ['space in front', `' ${KEY}'`, 'space'],
  ['space behind', `'${KEY} '`, 'space'],
  ['space inside', `'${KEY.slice(0, 120)} ${KEY.slice(120)}'`, 'space'],
  ['tab behind', `'${KEY}\\t'`, 'space'],
  ['quotes around', `'"${KEY}"'`, 'quotes'],
  ['quotes behind Bearer', `'Bearer "${KEY}"'`, 'quotes'],
  ['Bearer twice', `'Bearer Bearer ${KEY}'`, 'doubleBearer'],
  ['Bearer twice, small', `'bearer bearer ${jwsKey(4)}'`, 'doubleBearer'],
];

checkTable('faults in places of a key', SINKS.flatMap(([sink, write]) => FAULTS
  // A client by its name has texts of its own that are no keys.
  .filter(([, text]) => sink !== 'client by name' || !text.includes('Bearer'))
  .map(([name, text, messageId]): Row => [`${sink}: ${name}`, write(`«${text}»`), { messageId, settings: CLIENTS }])), { ...RULE, engines: CURRENT });

const INNOCENT: readonly (readonly [name: string, text: string])[] = [
  ['a whole key', `'${KEY}'`],
  ['an instance token', `'${instanceToken(3)}'`],
  ['a JWS. key', `'${jwsKey(3)}'`],
  ['an access token', `'Bearer ${oauthKey(3)}'`],
  ['Bearer once', `'Bearer ${KEY}'`],
  ['placeholder', `'IST.your-api-key-here'`],
  ['placeholder in brackets', `'<APIKEY>'`],
  ['words', `'YOUR API KEY'`],
  ['zeros', `'00000000-0000-0000-0000-000000000000'`],
  ['masked', `'IST.***'`],
  ['empty', `''`],
  ['variable', 'process.env.WIX_API_KEY'],
  ['unknown', 'apiKey'],
  ['template of an unknown', '`${apiKey}`'],
  ['an unknown piece', `\`${SHORT}.\${signature}\``],
  ['trimmed', `'${KEY}\\n'.trim()`],
  ['replaced', `'${KEY.slice(0, 90)} ${KEY.slice(90)}'.replace(/\\s/g, '')`],
];
checkTable('no faults', SINKS.flatMap(([sink, write]) => INNOCENT.map(([name, text]): Row => [`${sink}: ${name}`, write(text), { settings: CLIENTS }])), { ...RULE, engines: CURRENT });

const elsewhere: readonly Row[] = [
  ['client id', `${SDK}OAuthStrategy({ clientId: '${ID}' });`],
  ['site id', `${SDK}ApiKeyStrategy({ apiKey, siteId: '${ID}' });`],
  ['site id in a header', `fetch('https://www.wixapis.com/a', { headers: { Authorization: apiKey, 'wix-site-id': '${ID}' } });`],
  ['another host', `fetch('https://api.example.com/wix', { headers: { Authorization: '${ID}' } });`],
  ['unknown host', `fetch(url, { headers: { Authorization: '${ID}' } });\nconst wix = 1;`],
  ['another strategy', `import { ApiKeyStrategy } from 'passport-headerapikey';\nApiKeyStrategy({ apiKey: '${ID}' }, wix);`],
  ['a text', `const text = 'Bearer Bearer ${SHORT}...';`],
  ['a comparison', `if (key === '${SHORT}') fail();`],
  ['a Media Manager asked about a file', `mediaManager.getFileInfo({ fileId: '${ID}' });`],
];
checkTable('elsewhere', elsewhere, RULE);

const WITH_BEARER = 'function withBearer(t) { return t.startsWith(\'Bearer \') ? t : `Bearer ${t}`; }';
const asked: readonly Row[] = [
  ['a token that nobody knows', `${WITH_BEARER}\nfetch('https://www.wixapis.com/a', { headers: { Authorization: withBearer(\`Bearer \${process.env.WIX_API_KEY}\`) } });`],
  ['a token that is written', `${WITH_BEARER}\nfetch('https://www.wixapis.com/a', { headers: { Authorization: withBearer('Bearer ${KEY}') } });`],
  ['one of two tokens', `${WITH_BEARER}\nconst t = process.env.BARE ? process.env.WIX_API_KEY : \`Bearer \${process.env.WIX_API_KEY}\`;\nfetch('https://www.wixapis.com/a', { headers: { Authorization: withBearer(t) } });`],
];
checkTable('Bearer where it is missing', asked, RULE);

const swapped: readonly Row[] = [
  ['swapped', `${SDK}ApiKeyStrategy({ apiKey: «'${ID}'», siteId: 'x' });`, { messageId: 'uuid' }],
  ['a key as site id', `${SDK}ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY, siteId: «'${KEY}'» });`],
  ['a key as account id', `${SDK}ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY, accountId: «'${KEY}'» });`],
  ['a key in the header of the site id', `fetch('https://www.wixapis.com/a', { headers: { Authorization: apiKey, 'wix-site-id': «'${KEY}'» } });`],
  ['a cut-off key', `fetch('https://www.wixapis.com/a', { headers: { Authorization: apiKey, 'Wix-Account-Id': «'${SHORT}...'» } });`],
  ['ids', `fetch('https://www.wixapis.com/a', { headers: { Authorization: apiKey, 'wix-site-id': '${ID}', 'wix-account-id': '${ID}' } });`],
];
checkTable('ids', swapped, { ...RULE, messageId: 'keyAsId' });

const [espree] = CURRENT;

test('a literal that several requests share is told once', () => {
  const code = `const key = '${ID}';\nfor (const path of ['a', 'b']) fetch('https://www.wixapis.com/a', { headers: { Authorization: key } });\nfetch('https://www.wixapis.com/b', { headers: { Authorization: key } });`;
  expect(espree && reportsOf(code, { ...RULE, engine: espree })).toHaveLength(1);
});

describe('suggestions', () => {
  const send = (text: string): string => `fetch('https://www.wixapis.com/a', { headers: { Authorization: ${text} } });`;
  const repaired: readonly (readonly [name: string, before: string, after: string])[] = [
    ['Bearer twice', `'Bearer Bearer ${KEY}'`, `'${KEY}'`],
    ['spaces in front', `'  ${KEY}'`, `'${KEY}'`],
    ['a space behind', `"${KEY} "`, `"${KEY}"`],
    ['spaces on both sides', `'  ${KEY} '`, `'  ${KEY} '.trim()`],
    ['an escaped line break', `"${KEY}\\n"`, `"${KEY}"`],
    ['a line break in a template', `\`${KEY}\n\``, `\`${KEY}\``],
    ['line breaks in a template', `\`\n${KEY}\n\``, `\`\n${KEY}\n\`.trim()`],
  ];
  test.each(repaired)('%s', (_, before, after) => {
    for (const engine of CURRENT) {
      const [report] = suggestionsFor(send(before), { ...RULE, engine });
      expect(report?.suggestions.map(({ output }) => output)).toEqual([send(after)]);
      expect(reportsOf(send(after), { ...RULE, engine })).toEqual([]);
    }
  });

  test.each([['cut off', `'${SHORT}...'`], ['inside', `'${KEY.slice(0, 90)} ${KEY.slice(90)}'`], ['UUID', `'${ID}'`], ['quotes around', `'"${KEY}"'`]])('none: %s', (_, text) => {
    for (const engine of CURRENT) expect(suggestionsFor(send(text), { ...RULE, engine }).flatMap(({ suggestions }) => suggestions)).toEqual([]);
  });

  test('no message holds a key', () => {
    for (const [, text] of FAULTS) for (const engine of CURRENT) expect(leaks(JSON.stringify(suggestionsFor(send(text), { ...RULE, engine }).map(({ message }) => message)), KEY)).toBe(false);
  });
});

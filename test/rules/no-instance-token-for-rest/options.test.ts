import { describe, expect, test } from 'vitest';
import { accountKey, instanceToken, istKey, tokenOf } from '../../fake-keys.js';
import { ENGINES, lint, type Engine } from '../linting.js';
import { checkTable, type Row } from '../tables.js';
import { MEDIA } from './targets.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;
const SITE = instanceToken(3);
const ACCOUNT = accountKey(3);

const fetching = (url: string, key: string): string => `fetch('${url}', { headers: { Authorization: ${key} } });`;
const STORES = 'https://www.wixapis.com/stores/v1/products/query';
const SDK = `import { createClient, ApiKeyStrategy } from '@wix/sdk';\nimport { products } from '@wix/stores';\n`;
const REST = { options: { apis: 'rest' } } as const;

const apis: readonly Row[] = [
  ['default: another REST API', fetching(STORES, `'${SITE}'`)],
  ['media-manager: another REST API', fetching(STORES, `'${SITE}'`), { options: { apis: 'media-manager' } }],
  ['rest: another REST API', fetching(STORES, `«'${SITE}'»`), REST],
  ['rest: the Media Manager', fetching(MEDIA.url, `«'${SITE}'»`), REST],
  ['rest: another host', fetching('https://api.example.com/stores/v1', `'${SITE}'`), REST],
  ['rest: a host that begins like Wix', fetching('https://www.wixapis.com.evil.example/stores', `'${SITE}'`), REST],
  ['rest: an upload URL', fetching('https://upload.wixmp.com/upload/x', `'${SITE}'`), REST],
  ['rest: SDK', `${SDK}createClient({ modules: { products }, auth: ApiKeyStrategy({ apiKey: «'${SITE}'» }) });`, REST],
  ['default: SDK', `${SDK}createClient({ modules: { products }, auth: ApiKeyStrategy({ apiKey: '${SITE}' }) });`],
  ['rest: axios', `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://www.wixapis.com/members', headers: { Authorization: «'${SITE}'» } });\napi.get('/v1');`, REST],
  ['rest: a comparison', `export const old = key === '${SITE}';`, REST],
  ['rest: placeholder in a sink', fetching(STORES, `«'IST.your-token'»`), REST],
];
checkTable('option apis', apis, RULE);

const REPORT = { messageId: 'accountTenantToken' } as const;
const ALLOW = { options: { accountTenantTokens: 'allow' } } as const;
const PRESENT = { options: { accountTenantTokens: 'report' } } as const;
const UNREADABLE: readonly (readonly [string, string])[] = [
  ['site tenant', SITE],
  ['no tenant', istKey({ seed: 3 })],
  ['payload that is no JSON', tokenOf('IST', { header: '{"alg":"RS256"}', payload: 'nothing to read here at all' })],
  ['tenant of another type', tokenOf('IST', { header: '{"kid":"a","alg":"RS256"}', payload: JSON.stringify({ data: JSON.stringify({ tenant: { type: 'ACCOUNT', id: 'x' } }) }) })],
  ['tenant that is no object', tokenOf('IST', { header: '{"kid":"a","alg":"RS256"}', payload: JSON.stringify({ data: '{"tenant":"account"}' }) })],
  ['account outside of data', tokenOf('IST', { header: '{"kid":"a","alg":"RS256"}', payload: JSON.stringify({ tenant: { type: 'account' }, data: '{"id":"one"}' }) })],
  ['cut off', `${SITE.slice(0, 60)}...`],
];

const tenants: readonly Row[] = [
  ['account, proven', fetching(MEDIA.url, `«'${ACCOUNT}'»`), REPORT],
  ['account, proven, report', fetching(MEDIA.url, `«'${ACCOUNT}'»`), { ...REPORT, ...PRESENT }],
  ['account, proven, allow', fetching(MEDIA.url, `'${ACCOUNT}'`), ALLOW],
  ['account, Bearer', fetching(MEDIA.url, `«'Bearer ${ACCOUNT}'»`), REPORT],
  ['account, assembled', fetching(MEDIA.url, `«'${ACCOUNT.slice(0, 50)}'» + '${ACCOUNT.slice(50)}'`), REPORT],
  ['account, assembled, allow', fetching(MEDIA.url, `'${ACCOUNT.slice(0, 50)}' + '${ACCOUNT.slice(50)}'`), ALLOW],
  ['account, with data as an object', fetching(MEDIA.url, `«'${tokenOf('IST', { header: '{"kid":"a","alg":"RS256"}', payload: JSON.stringify({ data: { tenant: { type: 'account', id: 'x' } } }) })}'»`), REPORT],
  ['account, SDK', `import { createClient, ApiKeyStrategy } from '@wix/sdk';\nimport { files } from '@wix/media';\ncreateClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: «'${ACCOUNT}'» }) });`, REPORT],
  ['account, named client', `new WixMediaManager({ apiKey: «'${ACCOUNT}'» });`, REPORT],
  ['account, named client, allow', `new WixMediaManager({ apiKey: '${ACCOUNT}' });`, ALLOW],
  ['account, configured client, arguments in an array', `const all = [1, { key: «'${ACCOUNT}'» }];\nconnect(...all);\nother(...all);`, { ...REPORT, options: { clients: [{ name: 'connect', argument: 1, property: 'key' }] } }],
  ['account, configured client, another of the arguments', `const all = ['${ACCOUNT}', 2];\nconnect(...all);`, { options: { clients: [{ name: 'connect', argument: 1 }] } }],
  ['account, named client, arguments in an array', `const all = [{ apiKey: «'${ACCOUNT}'» }];\nnew WixMediaManager(...all);`, REPORT],
  ['account, configured client', `connect(«'${ACCOUNT}'»);`, { ...REPORT, options: { clients: [{ name: 'connect' }] } }],
  ['account, presumed', `export const apiKey = '${ACCOUNT}';`],
  ['account, presumed, rest', `export const apiKey = '${ACCOUNT}';`, REST],
  ['account, another REST API', fetching(STORES, `'${ACCOUNT}'`)],
  ['account, another REST API, rest', fetching(STORES, `«'${ACCOUNT}'»`), { ...REPORT, ...REST }],
  ['account, another REST API, rest and allow', fetching(STORES, `'${ACCOUNT}'`), { options: { apis: 'rest', accountTenantTokens: 'allow' } }],
  ...UNREADABLE.map(([name, key]): Row => [`${name}, proven`, fetching(MEDIA.url, `«'${key}'»`)]),
  ...UNREADABLE.map(([name, key]): Row => [`${name}, proven, allow`, fetching(MEDIA.url, `«'${key}'»`), ALLOW]),
  ...UNREADABLE.map(([name, key]): Row => [`${name}, presumed`, `export const apiKey = «'${key}'»;`]),
];
checkTable('account claims', tenants, RULE);

describe('the messages', () => {
  const [engine] = ENGINES as readonly [Engine, ...Engine[]];
  const messageFor = (code: string): string => lint(code, { ...RULE, engine })[0]?.message ?? '';
  test('an instance token: 403, and which key to use', () => {
    expect(messageFor(fetching(MEDIA.url, `'${SITE}'`))).toMatch(/^This `IST\.` instance token .*403.*account-level API key.*API Keys.*Media Manager permission\.$/u);
  });
  test('a token of an account: what to check, and where to put it', () => {
    expect(messageFor(fetching(MEDIA.url, `'${ACCOUNT}'`))).toMatch(/^This `IST\.` token .*claims name an account.*API Keys.*environment\.$/u);
  });
  test('no message speaks of the other prefix', () => {
    expect(messageFor(fetching(MEDIA.url, `'${SITE}'`)) + messageFor(fetching(MEDIA.url, `'${ACCOUNT}'`))).not.toContain('JWS');
  });
});

describe('options that the schema refuses', () => {
  const [engine] = ENGINES as readonly [Engine, ...Engine[]];
  const bad: readonly (readonly [string, object])[] = [
    ['an unknown API', { apis: 'all' }],
    ['an unknown option', { api: 'rest' }],
    ['a client without a name', { clients: [{ method: 'x' }] }],
    ['a client with an empty name', { clients: [{ name: '' }] }],
    ['an argument that is no index', { clients: [{ name: 'x', argument: -1 }] }],
    ['an argument that is no number', { clients: [{ name: 'x', argument: '1' }] }],
    ['an unknown property of a client', { clients: [{ name: 'x', arguments: 1 }] }],
    ['another word', { accountTenantTokens: 'ignore' }],
  ];
  test.each(bad)('%s', (_, options) => {
    expect(() => lint('1;', { ...RULE, engine, options })).toThrow(/wix-keys\/no-instance-token-for-rest/u);
  });
});

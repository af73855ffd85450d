import { describe, expect, test } from 'vitest';
import { accountKey, instanceToken, oauthKey } from '../../fake-keys.js';
import { CURRENT } from '../linting.js';
import { suggestionsFor } from '../suggestions.js';
import { checkTable, reportsOf, type Row } from '../tables.js';

const RULE = { rule: 'valid-auth-headers' } as const;
const KEY = accountKey(31);
const ENV = 'process.env.WIX_API_KEY';
const SDK = `import { createClient, ApiKeyStrategy, OAuthStrategy } from '@wix/sdk';\nimport { files } from '@wix/media';\n`;
const URL = `'https://www.wixapis.com/stores/v1/products'`;

const missing: readonly Row[] = [
  ['fetch, variable', `«fetch»(${URL}, { headers: { Authorization: ${ENV} } });`],
  ['fetch, literal', `«fetch»(${URL}, { headers: { Authorization: '${KEY}' } });`],
  ['fetch, Media Manager', `«fetch»('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: ${ENV} } });`],
  ['other headers', `«fetch»(${URL}, { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: ${ENV} }, body });`],
  ['Headers', `const headers = new Headers({ Authorization: ${ENV} });\nheaders.append('Accept', '*/*');\n«fetch»(${URL}, { headers });`],
  ['pairs', `«fetch»(${URL}, { headers: [['Authorization', ${ENV}]] });`],
  ['a helper', `const auth = () => ({ Authorization: ${ENV} });\n«fetch»(${URL}, { headers: auth() });`],
  ['spread of a known object', `const base = { Authorization: ${ENV} };\n«fetch»(${URL}, { headers: { ...base, Accept: 'a' } });`],
  ['axios', `import axios from 'axios';\n«axios.get»(${URL}, { headers: { Authorization: ${ENV} } });`],
  ['axios instance', `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://www.wixapis.com', headers: { Authorization: ${ENV} } });\n«api.get»('/stores/v1/products');`],
  ['Secrets Manager', `import { getSecret } from 'wix-secrets-backend';\nimport { fetch } from 'wix-fetch';\nexport async function load() { return «fetch»(${URL}, { headers: { Authorization: await getSecret('WIX_API_KEY') } }); }`],
  ['Deno', `«fetch»(${URL}, { headers: { Authorization: Deno.env.get('WIX_API_KEY') } });`],
  ['a Worker', `export default { async fetch(request, env) { return «fetch»(${URL}, { headers: { Authorization: env.WIX_API_KEY } }); } };`],
  ['a Worker by way of a constant, destructured', `const worker = { async scheduled(event, { WIX_API_KEY }) { await «fetch»(${URL}, { headers: { Authorization: WIX_API_KEY } }); } };\nexport default worker;`],
  ['a function of Pages', `export const onRequestPost = async ({ env }) => «fetch»(${URL}, { headers: { Authorization: env.WIX_API_KEY } });`],
  ['a typed Worker', `export default { async fetch(request: Request, env: Env) { return «fetch»(${URL}, { headers: { Authorization: env.WIX_API_KEY } }); } } satisfies ExportedHandler<Env>;`, { only: 'typescript' }],
  ['envalid', `import { cleanEnv, str } from 'envalid';\nconst env = cleanEnv(process.env, { WIX_API_KEY: str() });\n«fetch»(${URL}, { headers: { Authorization: env.WIX_API_KEY } });`],
  ['T3 Env', `import { createEnv } from '@t3-oss/env-nextjs';\nexport const env = createEnv({ server: { WIX_API_KEY: z.string() }, experimental__runtimeEnv: process.env });\n«fetch»(${URL}, { headers: { Authorization: env.WIX_API_KEY } });`],
  ['znv', `import { parseEnv } from 'znv';\nconst { WIX_API_KEY } = parseEnv(process.env, { WIX_API_KEY: z.string() });\n«fetch»(${URL}, { headers: { Authorization: WIX_API_KEY } });`],
  ['dotenv', `const { parsed } = require('dotenv').config();\n«fetch»(${URL}, { headers: { Authorization: parsed.WIX_API_KEY } });`],
  ['zod', `import { z } from 'zod';\nconst schema = z.object({ WIX_API_KEY: z.string().min(1) });\nconst env = schema.parse(process.env);\n«fetch»(${URL}, { headers: { Authorization: env.WIX_API_KEY } });`],
  ['zod, in a chain', `import * as z from 'zod/v4';\nconst { WIX_API_KEY } = z.object({ WIX_API_KEY: z.string() }).passthrough().parse(import.meta.env);\n«fetch»(${URL}, { headers: { Authorization: WIX_API_KEY } });`],
  ['zod, safely', `import { z } from 'zod';\nconst env = z.object({}).safeParse(process.env);\n«fetch»(${URL}, { headers: { Authorization: env.data.WIX_API_KEY } });`],
  ['zod, awaited', `import { z } from 'zod';\nconst env = await z.object({}).parseAsync(process.env);\n«fetch»(${URL}, { headers: { Authorization: env.WIX_API_KEY } });`],
  ['valibot', `import * as v from 'valibot';\nconst env = v.parse(v.object({ WIX_API_KEY: v.string() }), process.env);\n«fetch»(${URL}, { headers: { Authorization: env.WIX_API_KEY } });`],
  ['fetch of SvelteKit', `export async function load({ fetch }) { return «fetch»(${URL}, { headers: { Authorization: ${ENV} } }); }`],
  ['fetch of SvelteKit in a constant', `export const GET = async ({ fetch, url }) => «fetch»(${URL}, { headers: { Authorization: ${ENV} } });`],
  ['fetch of an event of SvelteKit', `export async function POST(event) { return «event.fetch»(${URL}, { headers: { Authorization: ${ENV} } }); }`],
  ['fetch of SvelteKit, typed', `export const load: PageServerLoad = async ({ fetch }) => «fetch»(${URL}, { headers: { Authorization: ${ENV} } });`, { only: 'typescript' }],
  ['fetch of SvelteKit, checked', `export const load = (async ({ fetch }) => «fetch»(${URL}, { headers: { Authorization: ${ENV} } })) satisfies PageServerLoad;`, { only: 'typescript' }],
  ['trimmed', `«fetch»(${URL}, { headers: { Authorization: ${ENV}.trim() } });`],
  ['fallback', `«fetch»(${URL}, { headers: { Authorization: ${ENV} ?? '' } });`],
  ['cast', `«fetch»(${URL}, { headers: { Authorization: ${ENV} as string } });`, { only: 'typescript' }],
  ['not null', `«fetch»(${URL}, { headers: { Authorization: ${ENV}! } });`, { only: 'typescript' }],
  ['a request object', `const request = new «Request»(${URL}, { headers: { Authorization: ${ENV} } });\nawait fetch(request);`],
  ['a request object made on the spot', `await fetch(new «Request»(${URL}, { headers: { Authorization: ${ENV} } }));`],
  ['JSX file', `export const Page = async () => { const r = await «fetch»(${URL}, { headers: { Authorization: ${ENV} } }); return <p>{r.status}</p>; };`],
];
checkTable('neither id', missing, { ...RULE, messageId: 'missingId' });

const present: readonly Row[] = [
  ['site id', `fetch(${URL}, { headers: { Authorization: ${ENV}, 'wix-site-id': process.env.WIX_SITE_ID } });`],
  ['account id', `fetch(${URL}, { headers: { Authorization: ${ENV}, 'wix-account-id': accountId } });`],
  ['other case', `fetch(${URL}, { headers: { authorization: ${ENV}, 'Wix-Site-Id': siteId } });`],
  ['set later', `const headers = new Headers({ Authorization: ${ENV} });\nheaders.set('wix-site-id', siteId);\nfetch(${URL}, { headers });`],
  ['bracket write', `const headers = { Authorization: ${ENV} };\nheaders['wix-site-id'] = siteId;\nfetch(${URL}, { headers });`],
  ['spread from the unknown', `fetch(${URL}, { headers: { ...base, Authorization: ${ENV} } });`],
  ['spread of a parameter', `export const call = (extra) => fetch(${URL}, { headers: { Authorization: ${ENV}, ...extra } });`],
  ['one way of two', `const headers = { Authorization: ${ENV} };\nif (site) headers['wix-site-id'] = site;\nfetch(${URL}, { headers });`],
  ['computed name', `fetch(${URL}, { headers: { Authorization: ${ENV}, [name]: siteId } });`],
  ['set under an unknown name', `const headers = new Headers({ Authorization: ${ENV} });\nheaders.set(name, siteId);\nfetch(${URL}, { headers });`],
  ['handed to a function', `const headers = { Authorization: ${ENV} };\naddIds(headers);\nfetch(${URL}, { headers });`],
  ['fetch of some argument', `async function load({ fetch }) { return fetch(${URL}, { headers: { Authorization: ${ENV} } }); }`],
  ['fetch of an argument of another function', `export async function find({ fetch }) { return fetch(${URL}, { headers: { Authorization: ${ENV} } }); }`],
  ['fetch of what the file hands over', `export async function load({ fetch }) { return fetch(${URL}, { headers: { Authorization: ${ENV} } }); }\nload({ fetch: (url, options) => options });`],
  ['env of some function', `export const handler = { async fetch(request, env) { return fetch(${URL}, { headers: { Authorization: env.WIX_API_KEY } }); } };`],
  ['unknown container', `fetch(${URL}, { headers: withAuth(${ENV}) });`],
  ['in the defaults of an instance', `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://www.wixapis.com', headers: { 'wix-site-id': siteId } });\napi.get('/a', { headers: { Authorization: ${ENV} } });`],
  ['superagent', `import request from 'superagent';\nrequest.get(${URL}).set('Authorization', ${ENV}).set('wix-site-id', siteId);`],
  ['superagent, unknown name', `import request from 'superagent';\nrequest.get(${URL}).set('Authorization', ${ENV}).set(name, siteId);`],
  ['access token', `fetch(${URL}, { headers: { Authorization: '${oauthKey(2)}' } });`],
  ['access token in a variable', `fetch(${URL}, { headers: { Authorization: process.env.WIX_ACCESS_TOKEN } });`],
  ['what zod made of something else', `import { z } from 'zod';\nconst env = z.object({}).parse(request.body);\nfetch(${URL}, { headers: { Authorization: env.WIX_API_KEY } });`],
  ['what a parser of its own made', `import { z } from './z.js';\nconst env = z.object({}).parse(process.env);\nfetch(${URL}, { headers: { Authorization: env.WIX_API_KEY } });`],
  ['another variable that was checked', `import { z } from 'zod';\nconst env = z.object({}).parse(process.env);\nfetch(${URL}, { headers: { Authorization: env.WIX_ACCESS_TOKEN } });`],
  ['token of the caller', `export const call = (token) => fetch(${URL}, { headers: { Authorization: token } });`],
  ['no key', `fetch(${URL}, { headers: { Accept: 'a' } });`],
  ['placeholder', `fetch(${URL}, { headers: { Authorization: '<APIKEY>' } });`],
  ['unknown URL', `fetch(url, { headers: { Authorization: ${ENV} } });`],
  ['other host', `fetch('https://api.example.com', { headers: { Authorization: process.env.API_KEY } }); // wix`],
  ['upload host', `fetch('https://upload.wixmp.com/upload/x', { method: 'PUT', headers: { Authorization: ${ENV} } });`],
  ['a local fetch', `const fetch = (url, options) => options;\nfetch(${URL}, { headers: { Authorization: ${ENV} } });`],
];
checkTable('an id, or nobody knows', present, RULE);

const strategies: readonly Row[] = [
  ['alone', `${SDK}export const auth = «ApiKeyStrategy»({ apiKey: ${ENV} });`],
  ['in a client', `${SDK}createClient({ modules: { files }, auth: «ApiKeyStrategy»({ apiKey: ${ENV} }) });`],
  ['unknown key', `${SDK}export const connect = (apiKey) => createClient({ modules: { files }, auth: «ApiKeyStrategy»({ apiKey }) });`],
  ['literal', `${SDK}createClient({ modules: { files }, auth: «ApiKeyStrategy»({ apiKey: '${KEY}' }) });`],
  ['a constant', `${SDK}const auth = «ApiKeyStrategy»({ apiKey: ${ENV} });\nconst client = createClient({ modules: { files }, auth });\nclient.fetchWithAuth('https://www.wixapis.com/a');`],
  ['undefined', `${SDK}createClient({ auth: «ApiKeyStrategy»({ apiKey: ${ENV}, siteId: undefined }) });`],
];
checkTable('a strategy with neither id', strategies, { ...RULE, messageId: 'strategyWithoutId' });

const withIds: readonly Row[] = [
  ['site id', `${SDK}ApiKeyStrategy({ apiKey: ${ENV}, siteId: process.env.WIX_SITE_ID });`],
  ['account id', `${SDK}ApiKeyStrategy({ apiKey: ${ENV}, accountId });`],
  ['options', `${SDK}ApiKeyStrategy(options);`],
  ['spread', `${SDK}ApiKeyStrategy({ apiKey: ${ENV}, ...ids });`],
  ['set later', `${SDK}const auth = ApiKeyStrategy({ apiKey: ${ENV} });\nauth.setSiteId(siteId);\ncreateClient({ auth });`],
  ['set on the client', `${SDK}const client = createClient({ auth: ApiKeyStrategy({ apiKey: ${ENV} }) });\nclient.auth.setSiteId(siteId);`],
  ['headers of the client', `${SDK}createClient({ auth: ApiKeyStrategy({ apiKey: ${ENV} }), headers: { 'wix-site-id': siteId } });`],
  ['setHeaders', `${SDK}const client = createClient({ auth: ApiKeyStrategy({ apiKey: ${ENV} }) });\nclient.setHeaders({ 'wix-site-id': siteId });`],
  ['OAuthStrategy', `${SDK}createClient({ modules: { files }, auth: OAuthStrategy({ clientId }) });`],
  ['external login', `${SDK}OAuthStrategy({ clientId }).getMemberTokensForExternalLogin(member, ${ENV});`],
  ['another package', `import { ApiKeyStrategy } from 'passport';\nApiKeyStrategy({ apiKey: ${ENV} });`],
  ['own strategy', `${SDK}createClient({ auth: { getAuthHeaders: () => ({ headers: { Authorization: ${ENV}, 'wix-site-id': siteId } }) } });`],
];
checkTable('a strategy with an id', withIds, RULE);

const IDS = `'wix-site-id': siteId`;
const bearer: readonly Row[] = [
  ['template', `fetch(${URL}, { headers: { ${IDS}, Authorization: «\`Bearer \${${ENV}}\`» } });`],
  ['concatenation', `fetch(${URL}, { headers: { ${IDS}, Authorization: «'Bearer '» + ${ENV} } });`],
  ['a variable of Create React App', `fetch(${URL}, { headers: { ${IDS}, Authorization: «\`Bearer \${process.env.REACT_APP_WIX_API_KEY}\`» } });`],
  ['literal', `fetch(${URL}, { headers: { ${IDS}, Authorization: «'Bearer ${KEY}'» } });`],
  ['small', `fetch(${URL}, { headers: { ${IDS}, authorization: «'bearer ${KEY}'» } });`],
  ['template of a literal', `const key = '${KEY}';\nfetch(${URL}, { headers: { ${IDS}, Authorization: «\`Bearer \${key}\`» } });`],
  ['strategy', `${SDK}ApiKeyStrategy({ siteId, apiKey: «\`Bearer \${${ENV}}\`» });`],
  ['a constant', `const auth = «\`Bearer \${${ENV}}\`»;\nfetch(${URL}, { headers: { ${IDS}, Authorization: auth } });\nfetch('https://www.wixapis.com/b', { headers: { ${IDS}, Authorization: auth } });`],
];
checkTable('Bearer before a key', bearer, { ...RULE, messageId: 'bearer' });

const notBearer: readonly Row[] = [
  ['alone', `fetch(${URL}, { headers: { ${IDS}, Authorization: ${ENV} } });`],
  ['access token', `fetch(${URL}, { headers: { Authorization: 'Bearer ${oauthKey(1)}' } });`],
  ['access token in a variable', `fetch(${URL}, { headers: { Authorization: \`Bearer \${process.env.WIX_ACCESS_TOKEN}\` } });`],
  ['unknown token', `fetch(${URL}, { headers: { Authorization: \`Bearer \${token}\` } });`],
  ['another host', `fetch('https://api.example.com', { headers: { Authorization: \`Bearer \${process.env.API_KEY}\` } }); // wix`],
  ['twice is another rule', `fetch(${URL}, { headers: { ${IDS}, Authorization: 'Bearer Bearer ${KEY}' } });`],
  ['taken off', `fetch(${URL}, { headers: { ${IDS}, Authorization: 'Bearer ${KEY}'.replace(/^Bearer /, '') } });`],
];
checkTable('no Bearer before a key', notBearer, RULE);

const send = (value: string): string => `fetch(${URL}, { headers: { ${IDS}, Authorization: ${value} } });`;
const byKind: readonly Row[] = [
  ['a pattern', `const t = ${ENV};\n${send('/^IST\\./.test(t) ? t : `Bearer ${t}`')}`],
  ['startsWith', `const t = ${ENV};\n${send(`t.startsWith('IST.') ? t : 'Bearer ' + t`)}`],
  ['turned', `const t = ${ENV};\n${send(`!t.startsWith('IST.') ? 'Bearer ' + t : t`)}`],
  ['the beginning', `const t = ${ENV};\n${send(`t.slice(0, 4) === 'IST.' ? t : 'Bearer ' + t`)}`],
  ['a written key', `const t = '${KEY}';\n${send(`t.startsWith('IST.') ? t : 'Bearer ' + t`)}`],
  ['a function', `function withBearer(t) { return t.startsWith('Bearer ') ? t : \`Bearer \${t}\`; }\n${send(`withBearer(${ENV})`)}`],
  ['an early return', `function auth(t) {\n  if (t.startsWith('IST.')) return t;\n  return \`Bearer \${t}\`;\n}\n${send(`auth(${ENV})`)}`],
  ['an assignment', `function auth(t) {\n  let value = t;\n  if (!/^(IST|JWS)/.test(t)) value = 'Bearer ' + t;\n  return value;\n}\n${send(`auth(${ENV})`)}`],
  ['a variable for the answer', `const t = ${ENV};\nconst isKey = t.startsWith('IST.');\n${send('isKey ? t : `Bearer ${t}`')}`],
  ['a variable for the answer, turned', `const t = ${ENV};\nconst isKey = t.startsWith('IST.');\n${send('!isKey ? `Bearer ${t}` : t')}`],
  ['a prefix where it is wanted', `const t = ${ENV};\n${send(`((!t.startsWith('IST.') && 'Bearer ') || '') + t`)}`],
  ['a prefix', `const t = ${ENV};\nconst prefix = t.startsWith('IST.') ? '' : 'Bearer ';\n${send('prefix + t')}`],
];
checkTable('Bearer by the kind of token', byKind, RULE);

const all = (t: string, bearer: string): string => `const t = ${ENV};\n${t}\n${send(bearer)}`;
const notByKind: readonly Row[] = [
  ['what asks and throws', all(`if (!t.startsWith('IST.')) throw new Error('no key');`, '«`Bearer ${t}`»')],
  ['what asks for something else', all('', `retry ? «\`Bearer \${t}\`» : t`)],
  ['what asks for no token', all('', `isRetry() ? «\`Bearer \${t}\`» : t`)],
  ['what asks elsewhere', all(`if (t.startsWith('IST.')) console.log('a key');`, '«`Bearer ${t}`»')],
  ['a key that has it already', `function withBearer(t) { return t.startsWith('Bearer ') ? t : \`Bearer \${t}\`; }\n${send(`withBearer(«'Bearer ${KEY}'»)`)}`],
];
checkTable('Bearer whatever the token is', notByKind, { ...RULE, messageId: 'bearer' });

/** Functions that are told how to send a key; `'bearer'` in the last line stands for what they are told. */
const told: readonly Row[] = [
  ['a switch', `function get(key, scheme) {\n  const headers = { ${IDS} };\n  switch (scheme) {\n    case 'bearer':\n      headers.Authorization = «'Bearer '» + key;\n      break;\n    case 'apikey':\n      headers.Authorization = key;\n      break;\n  }\n  return fetch(${URL}, { headers });\n}\nawait get(${ENV}, 'bearer');`],
  ['a switch without the last break', `function get(key, scheme) {\n  const headers = { ${IDS} };\n  switch (scheme) {\n    case 'none': break;\n    case 'bearer': headers.Authorization = «'Bearer '» + key; break;\n    case 'apikey': headers.Authorization = key\n  }\n  return fetch(${URL}, { headers });\n}\nawait get(${ENV}, 'bearer');`],
  ['a switch in blocks', `function get(key, { scheme = 'apikey' } = {}) {\n  let value;\n  switch (scheme) {\n    case 'bearer': {\n      value = «\`Bearer \${key}\`»;\n      break;\n    }\n    default: {\n      value = key;\n    }\n  }\n  return fetch(${URL}, { headers: { ${IDS}, Authorization: value } });\n}\nawait get(${ENV}, { scheme: 'bearer' });`],
  ['cases that return', `function auth(key, scheme) {\n  switch (scheme) {\n    case 'bearer': return «'Bearer '» + key;\n    case 'raw':\n    case 'apikey': return key;\n    default: throw new Error(scheme);\n  }\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, 'bearer') } });`],
  ['a case that returns early', `function auth(key, scheme) {\n  switch (scheme) {\n    case 'apikey':\n    case 'raw':\n      return key;\n  }\n  return «\`Bearer \${key}\`»;\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, 'bearer') } });`],
  ['a default in front', `function auth(key, scheme) {\n  switch (scheme) {\n    default: return «'Bearer '» + key;\n    case 'apikey': return key;\n  }\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, 'bearer') } });`],
  ['an early return in a case', `function auth(key, scheme, isRaw) {\n  switch (scheme) {\n    case 'key':\n      if (isRaw !== 'bearer') return key;\n      return «'Bearer '» + key;\n    default: return null;\n  }\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, 'key', 'bearer') } });`],
  ['names of schemes', `const Scheme = { Bearer: 'bearer', Key: 'apikey' };\nfunction auth(key, scheme) {\n  switch (scheme) {\n    case Scheme.Bearer: return «'Bearer '» + key;\n    case Scheme.Key: return key;\n  }\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, 'bearer') } });`],
  ['an enum', `enum Scheme { Bearer = 'bearer', Key = 'apikey' }\nfunction auth(key: string, scheme: Scheme) {\n  if (scheme === Scheme.Key) return key;\n  return «'Bearer '» + key;\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, 'bearer' as Scheme) } });`, { only: 'typescript' }],
  ['a conditional', `const auth = (key, scheme) => (scheme === 'bearer' ? «\`Bearer \${key}\`» : key);\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, 'bearer') } });`],
  ['a prefix', `function auth(key, { scheme = 'apikey' } = {}) {\n  const prefix = scheme === 'bearer' ? «'Bearer '» : '';\n  return prefix + key;\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, { scheme: 'bearer' }) } });`],
  ['else if', `function auth(key, scheme) {\n  if (scheme === 'apikey') {\n    return key;\n  } else if (scheme === 'none') {\n    return null;\n  }\n  return «'Bearer '» + key;\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, 'bearer') } });`],
  ['kept in a field', `class Api {\n  constructor(key, scheme) { this.key = key; this.scheme = scheme; }\n  auth() {\n    switch (this.scheme) {\n      case 'bearer': return «'Bearer '» + this.key;\n      default: return this.key;\n    }\n  }\n  get() { return fetch(${URL}, { headers: { ${IDS}, Authorization: this.auth() } }); }\n}\nawait new Api(${ENV}, 'bearer').get();`],
  ['a constant of the options', `function auth(key, options = {}) {\n  const scheme = options.scheme ?? 'apikey';\n  switch (scheme) {\n    case 'bearer': return «'Bearer '» + key;\n    default: return key;\n  }\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, { scheme: 'bearer' }) } });`],
];
checkTable('what is told to send Bearer', told, { ...RULE, messageId: 'bearer' });
checkTable('what is told to send the key alone', told.map(([name, code, setup]): Row => [name, code.replaceAll(/[«»]/g, '').replace(/'bearer'(?=[^\n]*$)/, "'apikey'"), setup]), RULE);

const notTold: readonly Row[] = [
  ['a case that falls through', `function auth(key, scheme) {\n  let value = key;\n  switch (scheme) {\n    case 'apikey': value = key;\n    case 'bearer': value = «'Bearer '» + key;\n  }\n  return value;\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, 'apikey') } });`],
  ['a case that may break', `function auth(key, scheme) {\n  switch (scheme) {\n    case 'apikey':\n      if (retry) break;\n      return key;\n  }\n  return «'Bearer '» + key;\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, 'apikey') } });`],
  ['a mode that nobody knows', `function auth(key, scheme) {\n  switch (scheme) {\n    case 'bearer': return «'Bearer '» + key;\n    default: return key;\n  }\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, config.scheme) } });`],
  ['a mode at the top of the file', `const SCHEME = 'apikey';\nfunction auth(key) {\n  switch (SCHEME) {\n    case 'bearer': return «'Bearer '» + key;\n    default: return key;\n  }\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}) } });`],
  ['a case that nobody knows', `function auth(key, scheme) {\n  switch (scheme) {\n    case config.scheme: return «'Bearer '» + key;\n    case 'apikey': return key;\n  }\n}\nawait fetch(${URL}, { headers: { ${IDS}, Authorization: auth(${ENV}, 'apikey') } });`],
];
checkTable('what may send Bearer', notTold, { ...RULE, messageId: 'bearer' });

describe('suggestions', () => {
  test.each([
    ['template', `\`Bearer \${${ENV}}\``, `\`\${${ENV}}\``],
    ['concatenation', `'Bearer ' + ${ENV}`, `'' + ${ENV}`],
    ['literal', `'Bearer ${instanceToken(4)}'`, `'${instanceToken(4)}'`],
    ['escaped', `'\\u0042earer ${KEY}'`, `'${KEY}'`],
  ])('%s', (_, before, after) => {
    for (const engine of CURRENT) {
      expect(suggestionsFor(send(before), { ...RULE, engine }).flatMap(({ suggestions }) => suggestions.map(({ output }) => output))).toEqual([send(after)]);
      expect(reportsOf(send(after), { ...RULE, engine })).toEqual([]);
    }
  });
});

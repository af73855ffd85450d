import { accountKey, oauthKey } from '../../fake-keys.js';
import { CURRENT } from '../linting.js';
import { checkTable, type Row } from '../tables.js';

const RULE = { rule: 'no-exposed-key' } as const;
const KEY = accountKey(51);
const SDK = `import { createClient, ApiKeyStrategy, OAuthStrategy } from '@wix/sdk';\nimport { files } from '@wix/media';\n`;

/** Places of a key, each with what stands there. */
const SINKS: readonly (readonly [name: string, write: (key: string) => string])[] = [
  ['fetch', (key) => `fetch('https://www.wixapis.com/stores/v1/products', { headers: { Authorization: ${key}, 'wix-site-id': siteId } });`],
  ['Media Manager', (key) => `fetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: ${key} } });`],
  ['Bearer', (key) => `fetch('https://www.wixapis.com/a', { headers: { Authorization: \`Bearer \${${key}}\` } });`],
  ['id header', (key) => `fetch(url, { headers: { Authorization: ${key}, 'wix-site-id': process.env.WIX_SITE_ID } });`],
  ['axios', (key) => `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://www.wixapis.com', headers: { Authorization: ${key} } });\napi.get('/stores/v1/products');`],
  ['ApiKeyStrategy', (key) => `${SDK}createClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: ${key}, siteId }) });`],
  ['ApiKeyStrategy alone', (key) => `${SDK}export const auth = ApiKeyStrategy({ apiKey: ${key}, siteId });`],
  ['external login', (key) => `${SDK}OAuthStrategy({ clientId }).getMemberTokensForExternalLogin(member, ${key});`],
  ['constant', (key) => `${SDK}const apiKey = ${key};\nexport const auth = ApiKeyStrategy({ apiKey, siteId });`],
  ['constant, twice', (key) => `${SDK}const apiKey = ${key};\nexport const auth = ApiKeyStrategy({ apiKey, siteId });\nfetch('https://www.wixapis.com/a', { headers: { Authorization: apiKey } });`],
  ['fallback', (key) => `${SDK}export const auth = ApiKeyStrategy({ apiKey: ${key} ?? '', siteId });`],
  ['trim', (key) => `${SDK}export const auth = ApiKeyStrategy({ apiKey: ${key}.trim(), siteId });`],
  ['class', (key) => `class Wix {\n  constructor(key) { this.key = key; }\n  load() { return fetch('https://www.wixapis.com/a', { headers: { Authorization: this.key } }); }\n}\nnew Wix(${key}).load();`],
  ['client by name', (key) => `new WixMediaManager({ apiKey: ${key} });`],
  ['element by name', (key) => `export const Page = () => <MediaManagerUploader apiKey={${key}} />;`],
];

const PUBLIC = [
  'process.env.NEXT_PUBLIC_WIX_API_KEY', 'import.meta.env.VITE_WIX_API_KEY', 'process.env.REACT_APP_WIX_API_KEY', 'process.env.EXPO_PUBLIC_WIX_API_KEY', 'process.env.GATSBY_WIX_API_KEY',
  'process.env.VUE_APP_WIX_KEY', `process.env['NUXT_PUBLIC_WIX_KEY']`, `Deno.env.get('FRESH_PUBLIC_WIX_KEY')`, 'process.env.NEXT_PUBLIC_KEY', 'useRuntimeConfig().public.wixApiKey',
];
checkTable('a public variable in the place of a key', SINKS.flatMap(([sink, write]) => PUBLIC.map((key): Row => [`${sink}: ${key}`, write(`«${key}»`)])), { ...RULE, messageId: 'publicName', engines: CURRENT });

// Nothing but the setting tells of a key.
const OWN = { settings: { clients: [{ name: 'Uploader', method: 'init', argument: 0 }] } };
const START = `import './wix.css';\nexport const other = 1;\n`;
const ofOwnClients: readonly Row[] = [
  ['handed over', `${START}Uploader.init(«process.env.NEXT_PUBLIC_UPLOAD»);`, OWN],
  ['through a function', `${START}function start(secret) { Uploader.init(secret); }\nstart(«process.env.NEXT_PUBLIC_UPLOAD»);`, OWN],
  ['through a class', `${START}const secret = «process.env.NEXT_PUBLIC_UPLOAD»;\nclass One { constructor(key) { this.key = key; } go() { Uploader.init(this.key); } }\nnew One(secret).go();`, OWN],
  ['without the setting', `${START}function start(secret) { Uploader.init(secret); }\nstart(process.env.NEXT_PUBLIC_UPLOAD);`],
];
checkTable('a public variable for a client of the user', ofOwnClients, { ...RULE, messageId: 'publicName', engines: CURRENT });

const SERVER = ['process.env.WIX_API_KEY', 'import.meta.env.WIX_API_KEY', 'process.env.PUBLIC_WIX_API_KEY', 'process.env.MY_PUBLIC_WIX_KEY', `Deno.env.get('WIX_API_KEY')`, 'useRuntimeConfig().wixApiKey', 'apiKey', 'env.NEXT_PUBLIC_WIX_API_KEY', `'${KEY}'`, '`${a}`'];
checkTable('no public variable', SINKS.flatMap(([sink, write]) => SERVER.map((key): Row => [`${sink}: ${key}`, write(key)])), { ...RULE, engines: CURRENT });

const reads: readonly Row[] = [
  ['destructured', `${SDK}const { «NEXT_PUBLIC_WIX_API_KEY» } = process.env;\nApiKeyStrategy({ apiKey: NEXT_PUBLIC_WIX_API_KEY, siteId });`],
  ['renamed', `${SDK}const { «VITE_WIX_KEY: apiKey» } = import.meta.env;\nApiKeyStrategy({ apiKey, siteId });`],
  ['two of one record', `${SDK}const env = process.env;\nApiKeyStrategy({ apiKey: «env.NEXT_PUBLIC_A», siteId });\nApiKeyStrategy({ apiKey: «env.NEXT_PUBLIC_B», siteId });`],
  ['SvelteKit', `${SDK}import { «PUBLIC_WIX_API_KEY» } from '$env/static/public';\nApiKeyStrategy({ apiKey: PUBLIC_WIX_API_KEY, siteId });`],
  ['SvelteKit, dynamic', `${SDK}import { env } from '$env/dynamic/public';\nApiKeyStrategy({ apiKey: «env.PUBLIC_WIX_API_KEY», siteId });`],
  ['Astro', `${SDK}import { «WIX_API_KEY» } from 'astro:env/client';\nApiKeyStrategy({ apiKey: WIX_API_KEY, siteId });`],
  ['checked by zod', `import { z } from 'zod';\n${SDK}const env = z.object({ NEXT_PUBLIC_WIX_API_KEY: z.string() }).parse(process.env);\nApiKeyStrategy({ apiKey: «env.NEXT_PUBLIC_WIX_API_KEY», siteId });`],
  ['checked by T3 Env', `import { createEnv } from '@t3-oss/env-core';\n${SDK}const env = createEnv({ clientPrefix: 'VITE_', client: { VITE_WIX_API_KEY: string }, runtimeEnv: import.meta.env });\nApiKeyStrategy({ apiKey: «env.VITE_WIX_API_KEY», siteId });`],
  ['own prefix', `${SDK}ApiKeyStrategy({ apiKey: «process.env.SHOP_WIX_API_KEY», siteId });`, { settings: { publicEnvPrefixes: ['SHOP_'] } }],
  ['cast', `${SDK}ApiKeyStrategy({ apiKey: «process.env.NEXT_PUBLIC_WIX_API_KEY» as string, siteId });`, { only: 'typescript' }],
  ['not null', `${SDK}ApiKeyStrategy({ apiKey: «process.env.NEXT_PUBLIC_WIX_API_KEY»!, siteId });`, { only: 'typescript' }],
  ['a literal behind it', `${SDK}ApiKeyStrategy({ apiKey: «process.env.NEXT_PUBLIC_WIX_API_KEY» || '${KEY}', siteId });`],
];
checkTable('ways to read a public variable', reads, { ...RULE, messageId: 'publicName' });

const innocent: readonly Row[] = [
  ['client id', `${SDK}createClient({ auth: OAuthStrategy({ clientId: process.env.NEXT_PUBLIC_WIX_CLIENT_ID }) });`],
  ['client id under the name of a key', `${SDK}createClient({ auth: OAuthStrategy({ clientId: process.env.NEXT_PUBLIC_WIX_API_KEY }) });`],
  ['client id under the name of a key, Gatsby', `${SDK}const apiKey = process.env.GATSBY_WIX_API_KEY;\ncreateClient({ modules: { files }, auth: OAuthStrategy({ clientId: apiKey }) });`],
  ['public site id', `${SDK}ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY, siteId: process.env.NEXT_PUBLIC_WIX_SITE_ID });`],
  ['a base URL', `fetch(process.env.NEXT_PUBLIC_WIX_API_KEY + '/a');`],
  ['another host', `fetch('https://api.example.com', { headers: { Authorization: process.env.NEXT_PUBLIC_WIX_API_KEY } });`],
  ['unknown host', `fetch(url, { headers: { Authorization: process.env.NEXT_PUBLIC_WIX_API_KEY } });`],
  ['only read', `export const key = process.env.NEXT_PUBLIC_WIX_API_KEY;\nif (!key) throw new Error('NEXT_PUBLIC_WIX_API_KEY is missing');`],
  ['SvelteKit, private', `${SDK}import { PUBLIC_KEY } from '$env/static/private';\nApiKeyStrategy({ apiKey: PUBLIC_KEY, siteId });`],
  ['Astro, server', `${SDK}import { WIX_API_KEY } from 'astro:env/server';\nApiKeyStrategy({ apiKey: WIX_API_KEY, siteId });`],
  ['Workers', `${SDK}import { env } from 'cloudflare:workers';\nApiKeyStrategy({ apiKey: env.WIX_API_KEY, siteId });`],
  ['a local process', `${SDK}export const connect = (process) => ApiKeyStrategy({ apiKey: process.env.NEXT_PUBLIC_WIX_API_KEY, siteId });`],
  ['settings that are none', `${SDK}ApiKeyStrategy({ apiKey: process.env.SHOP_WIX_API_KEY, siteId });`, { settings: { publicEnvPrefixes: 'SHOP_' } }],
  ['empty prefix', `${SDK}ApiKeyStrategy({ apiKey: process.env.SHOP_WIX_API_KEY, siteId });`, { settings: { publicEnvPrefixes: ['', 3, null] } }],
];
checkTable('public variables elsewhere', innocent, RULE);

const CLIENT = `'use client';\n`;
const browser: readonly Row[] = [
  ['ApiKeyStrategy', `${CLIENT}${SDK}export const client = createClient({ modules: { files }, auth: «ApiKeyStrategy»({ apiKey: process.env.WIX_API_KEY, siteId }) });`],
  ['unknown key', `${CLIENT}${SDK}export const connect = (apiKey) => createClient({ modules: { files }, auth: «ApiKeyStrategy»({ apiKey, siteId }) });`],
  ['literal', `${CLIENT}${SDK}export const client = createClient({ auth: «ApiKeyStrategy»({ apiKey: '${KEY}', siteId }) });`],
  ['public variable, once', `${CLIENT}${SDK}export const client = createClient({ auth: «ApiKeyStrategy»({ apiKey: process.env.NEXT_PUBLIC_WIX_API_KEY, siteId }) });`],
  ['fetch', `${CLIENT}export const load = () => «fetch»('https://www.wixapis.com/a', { headers: { Authorization: process.env.WIX_API_KEY } });`],
  ['fetch, literal', `${CLIENT}export const load = () => «fetch»('https://www.wixapis.com/a', { headers: { Authorization: '${KEY}' } });`],
  ['double quotes, a comment first', `// page\n"use client"\n${SDK}export const client = createClient({ auth: «ApiKeyStrategy»({ apiKey, siteId }) });`],
  ['behind another directive', `'use strict';\n'use client';\n${SDK}export const client = createClient({ auth: «ApiKeyStrategy»({ apiKey, siteId }) });`],
  ['Vue', `${SDK}const client = createClient({ auth: «ApiKeyStrategy»({ apiKey, siteId }) });`, { filename: 'src/App.vue' }],
  ['Svelte', `${SDK}const client = createClient({ auth: «ApiKeyStrategy»({ apiKey, siteId }) });`, { filename: 'src/App.svelte' }],
  ['HTML', `«fetch»('https://www.wixapis.com/a', { headers: { Authorization: '${KEY}' } });`, { filename: 'index.html' }],
  ['a client script of Astro', `${SDK}const client = createClient({ auth: «ApiKeyStrategy»({ apiKey, siteId }) });`, { filename: 'src/pages/index.astro/1_1.js' }],
];
checkTable('code that a browser runs', browser, { ...RULE, messageId: 'browserCode' });

const server: readonly Row[] = [
  ['no directive', `${SDK}export const client = createClient({ auth: ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY, siteId }) });`],
  ['use server', `'use server';\n${SDK}export const client = createClient({ auth: ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY, siteId }) });`],
  ['a text, no directive', `const mode = 'use client';\n${SDK}export const client = createClient({ auth: ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY, siteId }) });`],
  ['the directive of a function', `${SDK}export function make() { 'use client'; return ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY, siteId }); }`],
  ['OAuthStrategy in the browser', `${CLIENT}${SDK}export const client = createClient({ modules: { files }, auth: OAuthStrategy({ clientId: process.env.NEXT_PUBLIC_WIX_CLIENT_ID }) });`],
  ['a token of the visitor', `${CLIENT}export const load = (token) => fetch('https://www.wixapis.com/a', { headers: { Authorization: token } });`],
  ['an access token', `${CLIENT}export const load = () => fetch('https://www.wixapis.com/a', { headers: { Authorization: '${oauthKey(5)}' } });`],
  ['an access token in a variable', `${CLIENT}export const load = () => fetch('https://www.wixapis.com/a', { headers: { Authorization: process.env.WIX_ACCESS_TOKEN } });`],
  ['the own server', `${CLIENT}export const load = () => fetch('/api/wix', { headers: { Authorization: apiKey } });`],
  ['front matter of Astro', `${SDK}const client = createClient({ auth: ApiKeyStrategy({ apiKey: import.meta.env.WIX_API_KEY, siteId }) });`, { filename: 'src/pages/index.astro' }],
  ['a component of the server', `${SDK}const client = createClient({ auth: ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY, siteId }) });`, { filename: 'src/Page.server.vue' }],
];
checkTable('code that a server runs', server, RULE);

const REACT = `import { WixProvider, ApiKeyStrategy, OAuthStrategy } from '@wix/sdk-react';\n`;
const providers: readonly Row[] = [
  ['strategy', `${REACT}export const App = () => <«WixProvider» auth={ApiKeyStrategy({ apiKey: key, siteId })}><Page /></WixProvider>;`],
  ['constant', `${REACT}const auth = ApiKeyStrategy({ apiKey: process.env.NEXT_PUBLIC_WIX_API_KEY, siteId });\nexport const App = () => <«WixProvider» auth={auth} />;`],
  ['in a browser module', `${CLIENT}${REACT}export const App = () => <«WixProvider» auth={ApiKeyStrategy({ apiKey: '${KEY}', siteId })} />;`],
];
checkTable('a provider', providers, { ...RULE, messageId: 'provider' });
checkTable('a provider of visitors', [
  ['OAuthStrategy', `${REACT}export const App = () => <WixProvider auth={OAuthStrategy({ clientId })} />;`],
  ['unknown', `${REACT}export const App = ({ auth }) => <WixProvider auth={auth} />;`],
  ['another provider', `import { WixProvider } from './provider.js';\nimport { ApiKeyStrategy } from '@wix/sdk';\nexport const App = () => <WixProvider auth={ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY, siteId })} />;`],
], RULE);

const inlined: readonly Row[] = [
  ['next.config env', `export default { env: { «WIX_API_KEY: process.env.WIX_API_KEY», NAME: 'shop' } };`, { filename: 'next.config.mjs' }],
  ['next.config env, CommonJS', `module.exports = { reactStrictMode: true, env: { «key: process.env.WIX_API_KEY» } };`, { filename: 'next.config.js', sourceType: 'commonjs' }],
  ['next.config, a function', `export default () => ({ env: { «WIX_TOKEN: process.env.WIX_TOKEN» } });`, { filename: 'next.config.mjs' }],
  ['next.config, literal', `export default { env: { «KEY: '${KEY}'» } };`, { filename: 'next.config.mjs' }],
  ['vite define', `export default defineConfig({ define: { «__WIX_KEY__: JSON.stringify(process.env.WIX_API_KEY)» } });`, { filename: 'vite.config.js' }],
  ['vite define, loadEnv', `export default defineConfig(({ mode }) => ({ define: { «'process.env.WIX_API_KEY': JSON.stringify(process.env.WIX_API_KEY)» } }));`, { filename: 'vite.config.js' }],
  ['a constant', `const define = { «KEY: process.env.WIX_API_KEY» };\nexport default { define };`, { filename: 'vite.config.js' }],
  ['astro, vite', `export default defineConfig({ vite: { define: { «KEY: process.env.WIX_API_KEY» } } });`, { filename: 'astro.config.mjs' }],
  ['nuxt', `export default defineNuxtConfig({ runtimeConfig: { wixApiKey: process.env.WIX_API_KEY, public: { «wixApiKey: process.env.WIX_API_KEY» } } });`, { filename: 'nuxt.config.js' }],
  ['DefinePlugin', `const webpack = require('webpack');\nmodule.exports = { plugins: [new webpack.DefinePlugin({ «'process.env.WIX_API_KEY': JSON.stringify(process.env.WIX_API_KEY)» })] };`, { filename: 'webpack.config.js', sourceType: 'commonjs' }],
  ['EnvironmentPlugin', `import { EnvironmentPlugin } from 'webpack';\nexport default { plugins: [new EnvironmentPlugin(['NODE_ENV', «'WIX_API_KEY'»])] };`, { filename: 'webpack.config.mjs' }],
  ['EnvironmentPlugin with defaults', `const webpack = require('webpack');\nmodule.exports = { plugins: [new webpack.EnvironmentPlugin({ NODE_ENV: 'production', «WIX_API_KEY: null» })] };`, { filename: 'webpack.config.js', sourceType: 'commonjs' }],
  ['EnvironmentPlugin, names', `const webpack = require('webpack');\nmodule.exports = { plugins: [new webpack.EnvironmentPlugin('NODE_ENV', «'WIX_TOKEN'»)] };`, { filename: 'webpack.config.js', sourceType: 'commonjs' }],
  ['vite define, nested', `export default defineConfig({ define: { 'process.env': { «WIX_API_KEY: process.env.WIX_API_KEY» } } });`, { filename: 'vite.config.js' }],
  ['vite loadEnv', `import { defineConfig, loadEnv } from 'vite';\nexport default defineConfig(({ mode }) => {\n  const env = loadEnv(mode, process.cwd(), '');\n  return { define: { «'process.env.WIX_API_KEY': JSON.stringify(env.WIX_API_KEY)» } };\n});`, { filename: 'vite.config.js' }],
  ['vite-plugin-environment', `import environment from 'vite-plugin-environment';\nexport default { plugins: [environment([«'WIX_API_KEY'»])] };`, { filename: 'vite.config.js' }],
];
checkTable('keys that a build inlines', inlined, { ...RULE, messageId: 'inlined' });

const notInlined: readonly Row[] = [
  ['client id', `export default { env: { WIX_CLIENT_ID: process.env.WIX_CLIENT_ID } };`, { filename: 'next.config.mjs' }],
  ['other config', `export default { env: { WIX_API_KEY: process.env.WIX_API_KEY } };`, { filename: 'src/settings.js' }],
  ['define elsewhere', `export const options = { define: { KEY: process.env.WIX_API_KEY } };`, { filename: 'src/options.js' }],
  ['private runtime config', `export default defineNuxtConfig({ runtimeConfig: { wixApiKey: process.env.WIX_API_KEY, public: { clientId: process.env.WIX_CLIENT_ID } } });`, { filename: 'nuxt.config.js' }],
  ['a fact about the key', `export default defineConfig({ define: { __HAS_WIX_KEY__: JSON.stringify(Boolean(process.env.WIX_API_KEY)) } });`, { filename: 'vite.config.js' }],
  ['names of DefinePlugin', `const webpack = require('webpack');\nmodule.exports = { plugins: [new webpack.DefinePlugin({ WIX_API_KEY: JSON.stringify('none') })] };`, { filename: 'webpack.config.js', sourceType: 'commonjs' }],
  ['env of tests', `export default { test: { env: { WIX_API_KEY: process.env.WIX_API_KEY } } };`, { filename: 'vitest.config.js' }],
  ['key of another vendor', `export default { env: { MAPS_KEY: process.env.MAPS_KEY } }; // wix`, { filename: 'next.config.mjs' }],
  ['another DefinePlugin', `import { DefinePlugin } from './plugin.js';\nnew DefinePlugin({ KEY: process.env.WIX_API_KEY });`, { filename: 'webpack.config.mjs' }],
];
checkTable('what no build inlines', notInlined, RULE);

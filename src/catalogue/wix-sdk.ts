import { at, type Slot } from './http-client.js';

/** Modules that export `createClient` or a strategy: @wix/sdk@1.21.16 package.json exports, and the two packages that re-export it. */
export const SDK_MODULES: readonly string[] = [
  '@wix/sdk',
  '@wix/sdk/client',
  '@wix/sdk/context',
  '@wix/sdk/media',
  '@wix/sdk/auth/api-key',
  '@wix/sdk/auth/oauth2',
  '@wix/sdk/auth/site-session',
  '@wix/sdk/auth/velo',
  '@wix/sdk/auth/wix-app-oauth',
  '@wix/api-client', // the former name: 1.14.1
  '@wix/sdk-react', // 0.5.9 index.d.ts: export * from '@wix/sdk'
];

/** Whether a module exports the SDK's own surface. */
export function isSdkModule(name: string): boolean {
  return SDK_MODULES.includes(name);
}

/** An authentication strategy: a function of one options object. */
export interface StrategyFacts {
  readonly name: string;
  /** Property of an API key, or null. */
  readonly apiKey: string | null;
  /** Property of an app secret, or null. */
  readonly appSecret: string | null;
  /** Properties that become the id headers, or null. */
  readonly siteId: string | null;
  readonly accountId: string | null;
  /** Methods of the strategy that take an API key, and where. */
  readonly keyMethods: readonly { readonly member: string; readonly apiKey: Slot }[];
  /** Methods of the strategy that set an id header later. */
  readonly idMethods: readonly { readonly member: string; readonly header: 'wix-site-id' | 'wix-account-id'; readonly value: Slot }[];
}

const NO_KEY = { apiKey: null, appSecret: null, siteId: null, accountId: null, keyMethods: [], idMethods: [] } as const;
const APP = { ...NO_KEY, appSecret: 'appSecret' } as const;

/** Every strategy the SDK has had, by the name it is exported under. */
export const STRATEGIES: readonly StrategyFacts[] = [
  {
    // @wix/sdk@1.21.16 build/auth/ApiKeyAuthStrategy.js, the same since 1.5.5: Authorization is the key as it is
    ...NO_KEY,
    name: 'ApiKeyStrategy',
    apiKey: 'apiKey',
    siteId: 'siteId',
    accountId: 'accountId',
    idMethods: [
      { member: 'setSiteId', header: 'wix-site-id', value: at(0) },
      { member: 'setAccountId', header: 'wix-account-id', value: at(0) },
    ],
  },
  {
    // build/auth/oauth2/OAuthStrategy.js: both send `<access token>,<key>`
    ...NO_KEY,
    name: 'OAuthStrategy',
    keyMethods: ['getMemberTokensForExternalLogin', 'getMemberTokensForExternalLoginWithSession'].map((member) => ({ member, apiKey: at(1) })),
  },
  { ...APP, name: 'AppStrategy' }, // build/auth/AppStrategy.js, since 1.10
  { ...APP, name: 'AppOAuthStrategy' }, // 1.9
  { ...APP, name: 'WixAppOAuthStrategy' }, // 1.5 and 1.7
  { ...NO_KEY, name: 'SiteSessionAuth' }, // build/auth/SiteSessionAuth.js
  { ...NO_KEY, name: 'VeloAuthStrategy' }, // build/auth/VeloAuthStrategy.js
];

/** The strategy of that name, or null. */
export function findStrategy(name: string): StrategyFacts | null {
  return STRATEGIES.find((strategy) => strategy.name === name) ?? null;
}

/** The method of a hand-written strategy that returns `{ headers }`: @wix/sdk-types@1.17.12 AuthenticationStrategy. */
export const AUTH_HEADERS_METHOD = 'getAuthHeaders';

/** `createClient(config)`: @wix/sdk@1.21.16 build/wixClient.js; `auth` is a strategy or a function that returns one. */
export const CREATE_CLIENT = {
  name: 'createClient',
  modules: at(0, 'modules'),
  auth: at(0, 'auth'),
  headers: at(0, 'headers'),
  /** Replaces www.wixapis.com. */
  host: at(0, 'host', 'apiBaseUrl'),
} as const;

/** What a member of the client does: brings in modules, adds headers, sends a request, or serves modules called without it. */
export interface ClientMember {
  readonly member: string;
  readonly modules?: Slot;
  readonly headers?: Slot;
  readonly url?: Slot;
  /** The base of a relative URL, or the whole URL where the member takes none. */
  readonly base?: string;
  readonly context?: true;
}

/** Members of the client that `createClient` returns, besides its modules. Source: build/wixClient.js. */
export const CLIENT_MEMBERS: readonly ClientMember[] = [
  { member: 'use', modules: at(0) },
  { member: 'setHeaders', headers: at(0) },
  // Deprecated; its host is replaced by the API host whatever the URL says
  { member: 'fetch', url: at(0), base: 'https://www.wixapis.com', headers: at(1, 'headers') },
  // No check of the host: the key goes wherever the URL says
  { member: 'fetchWithAuth', url: at(0), headers: at(1, 'headers') },
  { member: 'graphql', base: 'https://www.wixapis.com/graphql/alpha' },
  // Afterwards module functions that are called directly use this client's strategy
  { member: 'enableContext', context: true },
];

/** The JSX element of @wix/sdk-react@0.5.9 that takes a strategy, and its attribute; always browser code. */
export const PROVIDER = { name: 'WixProvider', auth: 'auth' } as const;

// @wix/media@1.0.276 build/es/index.mjs; the older names @wix/media_files@1.0.75 and @wix/media_folders@1.0.50
const MEDIA_PACKAGES = ['@wix/media', '@wix/media_files', '@wix/media_folders'];
const MEDIA_PACKAGE_START = '@wix/auto_sdk_media_';

// build/es/components.mjs and services.mjs of the same: client React of @wix/headless-media, no key
const REACT_SUBPATHS = ['components', 'services'];

/** Whether a module's functions call the Media Manager when a client runs them. */
export function isMediaModule(name: string): boolean {
  const { packageName, subpath } = partsOf(name);
  if (REACT_SUBPATHS.includes(subpath)) return false;
  return MEDIA_PACKAGES.includes(packageName) || packageName.startsWith(MEDIA_PACKAGE_START);
}

// Packages of the @wix scope that hold no REST functions, by the first word after the scope (npm, November 2025)
const TOOL_WORDS = new Set([
  'ai', 'astro', 'auto', 'babel', 'bex', 'cli', 'create', 'credits', 'css', 'design', 'draft', 'editor', 'error', 'eslint', 'essentials',
  'fast', 'feedback', 'filter', 'form', 'headless', 'http', 'image', 'l10n', 'metro', 'monitoring', 'motion', 'patterns', 'public', 'ricos',
  'sdk', 'services', 'site', 'unidriver', 'vibe', 'video', 'web', 'wix', 'workspace',
]);

/** Whether a module's functions call another Wix REST API than the Media Manager when a client runs them. */
export function isWixModule(name: string): boolean {
  const { packageName, subpath } = partsOf(name);
  if (!packageName.startsWith('@wix/') || isSdkModule(packageName) || isMediaModule(name)) return false;
  if (REACT_SUBPATHS.includes(subpath)) return false;
  const bare = packageName.slice('@wix/'.length);
  if (bare.startsWith('auto_sdk_')) return true;
  return bare !== '' && !TOOL_WORDS.has(bare.split(/[-_]/, 1)[0] ?? '');
}

function partsOf(name: string): { packageName: string; subpath: string } {
  const [scope = '', bare = '', subpath = ''] = name.split('/');
  return { packageName: `${scope}/${bare}`, subpath };
}

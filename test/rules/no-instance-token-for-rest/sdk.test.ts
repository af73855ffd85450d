import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { SDK_MODULES } from '../../../src/catalogue/wix-sdk.js';
import { ENGINES } from '../linting.js';
import { checkTable, reportsOf, type Row } from '../tables.js';
import { REPORTED, SILENT, TARGETS, TOKEN, type Target } from './targets.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;
const SDK = `import { createClient, ApiKeyStrategy } from '@wix/sdk';`;
const MEDIA = `import { files } from '@wix/media';`;

/** How `createClient` and `ApiKeyStrategy` may come into a file: the imports, and the names they go by. */
interface Import {
  readonly name: string;
  readonly before: string;
  readonly client: string;
  readonly strategy: string;
  readonly only?: 'typescript';
}

const IMPORTS: readonly Import[] = [
  { name: 'named', before: SDK, client: 'createClient', strategy: 'ApiKeyStrategy' },
  { name: 'aliased', before: `import { createClient as make, ApiKeyStrategy as Key } from '@wix/sdk';`, client: 'make', strategy: 'Key' },
  { name: 'namespace', before: `import * as sdk from '@wix/sdk';`, client: 'sdk.createClient', strategy: 'sdk.ApiKeyStrategy' },
  { name: 'namespace, bracket', before: `import * as sdk from '@wix/sdk';`, client: `sdk['createClient']`, strategy: `sdk['ApiKeyStrategy']` },
  { name: 'namespace, destructured', before: `import * as sdk from '@wix/sdk';\nconst { createClient, ApiKeyStrategy } = sdk;`, client: 'createClient', strategy: 'ApiKeyStrategy' },
  { name: 'default', before: `import sdk from '@wix/sdk';`, client: 'sdk.createClient', strategy: 'sdk.ApiKeyStrategy' },
  { name: 'CommonJS', before: `const sdk = require('@wix/sdk');`, client: 'sdk.createClient', strategy: 'sdk.ApiKeyStrategy' },
  { name: 'CommonJS, destructured', before: `const { createClient, ApiKeyStrategy } = require('@wix/sdk');`, client: 'createClient', strategy: 'ApiKeyStrategy' },
  { name: 'CommonJS, renamed', before: `const { createClient: make, ApiKeyStrategy: Key } = require('@wix/sdk');`, client: 'make', strategy: 'Key' },
  { name: 'CommonJS, member', before: `const createClient = require('@wix/sdk').createClient;\nconst Key = require('@wix/sdk').ApiKeyStrategy;`, client: 'createClient', strategy: 'Key' },
  { name: 'import()', before: `const { createClient, ApiKeyStrategy } = await import('@wix/sdk');`, client: 'createClient', strategy: 'ApiKeyStrategy' },
  { name: 'import() as object', before: `const sdk = await import('@wix/sdk');`, client: 'sdk.createClient', strategy: 'sdk.ApiKeyStrategy' },
  { name: 'import =', before: `import sdk = require('@wix/sdk');`, client: 'sdk.createClient', strategy: 'sdk.ApiKeyStrategy', only: 'typescript' },
  { name: 'string name', before: `import { 'createClient' as make, 'ApiKeyStrategy' as Key } from '@wix/sdk';`, client: 'make', strategy: 'Key' },
  { name: 'type beside', before: `import { createClient, type WixClient, ApiKeyStrategy } from '@wix/sdk';`, client: 'createClient', strategy: 'ApiKeyStrategy', only: 'typescript' },
  ...SDK_MODULES.map((module): Import => ({ name: module, before: `import { createClient } from '@wix/sdk';\nimport { ApiKeyStrategy } from '${module}';`, client: 'createClient', strategy: 'ApiKeyStrategy' })),
  ...SDK_MODULES.filter((module) => !module.startsWith('@wix/sdk/')).map((module): Import => ({ name: `all from ${module}`, before: `import { createClient, ApiKeyStrategy } from '${module}';`, client: 'createClient', strategy: 'ApiKeyStrategy' })),
];

function clientCode({ before, client, strategy }: Import, modules: string, key: string): string {
  return `${before}\n${modules}\nexport const wixClient = ${client}({ modules: { files }, auth: ${strategy}({ apiKey: ${key}, siteId: 'site' }) });`;
}

const imports = IMPORTS.flatMap((form): readonly Row[] => [
  [form.name, clientCode(form, MEDIA, REPORTED), form.only ? { only: form.only } : {}],
  [`${form.name}, products`, clientCode(form, `import { products as files } from '@wix/stores';`, SILENT), form.only ? { only: form.only } : {}],
]);
checkTable('each import form', imports, RULE);

const MEDIA_MODULES = ['@wix/media', '@wix/media_files', '@wix/media_folders', '@wix/auto_sdk_media_files', '@wix/auto_sdk_media_folders', '@wix/auto_sdk_media_enterprise-media-items'];
const OTHER_MODULES = ['@wix/stores', '@wix/members', '@wix/crm', '@wix/data', '@wix/blog', '@wix/ecom', '@wix/bookings', '@wix/auto_sdk_stores_products'];

const modules: readonly Row[] = [
  ...MEDIA_MODULES.map((module): Row => [module, clientCode(IMPORTS[0] as Import, `import * as files from '${module}';`, REPORTED)]),
  ...OTHER_MODULES.map((module): Row => [module, clientCode(IMPORTS[0] as Import, `import * as files from '${module}';`, SILENT)]),
  ...['import files from', 'import { files } from', 'import * as files from', 'import { default as files } from'].map((start): Row => [start, clientCode(IMPORTS[0] as Import, `${start} '@wix/media';`, REPORTED)]),
  ['required', clientCode(IMPORTS[0] as Import, `const { files } = require('@wix/media');`, REPORTED)],
  ['a member of the namespace', `${SDK}\nimport * as media from '@wix/media';\ncreateClient({ modules: { files: media.files }, auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });`],
  ['the namespace as modules', `${SDK}\nimport * as media from '@wix/media';\ncreateClient({ modules: media, auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });`],
  ['media among others', `${SDK}\n${MEDIA}\nimport { products } from '@wix/stores';\ncreateClient({ modules: { products, files }, auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });`],
  ['others only', `${SDK}\nimport { products } from '@wix/stores';\nimport { members } from '@wix/members';\ncreateClient({ modules: { products, members }, auth: ApiKeyStrategy({ apiKey: ${SILENT} }) });`],
  ['modules in a constant', `${SDK}\n${MEDIA}\nconst modules = { files };\ncreateClient({ modules, auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });`],
  ['modules spread', `${SDK}\n${MEDIA}\nimport { products } from '@wix/stores';\nconst shared = { files };\ncreateClient({ modules: { ...shared, products }, auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });`],
  ['modules spread from the namespace', `${SDK}\nimport * as media from '@wix/media';\ncreateClient({ modules: { ...media }, auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });`],
  ['config in a constant', `${SDK}\n${MEDIA}\nconst config = { modules: { files }, auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) };\ncreateClient(config);`],
  ['config under a name', `${SDK}\n${MEDIA}\nconst options = { apiKey: ${REPORTED}, siteId: 'site' };\nconst auth = ApiKeyStrategy(options);\ncreateClient({ auth, modules: { files } });`],
  ['used', `${SDK}\n${MEDIA}\nconst client = createClient({ auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });\nclient.use(files).listFiles();`],
  ['used, namespace', `import * as sdk from '@wix/sdk';\nimport * as media from '@wix/media';\nconst client = sdk.createClient({ auth: sdk.ApiKeyStrategy({ apiKey: ${REPORTED} }) });\nawait client.use(media.files).generateFileUploadUrl('image/png');`],
  ['used for products', `${SDK}\nimport { products } from '@wix/stores';\nconst client = createClient({ auth: ApiKeyStrategy({ apiKey: ${SILENT} }) });\nclient.use(products).queryProducts();`],
  ['used for products and files', `${SDK}\n${MEDIA}\nimport { products } from '@wix/stores';\nconst client = createClient({ auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });\nclient.use(products);\nclient.use(files);`],
  ['two clients, each with its key', `${SDK}\n${MEDIA}\nimport { products } from '@wix/stores';\ncreateClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });\ncreateClient({ modules: { products }, auth: ApiKeyStrategy({ apiKey: ${SILENT} }) });`],
  ['one key for two clients', `${SDK}\n${MEDIA}\nimport { products } from '@wix/stores';\nconst auth = ApiKeyStrategy({ apiKey: ${REPORTED} });\ncreateClient({ modules: { files }, auth });\ncreateClient({ modules: { products }, auth });`],
  ['client in a class field', `${SDK}\n${MEDIA}\nclass Api {\n  client = createClient({ auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });\n  list() { return this.client.use(files).listFiles(); }\n}`],
  ['client made by a getter', `${SDK}\n${MEDIA}\nclass Api {\n  get client() { return createClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) }); }\n}`],
  ['client in a function', `${SDK}\n${MEDIA}\nexport function connect() {\n  return createClient({ modules: { files }, auth: ApiKeyStrategy({ siteId: 'site', apiKey: ${REPORTED} }) });\n}`],
  ['enableContext', `${SDK}\n${MEDIA}\nconst client = createClient({ auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });\nclient.enableContext('global');\nawait files.listFiles();`],
  ['enableContext, products', `${SDK}\nimport { products } from '@wix/stores';\nconst client = createClient({ auth: ApiKeyStrategy({ apiKey: ${SILENT} }) });\nclient.enableContext('global');\nawait products.queryProducts();`],
  ['no modules known', `${SDK}\nexport const client = createClient({ auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });`],
  ['strategy alone, exported', `import { ApiKeyStrategy } from '@wix/sdk';\nexport const auth = ApiKeyStrategy({ apiKey: ${REPORTED}, accountId: 'account' });`],
  ['strategy overwritten', `${SDK}\n${MEDIA}\nlet apiKey = ${SILENT};\napiKey = process.env.WIX_API_KEY;\ncreateClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey }) });`],
  ['another property', `${SDK}\n${MEDIA}\ncreateClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY, siteId: ${SILENT} }) });`],
  ['another package of that name', `import { createClient, ApiKeyStrategy } from './own-sdk.js';\n${MEDIA}\nconst ask = (x) => x;\nconst key = ${SILENT};\nask(key);\ncreateClient({ modules: { files } });`],
  ['OAuth', `import { createClient, OAuthStrategy } from '@wix/sdk';\n${MEDIA}\nconst note = ${SILENT};\nconsole.log(note);\ncreateClient({ modules: { files }, auth: OAuthStrategy({ clientId: 'client' }) });`],
];
checkTable('modules of the client', modules, RULE);

/** Each way to authorize a client, with its key and the module it is for. */
const AUTHORIZATIONS: readonly (readonly [name: string, write: (key: string) => string])[] = [
  ['getAuthHeaders, method', (key) => `auth: { getAuthHeaders() { return { headers: { Authorization: ${key} } }; } }`],
  ['getAuthHeaders, async', (key) => `auth: { async getAuthHeaders() { return { headers: { authorization: ${key} } }; } }`],
  ['getAuthHeaders, arrow', (key) => `auth: { getAuthHeaders: () => ({ headers: { Authorization: ${key} } }) }`],
  ['getAuthHeaders, promise', (key) => `auth: { getAuthHeaders: () => Promise.resolve({ headers: { Authorization: ${key} } }) }`],
  ['getAuthHeaders, function', (key) => `auth: { getAuthHeaders: async function () { const headers = { Authorization: ${key} }; return { headers }; } }`],
  ['getAuthHeaders, branches', (key) => `auth: { getAuthHeaders() { if (isDraft) return { headers: {} }; return { headers: { Authorization: ${key} } }; } }`],
  ['headers', (key) => `headers: { Authorization: ${key} }`],
  ['headers beside another strategy', (key) => `headers: { authorization: ${key} }, auth: OAuthStrategy({ clientId: 'client' })`],
  ['auth as a function', (key) => `auth: () => ApiKeyStrategy({ apiKey: ${key} })`],
  ['auth as a function with a body', (key) => `auth: function () { return ApiKeyStrategy({ apiKey: ${key} }); }`],
  ['auth as an async function', (key) => `auth: async () => ApiKeyStrategy({ apiKey: ${key} })`],
  ['auth as a conditional', (key) => `auth: isDraft ? undefined : ApiKeyStrategy({ apiKey: ${key} })`],
  ['auth as a fallback', (key) => `auth: other ?? ApiKeyStrategy({ apiKey: ${key} })`],
  ['TypeScript wrappers', (key) => `auth: ApiKeyStrategy({ apiKey: ${key} as string } satisfies object)!`],
];
const SDK_ALL = `import { createClient, ApiKeyStrategy, OAuthStrategy } from '@wix/sdk';`;
const authorizations = AUTHORIZATIONS.flatMap(([name, write]): readonly Row[] => {
  const setup = name === 'TypeScript wrappers' ? ({ only: 'typescript' } as const) : {};
  return [
    [name, `${SDK_ALL}\n${MEDIA}\nexport const client = createClient({ modules: { files }, ${write(REPORTED)} });`, setup],
    [`${name}, products`, `${SDK_ALL}\nimport { products } from '@wix/stores';\nexport const client = createClient({ modules: { products }, ${write(SILENT)} });`, setup],
  ];
});
checkTable('each way to authorize', authorizations, RULE);

const oauth = `import { createClient, OAuthStrategy } from '@wix/sdk';\n`;
const strategies: readonly Row[] = [
  ['strategy object in a constant', `${oauth}${MEDIA}\nconst auth = { getAuthHeaders: async () => ({ headers: { Authorization: ${REPORTED} } }) };\ncreateClient({ modules: { files }, auth });`],
  ['strategy of a class', `${oauth}${MEDIA}\nclass Strategy { getAuthHeaders() { return { headers: { Authorization: ${REPORTED} } }; } }\ncreateClient({ modules: { files }, auth: new Strategy() });`],
  ['strategy of a class with a field', `${oauth}${MEDIA}\nclass Strategy { #key = ${REPORTED}; getAuthHeaders() { return { headers: { Authorization: this.#key } }; } }\ncreateClient({ modules: { files }, auth: new Strategy() });`],
  ['setHeaders', `${oauth}${MEDIA}\nconst client = createClient({ modules: { files } });\nclient.setHeaders({ Authorization: ${REPORTED} });`],
  ['setHeaders, products', `${oauth}import { products } from '@wix/stores';\nconst client = createClient({ modules: { products } });\nclient.setHeaders({ Authorization: ${SILENT} });`],
  ['member token of an external login', `${oauth}const auth = OAuthStrategy({ clientId: 'client' });\nawait auth.getMemberTokensForExternalLogin('member', ${SILENT});`],
  ['the same with apis: rest', `${oauth}const auth = OAuthStrategy({ clientId: 'client' });\nawait auth.getMemberTokensForExternalLogin('member', ${REPORTED});`, { options: { apis: 'rest' } }],
];
checkTable('strategies and setters', strategies, RULE);

const CALLS: readonly (readonly [name: string, write: (target: Target) => string])[] = [
  ['fetchWithAuth', ({ url, key }) => `const client = createClient({ auth: ApiKeyStrategy({ apiKey: ${key} }) });\nawait client.fetchWithAuth('${url}', { method: 'POST' });`],
  ['fetchWithAuth, template', ({ base, key }) => `const client = createClient({ auth: ApiKeyStrategy({ apiKey: ${key} }) });\nawait client.fetchWithAuth(\`${base}/\${id}\`);`],
  ['fetchWithAuth, chained', ({ url, key }) => `await createClient({ auth: ApiKeyStrategy({ apiKey: ${key} }) }).fetchWithAuth('${url}');`],
  ['fetchWithAuth, destructured', ({ url, key }) => `const { fetchWithAuth } = createClient({ auth: ApiKeyStrategy({ apiKey: ${key} }) });\nawait fetchWithAuth('${url}');`],
];
const calls = CALLS.flatMap(([name, write]) => TARGETS.map((target): Row => [`${name}: ${target.name}`, `${SDK}\n${write(target)}`]));
const relative: readonly Row[] = [
  ['fetch, relative', `${SDK}\nconst client = createClient({ auth: ApiKeyStrategy({ apiKey: ${REPORTED} }) });\nawait client.fetch('/site-media/v1/files', { method: 'GET' });`],
  ['fetch, relative, stores', `${SDK}\nconst client = createClient({ auth: ApiKeyStrategy({ apiKey: ${SILENT} }) });\nawait client.fetch('/stores/v1/products', { method: 'GET' });`],
  ['graphql', `${SDK}\nconst client = createClient({ auth: ApiKeyStrategy({ apiKey: ${SILENT} }) });\nawait client.graphql('{ a }');`],
];
checkTable('calls of the client', [...calls, ...relative], RULE);

const jsx: readonly Row[] = [
  ['WixProvider', `import { WixProvider, ApiKeyStrategy } from '@wix/sdk-react';\n${MEDIA}\nexport default () => <WixProvider auth={ApiKeyStrategy({ apiKey: ${REPORTED} })} modules={{ files }} />;`],
  ['WixProvider, products', `import { WixProvider, ApiKeyStrategy } from '@wix/sdk-react';\nimport { products } from '@wix/stores';\nexport default () => <WixProvider auth={ApiKeyStrategy({ apiKey: ${SILENT} })} modules={{ products }} />;`],
];
checkTable('JSX', jsx, RULE);

describe('every function group that the installed @wix/media exports', () => {
  const require = createRequire(import.meta.url);
  const names = Object.keys(require('@wix/media') as object).filter((name) => /^[a-z]\w*$/u.test(name));
  const [engine] = ENGINES;
  test.each(names)('%s', (name) => {
    const code = `${SDK}\nimport { ${name} as group } from '@wix/media';\ncreateClient({ modules: { group }, auth: ApiKeyStrategy({ apiKey: '${TOKEN}' }) });`;
    expect(reportsOf(code, { ...RULE, engine: engine as (typeof ENGINES)[number] })).toMatchObject([{ messageId: 'instanceToken', line: 3 }]);
  });
});

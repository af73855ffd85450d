import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ESLint } from 'eslint';
import * as typescript from '@typescript-eslint/parser';
import wixKeys from '../src/index.js';
import { jwsKey, publicId } from './fake-keys.js';
import type { RuleName } from './rules/linting.js';

/** A mistake in one file of a correct app. */
interface Mistake {
  readonly about: string;
  readonly file: string;
  /** Texts that the file has once, with what is written for them. */
  readonly edits: Readonly<Record<string, string>>;
  readonly rule: RuleName;
}

const APPS = join(import.meta.dirname, 'correct-apps');

/** What ESLint lints with this configuration: code, and env files. */
const LINTED = /\.[cm]?[jt]sx?$|(?:^|\/)\.env(?:\.\w+)?$/;

const PUBLIC_KEY = 'a public variable for the key';
const KEY_TO_UPLOAD = 'the key sent with the upload';
const UUID_AS_KEY = 'a UUID for the key';
const NO_SITE = 'no site';

const IMPORTED_ENV = "import { env as secrets } from 'cloudflare:workers';\n";

const mistakes: Readonly<Record<string, readonly Mistake[]>> = {
  nextjs: [
    { about: PUBLIC_KEY, file: 'app/api/login/route.ts', edits: { 'apiKey: process.env.WIX_API_KEY!': 'apiKey: process.env.NEXT_PUBLIC_WIX_API_KEY!' }, rule: 'no-exposed-key' },
    { about: 'a strategy with a key in the browser', file: 'components/upload-form.tsx', edits: { 'createClient, OAuthStrategy': 'createClient, ApiKeyStrategy', 'OAuthStrategy({ clientId: process.env.NEXT_PUBLIC_WIX_CLIENT_ID! })': 'ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY!, siteId: process.env.WIX_SITE_ID! })' }, rule: 'no-exposed-key' },
    { about: 'a key inlined by the build', file: 'next.config.js', edits: { 'APP_VERSION: version': 'WIX_API_KEY: process.env.WIX_API_KEY' }, rule: 'no-exposed-key' },
    { about: KEY_TO_UPLOAD, file: 'app/api/upload/route.ts', edits: { "headers: { 'Content-Type': file.type }": "headers: { Authorization: apiKey, 'Content-Type': file.type }" }, rule: 'no-key-to-foreign-host' },
    { about: NO_SITE, file: 'app/api/upload/route.ts', edits: { "'wix-site-id': siteId,": '' }, rule: 'valid-auth-headers' },
  ],
  astro: [
    { about: PUBLIC_KEY, file: 'src/lib/wix.js', edits: { "import { WIX_API_KEY, WIX_SITE_ID } from 'astro:env/server';": "import { PUBLIC_WIX_API_KEY as WIX_API_KEY, PUBLIC_WIX_SITE_ID as WIX_SITE_ID } from 'astro:env/client';" }, rule: 'no-exposed-key' },
    { about: 'Bearer before the key', file: 'src/pages/api/upload.js', edits: { "Authorization: getSecret('WIX_API_KEY')": "Authorization: `Bearer ${getSecret('WIX_API_KEY')}`" }, rule: 'valid-auth-headers' },
    { about: KEY_TO_UPLOAD, file: 'src/pages/api/upload.js', edits: { "headers: { 'Content-Type': file.type }": 'headers: wixHeaders()' }, rule: 'no-key-to-foreign-host' },
    { about: 'a key in the example', file: '.env.example', edits: { 'IST.your-api-key': jwsKey() }, rule: 'no-hardcoded-key' },
  ],
  sveltekit: [
    { about: PUBLIC_KEY, file: 'src/lib/server/wix.ts', edits: { "import { WIX_API_KEY } from '$env/static/private';": "import { PUBLIC_WIX_API_KEY as WIX_API_KEY } from '$env/static/public';" }, rule: 'no-exposed-key' },
    { about: 'a key inlined by the build', file: 'vite.config.ts', edits: { 'env.PUBLIC_WIX_CLIENT_ID': 'process.env.WIX_API_KEY' }, rule: 'no-exposed-key' },
    { about: KEY_TO_UPLOAD, file: 'src/routes/api/files/+server.ts', edits: { '{ request, fetch }': '{ request }', "headers: { 'Content-Type': file.type }": 'headers: { Authorization: env.WIX_API_KEY! }' }, rule: 'no-key-to-foreign-host' },
    { about: NO_SITE, file: 'src/routes/api/files/+server.ts', edits: { "headers.set('wix-site-id', PUBLIC_WIX_SITE_ID);": '' }, rule: 'valid-auth-headers' },
  ],
  express: [
    { about: UUID_AS_KEY, file: 'server.js', edits: { 'apiKey: config.WIX_API_KEY': `apiKey: '${publicId()}'` }, rule: 'valid-key-format' },
    { about: 'a key behind an `||`', file: 'server.js', edits: { 'apiKey: config.WIX_API_KEY': `apiKey: config.WIX_API_KEY || '${jwsKey()}'` }, rule: 'no-hardcoded-key' },
    { about: KEY_TO_UPLOAD, file: 'media.js', edits: { "headers: { 'Content-Type': mimetype }": 'headers: { Authorization: WIX_API_KEY }' }, rule: 'no-key-to-foreign-host' },
    { about: NO_SITE, file: 'server.js', edits: { ', siteId: config.WIX_SITE_ID': '' }, rule: 'valid-auth-headers' },
    { about: 'the key for another service', file: 'mail.js', edits: { '`Bearer ${config.MAIL_API_KEY}`': 'process.env.WIX_API_KEY' }, rule: 'no-key-to-foreign-host' },
    { about: 'a strategy with a public key', file: 'client/main.js', edits: { 'createClient, OAuthStrategy': 'createClient, ApiKeyStrategy', 'OAuthStrategy({ clientId: import.meta.env.VITE_WIX_CLIENT_ID })': "ApiKeyStrategy({ apiKey: import.meta.env.VITE_WIX_API_KEY, siteId: 'site' })" }, rule: 'no-exposed-key' },
  ],
  workers: [
    { about: UUID_AS_KEY, file: 'worker/wix.ts', edits: { 'apiKey: env.WIX_API_KEY': `apiKey: '${publicId()}'` }, rule: 'valid-key-format' },
    { about: NO_SITE, file: 'worker/wix.ts', edits: { ', siteId: env.WIX_SITE_ID': '' }, rule: 'valid-auth-headers' },
    { about: 'no account', file: 'worker/wix.ts', edits: { "'Authorization': WIX_API_KEY": "'Authorization': env.WIX_API_KEY", "'wix-account-id': WIX_ACCOUNT_ID,": '' }, rule: 'valid-auth-headers' },
    { about: KEY_TO_UPLOAD, file: 'worker/upload.ts', edits: { 'import type { Env }': `${IMPORTED_ENV}import type { Env }`, "headers: { 'Content-Type': file.type }": 'headers: { Authorization: secrets.WIX_API_KEY }' }, rule: 'no-key-to-foreign-host' },
    { about: 'the key for another service', file: 'worker/index.ts', edits: { 'import { upload }': `${IMPORTED_ENV}import { upload }`, "headers: { 'Content-Type': 'application/json' }": 'headers: { Authorization: secrets.WIX_API_KEY }' }, rule: 'no-key-to-foreign-host' },
  ],
  nuxt: [
    { about: 'a public option for the key', file: 'server/utils/wix.ts', edits: { 'useRuntimeConfig(event);': 'useRuntimeConfig(event).public;' }, rule: 'no-exposed-key' },
    { about: 'a public option with the key', file: 'nuxt.config.ts', edits: { "siteName: 'Gallery'": 'wixApiKey: process.env.WIX_API_KEY' }, rule: 'no-exposed-key' },
    { about: KEY_TO_UPLOAD, file: 'server/api/files.post.ts', edits: { "headers: { 'Content-Type': part.type ?? 'application/octet-stream' }": 'headers: { Authorization: config.wixApiKey }' }, rule: 'no-key-to-foreign-host' },
    { about: NO_SITE, file: 'server/api/files.post.ts', edits: { ", 'wix-site-id': config.wixSiteId": '' }, rule: 'valid-auth-headers' },
  ],
};

function linterOf(folder: string): ESLint {
  return new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      ...wixKeys.configs.recommended,
      { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
      { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser: typescript } },
    ],
  });
}

function edited(code: string, [from, to]: readonly [string, string]): string {
  const parts = code.split(from);
  if (parts.length !== 2) throw new Error(`The file has ${parts.length - 1} times: ${from}`);
  return parts.join(to);
}

/** What is reported, faults of the syntax and reports that a comment turns off included. */
function reportsOf(results: readonly ESLint.LintResult[]): string[] {
  return results.flatMap(({ filePath, messages, suppressedMessages }) =>
    [...messages, ...suppressedMessages].map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId ?? 'none'}: ${message}`));
}

it('there are mistakes for every app', () => {
  expect(Object.keys(mistakes).sort()).toEqual(readdirSync(APPS).sort());
});

describe.each(Object.entries(mistakes))('a correct app (%s)', (app, rows) => {
  const folder = join(APPS, app);
  const linter = linterOf(folder);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.split(sep).join('/')).filter((file) => LINTED.test(file));

  it('is linted whole, and nothing is reported', async () => {
    const results = await linter.lintFiles('.');
    expect(results.map(({ filePath }) => relative(folder, filePath).split(sep).join('/')).sort()).toEqual(files.sort());
    expect(reportsOf(results)).toEqual([]);
  });

  it.each(rows)('is reported with $about ($file, $rule)', async ({ file, edits, rule }) => {
    const code = Object.entries(edits).reduce(edited, readFileSync(join(folder, file), 'utf8'));
    const [result] = await linter.lintText(code, { filePath: join(folder, file) });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual([`wix-keys/${rule}`]);
  });
});

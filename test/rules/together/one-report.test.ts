import { describe, expect, test } from 'vitest';
import { Linter } from 'eslint';
import wixKeys from '../../../src/index.js';
import { accountKey, appSecret, instanceToken, truncatedSample } from '../../fake-keys.js';

const KEY = accountKey(61);
const TOKEN = instanceToken(61);
const CUT = truncatedSample();
const ID = appSecret(61);
const SDK = `import { createClient, ApiKeyStrategy, OAuthStrategy } from '@wix/sdk';\nimport { files } from '@wix/media';\n`;
const MEDIA = `'https://www.wixapis.com/site-media/v1/files'`;

/** Code with one fault or more, and the rules that speak, in the order of the text. */
const cases: readonly (readonly [about: string, code: string, rules: readonly string[], filename?: string])[] = [
  ['a cut-off token on its way to the Media Manager has to be replaced', `fetch(${MEDIA}, { headers: { Authorization: '${CUT}', 'wix-site-id': siteId } });`, ['no-instance-token-for-rest']],
  ['a cut-off token on its way elsewhere', `fetch('https://www.wixapis.com/a', { headers: { Authorization: '${CUT}', 'wix-site-id': siteId } });`, ['valid-key-format']],
  ['a cut-off token in an env file', `WIX_API_KEY=${CUT}`, ['no-instance-token-for-rest'], '.env'],
  ['a token that is wrong and written', `fetch(${MEDIA}, { headers: { Authorization: '${TOKEN}', 'wix-site-id': siteId } });`, ['no-hardcoded-key', 'no-instance-token-for-rest']],
  ['a UUID', `${SDK}ApiKeyStrategy({ apiKey: '${ID}', siteId });`, ['valid-key-format']],
  ['Bearer twice', `fetch('https://www.wixapis.com/a', { headers: { Authorization: \`Bearer Bearer \${process.env.WIX_API_KEY}\`, 'wix-site-id': siteId } });`, ['valid-key-format']],
  ['Bearer once', `fetch('https://www.wixapis.com/a', { headers: { Authorization: \`Bearer \${process.env.WIX_API_KEY}\`, 'wix-site-id': siteId } });`, ['valid-auth-headers']],
  ['a public variable in browser code', `'use client';\n${SDK}export const client = createClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: process.env.NEXT_PUBLIC_WIX_API_KEY, siteId }) });`, ['no-exposed-key']],
  ['a public variable that two calls use', `const key = process.env.NEXT_PUBLIC_WIX_API_KEY;\nfor (const path of paths) fetch('https://www.wixapis.com/a', { headers: { Authorization: key, 'wix-site-id': siteId } });\nfetch('https://www.wixapis.com/b', { headers: { Authorization: key, 'wix-site-id': siteId } });`, ['no-exposed-key']],
  ['a public variable sent to another host', `fetch('https://example.com', { headers: { Authorization: process.env.NEXT_PUBLIC_WIX_API_KEY } });`, ['no-key-to-foreign-host']],
  ['a public name that holds a key', `NEXT_PUBLIC_WIX_API_KEY=${KEY}`, ['no-exposed-key'], '.env'],
  ['a strategy with neither id, and calls of its client', `${SDK}const client = createClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY }) });\nawait client.files.listFiles();\nawait client.fetchWithAuth('https://www.wixapis.com/a');`, ['valid-auth-headers']],
  ['a key in an upload', `fetch('https://upload.wixmp.com/upload/a', { method: 'PUT', headers: { Authorization: process.env.WIX_API_KEY } });`, ['no-key-to-foreign-host']],
  ['the app of the document', `const config = { apiKey: '${CUT}' };\nclass WixPresetAPI {\n  async initialize(clientId, apiKey) { this.apiKey = apiKey; }\n  upload() { return fetch('https://www.wixapis.com/site-media/v1/files/generate-upload-url', { method: 'POST', headers: { Authorization: this.apiKey, 'wix-site-id': siteId } }); }\n}\nconst api = new WixPresetAPI();\nawait api.initialize('${ID}', config.apiKey);\nawait api.upload();`, ['no-instance-token-for-rest']],
];

describe('each fault is told once', () => {
  for (const [about, code, rules, filename = 'file.js'] of cases) {
    test(about, () => {
      const messages = new Linter().verify(code, wixKeys.configs.recommended, { filename });
      expect(messages.map(({ ruleId }) => ruleId)).toEqual(rules.map((rule) => `wix-keys/${rule}`));
    });
  }
});

import { describe, expect, test } from 'vitest';
import { ESLint, type Linter } from 'eslint';
import { leaks } from '../fake-keys.js';
import { makeFolder, type Files } from '../rules/folders.js';
import { BY_LANGUAGE, BY_PARSER, CUT, FILES, ID, KEY, PAGES, TOKEN } from './files-with-keys.js';

interface Found {
  readonly places: readonly string[];
  readonly output: string;
}

/** `file:line rule` of every report of ours; whatever else is fatal throws. */
async function lintFolder(files: Files, config: readonly Linter.Config[]): Promise<Found> {
  const folder = makeFolder(files);
  const results = await new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [...config] }).lintFiles('.');
  expect(results.map(({ filePath }) => filePath.slice(folder.length + 1)).sort()).toEqual(Object.keys(files).filter((path) => path !== 'package.json' || results.some(({ filePath }) => filePath.endsWith('package.json'))).sort());
  const messages = results.flatMap(({ filePath, messages: found }) => found.map((message) => ({ file: filePath.slice(folder.length + 1), ...message })));
  const fatal = messages.find((message) => message.fatal === true);
  if (fatal) throw new Error(`${fatal.file}: ${fatal.message}`);
  const own = messages.filter(({ ruleId }) => ruleId?.startsWith('wix-keys/') === true);
  return { places: own.map(({ file, line, ruleId }) => `${file}:${line} ${(ruleId ?? '').slice('wix-keys/'.length)}`).sort(), output: JSON.stringify(own) };
}

/** What looks like a key, or like a fault, and is none. */
const LOOK_ALIKES: Files = {
  'package-lock.json': `{ "packages": { "node_modules/wix": { "integrity": "sha512-${KEY.split('.')[3] ?? ''}==", "resolved": "https://registry.npmjs.org/wix/-/wix-1.0.0.tgz" } } }\n`,
  'ids.json': `{ "wix": { "clientId": "${ID}", "siteId": "${ID}", "accountId": "${ID}", "appSecretName": "WIX" } }\n`,
  'i18n/en.json': '{ "wix": { "apiKey": "API key", "apiKeyHelp": "It starts with IST. or JWS. and has three parts", "token": "LIST.items", "key": "EXIST.eyJ" } }\n',
  'samples.json': `{ "wixApiKey": "IST.your-api-key", "apiKey": "IST.xxx", "token": "<IST.eyJ…>", "authorization": "$\{WIX_API_KEY}" }\n`,
  'jwt.json': `{ "wix": true, "token": "${KEY.split('.').slice(1).join('.')}" }\n`,
  'ci.yml': 'env:\n  WIX_API_KEY: ${{ secrets.WIX_API_KEY }}\n  NEXT_PUBLIC_WIX_CLIENT_ID: 0d1c\nhash: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n',
  'compose.yaml': 'services:\n  web:\n    environment:\n      - WIX_API_KEY\n      - NEXT_PUBLIC_WIX_API_KEY=${WIX_CLIENT_ID}\n',
  'wrangler.toml': `[vars]\nWIX_SITE_ID = "${ID}"\nWIX_API_KEY = ""\n`,
  '.env.example': 'WIX_API_KEY=\nNEXT_PUBLIC_WIX_CLIENT_ID=\nWIX_TOKEN=IST.your-token\n',
  '.env': `WIX_API_KEY=${KEY}\n`,
  'README.md': `# Wix\n\nA key begins with \`IST.\`, such as \`${CUT}\`.\n\n\`\`\`js\nconst apiKey = process.env.WIX_API_KEY; // IST.eyJ…\n\`\`\`\n`,
  'page.html': `<p class="wix text-sm leading-[1.5]">IST. and JWS.</p>\n<img src="data:image/png;base64,${Buffer.from('pixels '.repeat(40)).toString('base64')}">\n<script>\nconst isKey = (text) => text.startsWith('IST.'); isKey('wix');\n</script>\n`,
  'App.vue': '<script setup>\nconst wix = "IST.";\n</script>\n<template>\n  <p :title="wix">LIST.eyJhbGciOi</p>\n</template>\n',
  'Page.svelte': '<script>\n  const wix = "IST.";\n</script>\n<p class="wix-[JWS.]">{wix}</p>\n',
  'index.astro': '---\nimport { WIX_API_KEY } from "astro:env/server";\nconst has = Boolean(WIX_API_KEY);\n---\n<p>{has}</p>\n',
  'bundle.min.js': `!function(){var e="wix",t=/IST\\.|JWS\\./;t.test(e)||"${KEY.split('.')[2] ?? ''}".length}();\n`,
};

describe.each([['parsers', BY_PARSER, 2], ['languages', BY_LANGUAGE, 3]] as const)('by %s', (_, config, column) => {
  test.each(FILES)('%s', async (path, text, reports) => {
    const { places, output } = await lintFolder({ [path]: text }, config);
    expect(places).toEqual(reports.map((report) => `${path}:${report}`).sort());
    for (const key of [KEY, TOKEN]) expect(leaks(output, key)).toBe(false);
  });

  test.each(PAGES)('%s', async (...page) => {
    const [path, text] = page;
    const { places } = await lintFolder({ [path]: text }, config);
    expect(places).toEqual(page[column].map((report) => `${path}:${report}`).sort());
  });

  test('a folder of all of them', async () => {
    const all = [...FILES.map(([path, text, reports]) => ({ path, text, reports })), ...PAGES.map((page) => ({ path: page[0], text: page[1], reports: page[column] }))];
    const { places } = await lintFolder(Object.fromEntries(all.map(({ path, text }) => [path, text])), config);
    expect(places).toEqual(all.flatMap(({ path, reports }) => reports.map((report) => `${path}:${report}`)).sort());
  });

  test('a folder of look-alikes', async () => {
    expect((await lintFolder(LOOK_ALIKES, config)).places).toEqual([]);
  });
});

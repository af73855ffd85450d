import { instanceToken, jwsKey } from '../../fake-keys.js';
import { checkTable, type Row } from '../tables.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;
const TOKEN = instanceToken(81);
const URL = `'https://www.wixapis.com/site-media/v1/files'`;

const rows: readonly Row[] = [
  ['presumed, name and value', `export const headers = [{ name: 'Authorization', value: «'${TOKEN}'» }];`],
  ['presumed, key and value', `export const request = { header: [{ key: 'authorization', value: «'${TOKEN}'», type: 'text' }] };`],
  ['presumed, header and value', `chrome.rules.update({ requestHeaders: [{ header: 'Authorization', operation: 'set', value: «'${TOKEN}'» }] });`],
  ['value first', `export const headers = [{ value: «'${TOKEN}'», name: 'Authorization' }];`],
  ['sent', `fetch(${URL}, { headers: [{ name: 'Accept', value: '*/*' }, { name: 'Authorization', value: «'${TOKEN}'» }] });`],
  ['JSON in a string', `const { apiKey } = JSON.parse(«'{"apiKey":"${TOKEN}"}'»);\nfetch(${URL}, { headers: { Authorization: apiKey } });`],
  ['JSON in a template', `const config = JSON.parse(«\`{ "wix": { "apiKey": "${TOKEN}" } }\`»);\nfetch(${URL}, { headers: { Authorization: config.wix.apiKey } });`],
  ['a list in JSON', `const [key] = JSON.parse(«'["${TOKEN}"]'»);\nfetch(${URL}, { headers: { Authorization: \`Bearer \${key}\` } });`],
];
checkTable('header pairs and JSON', rows, RULE);

const innocent: readonly Row[] = [
  ['another header', `export const headers = [{ name: 'X-Sample', value: '${TOKEN}' }];`],
  ['another member of JSON', `const { id } = JSON.parse('{"apiKey":"${TOKEN}","id":"a"}');\nfetch(${URL}, { headers: { Authorization: id } });`],
  ['broken JSON', `const { apiKey } = JSON.parse('{"apiKey":"${TOKEN}"');\nfetch(${URL}, { headers: { Authorization: apiKey } });`],
  ['no instance token', `export const headers = [{ name: 'Authorization', value: '${jwsKey(81)}' }];`],
  ['a local JSON', `const JSON = { parse: (text) => text };\nconst { apiKey } = JSON.parse('{"apiKey":"${TOKEN}"}');\nfetch(${URL}, { headers: { Authorization: apiKey } });`],
  ['deep JSON', `const deep = JSON.parse('${'['.repeat(9000)}"${TOKEN}"${']'.repeat(9000)}');\nfetch(${URL}, { headers: { Authorization: deep } });`],
];
checkTable('innocent header pairs and JSON', innocent, RULE);

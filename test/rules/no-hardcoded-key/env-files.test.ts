import { accountKey, instanceToken, jwsKey, oauth2Key, oauthKey, truncatedSample } from '../../fake-keys.js';
import type { Engine } from '../linting.js';
import { checkTable, type Row } from '../tables.js';

const ENV_ENGINES: readonly Engine[] = [
  { name: 'ESLint 10', module: 'eslint', parser: 'dotenv' },
  { name: 'ESLint 9', module: 'eslint-9', parser: 'dotenv' },
  { name: 'ESLint 8', module: 'eslint-8', parser: 'dotenv' },
];
const RULE = { rule: 'no-hardcoded-key', messageId: 'keyInExample', engines: ENV_ENGINES, filename: '.env.example' } as const;
const KEY = accountKey(8);

const COMMITTED = ['.env.example', '.env.sample', '.env.template', '.env.defaults', 'config/.env.example', '.env.local.example', '.env.example.production'];
const PRIVATE = ['.env', '.env.local', '.env.production', '.env.test', '.env.development.local', '.env.example.local', 'config/.env', '.dev.vars'];
checkTable('files that are meant to be committed', COMMITTED.map((filename): Row => [filename, `WIX_API_KEY=«${KEY}»\n`, { filename }]), RULE);
checkTable('private files', PRIVATE.map((filename): Row => [filename, `WIX_API_KEY=${KEY}\n`, { filename }]), RULE);

const values: readonly Row[] = [
  ['any name', `A=«${KEY}»`],
  ['IST, site', `A=«${instanceToken(8)}»`],
  ['JWS', `A=«${jwsKey(8)}»`],
  ['OauthNG.JWS', `A=«${oauthKey(8)}»`],
  ['OAUTH2', `A=«${oauth2Key(8)}»`],
  ['double quotes', `A="«${KEY}»"`],
  ['single quotes', `A='«${KEY}»'`],
  ['backticks', `A=\`«${KEY}»\``],
  ['export', `export A=«${KEY}»`],
  ['spaces', `  A = «${KEY}» `],
  ['comment behind', `A=«${KEY}» # the old one`],
  ['in a comment', `# A=«${KEY}»`],
  ['in a comment behind', `A= # «${KEY}»`],
  ['in a URL', `A=https://example.com/?token=«${KEY}»`],
  ['Bearer', `A="Bearer «${KEY}»"`],
  ['JSON', `A={"key":"«${KEY}»"}`],
  ['CRLF', `A=1\r\nB=«${KEY}»\r\n`],
  ['BOM', `\uFEFFA=«${KEY}»`],
  ['two', `A=«${KEY}»\nB=«${jwsKey(9)}»`],
  ['a broken line', `this is «${KEY}» without a name`],
  ['multi-line value', `A="first\n«${KEY}»\nlast"`],
];
checkTable('values', values, RULE);

const silent: readonly Row[] = [
  ['empty', 'WIX_API_KEY='],
  ['placeholder', 'WIX_API_KEY=IST.your-api-key-here'],
  ['x', 'WIX_API_KEY=IST.xxxxxxxxxxxxxxxx'],
  ['brackets', 'WIX_API_KEY=<your key>'],
  ['sample', `WIX_API_KEY=${truncatedSample()}`],
  ['cut off', `WIX_API_KEY=${KEY.slice(0, 90)}...`],
  ['bare JWT', `TOKEN=${KEY.slice(4)}`],
  ['reference', 'WIX_API_KEY=${OTHER}'],
  ['prose', '# keys begin with IST. or JWS.'],
  ['eslint-disable-next-line', `# eslint-disable-next-line wix-keys/no-hardcoded-key\nA=${KEY}`],
  ['eslint-disable', `# eslint-disable\nA=${KEY}`],
  ['empty file', ''],
];
checkTable('what such files may hold', silent, RULE);

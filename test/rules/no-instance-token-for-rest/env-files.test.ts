import { accountKey, instanceToken, jwsKey, truncatedSample } from '../../fake-keys.js';
import type { Engine } from '../linting.js';
import { checkTable, type Row } from '../tables.js';

const ENV_ENGINES: readonly Engine[] = [
  { name: 'ESLint 10', module: 'eslint', parser: 'dotenv' },
  { name: 'ESLint 9', module: 'eslint-9', parser: 'dotenv' },
  { name: 'ESLint 8', module: 'eslint-8', parser: 'dotenv' },
];
const RULE = { rule: 'no-instance-token-for-rest', engines: ENV_ENGINES } as const;
const TOKEN = instanceToken(4);

const forms: readonly Row[] = [
  ['bare', `WIX_API_KEY=«${TOKEN}»`],
  ['with a line end', `WIX_API_KEY=«${TOKEN}»\n`],
  ['CRLF', `A=1\r\nWIX_API_KEY=«${TOKEN}»\r\nB=2\r\n`],
  ['spaces', `WIX_API_KEY = «${TOKEN}»`],
  ['export', `export WIX_API_KEY=«${TOKEN}»`],
  ['double quotes', `WIX_API_KEY="«${TOKEN}»"`],
  ['single quotes', `WIX_API_KEY='«${TOKEN}»'`],
  ['backticks', `WIX_API_KEY=\`«${TOKEN}»\``],
  ['comment behind', `WIX_API_KEY=«${TOKEN}» # old`],
  ['comment above', `# key of the site\nWIX_API_KEY=«${TOKEN}»`],
  ['multi-line', `WIX_API_KEY="«${TOKEN.slice(0, 60)}\n${TOKEN.slice(60)}»"`],
  ['among others', `A=1\nB="2"\n\nWIX_API_KEY=«${TOKEN}»\nC=3\n`],
  ['behind a broken line', `what is this\nWIX_API_KEY=«${TOKEN}»`],
  ['two', `WIX_API_KEY=«${TOKEN}»\nWIX_TOKEN=«${instanceToken(5)}»`],
  ['cut-off sample', `WIX_API_KEY=«${truncatedSample()}»`],
  ['Bearer', `WIX_AUTHORIZATION="«Bearer ${TOKEN}»"`],
];
checkTable('forms of env files', forms, RULE);

const NAMES = ['WIX_API_KEY', 'API_KEY', 'WIX_TOKEN', 'WIX_MEDIA_API_KEY', 'MEDIA_MANAGER_KEY', 'WIX_MEDIA_MANAGER_API_KEY', 'VITE_WIX_API_KEY', 'NEXT_PUBLIC_WIX_API_KEY', 'PUBLIC_WIX_API_KEY', 'wix_api_key', 'wixApiKey', 'WIX_ADMIN_API_KEY', 'AUTHORIZATION', 'WIX_AUTH_TOKEN'];
const OTHER_NAMES = ['SAMPLE', 'WIX_SITE_ID', 'PUBLIC_KEY', 'GITHUB_TOKEN', 'CACHE_KEY', 'WIX_INSTANCE_TOKEN', 'NOTE', 'STRIPE_SECRET_KEY'];
checkTable('names', NAMES.map((name): Row => [name, `${name}=«${TOKEN}»`]), RULE);
checkTable('other names', OTHER_NAMES.map((name): Row => [name, `${name}=${TOKEN}`]), RULE);

const silent: readonly Row[] = [
  ['claims that name an account', `WIX_API_KEY=${accountKey(4)}`],
  ['claims that name an account, quoted', `WIX_API_KEY="${accountKey(4)}"`],
  ['JWS', `WIX_API_KEY=${jwsKey(4)}`],
  ['placeholder', `WIX_API_KEY=IST.your-api-key-here`],
  ['placeholder in brackets', `WIX_API_KEY=<IST.token>`],
  ['x', `WIX_API_KEY=IST.xxxxxxxxxxxx`],
  ['stars', `WIX_API_KEY="IST.****"`],
  ['prefix', `WIX_API_KEY=IST.`],
  ['empty', `WIX_API_KEY=`],
  ['reference', 'WIX_API_KEY=${OTHER}'],
  ['comment', `# WIX_API_KEY=${TOKEN}`],
  ['eslint-disable-next-line', `# eslint-disable-next-line wix-keys/no-instance-token-for-rest\nWIX_API_KEY=${TOKEN}`],
  ['eslint-disable', `# eslint-disable wix-keys/no-instance-token-for-rest\nWIX_API_KEY=${TOKEN}`],
  ['eslint-disable-line', `WIX_API_KEY=${TOKEN} # eslint-disable-line wix-keys/no-instance-token-for-rest`],
  ['eslint-disable-next-line with a reason', `# eslint-disable-next-line wix-keys/no-instance-token-for-rest -- tested\nWIX_API_KEY=${TOKEN}`],
];
checkTable('what env files may hold', silent, RULE);

checkTable('a byte order mark', [
  ['in front of the variable', `\uFEFFWIX_API_KEY=«${TOKEN}»`],
  ['in front of another', `\uFEFFA=1\nWIX_API_KEY="«${TOKEN}»"`],
], RULE);

const files = ['.env', '.env.local', '.env.production', '.env.example', 'config/.env.test', '.dev.vars'];
checkTable('files', files.map((filename): Row => [filename, `WIX_API_KEY=«${TOKEN}»`, { filename }]), RULE);

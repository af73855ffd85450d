import { accountKey, appSecret, instanceToken, jwsKey } from '../../fake-keys.js';
import type { Engine } from '../linting.js';
import { checkTable, type Row } from '../tables.js';

const ENGINES: readonly Engine[] = [
  { name: 'ESLint 10', module: 'eslint', parser: 'dotenv' },
  { name: 'ESLint 8', module: 'eslint-8', parser: 'dotenv' },
];
const RULE = { rule: 'no-exposed-key', messageId: 'publicEnvFile', engines: ENGINES, filename: '.env' } as const;
const KEY = accountKey(52);

const PREFIXES = ['NEXT_PUBLIC_', 'VITE_', 'REACT_APP_', 'GATSBY_', 'EXPO_PUBLIC_', 'NUXT_PUBLIC_', 'VUE_APP_', 'STORYBOOK_', 'PLASMO_PUBLIC_', 'WXT_', 'RENDERER_VITE_', 'WAKU_PUBLIC_', 'NX_PUBLIC_', 'REDWOOD_ENV_', 'NG_APP_', 'FRESH_PUBLIC_', 'SANITY_STUDIO_'];
checkTable('public names', PREFIXES.map((prefix): Row => [prefix, `«${prefix}WIX_API_KEY»=${KEY}`]), RULE);

const exposed: readonly Row[] = [
  ['any name', `«VITE_A»=${KEY}`],
  ['export', `export «VITE_A»=${KEY}`],
  ['quoted', `«VITE_A»="${KEY}"`],
  ['JWS.', `«NEXT_PUBLIC_TOKEN»=${jwsKey(2)}`],
  ['instance token', `«NEXT_PUBLIC_TOKEN»=${instanceToken(2)}`],
  ['Bearer', `«VITE_AUTH»="Bearer ${KEY}"`],
  ['example', `«VITE_KEY»=${KEY}`, { filename: '.env.example' }],
  ['production', `«VITE_KEY»=${KEY}`, { filename: '.env.production' }],
  ['own prefix', `«SHOP_KEY»=${KEY}`, { settings: { publicEnvPrefixes: ['SHOP_'] } }],
  ['two', `«VITE_A»=${KEY}\nB=${KEY}\n«VITE_C»=${KEY}`],
];
checkTable('public variables that hold a key', exposed, RULE);

const innocent: readonly Row[] = [
  ['private name', `WIX_API_KEY=${KEY}`],
  ['PUBLIC_ in a project of no framework that has it', `PUBLIC_WIX_API_KEY=${KEY}`],
  ['prefix inside', `MY_NEXT_PUBLIC_KEY=${KEY}`],
  ['client id', `NEXT_PUBLIC_WIX_CLIENT_ID=${appSecret(2)}`],
  ['client id under the name of a key', `GATSBY_WIX_API_KEY=${appSecret(2)}`],
  ['empty', 'NEXT_PUBLIC_WIX_API_KEY='],
  ['placeholder', 'NEXT_PUBLIC_WIX_API_KEY=IST.your-key-here'],
  ['in a comment', `# NEXT_PUBLIC_WIX_API_KEY=${KEY}`],
];
checkTable('innocent', innocent, RULE);

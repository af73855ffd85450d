import { expect, test } from 'vitest';
import { accountKey, appSecret, instanceToken } from '../../fake-keys.js';
import type { Engine } from '../linting.js';
import { suggestionsFor } from '../suggestions.js';
import { checkTable, type Row } from '../tables.js';

const ENGINES: readonly Engine[] = [
  { name: 'ESLint 10', module: 'eslint', parser: 'dotenv' },
  { name: 'ESLint 8', module: 'eslint-8', parser: 'dotenv' },
];
const RULE = { rule: 'valid-key-format', engines: ENGINES, filename: '.env' } as const;
const KEY = accountKey(22);
const ID = appSecret(22);
const SHORT = KEY.split('.').slice(0, 3).join('.');

const faults: readonly Row[] = [
  ['UUID', `WIX_API_KEY=«${ID}»`, { messageId: 'uuid' }],
  ['UUID, quoted', `WIX_API_KEY="«${ID}»"`, { messageId: 'uuid' }],
  ['UUID in the example', `WIX_API_KEY=«${ID}»`, { messageId: 'uuid', filename: '.env.example' }],
  ['cut off', `WIX_API_KEY=«${SHORT}»`, { messageId: 'cutOff' }],
  ['dots', `API_KEY=«${SHORT}...»`, { messageId: 'cutOff' }],
  ['space inside', `WIX_TOKEN="«${KEY.slice(0, 99)} ${KEY.slice(99)}»"`, { messageId: 'space' }],
  ['space in front', `WIX_API_KEY="« ${KEY}»"`, { messageId: 'space' }],
  ['line break', `WIX_API_KEY="«${KEY.slice(0, 99)}\n${KEY.slice(99)}»"`, { messageId: 'lineBreak' }],
  ['quotes in quotes', `WIX_API_KEY="«'${KEY}'»"`, { messageId: 'quotes' }],
  ['Bearer', `WIX_API_KEY="«Bearer ${KEY}»"`, { messageId: 'bearerInValue' }],
  ['Bearer without quotes', `WIX_API_KEY=«Bearer ${KEY}»`, { messageId: 'bearerInValue' }],
  ['Bearer twice', `WIX_API_KEY="«Bearer Bearer ${KEY}»"`, { messageId: 'doubleBearer' }],
  ['a key as site id', `WIX_SITE_ID=«${KEY}»\nWIX_API_KEY=`, { messageId: 'keyAsId' }],
  ['swapped', `WIX_API_KEY=«${ID}»`, { messageId: 'uuid' }],
];
checkTable('faults in env files', faults, RULE);

const innocent: readonly Row[] = [
  ['a key', `WIX_API_KEY=${KEY}`],
  ['an instance token', `WIX_API_KEY=${instanceToken(2)}`],
  ['empty', 'WIX_API_KEY='],
  ['placeholder', 'WIX_API_KEY=your-api-key'],
  ['placeholder with the prefix', 'WIX_API_KEY=IST.your-key'],
  ['spaces outside the quotes', `WIX_API_KEY= "${KEY}" `],
  ['client id', `WIX_CLIENT_ID=${ID}`],
  ['client id under the name of a public key', `GATSBY_WIX_API_KEY=${ID}`],
  ['site id', `WIX_SITE_ID=${ID}\nWIX_ACCOUNT_ID=${ID}`],
  ['app secret', `WIX_APP_SECRET=${ID}\nWIX_CLIENT_SECRET=${ID}`],
  ['key of another vendor', `WIX_API_KEY=\nMAPS_API_KEY=${ID}\nSENDGRID_API_KEY=${ID}`],
  ['a variable', 'WIX_API_KEY=${OTHER_KEY}'],
  ['a sample in the example', `WIX_API_KEY=${SHORT}...`, { filename: '.env.example' }],
];
checkTable('innocent env files', innocent, RULE);

test.each([
  ['Bearer', `WIX_API_KEY="Bearer ${KEY}"\n`, `WIX_API_KEY="${KEY}"\n`],
  ['spaces in front', `A=1\nWIX_API_KEY="  ${KEY}"\n`, `A=1\nWIX_API_KEY="${KEY}"\n`],
  ['a space behind', `WIX_API_KEY="${KEY} "\n`, `WIX_API_KEY="${KEY}"\n`],
])('suggestion: %s', (_, before, after) => {
  const [engine] = ENGINES;
  expect(engine && suggestionsFor(before, { ...RULE, engine }).flatMap(({ suggestions }) => suggestions.map(({ output }) => output))).toEqual([after]);
});

import { appSecret } from '../../fake-keys.js';
import { checkTable, type Row } from '../tables.js';

const RULE = { rule: 'no-hardcoded-key', messageId: 'hardcodedKey' } as const;
const SECRET = appSecret(7);
const REPORTED = `«'${SECRET}'»`;
const call = (name: string, secret: string): string => `${name}({ appId: 'app', appSecret: ${secret} });`;
const TS = { only: 'typescript' } as const;

/** Every way to come by the strategy. */
const imports: readonly (readonly [name: string, before: string, callee: string, setup?: Row[2]])[] = [
  ['named', `import { AppStrategy } from '@wix/sdk';`, 'AppStrategy'],
  ['aliased', `import { AppStrategy as Strategy } from '@wix/sdk';`, 'Strategy'],
  ['namespace', `import * as sdk from '@wix/sdk';`, 'sdk.AppStrategy'],
  ['default', `import sdk from '@wix/sdk';`, 'sdk.AppStrategy'],
  ['CommonJS', `const sdk = require('@wix/sdk');`, 'sdk.AppStrategy'],
  ['CommonJS, destructured', `const { AppStrategy } = require('@wix/sdk');`, 'AppStrategy'],
  ['CommonJS, renamed', `const { AppStrategy: Strategy } = require('@wix/sdk');`, 'Strategy'],
  ['import()', `const { AppStrategy } = await import('@wix/sdk');`, 'AppStrategy'],
  ['subpath', `import { WixAppOAuthStrategy } from '@wix/sdk/auth/wix-app-oauth';`, 'WixAppOAuthStrategy'],
  ['former names', `import { AppOAuthStrategy } from '@wix/sdk';`, 'AppOAuthStrategy'],
  ['former name of the package', `import { AppStrategy } from '@wix/api-client';`, 'AppStrategy'],
  ['sdk-react', `import { AppStrategy } from '@wix/sdk-react';`, 'AppStrategy'],
  ['import =', `import sdk = require('@wix/sdk');`, 'sdk.AppStrategy', TS],
];
checkTable('import forms', imports.map(([name, before, callee, setup]): Row => [name, `${before}\n${call(callee, REPORTED)}`, setup]), RULE);

const IMPORT = `import { AppStrategy } from '@wix/sdk';\n`;
const values: readonly Row[] = [
  ['template', IMPORT + call('AppStrategy', `«\`${SECRET}\`»`)],
  ['constant', `${IMPORT}const secret = ${REPORTED};\n${call('AppStrategy', 'secret')}`],
  ['options in a constant', `${IMPORT}const options = { appId: 'app', appSecret: ${REPORTED} };\nAppStrategy(options);`],
  ['options spread', `${IMPORT}const base = { appSecret: ${REPORTED} };\nAppStrategy({ appId: 'app', ...base });`],
  ['fallback', `${IMPORT}${call('AppStrategy', `process.env.WIX_APP_SECRET ?? ${REPORTED}`)}`],
  ['fallback, ||', `${IMPORT}${call('AppStrategy', `process.env.WIX_APP_SECRET || ${REPORTED}`)}`],
  ['conditional', `${IMPORT}${call('AppStrategy', `isDraft ? ${REPORTED} : process.env.WIX_APP_SECRET`)}`],
  ['concatenation', `${IMPORT}${call('AppStrategy', `«'${SECRET.slice(0, 18)}'» + '${SECRET.slice(18)}'`)}`],
  ['class field', `${IMPORT}class A { #secret = ${REPORTED}; auth() { return ${call('AppStrategy', 'this.#secret').slice(0, -1)}; } }`],
  ['in a client', `import { AppStrategy, createClient } from '@wix/sdk';\ncreateClient({ auth: AppStrategy({ appId: 'app', appSecret: ${REPORTED}, publicKey: 'key' }) });`],
  ['in a function', `${IMPORT}export const make = () => AppStrategy({ appId: 'app', appSecret: ${REPORTED}, authServerBaseUrl: 'x' });`],
  ['used twice', `${IMPORT}const appSecret = ${REPORTED};\nAppStrategy({ appId: 'a', appSecret });\nAppStrategy({ appId: 'b', appSecret });`],
  ['no UUID', `${IMPORT}${call('AppStrategy', `«'c0ffee-c0ffee-c0ffee'»`)}`],
  ['as const', `${IMPORT}AppStrategy({ appId: 'app', appSecret: ${REPORTED} } as const);`, TS],
  ['as string', `${IMPORT}${call('AppStrategy', `${REPORTED} as string`)}`, TS],
];
checkTable('values', values, RULE);

const PLACEHOLDERS = [`''`, `'your-app-secret'`, `'YOUR_APP_SECRET'`, `'<app secret>'`, `'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'`, `'00000000-0000-0000-0000-000000000000'`, `'***'`, `'...'`, `'TODO'`, `'changeme'`, `'placeholder'`, `'{{APP_SECRET}}'`, `'\${APP_SECRET}'`, `'REDACTED'`];
checkTable('placeholders', PLACEHOLDERS.map((text): Row => [text, IMPORT + call('AppStrategy', text)]), RULE);

const silent: readonly Row[] = [
  ['environment', IMPORT + call('AppStrategy', 'process.env.WIX_APP_SECRET')],
  ['environment with an empty fallback', IMPORT + call('AppStrategy', `process.env.WIX_APP_SECRET ?? ''`)],
  ['app id', `${IMPORT}AppStrategy({ appId: '${SECRET}', appSecret: process.env.WIX_APP_SECRET });`],
  ['public key', `${IMPORT}AppStrategy({ appId: 'app', publicKey: '${SECRET}', appSecret: process.env.WIX_APP_SECRET });`],
  ['client id of OAuth', `import { OAuthStrategy } from '@wix/sdk';\nOAuthStrategy({ clientId: '${SECRET}' });`],
  ['another module', `import { AppStrategy } from './own-strategy.js';\n${call('AppStrategy', `'${SECRET}'`)}\n// wix`],
  ['another package', `import { AppStrategy } from 'other-sdk';\nimport '@wix/sdk';\n${call('AppStrategy', `'${SECRET}'`)}`],
  ['own function', `import '@wix/sdk';\nfunction AppStrategy() {}\n${call('AppStrategy', `'${SECRET}'`)}`],
  ['shadowed', `${IMPORT}export function f(AppStrategy) { ${call('AppStrategy', `'${SECRET}'`)} }`],
  ['global of that name', `// wix\n${call('AppStrategy', `'${SECRET}'`)}`],
  ['property elsewhere', `import '@wix/sdk';\nexport const config = { appSecret: '${SECRET}' };`],
  ['overwritten', `${IMPORT}let secret = '${SECRET}';\nsecret = process.env.WIX_APP_SECRET;\n${call('AppStrategy', 'secret')}`],
];
checkTable('silent', silent, RULE);

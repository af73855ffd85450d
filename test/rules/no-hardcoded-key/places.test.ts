import { accountKey, instanceToken, istKey, jwsKey, oauth2Key, oauthKey } from '../../fake-keys.js';
import { CURRENT } from '../linting.js';
import { checkTable, type Row } from '../tables.js';
import { COMMENT_PLACES, EXPRESSION_PLACES, TEXT_PLACES, type Place } from './places.js';

const RULE = { rule: 'no-hardcoded-key', messageId: 'hardcodedKey' } as const;
const COMMENT = { ...RULE, messageId: 'keyInComment' } as const;

const KINDS: readonly (readonly [name: string, key: string])[] = [
  ['IST, site', instanceToken(1)],
  ['IST, account', accountKey(1)],
  ['IST, no tenant', istKey({ seed: 1 })],
  ['JWS', jwsKey(1)],
  ['OauthNG.JWS', oauthKey(1)],
  ['OAUTH2', oauth2Key(1)],
];
const [, ACCOUNT] = KINDS[1] as readonly [string, string];

function rowsOf(places: readonly Place[], key: string): readonly Row[] {
  return places.map(([name, write, setup]): Row => [name, write(key), setup]);
}

checkTable('strings', rowsOf(EXPRESSION_PLACES, ACCOUNT), RULE);
checkTable('comments', rowsOf(COMMENT_PLACES, ACCOUNT), COMMENT);
checkTable('longer texts', rowsOf(TEXT_PLACES, ACCOUNT), RULE);

for (const [name, key] of KINDS.filter(([, candidate]) => candidate !== ACCOUNT)) {
  checkTable(`strings: ${name}`, rowsOf(EXPRESSION_PLACES, key), { ...RULE, engines: CURRENT });
  checkTable(`comments: ${name}`, rowsOf(COMMENT_PLACES, key), { ...COMMENT, engines: CURRENT });
  checkTable(`longer texts: ${name}`, rowsOf(TEXT_PLACES, key), { ...RULE, engines: CURRENT });
}

const scripts: readonly Row[] = [
  ['hashbang', `«#!/usr/bin/env node ${ACCOUNT}»\nf();`, { messageId: 'keyInComment' }],
  ['script', `var a = «'${ACCOUNT}'»;`, { sourceType: 'script' }],
  ['CommonJS', `module.exports = «'${ACCOUNT}'»;\nreturn;`, { sourceType: 'commonjs', only: 'espree' }],
  ['with', `with (a) { b = «'${ACCOUNT}'»; }`, { sourceType: 'script', only: 'espree' }],
  ['HTML-like comment', `f();\n«<!-- ${ACCOUNT}»\ng();`, { sourceType: 'script', only: 'espree', messageId: 'keyInComment' }],
  ['two literals', `f(«'${ACCOUNT}'», «'${jwsKey(2)}'»);`],
  ['the same key twice', `f(«'${ACCOUNT}'»);\ng(«'${ACCOUNT}'»);`],
  ['one report for two keys in a text', `f(«'${ACCOUNT} ${jwsKey(2)}'»);`],
  ['used many times', `const a = «'${ACCOUNT}'»;\nf(a); g(a); h(a);`],
  ['sent to the Media Manager', `fetch('https://www.wixapis.com/site-media/v1/files', { headers: { Authorization: «'${ACCOUNT}'» } });`],
  ['sent elsewhere', `fetch('https://example.com', { headers: { Authorization: «'${ACCOUNT}'» } });`],
  ['CRLF', `f();\r\ng(«'${ACCOUNT}'»);\r\n`],
  ['tabs', `\tf(\t«'${ACCOUNT}'»\t);`],
  ['BOM', `\uFEFFf(«'${ACCOUNT}'»);`],
  ['astral characters before', `f('😀😀', «'${ACCOUNT}'»);`],
  ['line separators', `f('a\u2028b');\ng(«'${ACCOUNT}'»);`],
  ['very long line', `${'f();'.repeat(5000)}g(«'${ACCOUNT}'»);`],
];
checkTable('files', scripts, RULE);

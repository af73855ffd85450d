import { accountKey, appSecret, truncatedSample } from '../../fake-keys.js';
import { checkTable, type Row } from '../tables.js';

const RULE = { rule: 'no-hardcoded-key' } as const;
const KEY = accountKey(6);
const [, HEADER = '', PAYLOAD = '', SIGNATURE = ''] = KEY.split('.');
const BARE = `${HEADER}.${PAYLOAD}.${SIGNATURE}`;
const MARK = `const wix = 'IST.';\n`;
const noise = (length: number): string => Array.from({ length }, (_, at) => 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/'.charAt((at * 37 + at ** 2) % 64)).join('');

/** Texts that hold no key; each as string, template, comment, JSX text and assembled in the middle. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['bare JWT', BARE],
  ['Bearer and a bare JWT', `Bearer ${BARE}`],
  ['JWT behind another prefix', `LIST.${BARE}`],
  ['JWT behind a word and the prefix', `EXIST.${BARE}`],
  ['JWT behind an underscore', `MY_IST.${BARE}`],
  ['JWT behind a lower case prefix', `ist.${BARE}`],
  ['prefix', 'IST.'],
  ['all prefixes', 'IST. JWS. OauthNG.JWS. OAUTH2.'],
  ['prose', 'IST. tokens answer 403; use the account key.'],
  ['time', '10:30 IST. 11:30 IST. and so on'],
  ['truncated sample', truncatedSample()],
  ['truncated key', `${KEY.slice(0, 80)}...`],
  ['truncated key, ellipsis', `${KEY.slice(0, 80)}…`],
  ['two parts', KEY.split('.').slice(0, 3).join('.')],
  ['header only', KEY.split('.').slice(0, 2).join('.')],
  ['empty signature', `IST.${HEADER}.${PAYLOAD}.`],
  ['short signature', `IST.${HEADER}.${PAYLOAD}.abc`],
  ['masked signature', `IST.${HEADER}.${PAYLOAD}.xxxxxxxxxxxxxxxxxxxxxxxx`],
  ['stars', 'IST.eyJ***.***.***'],
  ['placeholder', 'IST.your-api-key-here'],
  ['x', 'IST.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
  ['x in three parts', `IST.${'x'.repeat(40)}.${'x'.repeat(80)}.${'x'.repeat(80)}`],
  ['brackets', 'IST.[token]'],
  ['UUID', appSecret(6)],
  ['SHA-256', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['data URL', `data:image/png;base64,${noise(400)}`],
  ['data URL with the letters', `data:image/png;base64,${noise(100)}IST${noise(100)}`],
  ['base64', noise(800)],
  ['base64 with the telltale', `${noise(60)}SVNUL${noise(60)}`],
  ['source map', `//# sourceMappingURL=data:application/json;base64,${noise(300)}`],
  ['minified', `!function(e,t){var n=e.IST.eyJ(t.a.b.c);return n.JWS.d}(this);`],
  ['members that look like it', 'window.IST.eyJoin.apply.call'],
  ['SRI hash', `sha512-${noise(86)}==`],
  ['npm token shape', `npm_${noise(36).replaceAll(/[+/]/gu, 'x')}`],
];

const rows = TEXTS.flatMap(([name, text]): readonly Row[] => {
  const escaped = text.replaceAll(/[`$\\{}<>]/gu, '');
  return [
    [`${name}, string`, `${MARK}const a = '${text.replaceAll(`'`, '')}';`],
    [`${name}, template`, `${MARK}const a = \`${escaped}\`;`],
    [`${name}, line comment`, `${MARK}// ${text}`],
    [`${name}, block comment`, `${MARK}/* ${text.replaceAll('*/', '')} */`],
    [`${name}, JSX text`, `${MARK}const a = <p>${escaped}</p>;`],
    [`${name}, argument`, `${MARK}f('${text.replaceAll(`'`, '')}');`],
    [`${name}, object`, `${MARK}export const config = { text: '${text.replaceAll(`'`, '')}' };`],
    [`${name}, concatenation`, `${MARK}const a = '${text.slice(0, 20).replaceAll(`'`, '')}' + '${text.slice(20).replaceAll(`'`, '')}';`],
  ];
});
checkTable('texts that hold no key', rows, RULE);

const code: readonly Row[] = [
  ['prefix check', `export const isKey = (text) => text.startsWith('IST.') || text.startsWith('JWS.');`],
  ['regular expressions', `export const KEY = /^(?:IST|JWS|OauthNG\\.JWS|OAUTH2)\\.eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+$/;`],
  ['environment', `export const key = process.env.WIX_API_KEY;`],
  ['environment with an empty fallback', `export const key = process.env.WIX_API_KEY ?? '';`],
  ['environment with a placeholder', `export const key = process.env.WIX_API_KEY ?? 'IST.your-key';`],
  ['unknown body', `export const key = 'IST.' + body;`],
  ['unknown body in a template', `export const key = \`IST.\${body}\`;`],
  ['half a key and something unknown', `export const key = '${KEY.slice(0, 60)}' + rest;`],
  ['unknown parts joined', `export const key = ['IST', header, payload, signature].join('.');`],
  ['atob of something else', `export const a = atob('SVNULnRleHQ=');`],
  ['Buffer of something else', `export const a = Buffer.from('SVNUL', 'base64').toString();`],
  ['type', `export type Key = \`IST.\${string}.\${string}.\${string}\`;`, { only: 'typescript' }],
  ['empty file', ''],
  ['only white space', ' \n\t\n'],
];
checkTable('code that holds no key', code, RULE);

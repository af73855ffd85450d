import fc from 'fast-check';

/** What generated programs are made of. */
export interface Ingredients {
  /** Expressions that hold what a program is to be about. */
  readonly leaves: readonly string[];
  /** Whether clients of Wix are made that say no site, and keys go to other hosts. */
  readonly isCareless: boolean;
}

const NAMES = ['a', 'b', 'key', 'apiKey', 'headers', 'config', 'wix', 'mediaManager', 'api', 'client', 'options'];
const MEMBERS = ['key', 'apiKey', 'headers', 'Authorization', 'common', 'send', 'get', 'create', 'token', 'value', 'then'];
const URLS = ["'https://www.wixapis.com/site-media/v1/files'", "'https://www.wixapis.com/stores/v1/products'", '`https://www.wixapis.com/${path}`', 'base + path', 'url', "new URL('/site-media/v1', base)", "'/relative'"];
const OTHER_URLS = ["'https://example.com/a'", "'https://upload.wixmp.com/upload/a'", "'http://localhost:3000'"];

const HEADER = `import axios from 'axios';
import got from 'got';
import https from 'node:https';
import request from 'superagent';
import { ApiKeyStrategy, AppStrategy, createClient, OAuthStrategy } from '@wix/sdk';
import { files } from '@wix/media';
import { env } from 'node:process';
import * as other from './other.js';
`;

/** Programs in which the leaves go through variables, objects, classes, functions and requests, in any order and nesting. */
export function programs({ leaves, isCareless }: Ingredients): fc.Arbitrary<string> {
  const name = fc.constantFrom(...NAMES);
  const member = fc.constantFrom(...MEMBERS);
  const { expression } = fc.letrec<{ expression: string }>((tie) => {
    const inner = tie('expression');
    const pair = fc.tuple(inner, inner);
    return {
      expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.oneof(fc.constantFrom(...leaves), name, fc.constantFrom('null', 'undefined', '1', "'x'", '{}', '[]', 'this', '(() => {})')),
        pair.map(([one, other]) => `(${one} + ${other})`),
        pair.map(([one, other]) => `(${one} ?? ${other})`),
        pair.map(([one, other]) => `(a ? ${one} : ${other})`),
        pair.map(([one, other]) => `\`\${${one}} \${${other}}\``),
        pair.map(([one, other]) => `[${one}, ${other}].join('.')`),
        pair.map(([one, other]) => `((p, { q = ${one} } = {}) => p ?? q)(${other})`),
        pair.map(([one, other]) => `Object.assign({ Authorization: ${one} }, ${other})`),
        inner.map((one) => (isCareless ? `\`Bearer \${${one}}\`` : `[${one}].at(0)`)),
        inner.map((one) => `String(${one}).trim().replace(/\\s+/g, '')`),
        inner.map((one) => `atob(${one})`),
        inner.map((one) => `(async () => await (${one}))()`),
        inner.map((one) => `Promise.resolve(${one}).then((v) => v)`),
        inner.map((one) => `JSON.parse(${one})`),
        fc.tuple(member, inner).map(([key, one]) => `{ ${key}: ${one}, ...options }.${key}`.replace(/^/, '(').replace('}.', '}).')),
        fc.tuple(member, inner).map(([key, one]) => `({ get ${key}() { return ${one}; }, other() { return this.${key}; } })`),
        fc.tuple(member, inner).map(([key, one]) => `new (class { #k = ${one}; ${key} = ${one}; static { this.s = ${one}; } get all() { return this.#k + this.${key}; } })().all`),
        fc.tuple(inner, member).map(([one, key]) => `(${one})?.${key}`),
        fc.tuple(inner, inner).map(([one, at]) => `(${one})[${at}]`),
        inner.map((one) => `new Headers([['Authorization', ${one}], ['wix-site-id', 'a']])`),
        inner.map((one) => `new Map([['key', ${one}]]).get('key')`),
        inner.map((one) => `(function* () { yield ${one}; })().next().value`),
        inner.map((one) => `<Provider apiKey={${one}} {...options}>{${one}} text</Provider>`),
      ),
    };
  });
  const url = fc.constantFrom(...URLS, ...(isCareless ? OTHER_URLS : []));
  const id = isCareless ? fc.constantFrom('', "'wix-site-id': id, ") : fc.constant("'wix-site-id': id, ");
  const site = isCareless ? fc.constantFrom('', ', siteId: id') : fc.constant(', siteId: id');
  const sent = fc.oneof(
    fc.tuple(url, id, expression).map(([to, ids, value]) => `fetch(${to}, { method: 'POST', headers: { ${ids}Authorization: ${value} }, body: key });`),
    fc.tuple(url, id, expression).map(([to, ids, value]) => `axios.post(${to}, {}, { headers: { ${ids}authorization: ${value} } });`),
    fc.tuple(url, id, expression).map(([to, ids, value]) => `api = axios.create({ baseURL: ${to}, headers: { ${ids}Authorization: ${value} } }); api.get('/a');`),
    fc.tuple(url, id, expression).map(([to, ids, value]) => `got(${to}, { headers: { ${ids}Authorization: ${value} } }).json();`),
    fc.tuple(url, expression).map(([to, value]) => `request.get(${to}).set('wix-site-id', id).set('Authorization', ${value}).end();`),
    fc.tuple(id, expression).map(([ids, value]) => `https.request({ hostname: 'www.wixapis.com', path: '/a', headers: { ${ids}Authorization: ${value} } }, () => {});`),
    fc.tuple(url, expression).map(([to, value]) => `b = new XMLHttpRequest(); b.open('GET', ${to}); b.setRequestHeader('wix-site-id', id); b.setRequestHeader('Authorization', ${value});`),
    fc.tuple(expression, site).map(([value, ids]) => `client = createClient({ modules: { files }, auth: ApiKeyStrategy({ apiKey: ${value}${ids} }) }); client.files.listFiles();`),
    fc.tuple(expression, expression).map(([value, more]) => `mediaManager = new WixMediaManager({ apiKey: ${value} }); mediaManager.upload(${more});`),
    expression.map((value) => `other.send({ apiKey: ${value} }, ${value});`),
  );
  const { statement } = fc.letrec<{ statement: string }>((tie) => {
    const block = fc.array(tie('statement'), { maxLength: 3 }).map((statements) => statements.join('\n'));
    return {
      statement: fc.oneof(
        { depthSize: 'small' },
        sent,
        fc.tuple(name, expression).map(([target, value]) => `var ${target} = ${value};`),
        fc.tuple(name, fc.constantFrom('=', '+=', '??='), expression).map(([target, operator, value]) => `${target} ${operator} ${value};`),
        fc.tuple(name, member, expression).map(([target, key, value]) => `${target}.${key} = ${value};`),
        fc.tuple(name, member, expression).map(([target, key, value]) => `var { ${key}: ${target} = ${value}, ...rest } = ${value};`),
        expression.map((value) => `process.env.WIX_SITE = ${value};`),
        expression.map((value) => `axios.defaults.headers.common.Authorization = ${value};`),
        fc.tuple(name, block, expression).map(([target, body, value]) => `var ${target} = async function (key = ${value}, ...rest) { ${body} return ${value}; };`),
        fc.tuple(name, block, expression).map(([target, body, value]) => `var ${target} = class Api { constructor(key) { this.key = key ?? ${value}; } async send(a) { ${body} } }; await new ${target}(${value}).send(${value});`),
        fc.tuple(expression, block).map(([value, body]) => `for (const each of [${value}]) { ${body} }`),
        fc.tuple(expression, block, block).map(([value, body, more]) => `if (${value}) { ${body} } else { ${more} }`),
        fc.tuple(expression, block).map(([value, body]) => `try { ${body} } catch { console.log(${value}); } finally { delete config.key; }`),
        fc.tuple(expression, block).map(([value, body]) => `switch (${value}) { case ${value}: ${body} break; default: }`),
        fc.constantFrom('// IST. tokens and LIST.eyJ\n', '/* JWS. */', ';'),
      ),
    };
  });
  return fc.tuple(fc.array(statement, { minLength: 1, maxLength: 6 }), expression).map(([statements, last]) => `${HEADER}${statements.join('\n')}\nexport const config_ = ${last};\nexport { a as default };\nvar a;\n`);
}

import { describe, expect, it } from 'vitest';
import { instanceToken } from '../../fake-keys.js';
import { makeFolder, reportsIn as reportsInFolder, type Files } from '../folders.js';

const KEY = `'${instanceToken(41)}'`;
const MEDIA = 'https://www.wixapis.com/site-media/v1/files/generate-upload-url';
const PATH = MEDIA.slice('https://www.wixapis.com'.length);
const STORES = 'https://www.wixapis.com/stores/v1/products/query';

/** A folder of a name; in it «what is reported». */
type Case = readonly [name: string, files: Files];

const reportsIn = async (folder: string, settings = {}): Promise<string[]> => (await reportsInFolder(folder, { rule: 'no-instance-token-for-rest', settings })).map(({ file, text }) => `${file}: ${hidden(text)}`).sort();
const hidden = (text: string): string => text.replaceAll(KEY.slice(1, -1), 'KEY');
const send = (key: string, url = MEDIA): string => `fetch('${url}', { headers: { Authorization: ${key} } });`;
const CONFIG = { 'config.js': `export const tint = ${KEY};` };
const SENDER = `export function upload(tint) { ${send('tint')} }`;

function withoutMarks(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/[«»‹›]/g, '')]));
}

function marksIn(files: Files, mark: RegExp): string[] {
  return Object.entries(files).flatMap(([path, text]) => Array.from(text.matchAll(mark), ([, marked = '']) => `${path}: ${hidden(marked)}`)).sort();
}

/** The marks of all that is reported, and of what is so for its name alone. */
const [ANY, PRESUMED] = [/[«‹]([^»›]*)[»›]/g, /‹([^›]*)›/g];

function changed(files: Files, from: string, to: string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll(from, to)]));
}

const OTHER = 'function other(items) { const seen = new Map(); for (const item of items) seen.set(item.id, item); return [...seen.values()].map((item) => item.name); }';

/** With a function in each file that has to do with nothing there. */
function amongOthers(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, /\.[cm]?[jt]sx?$/.test(path) ? `${text}\n${OTHER}` : text]));
}

/** Each case, and its innocent twins: the same code with another API, with a variable of the environment, and read file by file. */
function check(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    it.each(cases)('%s', async (_name, files) => {
      const [marks, presumed] = [marksIn(files, ANY), marksIn(files, PRESUMED)];
      const plain = withoutMarks(files);
      expect(marks.length).toBeGreaterThan(presumed.length);
      expect(await reportsIn(makeFolder(plain))).toEqual(marks);
      expect(await reportsIn(makeFolder(amongOthers(plain)))).toEqual(marks);
      expect(await reportsIn(makeFolder(changed(plain, PATH, '/stores/v1/products/query')))).toEqual(presumed);
      expect(await reportsIn(makeFolder([KEY.slice(1, -1), KEY.slice(1, 30), KEY.slice(30, -1)].reduce((all, part) => changed(all, part, ''), plain)))).toEqual([]);
      expect(await reportsIn(makeFolder(plain), { crossFile: false })).toEqual(presumed);
    });
  });
}

check('a key that is imported', [
  ['by name', { ...CONFIG, 'main.js': `import { tint } from './config.js';\n${send('«tint»')}` }],
  ['by another name', { ...CONFIG, 'main.js': `import { tint as t } from './config.js';\n${send('«t»')}` }],
  ['by a name in quotes', { 'config.js': `const t = ${KEY};\nexport { t as 'the tint' };`, 'main.js': `import { 'the tint' as t } from './config.js';\n${send('«t»')}` }],
  ['as the default', { 'config.js': `export default ${KEY};`, 'main.js': `import t from './config.js';\n${send('«t»')}` }],
  ['as the default, by name', { 'config.js': `const t = ${KEY};\nexport { t as default };`, 'main.js': `import { default as t } from './config.js';\n${send('«t»')}` }],
  ['in a default object', { 'config.js': `export default { wix: { tint: ${KEY} } };`, 'main.js': `import config from './config.js';\n${send('«config.wix.tint»')}` }],
  ['in a destructured object', { 'config.js': `export const config = { wix: { tint: ${KEY} } };`, 'main.js': `import { config } from './config.js';\nconst { wix: { tint } } = config;\n${send('«tint»')}` }],
  ['in a namespace', { ...CONFIG, 'main.js': `import * as config from './config.js';\n${send('«config.tint»')}` }],
  ['in a namespace, by its default', { 'config.js': `export default ${KEY};`, 'main.js': `import * as config from './config.js';\n${send('«config.default»')}` }],
  ['with a prefix in front', { ...CONFIG, 'main.js': `import { tint } from './config.js';\n${send('`Bearer ${«tint»}`')}` }],
  ['with white space taken off', { ...CONFIG, 'main.js': `import { tint } from './config.js';\nconst clean = «tint».trim();\n${send('clean')}` }],
  ['without an extension', { ...CONFIG, 'main.js': `import { tint } from './config';\n${send('«tint»')}` }],
  ['from a folder above', { ...CONFIG, 'a/b/main.js': `import { tint } from '../../config.js';\n${send('«tint»')}` }],
  ['from an index file', { 'config/index.js': CONFIG['config.js'], 'main.js': `import { tint } from './config';\n${send('«tint»')}` }],
  ['from its own folder', { 'a/index.js': CONFIG['config.js'], 'a/main.js': `import { tint } from '.';\n${send('«tint»')}` }],
  ['with a query', { ...CONFIG, 'main.js': `import { tint } from './config.js?raw=no';\n${send('«tint»')}` }],
  ['re-exported', { ...CONFIG, 'all.js': `export { tint } from './config.js';`, 'main.js': `import { tint } from './all.js';\n${send('«tint»')}` }],
  ['re-exported by another name', { ...CONFIG, 'all.js': `export { tint as t } from './config.js';`, 'main.js': `import { t } from './all.js';\n${send('«t»')}` }],
  ['imported and exported', { ...CONFIG, 'all.js': `import { tint } from './config.js';\nexport { tint as t };`, 'main.js': `import { t } from './all.js';\n${send('«t»')}` }],
  ['re-exported with all', { ...CONFIG, 'other.js': 'export const a = 1;', 'all.js': `export * from './other.js';\nexport * from './config.js';`, 'main.js': `import { tint } from './all.js';\n${send('«tint»')}` }],
  ['re-exported as a namespace', { ...CONFIG, 'all.js': `export * as config from './config.js';`, 'main.js': `import { config } from './all.js';\n${send('«config.tint»')}` }],
  ['re-exported several times', { ...CONFIG, 'a.js': `export * from './config.js';`, 'b.js': `export * from './a.js';`, 'c.js': `export * from './b.js';`, 'main.js': `import * as c from './c.js';\n${send('«c.tint»')}` }],
  ['by import()', { ...CONFIG, 'main.js': `const config = await import('./config.js');\n${send('«config.tint»')}` }],
  ['by import(), destructured', { ...CONFIG, 'main.js': `async function go() { const { tint } = await import('./config.js'); ${send('«tint»')} }\ngo();` }],
  ['by import(), its default', { 'config.js': `export default { tint: ${KEY} };`, 'main.js': `const tint = «(await import('./config.js')).default.tint»;\n${send('tint')}` }],
  ['by require', { 'config.cjs': `module.exports = { tint: ${KEY} };`, 'main.cjs': `const config = require('./config.cjs');\n${send('«config.tint»')}` }],
  ['by require, destructured', { 'config.cjs': `module.exports = { tint: ${KEY} };`, 'main.cjs': `const { tint } = require('./config.cjs');\n${send('«tint»')}` }],
  ['by require, at once', { 'config.cjs': `exports.tint = ${KEY};`, 'main.cjs': send("«require('./config.cjs').tint»") }],
  ['by require, whole', { 'config.cjs': `module.exports = ${KEY};`, 'main.cjs': `const t = «require('./config.cjs')»;\n${send('t')}` }],
  ['by require, member by member', { 'config.cjs': `module.exports.a = 1;\nmodule.exports.tint = ${KEY};`, 'main.cjs': `const { tint: t } = require('./config.cjs');\n${send('«t»')}` }],
  ['by require, chained', { 'config.cjs': `exports = module.exports = { tint: ${KEY} };`, 'main.cjs': `const config = require('./config.cjs');\n${send('«config.tint»')}` }],
  ['by require, added to a function', { 'config.cjs': `module.exports = function config() {};\nmodule.exports.tint = ${KEY};`, 'main.cjs': `const config = require('./config.cjs');\n${send('«config.tint»')}` }],
  ['by require, with Object.assign', { 'config.cjs': `Object.assign(exports, { tint: ${KEY} });`, 'main.cjs': `const config = require('./config.cjs');\n${send('«config.tint»')}` }],
  ['by require, with a getter as compilers write it', { 'config.cjs': `"use strict";\nObject.defineProperty(exports, '__esModule', { value: true });\nconst t = ${KEY};\nObject.defineProperty(exports, 'tint', { enumerable: true, get: function () { return t; } });`, 'main.cjs': `const config_1 = require('./config.cjs');\n${send('«config_1.tint»')}` }],
  ['by require, through __exportStar', { 'config.cjs': `exports.tint = ${KEY};`, 'all.cjs': `__exportStar(require('./config.cjs'), exports);`, 'main.cjs': `const all = require('./all.cjs');\n${send('«all.tint»')}` }],
  ['by require, of another script', { 'config.cjs': `exports.tint = ${KEY};`, 'all.cjs': `module.exports = require('./config.cjs');`, 'main.cjs': `const all = require('./all.cjs');\n${send('«all.tint»')}` }],
  ['by require, spread', { 'config.cjs': `exports.tint = ${KEY};`, 'all.cjs': `module.exports = { ...require('./config.cjs'), a: 1 };`, 'main.cjs': `const all = require('./all.cjs');\n${send('«all.tint»')}` }],
  ['from a script into a module', { 'config.cjs': `module.exports = { tint: ${KEY} };`, 'main.js': `import config from './config.cjs';\n${send('«config.tint»')}` }],
  ['from a script into a module, by name', { 'config.cjs': `exports.tint = ${KEY};`, 'main.js': `import { tint } from './config.cjs';\n${send('«tint»')}` }],
  ['from JSON', { 'config.json': JSON.stringify({ wix: { tint: KEY.slice(1, -1) } }), 'main.js': `import config from './config.json' with { type: 'json' };\n${send('«config.wix.tint»')}` }],
  ['from JSON by require', { 'config.json': JSON.stringify({ tint: KEY.slice(1, -1) }), 'main.cjs': `const { tint } = require('./config.json');\n${send('«tint»')}` }],
  ['from JSON by its name', { 'config.json': JSON.stringify({ tint: KEY.slice(1, -1) }), 'main.js': `import { tint } from './config.json';\n${send('«tint»')}` }],
  ['from TypeScript', { 'config.ts': `export const tint: string = ${KEY};`, 'main.ts': `import { tint } from './config.js';\n${send('«tint»')}` }],
  ['from a constant of TypeScript', { 'config.ts': `export const config = { tint: ${KEY} } as const satisfies object;`, 'main.ts': `import { config } from './config';\n${send('«config.tint»')}` }],
  ['from an enum', { 'config.ts': `export enum Config { Tint = ${KEY} }`, 'main.ts': `import { Config } from './config';\n${send('«Config.Tint»')}` }],
  ['by import = require', { 'config.ts': `export = { tint: ${KEY} };`, 'main.ts': `import config = require('./config');\n${send('«config.tint»')}` }],
  ['by the paths of tsconfig.json', { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@app/*": ["./src/*"] } } }', 'src/config.ts': `export const tint = ${KEY};`, 'src/deep/main.ts': `import { tint } from '@app/config';\n${send('«tint»')}` }],
  ['by the baseUrl of tsconfig.json', { 'tsconfig.json': '{ "compilerOptions": { "baseUrl": "./src" } }', 'src/config.ts': `export const tint = ${KEY};`, 'src/deep/main.ts': `import { tint } from 'config';\n${send('«tint»')}` }],
  ['by the paths of jsconfig.json', { 'jsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./*"] } } }', ...CONFIG, 'deep/main.js': `import { tint } from '~/config.js';\n${send('«tint»')}` }],
  ['from a package of the workspace', { 'package.json': '{ "workspaces": ["packages/*"] }', 'packages/config/package.json': '{ "name": "@acme/config", "main": "index.js" }', 'packages/config/index.js': `export const tint = ${KEY};`, 'node_modules/@acme/config': '->../../packages/config', 'packages/app/main.js': `import { tint } from '@acme/config';\n${send('«tint»')}` }],
  ['as the result of a function', { 'config.js': `export function read() { return ${KEY}; }`, 'main.js': `import { read } from './config.js';\n${send('«read()»')}` }],
  ['as the result of an asynchronous function', { 'config.js': `export const read = async () => ({ tint: ${KEY} });`, 'main.js': `import { read } from './config.js';\nconst { tint } = await read();\n${send('«tint»')}` }],
  ['as a field of a class', { 'config.js': `export class Config { static tint = ${KEY}; }`, 'main.js': `import { Config } from './config.js';\n${send('«Config.tint»')}` }],
  ['as a field of an object', { 'config.js': `class Config { tint = ${KEY}; }\nexport const config = new Config();`, 'main.js': `import { config } from './config.js';\n${send('«config.tint»')}` }],
  ['as headers', { 'config.js': `export const headers = { Authorization: ‹${KEY}› };`, 'main.js': `import { headers } from './config.js';\nfetch('${MEDIA}', { «headers» });` }],
  ['as headers of a function', { 'config.js': `const t = ‹${KEY}›;\nexport const headers = () => ({ Authorization: t });`, 'main.js': `import { headers } from './config.js';\nfetch('${MEDIA}', { headers: «headers»() });` }],
  ['as a client', { 'client.js': `import axios from 'axios';\nexport const client = axios.create({ headers: { Authorization: ‹${KEY}› } });`, 'main.js': `import { client } from './client.js';\n«client.post»('${MEDIA}');` }],
  ['assembled there', { 'config.js': `export const tint = ${KEY.slice(0, 30)}' + '${KEY.slice(30)};`, 'main.js': `import { tint } from './config.js';\n${send('«tint»')}` }],
  ['on two paths', { ...CONFIG, 'main.js': `import { tint } from './config.js';\nconst t = Math.random() > 0.5 ? «tint» : process.env.T;\n${send('t')}` }],
  ['into two requests', { ...CONFIG, 'main.js': `import { tint } from './config.js';\n${send('«tint»')}\n${send('tint', STORES)}` }],
]);

check('a key that is handed over', [
  ['to a function', { 'api.js': SENDER, 'main.js': `import { upload } from './api.js';\nupload(«${KEY}»);` }],
  ['to a default function', { 'api.js': SENDER.replace('function upload', 'default function'), 'main.js': `import upload from './api.js';\nupload(«${KEY}»);` }],
  ['to a function of a namespace', { 'api.js': SENDER, 'main.js': `import * as api from './api.js';\napi.upload(«${KEY}»);` }],
  ['to an arrow function', { 'api.js': `export const upload = async ({ tint }) => ${send('tint')}`, 'main.js': `import { upload } from './api.js';\nconst t = «${KEY}»;\nawait upload({ tint: t });` }],
  ['to a function of a script', { 'api.cjs': `exports.upload = (tint) => ${send('tint')}`, 'main.cjs': `const { upload } = require('./api.cjs');\nupload(«${KEY}»);` }],
  ['to a function of an object', { 'api.js': `export default { upload(tint) { ${send('tint')} } };`, 'main.js': `import api from './api.js';\napi.upload(«${KEY}»);` }],
  ['to a class', { 'api.js': `export class Api { constructor(tint) { this.tint = tint; } upload() { ${send('this.tint')} } }`, 'main.js': `import { Api } from './api.js';\nnew Api(«${KEY}»).upload();` }],
  ['to a class of TypeScript', { 'api.ts': `export class Api { constructor(private readonly tint: string) {} upload() { ${send('this.tint')} } }`, 'main.ts': `import { Api } from './api';\nexport const api = new Api(«${KEY}»);` }],
  ['to a class, with private fields', { 'api.js': `export default class { #t; constructor({ t }) { this.#t = t; } upload() { ${send('this.#t')} } }`, 'main.js': `import Api from './api.js';\nnew Api({ t: «${KEY}» });` }],
  ['to a method', { 'api.js': `export class Api { upload(tint) { ${send('tint')} } }`, 'main.js': `import { Api } from './api.js';\nconst api = new Api();\napi.upload(«${KEY}»);` }],
  ['to a method that stores it', { 'api.js': `class Api { setTint(tint) { this.tint = tint; } upload() { ${send('this.tint')} } }\nexport const api = new Api();`, 'main.js': `import { api } from './api.js';\napi.setTint(«${KEY}»);\napi.upload();` }],
  ['to a setter', { 'api.js': `export class Api { set tint(value) { this.t = value; } upload() { ${send('this.t')} } }`, 'main.js': `import { Api } from './api.js';\nconst api = new Api();\napi.tint = «${KEY}»;\napi.upload();` }],
  ['to a field', { 'api.js': `export class Api { tint = ''; upload() { ${send('this.tint')} } }`, 'main.js': `import { Api } from './api.js';\nconst api = new Api();\napi.tint = «${KEY}»;\napi.upload();` }],
  ['in an array that is spread', { 'api.js': `export const upload = (name, tint) => { ${send('tint')} };`, 'main.js': `import { upload } from './api.js';\nconst all = ['a.png', «${KEY}»];\nupload(...all);` }],
  ['through a function that hands all on', { 'api.js': `const upload = (name, tint) => { ${send('tint')} };\nexport const relay = (...all) => upload(...all);`, 'main.js': `import { relay } from './api.js';\nrelay('a.png', «${KEY}»);` }],
  ['to a class below one of another file', { 'base.js': `export class Base { constructor(tint) { this.tint = tint; } upload() { ${send('this.tint')} } }`, 'main.js': `import { Base } from './base.js';\nclass Api extends Base { constructor() { super(«${KEY}»); } }\nnew Api().upload();` }],
  ['to a class whose parent is elsewhere', { 'base.js': `export class Base { constructor(tint) { this.tint = tint; } upload() { ${send('this.tint')} } }`, 'api.js': `import { Base } from './base.js';\nexport class Api extends Base {}`, 'main.js': `import { Api } from './api.js';\nnew Api(«${KEY}»).upload();` }],
  ['to a factory', { 'api.js': `export function createApi(tint) { return { upload: () => ${send('tint').slice(0, -1)} }; }`, 'main.js': `import { createApi } from './api.js';\ncreateApi(«${KEY}»).upload();` }],
  ['to a function that makes headers', { 'api.js': `export const auth = (tint) => ({ Authorization: tint });`, 'main.js': `import { auth } from './api.js';\nfetch('${MEDIA}', { headers: auth(«${KEY}») });` }],
  ['to a function that knows the host', { 'api.js': `export const wix = (path, tint) => fetch('https://www.wixapis.com' + path, { headers: { Authorization: tint } });`, 'main.js': `import { wix } from './api.js';\nwix('${PATH}', «${KEY}»);` }],
  ['to a function that hands it on', { 'last.js': SENDER, 'api.js': `import { upload } from './last.js';\nexport const go = (t) => upload(t);`, 'main.js': `import { go } from './api.js';\ngo(«${KEY}»);` }],
  ['to a function that hands it on several times', { 'last.js': SENDER, 'b.js': `import { upload } from './last.js';\nexport class B { constructor(t) { this.t = t; } go() { upload(this.t); } }`, 'a.js': `import { B } from './b.js';\nexport const a = (t) => new B(t).go();`, 'main.js': `import { a } from './a.js';\na(«${KEY}»);` }],
  ['to a re-exported function', { 'api.js': SENDER, 'index.js': `export * from './api.js';`, 'main.js': `import { upload } from './index.js';\nupload(«${KEY}»);` }],
  ['to a component', { 'Picker.jsx': `export function Picker({ tint }) { ${send('tint')} return null; }`, 'main.jsx': `import { Picker } from './Picker.jsx';\nexport const page = <Picker tint=«"${KEY.slice(1, -1)}"» />;` }],
  ['to a function that calls what it is given', { 'api.js': `export const one = 1;\nexport function run(f, url, tint, name) { return f(url, { headers: { [name]: tint } }); }`, 'main.js': `import { run } from './api.js';\nrun(fetch, '${MEDIA}', «${KEY}», 'Authorization');` }],
  ['to a function that takes it with others', { 'api.js': `export function upload(...all) { ${send('all[1]')} }`, 'main.js': `import { upload } from './api.js';\nupload(...['a', «${KEY}»]);` }],
  ['to a function, and imported', { ...CONFIG, 'api.js': SENDER, 'main.js': `import { tint } from './config.js';\nimport { upload } from './api.js';\nupload(«tint»);` }],
  ['to a class, and imported in an object', { 'config.js': `export default { tint: ${KEY} };`, 'api.js': `export class Api { constructor(options) { this.options = options; } upload() { ${send('this.options.tint')} } }`, 'main.js': `import config from './config.js';\nimport { Api } from './api.js';\nconst api = new Api(«config»);\napi.upload();` }],
]);

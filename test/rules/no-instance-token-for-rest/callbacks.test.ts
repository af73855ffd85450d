import { describe, expect, it } from 'vitest';
import { instanceToken } from '../../fake-keys.js';
import { CURRENT, lint, type Engine } from '../linting.js';

const KEY = `'${instanceToken(43)}'`;
const MEDIA = 'https://www.wixapis.com/site-media/v1/files/generate-upload-url';
const STORES = 'https://www.wixapis.com/stores/v1/products/query';

/** The lines on which a literal is reported. */
const linesOf = (code: string, engine: Engine): number[] => lint(code, { rule: 'no-instance-token-for-rest', engine }).map(({ line }) => line);

const SEND = `const send = (tint) => fetch('${MEDIA}', { headers: { Authorization: tint } });\n`;
const PAIR = `const both = (to, tint) => fetch(to, { headers: { Authorization: tint } });\n`;

const cases: readonly (readonly [name: string, code: string])[] = [
  ['then(function by name)', `${SEND}Promise.resolve(${KEY}).then(send);`],
  ['then(arrow)', `Promise.resolve(${KEY}).then((tint) => fetch('${MEDIA}', { headers: { Authorization: tint } }));`],
  ['then(arrow) that destructures', `Promise.resolve({ tint: ${KEY} }).then(({ tint }) => fetch('${MEDIA}', { headers: { Authorization: tint } }));`],
  ['then after then', `Promise.resolve({ tint: ${KEY} }).then(({ tint }) => \`Bearer \${tint}\`).then((tint) => fetch('${MEDIA}', { headers: { Authorization: tint } }));`],
  ['then of an own async function', `async function load() { return ${KEY}; }\n${SEND}load().then(send);`],
  ['then awaited', `const tint = await Promise.resolve({ tint: ${KEY} }).then((config) => config.tint);\nfetch('${MEDIA}', { headers: { Authorization: tint } });`],
  ['then behind ?.', `${SEND}Promise.resolve(${KEY})?.then(send);`],
  ['catch that gives a way out', `const tint = await load().catch(() => ${KEY});\nfetch('${MEDIA}', { headers: { Authorization: tint } });`],
  ['finally', `const tint = await Promise.resolve(${KEY}).finally(() => log());\nfetch('${MEDIA}', { headers: { Authorization: tint } });`],
  ['Promise.all and a pattern', `Promise.all([load(), ${KEY}]).then(([, tint]) => fetch('${MEDIA}', { headers: { Authorization: tint } }));`],
  ['a promise of its own', `const tint = await new Promise((resolve) => resolve(${KEY}));\nfetch('${MEDIA}', { headers: { Authorization: tint } });`],
  ['a promise of its own, later', `const load = () => new Promise(function (resolve, reject) {\n  setTimeout(() => { resolve({ tint: ${KEY} }); }, 10);\n});\nconst { tint } = await load();\nfetch('${MEDIA}', { headers: { Authorization: tint } });`],
  ['a promise of its own and then', `${SEND}new Promise((resolve) => { resolve(${KEY}); }).then(send);`],
  ['a promise of what a caller hands over', `const later = (value) => new Promise((done) => done(value));\nfetch('${MEDIA}', { headers: { Authorization: await later(${KEY}) } });`],
  ['what a function sets on an object of a class', `class Api { send() { return fetch('${MEDIA}', { headers: { Authorization: this.tint } }); } }\nfunction prepare(api, tint) { api.tint = tint; }\nconst api = new Api();\nprepare(api, ${KEY});\napi.send();`],
  ['what a function merges into one', `class Api { send() { return fetch('${MEDIA}', { headers: { Authorization: this.tint } }); } }\nconst prepare = (api, options) => Object.assign(api, options);\nconst api = new Api();\nprepare(api, { tint: ${KEY} });\napi.send();`],
  ['what a function sets on an object that it is handed in another', `class Api { send() { return fetch('${MEDIA}', { headers: { Authorization: this.tint } }); } }\nfunction prepare({ api }, tint) { api.tint = tint; }\nconst api = new Api();\nprepare({ api }, ${KEY});\napi.send();`],
  ['forEach(function by name)', `${SEND}[${KEY}].forEach(send);`],
  ['forEach(arrow)', `[{ tint: ${KEY} }].forEach(({ tint }) => fetch('${MEDIA}', { headers: { Authorization: tint } }));`],
  ['map and Promise.all', `const tints = ['a', ${KEY}];\nawait Promise.all(tints.map(async (tint) => fetch('${MEDIA}', { headers: { Authorization: tint } })));`],
  ['the items that map gives', `const [tint] = [${KEY}].map((each) => each.trim());\nfetch('${MEDIA}', { headers: { Authorization: tint } });`],
  ['the values of an object', `${SEND}Object.values({ tint: ${KEY} }).forEach(send);`],
  ['call', `${SEND}send.call(null, ${KEY});`],
  ['apply', `${SEND}send.apply(null, [${KEY}]);`],
  ['call of a function that takes the rest', `function send(...all) { return fetch('${MEDIA}', { headers: { Authorization: all[1] } }); }\nsend.call(null, 1, ${KEY});`],
  ['apply to a function that takes the rest', `function send(...all) { return fetch('${MEDIA}', { headers: { Authorization: all[1] } }); }\nsend.apply(null, [1, ${KEY}]);`],
  ['call on an object', `function send() { return fetch('${MEDIA}', { headers: { Authorization: this.tint } }); }\nsend.call({ tint: ${KEY} });`],
  ['a callback of a callback', `const each = (list, run) => list.forEach(run);\n${SEND}each([${KEY}], send);`],
  ['the result of call', `const headersOf = (tint) => ({ Authorization: tint });\nfetch('${MEDIA}', { headers: headersOf.call(null, ${KEY}) });`],
  ['a method of an object, called on another', `const one = { send(tint) { return fetch('${MEDIA}', { headers: { Authorization: tint } }); } };\none.send.call({}, ${KEY});`],
  ['each item with the API it is for', `${PAIR}[{ to: '${STORES}', tint: 'x' }, { to: '${MEDIA}', tint: ${KEY} }].forEach(({ to, tint }) => both(to, tint));`],
  ['an array too long to be told apart', `${SEND}[${KEY}, ${Array.from({ length: 40 }, (_, at) => `'x${String(at)}'`).join(', ')}].forEach(send);`],
];

const innocent: readonly (readonly [name: string, code: string])[] = [
  ['the item with the key goes to another API', `${PAIR}[{ to: '${MEDIA}', tint: 'x' }, { to: '${STORES}', tint: ${KEY} }].forEach(({ to, tint }) => both(to, tint));`],
  ['a then of its own', `${SEND}const own = { then(run) { return run('x'); } };\nown.then(send);\nlog(${KEY});`],
  ['a map of its own', `class Tints { map(run) { return run('x'); } }\n${SEND}new Tints(${KEY}).map(send);`],
  ['a callback that takes nothing', `[${KEY}].forEach(() => fetch('${MEDIA}', { headers: { Authorization: load() } }));`],
  ['the index and not the item', `[${KEY}].forEach((each, tint) => fetch('${MEDIA}', { headers: { Authorization: tint } }));`],
  ['what catch gets', `${SEND}Promise.resolve(${KEY}).catch(send);`],
  ['what finally gets', `${SEND}Promise.resolve(${KEY}).finally(send);`],
  ['the object of call', `${SEND}send.call(${KEY}, 'x');`],
  ['apply without a list', `${SEND}send.apply(${KEY});`],
  ['a function that nobody knows', `foreign.call(null, ${KEY}); foreign.apply(null, [${KEY}]); [${KEY}].forEach(foreign); Promise.resolve(${KEY}).then(foreign);`],
  ['map without a function', `[${KEY}].map(); [${KEY}].map(...all); [${KEY}].forEach(null); Promise.resolve(${KEY}).then(); foreign.call(); foreign.apply(...all);`],
  ['a callback that calls itself', `const run = (tint) => [tint].forEach(run);\nrun(${KEY});`],
];

describe.each(CURRENT)('functions that methods of the platform run ($name)', (engine) => {
  it.each(cases)('%s', (_name, code) => {
    expect(linesOf(code, engine)).toEqual([code.slice(0, code.indexOf(KEY)).split('\n').length]);
    expect(linesOf(code.replaceAll(MEDIA, STORES), engine)).toEqual([]);
    expect(linesOf(code.replaceAll(KEY, `'x'`), engine)).toEqual([]);
  });

  it.each(innocent)('innocent: %s', (_name, code) => {
    expect(linesOf(code, engine)).toEqual([]);
  });
});

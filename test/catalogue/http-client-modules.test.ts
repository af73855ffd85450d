import { readFileSync } from 'node:fs';
import * as https from 'node:https';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { HTTP_CLIENTS, type HttpClient } from '../../src/catalogue/http-clients.js';
import { loadModule } from './client-harness.js';
import { startLoopbackServer, type LoopbackServer } from './loopback-server.js';
import { memberIn, valueAt } from './members.js';
import { openWindow } from './window.js';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
  vi.stubGlobal('window', (await openWindow(server.origin)).window);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

// Not development dependencies: rows they share with packages that are, and Velo's module, which no registry has
const NOT_HERE = new Set(['isomorphic-fetch', 'unfetch', 'isomorphic-unfetch', 'whatwg-fetch', 'wix-fetch']);

const header = (value: string) => ({ Authorization: value });
const VALUE = ['IST', 'made', 'up'].join('.');

function clientNamed(name: string): HttpClient {
  const client = HTTP_CLIENTS.find((row) => row.name === name);
  if (client === undefined) throw new Error(`No row ${name}.`);
  return client;
}

describe('modules', () => {
  const modules = HTTP_CLIENTS.flatMap((client) => client.modules.map((name) => ({ name, client })));

  test.each(modules.filter(({ name }) => !NOT_HERE.has(name)))('$name is here', async ({ name }) => {
    expect(await loadModule(name)).not.toBeNull();
  });

  test('a module that is not here shares its row with one that is, except on Velo', () => {
    const alone = HTTP_CLIENTS.filter(({ modules: names, globals }) => globals.length === 0 && names.every((name) => NOT_HERE.has(name)));
    expect(alone.map(({ name }) => name)).toEqual(['wix-fetch']);
  });

  test('no module and no global stands in two rows', () => {
    const names = HTTP_CLIENTS.flatMap((client) => [...client.modules, ...client.globals.map((name) => `global ${name}`)]);
    expect(new Set(names).size).toBe(names.length);
  });

  const listed = HTTP_CLIENTS.flatMap(({ exports, modules: names }) => exports.map((name) => ({ name, names })));

  test.each(listed)('export $name', async ({ name, names }) => {
    const loaded = await Promise.all(names.map(loadModule));
    expect(loaded.some((module) => memberIn(module, name) !== null)).toBe(true);
  });

  test('https has every member that http has been tried with', () => {
    const members = clientNamed('node:http').calls.map(({ member }) => memberIn(https, member));
    expect(members).not.toContain(null);
  });
});

describe('what the shapes cannot say', () => {
  test('undici takes headers as a flat array of names and values', async () => {
    const { request } = await import('undici');
    await request(`${server.origin}/flat`, { headers: ['Authorization', VALUE] });
    expect(server.seen).toContainEqual({ path: '/flat', authorization: VALUE });
  });

  test('a superagent agent keeps what its setters add', async () => {
    const agent: unknown = memberIn(valueAt(await loadModule('superagent'), 'default'), 'agent')?.callable();
    memberIn(agent, 'set')?.callable.call(agent, 'Authorization', VALUE);
    await memberIn(agent, 'get')?.callable.call(agent, `${server.origin}/agent`);
    expect(server.seen).toContainEqual({ path: '/agent', authorization: VALUE });
  });

  test('axios merges headers under common with those beside it', async () => {
    const { default: axios } = await import('axios');
    const client = axios.create({ headers: { common: header(VALUE), 'wix-site-id': 'made-up' } });
    await client.get(`${server.origin}/common`);
    expect(server.seen).toContainEqual({ path: '/common', authorization: VALUE });
  });
});

test('axios puts params into the URL, those of an instance too', async () => {
  const { default: axios } = await import('axios');
  expect(axios.create({ params: { a: '1' } }).getUri({ url: 'https://example.com/', params: { key: VALUE } })).toBe(`https://example.com/?a=1&key=${VALUE}`);
});

describe('wix-fetch', () => {
  test('has the documented shape of fetch', () => {
    const { modules, calls } = clientNamed('wix-fetch');
    expect(modules).toEqual(['wix-fetch']);
    expect(calls).toEqual(
      ['fetch', 'getJSON'].map((member) => ({ member, url: [{ argument: 0 }], headers: [{ argument: 1, path: ['headers'] }] })),
    );
  });
});

describe('sources', () => {
  const folder = new URL('../../src/catalogue/', import.meta.url);
  const text = [
    'fetch-clients.ts', 'node-clients.ts', 'axios-client.ts', 'browser-clients.ts',
  ].map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
  const cited = [...text.matchAll(/([a-z][a-z-]*)@(\d+)\.\d+\.\d+/g)].map(([, name = '', major = '']) => ({ name, major }));
  // Read beside the version that is installed
  const newer = ['ky 2', 'got 16'];
  const installed = cited.filter(({ name, major }) => !NOT_HERE.has(name) && !newer.includes(`${name} ${major}`));

  test.each(installed)('$name $major is the major that is installed', ({ name, major }) => {
    const manifest = readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8');
    expect((JSON.parse(manifest) as { readonly version: string }).version.split('.')[0]).toBe(major);
  });
});

import { ApiKeyStrategy, createClient } from '@wix/sdk';
import * as media from '@wix/media';
import { describe, expect, test } from 'vitest';
import { AUTHORIZATION, SITE_ID } from '../../src/catalogue/headers.js';
import { destinationOf } from '../../src/catalogue/hosts.js';
import { isMediaModule } from '../../src/catalogue/wix-sdk.js';

const KEY = ['IST', 'made', 'up'].join('.');

// What the functions want as an argument before they build a URL: ids, pages, filters
const ARGUMENTS: readonly (readonly unknown[])[] = [['made-up', { fileUrl: 'made-up' }], [['made-up']], [{}], []];

interface Sent {
  readonly url: URL;
  readonly headers: Headers;
}

type AnyFunction = (...list: readonly unknown[]) => unknown;

function clientOf(namespace: object): { readonly functions: Readonly<Record<string, unknown>>; readonly sent: readonly Sent[] } {
  const sent: Sent[] = [];
  const fetcher = async (url: unknown, init?: { readonly headers?: unknown }): Promise<Response> => {
    sent.push({ url: new URL(String(url)), headers: new Headers(init?.headers as Record<string, string>) });
    return Response.json({ items: [], files: [], folders: [], categories: [], results: [] });
  };
  const client = createClient({ auth: ApiKeyStrategy({ apiKey: KEY, siteId: 'made-up' }), fetch: fetcher });
  const functions = (client.use as (modules: object) => Readonly<Record<string, unknown>>)({ ...namespace });
  return { functions, sent };
}

/** Calls a function with each of the argument lists until one makes a request. */
async function requestOf(namespace: object, name: string): Promise<readonly Sent[]> {
  for (const list of ARGUMENTS) {
    const { functions, sent } = clientOf(namespace);
    const callable = functions[name];
    if (typeof callable !== 'function') return [];
    await run(callable as AnyFunction, list);
    if (sent.length > 0) return sent;
  }
  return [];
}

async function run(callable: AnyFunction, list: readonly unknown[]): Promise<void> {
  try {
    const result = await callable(...list);
    const find = (result as { readonly find?: AnyFunction } | undefined)?.find;
    if (find !== undefined) await find.call(result);
  } catch {
    // A function that refuses the arguments is tried with the next ones
  }
}

// Functions of the module that make requests: lower case, no event (those are definitions), no schema utilities
const namespaces = Object.entries(media as Readonly<Record<string, Readonly<Record<string, unknown>>>>);
const functions = namespaces.flatMap(([namespace, members]) =>
  Object.entries(members)
    .filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name) && !/^on[A-Z]/.test(name))
    .map(([name]) => ({ namespace, name, members })),
);

describe('@wix/media', () => {
  test('is a media module with the four namespaces of the facts', () => {
    expect(isMediaModule('@wix/media')).toBe(true);
    expect(namespaces.map(([name]) => name).sort()).toEqual(['enterpriseMediaCategories', 'enterpriseMediaItems', 'files', 'folders']);
  });

  test('has functions in every namespace', () => {
    expect(new Set(functions.map(({ namespace }) => namespace)).size).toBe(namespaces.length);
    expect(functions.length).toBeGreaterThanOrEqual(40);
  });

  test.each(functions)('$namespace.$name goes to the Media Manager with the raw key', async ({ name, members }) => {
    const sent = await requestOf(members, name);
    expect(sent.length).toBeGreaterThan(0);
    for (const { url, headers } of sent) {
      expect(destinationOf({ host: url.host, path: url.pathname }), url.pathname).toBe('media-manager');
      expect(headers.get(AUTHORIZATION)).toBe(KEY);
      expect(headers.get(SITE_ID)).toBe('made-up');
    }
  });
});

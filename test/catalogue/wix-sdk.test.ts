import { readFileSync } from 'node:fs';
import { ApiKeyStrategy, AppStrategy, createClient, OAuthStrategy } from '@wix/sdk';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AUTHORIZATION, ACCOUNT_ID, SITE_ID } from '../../src/catalogue/headers.js';
import { CLIENT_MEMBERS, CREATE_CLIENT, findStrategy, isSdkModule, SDK_MODULES, STRATEGIES } from '../../src/catalogue/wix-sdk.js';
import { loadModule } from './client-harness.js';
import { memberIn } from './members.js';

const nodeModules = new URL('../../node_modules/', import.meta.url);
const KEY = ['IST', 'made', 'up'].join('.');
const OTHER_KEY = ['IST', 'other'].join('.');

interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A fetch that sends nothing and keeps what it was asked for. */
function recordingFetch(answer: unknown = {}) {
  const sent: Sent[] = [];
  const fetcher = async (url: unknown, init?: { readonly headers?: unknown; readonly body?: unknown }): Promise<Response> => {
    const headers = Object.fromEntries(new Headers(init?.headers as Record<string, string>));
    sent.push({ url: String(url), headers });
    return Response.json(answer);
  };
  return { sent, fetcher: fetcher as typeof fetch };
}

function exportsOf(packageName: string): readonly string[] {
  const text = readFileSync(new URL(`${packageName}/package.json`, nodeModules), 'utf8');
  const { exports } = JSON.parse(text) as { readonly exports: Readonly<Record<string, unknown>> };
  return Object.keys(exports).filter((path) => path !== './package.json').map((path) => packageName + path.slice(1));
}

afterEach(() => vi.unstubAllGlobals());

describe('modules of the SDK', () => {
  test('every export subpath of the installed @wix/sdk is in the table', () => {
    expect(exportsOf('@wix/sdk').filter((name) => !isSdkModule(name))).toEqual([]);
  });

  test('the table has no subpath that the installed @wix/sdk lacks', () => {
    const listed = SDK_MODULES.filter((name) => name.startsWith('@wix/sdk/') || name === '@wix/sdk');
    expect([...listed].sort()).toEqual([...exportsOf('@wix/sdk')].sort());
  });

  test.each(exportsOf('@wix/sdk'))('every strategy that %s exports is known', async (name) => {
    const names = Object.keys((await loadModule(name)) as object).filter((each) => /Strategy$|^SiteSessionAuth$/.test(each));
    expect(names.filter((each) => findStrategy(each) === null)).toEqual([]);
  });

  test('every subpath under auth exports a strategy that is known', async () => {
    for (const name of exportsOf('@wix/sdk').filter((path) => path.includes('/auth/'))) {
      expect(Object.keys((await loadModule(name)) as object).some((each) => findStrategy(each) !== null), name).toBe(true);
    }
  });

  test.each([
    '@wix/sdk-types', '@wix/sdk-runtime', '@wix/media', 'wix/sdk', '@wix/sdk/auth', '@wix/sdk2',
  ])('%s is no SDK module', (name) => {
    expect(isSdkModule(name)).toBe(false);
  });
});

describe('strategies', () => {
  test('the API key is sent as it is, by the properties of the table', async () => {
    const row = findStrategy('ApiKeyStrategy');
    const options = { [row?.apiKey ?? '']: KEY, [row?.siteId ?? '']: 'made-up-site', [row?.accountId ?? '']: 'made-up-account' };
    const make = memberIn(await loadModule('@wix/sdk'), 'ApiKeyStrategy');
    const strategy = make?.callable(options);
    const { headers } = (await memberIn(strategy, 'getAuthHeaders')?.callable()) as { readonly headers: Record<string, string> };
    expect(Object.fromEntries(new Headers(headers))).toEqual({ [AUTHORIZATION]: KEY, [SITE_ID]: 'made-up-site', [ACCOUNT_ID]: 'made-up-account' });
  });

  test('the methods of the table set the id headers', async () => {
    const strategy = ApiKeyStrategy({ apiKey: KEY, siteId: 'first' });
    for (const { member, header } of findStrategy('ApiKeyStrategy')?.idMethods ?? []) {
      memberIn(strategy, member)?.callable(`set-${header}`);
      const { headers } = await strategy.getAuthHeaders(undefined);
      expect(new Headers(headers).get(header)).toBe(`set-${header}`);
    }
  });

  test('the app secret stands in the property of the table', async () => {
    const bodies: unknown[] = [];
    vi.stubGlobal('fetch', async (_url: string, { body }: { readonly body: string }) => {
      bodies.push(JSON.parse(body));
      return Response.json({ access_token: 'made-up', expires_in: 1 });
    });
    await AppStrategy({ appId: 'made-up', [findStrategy('AppStrategy')?.appSecret ?? '']: OTHER_KEY, instanceId: 'made-up' }).getAuthHeaders(undefined);
    expect(bodies).toContainEqual(expect.objectContaining({ client_secret: OTHER_KEY }));
  });

  test.each(findStrategy('OAuthStrategy')?.keyMethods ?? [])('$member sends the key of its argument', async ({ member, apiKey }) => {
    const { sent, fetcher } = recordingFetch({ access_token: 'made-up', expires_in: 9, sessionToken: 'made-up', identity: { _id: 'made-up' } });
    vi.stubGlobal('fetch', fetcher);
    const strategy = OAuthStrategy({ clientId: 'made-up' });
    const list = ['made-up'];
    list[apiKey.argument] = KEY;
    await Promise.resolve(memberIn(strategy, member)?.callable(...list)).catch(() => undefined);
    expect(sent.some(({ headers }) => headers[AUTHORIZATION]?.endsWith(`,${KEY}`) === true)).toBe(true);
  });

  test('no two strategies share a name', () => {
    expect(new Set(STRATEGIES.map(({ name }) => name)).size).toBe(STRATEGIES.length);
  });
});

describe('the client', () => {
  test('createClient is exported and its members are those of the table', async () => {
    expect(memberIn(await loadModule('@wix/sdk'), CREATE_CLIENT.name)).not.toBeNull();
    const client = createClient({ modules: {} });
    expect(CLIENT_MEMBERS.filter(({ member }) => memberIn(client, member) === null)).toEqual([]);
  });

  test('headers of the configuration and of setHeaders are sent', async () => {
    const { sent, fetcher } = recordingFetch();
    const client = createClient({ [CREATE_CLIENT.headers.path?.[0] ?? '']: { Authorization: KEY }, fetch: fetcher });
    await client.fetch('/site-media/v1/files', {});
    client.setHeaders({ Authorization: OTHER_KEY });
    await client.fetch('/site-media/v1/files', {});
    expect(sent.map(({ headers }) => headers[AUTHORIZATION])).toEqual([KEY, OTHER_KEY]);
  });

  test('requests go where the table says', async () => {
    const { sent, fetcher } = recordingFetch();
    const client = createClient({ auth: ApiKeyStrategy({ apiKey: KEY, siteId: 'made-up' }), fetch: fetcher });
    await client.fetch('/stores/v1/products', {});
    // eslint-disable-next-line wix-keys/no-key-to-foreign-host -- it is what this test is about
    await client.fetchWithAuth('https://elsewhere.invalid/anything');
    await client.graphql('{ made { up } }');
    const bases = CLIENT_MEMBERS.flatMap(({ base }) => base ?? []);
    expect(sent.map(({ url }) => url)).toEqual([`${bases[0] ?? ''}/stores/v1/products`, 'https://elsewhere.invalid/anything', bases[1]]);
    expect(new Set(sent.map(({ headers }) => headers[AUTHORIZATION]))).toEqual(new Set([KEY]));
  });

  test('the host of the configuration replaces the API host', async () => {
    const { sent, fetcher } = recordingFetch();
    const [outer = '', inner = ''] = CREATE_CLIENT.host.path ?? [];
    const config = { [outer]: { [inner]: 'made-up.invalid' }, fetch: fetcher } as { readonly fetch: typeof fetch };
    await createClient(config).fetch('/anything', {});
    expect(sent[0]?.url).toBe('https://made-up.invalid/anything');
  });
});

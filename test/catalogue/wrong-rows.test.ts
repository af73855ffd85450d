import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HTTP_CLIENTS, type CallShape, type Slot } from '../../src/catalogue/http-clients.js';
import { tryCall } from './call-trials.js';
import { accessesTo } from './client-harness.js';
import { startLoopbackServer, type LoopbackServer } from './loopback-server.js';
import { Verdicts } from './trials.js';
import { openWindow } from './window.js';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

const misspelt = (slot: Slot): Slot => ({ ...slot, path: ['headrs'] });
const moved = (slot: Slot): Slot => ({ ...slot, argument: slot.argument + 5 });

// The trials of http-clients.test.ts are only worth what they refuse.
const cases = HTTP_CLIENTS.filter(({ name }) => name !== 'wix-fetch').flatMap((client) => {
  const shapes = client.calls.filter(({ url, headers }) => url !== undefined && headers !== undefined);
  return shapes.map((shape) => ({ client, shape, label: `${client.name} "${shape.member}"` }));
});

async function unprovenOf({ client }: (typeof cases)[number], shape: CallShape): Promise<readonly string[]> {
  const [access] = await accessesTo(client, { fetch, Request, ...(await openWindow(server.origin)) });
  const verdicts = new Verdicts();
  for (const root of access?.roots ?? []) await tryCall({ client, root, server }, shape, verdicts);
  return verdicts.unproven;
}

describe.each(cases)('$label', (row) => {
  const { url = [], headers = [] } = row.shape;

  test('is not proven with its headers elsewhere', async () => {
    const wrong = headers.map(misspelt);
    const unproven = await unprovenOf(row, { ...row.shape, headers: wrong });
    expect(unproven.filter((label) => label.startsWith('headers'))).toHaveLength(new Set(wrong.map(({ argument }) => argument)).size);
  });

  test('is not proven with its URL elsewhere', async () => {
    const unproven = await unprovenOf(row, { ...row.shape, url: url.map(moved), base: [] });
    expect(unproven.filter((label) => label.startsWith('url '))).toHaveLength(url.length);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HTTP_CLIENTS, type HttpClient } from '../../src/catalogue/http-clients.js';
import { tryCall, type Bench } from './call-trials.js';
import { accessesTo, loadModule } from './client-harness.js';
import { hasDefault, tryDefaultCall } from './default-trials.js';
import { tryInstance } from './instance-trials.js';
import { startLoopbackServer, type LoopbackServer } from './loopback-server.js';
import { trySetter } from './setter-trials.js';
import { Verdicts } from './trials.js';
import { openWindow } from './window.js';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

// Slots of ky 2 alone; the package under the name ky-2 (npm:ky@^2) proves them
const KY_2_SLOT = /^ky .*\.(?:prefix|baseUrl)$/;
const hasKy2 = (await loadModule('ky-2')) !== null;

/** Runs the trial for every way to the client that can be run here; what no trial proved, by way. */
async function unprovenIn(client: HttpClient, trial: (bench: Bench, verdicts: Verdicts) => Promise<void>): Promise<readonly string[]> {
  const globals = { fetch, Request, ...(await openWindow(server.origin)) };
  const accesses = await accessesTo(client, globals);
  expect(accesses.length).toBeGreaterThan(0);
  const unproven: string[] = [];
  for (const { label, roots } of accesses) {
    const verdicts = new Verdicts();
    for (const root of roots) await trial({ client, root, server }, verdicts);
    expect(verdicts.size, `${label} was tried`).toBeGreaterThan(0);
    unproven.push(...verdicts.unproven.map((slot) => `${label}: ${slot}`));
  }
  return unproven.filter((slot) => hasKy2 || !KY_2_SLOT.test(slot));
}

// Velo's wix-fetch exists on Wix alone.
const CALLABLE = HTTP_CLIENTS.filter(({ name }) => name !== 'wix-fetch');

describe.each(CALLABLE)('$name', (client) => {
  const sending = client.calls.filter(({ url, urlParts }) => url !== undefined || urlParts !== undefined);
  test.runIf(sending.length > 0).each(sending)('call "$member"', async (shape) => {
    expect(await unprovenIn(client, (bench, verdicts) => tryCall(bench, shape, verdicts))).toEqual([]);
  });

  const { instances = [], setters = [], defaultCalls = [], defaultHeaders = [], defaultBase = [] } = client;
  test.runIf(instances.length > 0).each(instances)('instance by "$member"', async (shape) => {
    expect(await unprovenIn(client, (bench, verdicts) => tryInstance(bench, shape, verdicts))).toEqual([]);
  });

  const direct = client.defaultCalls === undefined ? setters : [];
  test.runIf(direct.length > 0).each(direct)('setter "$member"', async (setter) => {
    expect(await unprovenIn(client, (bench, verdicts) => trySetter(bench, setter, verdicts))).toEqual([]);
  });

  test.runIf(defaultCalls.length > 0).each(defaultCalls)('defaults by "$member"', async (shape) => {
    expect(await unprovenIn(client, (bench, verdicts) => tryDefaultCall(bench, shape, verdicts))).toEqual([]);
  });

  const written = [
    ...defaultHeaders.map((member) => ({ member, kind: 'headers' as const })),
    ...defaultBase.map((member) => ({ member, kind: 'base' as const })),
  ];
  test.runIf(written.length > 0).each(written)('defaults in "$member"', async ({ member, kind }) => {
    const trial = (bench: Bench, verdicts: Verdicts) => verdicts.add([member], () => hasDefault(bench, member, kind));
    expect(await unprovenIn(client, trial)).toEqual([]);
  });
});

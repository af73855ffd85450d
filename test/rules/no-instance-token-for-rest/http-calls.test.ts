import { HTTP_CLIENTS, type CallShape, type HttpClient } from '../../../src/catalogue/http-clients.js';
import { CURRENT } from '../linting.js';
import { checkTable, type Row } from '../tables.js';
import { callsWithHeader, HEADER_FORMS, type Writer } from './client-code.js';
import { reachesOf, reachOfModule } from './client-reach.js';
import { MEDIA, withTwins } from './targets.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;
const LARGE = { ...RULE, engines: CURRENT } as const;

interface Named {
  readonly name: string;
  readonly write: Writer;
}

/** Every call of a client that takes headers itself. */
function allCalls(client: HttpClient): readonly Named[] {
  return client.calls.flatMap((shape) => (shape.headers ?? []).flatMap((headers) => callsWithHeader(client, shape, { headers })));
}

/** The first call shape that takes headers. */
function firstShape({ calls }: HttpClient): CallShape | undefined {
  return calls.find(({ headers }) => headers !== undefined);
}

function firstCall(client: HttpClient, more: Omit<Parameters<typeof callsWithHeader>[2], 'headers'>): readonly Named[] {
  const shape = firstShape(client);
  const headers = shape?.headers?.[0];
  return shape && headers ? callsWithHeader(client, shape, { headers, ...more }).slice(0, 1) : [];
}

for (const client of HTTP_CLIENTS) {
  const calls = allCalls(client).flatMap(({ name, write }): readonly Row[] => withTwins(name, write));
  const forms = HEADER_FORMS.flatMap((form) => firstCall(client, { form }).map(({ write }): Row => [form.name, write(MEDIA)]));
  const member = firstShape(client)?.member ?? '';
  const reaches = reachesOf(client, member).flatMap((reach) => firstCall(client, { reach }).map(({ write }): Row => [
    reach.name,
    write(MEDIA),
    reach.only === undefined ? {} : { only: reach.only },
  ]));
  const modules = client.modules.flatMap((module) => firstCall(client, { reach: reachOfModule(client, module, member) }).map(({ write }): Row => [module, write(MEDIA)]));
  if (calls.length > 0) checkTable(`${client.name}, each call`, calls, LARGE);
  if (forms.length > 0) checkTable(`${client.name}, each form of headers`, forms, LARGE);
  if (reaches.length > 0) checkTable(`${client.name}, each way to it`, reaches, RULE);
  if (modules.length > 0) checkTable(`${client.name}, each module`, modules, RULE);
}

import type { CallShape, HttpClient, Slot } from '../../src/catalogue/http-clients.js';
import type { LoopbackServer } from './loopback-server.js';
import { formsOf } from './setter-forms.js';
import { argumentsFrom, type Placement } from './slot-arguments.js';
import { addressesOf, aimAt, call, finish, hasArrived, labelOf, type Aim, type Verdicts } from './trials.js';

/** What is tried: a client, one of its roots, a server. */
export interface Bench {
  readonly client: HttpClient;
  readonly root: unknown;
  readonly server: LoopbackServer;
}

/** What a trial adds to the URL: nothing, headers, or a callback that sets them. */
interface Addition {
  readonly label: string;
  readonly placements: readonly Placement[];
}

type Adder = (aim: Aim) => Addition;

/** Tries every slot of a call shape, each with every other it can stand beside. */
export async function tryCall(bench: Bench, shape: CallShape, verdicts: Verdicts): Promise<void> {
  const adders = [
    ...(shape.headers ?? []).map((slot): Adder => ({ value }) => ({
      label: labelOf('headers', slot),
      placements: [{ slot, value: { Authorization: value } }],
    })),
    ...(shape.callback ?? []).flatMap((slot) => callbackAdders(bench.client, slot)),
    ...(shape.headersCallback ?? []).flatMap(headersAdders),
  ];
  const ways = addressesOf(shape, aimAt(bench.server)).length;
  for (let way = 0; way < ways; way += 1) {
    // A URL that leaves no place for headers ($.get(url)) is tried alone
    const fitting = adders.filter((add) => fits(shape, { way, add, aim: aimAt(bench.server) }));
    for (const add of fitting.length === 0 ? [null] : fitting) await tryOne(bench, shape, { way, add, verdicts });
  }
  for (const add of adders) await verdicts.add([add(aimAt(bench.server)).label], () => Promise.resolve(false));
}

/** Callbacks that call one of the client's setters on their first parameter, one for each form of each setter. */
export function callbackAdders(client: HttpClient, slot: Slot): readonly Adder[] {
  return (client.setters ?? []).flatMap((setter) =>
    formsOf(setter).map((form): Adder => (aim) => ({
      label: `${labelOf('callback', slot)} with ${setter.member} ${form.label}`,
      placements: [{
        slot,
        value: (request: unknown) => {
          call(request, setter, { placements: form.placements(aim), client });
          return request;
        },
      }],
    })),
  );
}

/** Functions that set the header in their second parameter, alone and in a list. */
export function headersAdders(slot: Slot): readonly Adder[] {
  return [false, true].map((isListed): Adder => ({ value }) => {
    const transform = (data: unknown, headers: Record<string, unknown>) => {
      headers.Authorization = value;
      return data;
    };
    return { label: `${labelOf('headersCallback', slot)}${isListed ? ' in a list' : ''}`, placements: [{ slot, value: isListed ? [transform] : transform }] };
  });
}

interface Plan {
  readonly way: number;
  readonly add: Adder | null;
  readonly verdicts: Verdicts;
}

function fits(shape: CallShape, { way, add, aim }: { readonly way: number; readonly add: Adder; readonly aim: Aim }): boolean {
  return argumentsFrom([...(addressesOf(shape, aim)[way]?.placements ?? []), ...add(aim).placements]) !== null;
}

async function tryOne({ client, root, server }: Bench, shape: CallShape, { way, add, verdicts }: Plan): Promise<void> {
  const aim = aimAt(server);
  const address = addressesOf(shape, aim)[way];
  if (address === undefined) return;
  const addition = add?.(aim) ?? null;
  const labels = [...address.labels, ...(addition === null ? [] : [addition.label])];
  const placements = [...address.placements, ...(addition?.placements ?? [])];
  await verdicts.add(labels, async () => {
    await finish(call(root, shape, { placements, client }), { client, root });
    return hasArrived(aim, address.path, addition !== null);
  });
}

import type { CallShape, SetterShape, Slot } from '../../src/catalogue/http-clients.js';
import type { Bench } from './call-trials.js';
import { HARNESSES } from './client-harness.js';
import { formsOf } from './setter-forms.js';
import type { Placement } from './slot-arguments.js';
import { addressesOf, aimAt, call, finish, hasArrived, joinsOf, labelOf, type Aim, type Verdicts } from './trials.js';

/** Tries every form of a setter on the request object of every call that gives one. */
export async function trySetter(bench: Bench, setter: SetterShape, verdicts: Verdicts): Promise<void> {
  const { client } = bench;
  const begins = client.calls.filter(({ member }) => HARNESSES[client.name]?.returnsRequest?.(member) === true);
  for (const shape of begins) {
    for (const form of formsOf(setter)) {
      const aim = aimAt(bench.server);
      await verdicts.add([form.label], async () => {
        const request = begin(bench, shape, { aim, withUrl: setter.url === undefined });
        await setAndFinish(bench, request, { setter, placements: form.placements(aim) });
        return hasArrived(aim, `/${aim.leaf}`, form.withHeader);
      });
    }
    for (const base of setter.url === undefined ? [] : shape.base ?? []) await tryJoined(bench, { shape, base, setter, verdicts });
  }
}

interface Setting {
  readonly setter: SetterShape;
  readonly placements: readonly Placement[];
}

/** A request that refuses the setter leaves all the same, or it would hang. */
async function setAndFinish(bench: Bench, request: unknown, { setter, placements }: Setting): Promise<void> {
  let next: unknown = null;
  try {
    next = call(request, setter, { placements, client: bench.client });
  } finally {
    await finish(typeof next === 'object' && next !== null ? next : request, bench);
  }
}

interface Joining {
  readonly shape: CallShape;
  readonly base: Slot;
  readonly setter: SetterShape;
  readonly verdicts: Verdicts;
}

/** The builder begun with a base, the setter's URL relative to it. */
async function tryJoined(bench: Bench, { shape, base, setter, verdicts }: Joining): Promise<void> {
  for (const way of joinsOf(aimAt(bench.server)).keys()) {
    const aim = aimAt(bench.server);
    const join = joinsOf(aim)[way];
    if (join === undefined || setter.url === undefined) continue;
    const url = [{ slot: setter.url, value: join.url }];
    await verdicts.add([labelOf('base', base)], async () => {
      const request = call(bench.root, shape, { placements: [{ slot: base, value: join.base }], client: bench.client });
      await setAndFinish(bench, request, { setter, placements: url });
      return hasArrived(aim, join.path, false);
    });
  }
}

interface Begin {
  readonly aim: Aim;
  readonly withUrl: boolean;
}

/** A request object, its URL given by the call or else by the client's first setter of one. */
function begin({ client, root }: Bench, shape: CallShape, { aim, withUrl }: Begin): unknown {
  const address = withUrl ? addressesOf(shape, aim)[0] : undefined;
  const request = call(root, shape, { placements: address?.placements ?? [], client });
  const opener = client.setters?.find(({ url }) => url !== undefined);
  if (withUrl && address === undefined && opener?.url !== undefined) {
    call(request, opener, { placements: [{ slot: opener.url, value: `${aim.server.origin}/${aim.leaf}` }], client });
  }
  return request;
}

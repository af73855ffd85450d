import type { CallShape, InstanceShape, Slot } from '../../src/catalogue/http-clients.js';
import { headersAdders, type Bench } from './call-trials.js';
import { HARNESSES } from './client-harness.js';
import type { Placement } from './slot-arguments.js';
import { addressesOf, aimAt, call, finish, hasArrived, joinsOf, labelOf, type Address, type Aim, type Join, type Verdicts } from './trials.js';

const NONE: readonly null[] = [null];

/** Tries an instance's slots: made with them, then called as the client is. */
export async function tryInstance(bench: Bench, shape: InstanceShape, verdicts: Verdicts): Promise<void> {
  const joins = joinsOf(aimAt(bench.server)).keys();
  const plans = [...joins].flatMap((join) =>
    bench.client.calls.flatMap((inner) =>
      (shape.base ?? NONE).flatMap((base) => (shape.headers ?? NONE).map((headers) => ({ shape, join, inner, base, headers }))),
    ),
  );
  for (const plan of plans) {
    const labels = ['instance', ...labelsOf('base', plan.base), ...labelsOf('headers', plan.headers)];
    await verdicts.add(labels, () => runPlan(bench, plan));
  }
  for (const add of (shape.headersCallback ?? []).flatMap(headersAdders)) {
    const aim = aimAt(bench.server);
    const { label, placements } = add(aim);
    await verdicts.add([label], async () => {
      const root = call(bench.root, shape, { placements, client: bench.client });
      await finish(call(root, { member: 'get' }, { placements: [{ slot: { argument: 0 }, value: `${bench.server.origin}/${aim.leaf}` }], client: bench.client }), { client: bench.client, root });
      return hasArrived(aim, `/${aim.leaf}`, true);
    });
  }
}

interface Plan {
  readonly shape: InstanceShape;
  /** The call made on the instance. */
  readonly inner: CallShape;
  readonly join: number;
  readonly base: Slot | null;
  readonly headers: Slot | null;
}

function labelsOf(kind: string, slot: Slot | null): readonly string[] {
  return slot === null ? [] : [labelOf(kind, slot)];
}

async function runPlan(bench: Bench, plan: Plan): Promise<boolean> {
  const ownHeaders = plan.headers === null ? plan.inner.headers ?? NONE : NONE;
  for (const own of ownHeaders) {
    const ways = addressesFor(plan, aimAt(bench.server)).length;
    for (let way = 0; way < ways; way += 1) {
      if (await isWay(bench, plan, { way, own })) return true;
    }
  }
  return false;
}

interface Way {
  readonly way: number;
  readonly own: Slot | null;
}

async function isWay(bench: Bench, plan: Plan, { way, own }: Way): Promise<boolean> {
  const aim = aimAt(bench.server);
  const address = addressesFor(plan, aim)[way];
  const join = joinsOf(aim)[plan.join];
  if (address === undefined || join === undefined) return false;
  const header = { Authorization: aim.value };
  try {
    const making = [...given(plan.base, join.base), ...given(plan.headers, header)];
    const root = call(bench.root, plan.shape, { placements: making, client: bench.client });
    const more = HARNESSES[bench.client.name]?.onInstance ?? [];
    const sent = call(root, plan.inner, { placements: [...address.placements, ...given(own, header), ...more], client: bench.client });
    await finish(sent, { client: bench.client, root });
  } catch {
    return false;
  }
  return hasArrived(aim, address.path, own !== null || plan.headers !== null);
}

function given(slot: Slot | null, value: unknown): readonly Placement[] {
  return slot === null ? [] : [{ slot, value }];
}

function addressesFor({ base, inner, join }: Plan, aim: Aim): readonly Pick<Address, 'placements' | 'path'>[] {
  const joined: Join | undefined = joinsOf(aim)[join];
  if (base === null || joined === undefined) return addressesOf(inner, aim);
  return (inner.url ?? []).map((slot) => ({ placements: [{ slot, value: joined.url }], path: joined.path }));
}

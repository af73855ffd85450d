import type { DefaultsShape } from '../../src/catalogue/http-clients.js';
import { callbackAdders, type Bench } from './call-trials.js';
import { memberIn, valueAt } from './members.js';
import type { Placement } from './slot-arguments.js';
import { aimAt, call, finish, hasArrived, labelOf, type Aim, type Verdicts } from './trials.js';

/** Tries every slot of a call that changes defaults, each on a client made anew where that can be. */
export async function tryDefaultCall(bench: Bench, shape: DefaultsShape, verdicts: Verdicts): Promise<void> {
  const adders = [
    ...(shape.headers ?? []).map((slot) => ({ value }: Aim) => ({
      label: labelOf('headers', slot),
      placements: [{ slot, value: { Authorization: value } }],
    })),
    ...(shape.callback ?? []).flatMap((slot) => callbackAdders(bench.client, slot)),
  ];
  for (const add of adders) {
    const aim = aimAt(bench.server);
    const { label, placements } = add(aim);
    await verdicts.add([label], () => {
      const root = ownInstance(bench);
      call(root, shape, { placements, client: bench.client });
      return sendsTo({ ...bench, root }, aim);
    });
  }
}

/** Whether a header (or base) written into a member that holds defaults reaches the server. */
export async function hasDefault(bench: Bench, member: string, kind: 'headers' | 'base'): Promise<boolean> {
  const aim = aimAt(bench.server);
  const root = ownInstance(bench);
  const path = member.split('.');
  const last = path.at(-1) ?? '';
  const present = valueAt(root, member);
  const owner = Object(valueAt(root, path.slice(0, -1).join('.'))) as object;
  if (kind === 'base') Reflect.set(owner, last, `${bench.server.origin}/`);
  else if (present === undefined) Reflect.set(owner, last, { Authorization: aim.value });
  else Reflect.set(Object(present) as object, 'Authorization', aim.value);
  return sendsTo({ ...bench, root }, aim, { method: last, relative: kind === 'base' });
}

interface Sending {
  readonly method: string;
  readonly relative: boolean;
}

const GET_ABSOLUTE: Sending = { method: '', relative: false };

async function sendsTo({ client, root, server }: Bench, aim: Aim, { method, relative } = GET_ABSOLUTE): Promise<boolean> {
  const shape = client.calls.find(({ member }) => member === method) ?? client.calls.find(({ member }) => memberIn(root, member) !== null);
  const slot = shape?.url?.at(-1);
  if (shape === undefined || slot === undefined) return false;
  const placements: Placement[] = [{ slot, value: relative ? aim.leaf : `${server.origin}/${aim.leaf}` }];
  await finish(call(root, shape, { placements, client }), { client, root });
  return hasArrived(aim, `/${aim.leaf}`, !relative);
}

/** An instance without settings, or the client itself where it has none to make. */
function ownInstance({ client, root }: Bench): unknown {
  const maker = client.instances?.find(({ member }) => memberIn(root, member) !== null);
  return maker === undefined ? root : call(root, maker, { placements: [], client });
}

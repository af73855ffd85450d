import type { CallShape, HttpClient, InstanceShape, Slot } from '../../../src/catalogue/http-clients.js';
import { argumentCode, type Filling } from './call-code.js';
import { reachOf, type Reach } from './client-reach.js';
import type { Target } from './targets.js';

/** Code for a target, as the rows of a table take it. */
export type Writer = (target: Target) => string;

/** A way to put the Authorization header into a slot for headers. */
export interface HeaderForm {
  readonly name: string;
  readonly before?: (key: string) => string;
  readonly code: (key: string) => string;
}

/** The plain form. */
export const PLAIN: HeaderForm = { name: 'object', code: (key) => `{ Authorization: ${key} }` };

/** Every form that headers are written in. */
export const HEADER_FORMS: readonly HeaderForm[] = [
  PLAIN,
  { name: 'lower case', code: (key) => `{ authorization: ${key} }` },
  { name: 'upper case, quoted', code: (key) => `{ 'AUTHORIZATION': ${key} }` },
  { name: 'computed', code: (key) => `{ ['Authorization']: ${key} }` },
  { name: 'template as name', code: (key) => `{ [\`Authorization\`]: ${key} }` },
  { name: 'beside others', code: (key) => `{ 'Content-Type': 'application/json', 'wix-site-id': siteId, Authorization: ${key}, ...more }` },
  { name: 'pairs', code: (key) => `[['Content-Type', 'application/json'], ['Authorization', ${key}]]` },
  { name: 'Headers of an object', code: (key) => `new Headers({ Authorization: ${key} })` },
  { name: 'Headers of pairs', code: (key) => `new Headers([['authorization', ${key}]])` },
  { name: 'Headers, set', before: (key) => `const headers = new Headers(); headers.set('Authorization', ${key});`, code: () => 'headers' },
  { name: 'Headers, append', before: (key) => `const headers = new Headers({ accept: '*/*' }); headers.append('authorization', ${key});`, code: () => 'headers' },
  { name: 'Map', code: (key) => `new Map([['Authorization', ${key}]])` },
  { name: 'Map, set', before: (key) => `const headers = new Map(); headers.set('Authorization', ${key});`, code: () => 'headers' },
  { name: 'Map to object', code: (key) => `Object.fromEntries(new Map([['Authorization', ${key}]]))` },
  { name: 'dot write', before: (key) => `const headers = {}; headers.Authorization = ${key};`, code: () => 'headers' },
  { name: 'bracket write', before: (key) => `const headers = {}; headers['authorization'] = ${key};`, code: () => 'headers' },
  { name: 'computed write', before: (key) => `const NAME = 'Authorization'; const headers = {}; headers[NAME] = ${key};`, code: () => 'headers' },
  { name: 'spread', before: (key) => `const base = { Authorization: ${key} };`, code: () => '{ ...base, accept: 1 }' },
  { name: 'Object.assign', before: (key) => `const headers = Object.assign({}, { Authorization: ${key} });`, code: () => 'headers' },
  { name: 'conditional', code: (key) => `isDraft ? {} : { Authorization: ${key} }` },
  { name: 'spread of a condition', code: (key) => `{ ...(isDraft && { Authorization: ${key} }) }` },
];

/** How deep below one another the argument of the URL and that of the headers may lie. */
const FURTHEST = 2;

/** Fillings of URL and base of a call shape for a target, each way once. */
export function urlFillings(shape: CallShape): readonly { readonly name: string; readonly fill: (target: Target) => readonly Filling[]; readonly slot: Slot }[] {
  const whole = (shape.url ?? []).map((slot) => ({ name: nameOf('url', slot), slot, fill: ({ url }: Target) => [{ slot, code: `'${url}'` }] }));
  const based = (shape.url ?? []).flatMap((slot) => (shape.base ?? []).flatMap((base) => (sameSlot(base, slot) ? [] : [{
    name: `${nameOf('url', slot)}, ${nameOf('base', base)}`,
    slot,
    fill: ({ base: start, rest }: Target) => [{ slot, code: `'${rest}'` }, { slot: base, code: `'${start}'` }],
  }])));
  const parts = (shape.urlParts ?? []).map((slot) => ({ name: nameOf('parts', slot), slot, fill: ({ host, path }: Target) => partFillings(slot, host, path) }));
  return [...whole, ...based, ...parts];
}

function partFillings(slot: Slot, host: string, path: string): readonly Filling[] {
  const inside = (key: string): Slot => ({ ...slot, path: [...(slot.path ?? []), key] });
  return [{ slot: inside('hostname'), code: `'${host}'` }, { slot: inside('path'), code: `'${path}'` }];
}

/** A header slot fits a URL slot where one call can hold both. */
export function fits(url: Slot, headers: Slot): boolean {
  const isOptions = url.path !== undefined;
  if (isOptions) return headers.argument === url.argument;
  return headers.argument > url.argument && headers.argument - url.argument <= FURTHEST;
}

/** A call of the shape with its header in the slot, by each way to write its URL that leaves room for it. */
export function callsWithHeader(client: HttpClient, shape: CallShape, { headers, form = PLAIN, reach }: { readonly headers: Slot; readonly form?: HeaderForm; readonly reach?: Reach }): readonly { readonly name: string; readonly write: Writer }[] {
  const { before, callee } = reach ?? reachOf(client, shape.member);
  return urlFillings(shape).filter(({ slot }) => fits(slot, headers)).flatMap(({ name, fill, slot }) => {
    const write: Writer = (target) => {
      const code = argumentCode([...fill(target), { slot: headers, code: form.code(target.key) }], leadOf(slot));
      return [before, form.before?.(target.key) ?? '', `${shape.construct ? 'new ' : ''}${callee}(${code ?? ''});`].join('\n');
    };
    const fitting = argumentCode([...fill(SAMPLE), { slot: headers, code: '' }]) !== null;
    return fitting ? [{ name: `${shape.member}(${name}; ${nameOf('headers', headers)})`, write }] : [];
  });
}

const SAMPLE: Target = { name: '', host: '', origin: '', path: '', url: '', base: '', rest: '', key: '' };

/** Where the URL is the second argument, the first is the method. */
function leadOf(url: Slot): string {
  return url.argument > 0 ? `'post'` : 'null';
}

/** The code of an instance with what is in its slots. */
export function instanceCode({ before, callee }: Reach, shape: InstanceShape, fillings: readonly Filling[]): string {
  return `${before}\nconst instance = ${shape.construct ? 'new ' : ''}${callee}(${argumentCode(fillings) ?? ''});`;
}

/** `url[0]`, `headers[1].headers`. */
export function nameOf(what: string, { argument, path = [] }: Slot): string {
  return `${what}[${[String(argument), ...path].join('.')}]`;
}

function sameSlot(a: Slot, b: Slot): boolean {
  return a.argument === b.argument && (a.path ?? []).join() === (b.path ?? []).join();
}

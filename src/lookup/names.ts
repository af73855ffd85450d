import { createHash } from 'node:crypto';
import { groupBy } from '../analysis/group-by.js';
import { isPortableName } from '../dotenv/write-env.js';
import type { Key } from '../key/classify.js';
import { keyFingerprint } from '../key/redact.js';

/** A key that the project's sources hold, in one of its places. */
export interface Occurrence {
  readonly key: Key;
  /** The variable that its place has already, as in `process.env.FOO ?? key`; null where it has none. */
  readonly own: string | null;
}

/** What names are made from: they depend on nothing else. */
export interface NamedProject {
  readonly occurrences: readonly Occurrence[];
  /** The variables of the env file. */
  readonly variables: ReadonlyMap<string, string>;
  /** Those of the env files beside it. */
  readonly others?: readonly ReadonlyMap<string, string>[];
  /** The name of a project's only key. */
  readonly name: string;
}

const APP_SECRET = 'WIX_APP_SECRET';

/** The variable of each key, by the key's text: the one that holds it, its place's own, or one made from its id. */
export function namesOf(project: NamedProject): ReadonlyMap<string, string> {
  const keys = new Map(project.occurrences.map(({ key }) => [key.text, key]));
  const inOrder = [...keys.values()].sort((one, other) => (one.text < other.text ? -1 : 1));
  const holders = new Map([...holdersElsewhere(project), ...holdersIn(project.variables)]);
  const owns = freeOwnNames(project);
  const names = new Map<string, string>();
  for (const { text } of inOrder) {
    const held = holders.get(text) ?? owns.get(text);
    if (held !== undefined) names.set(text, held);
  }
  const taken = new Set([...names.values(), ...namesInUse(project)]);
  const [secrets, others] = [inOrder.filter(isAppSecret), inOrder.filter((key) => !isAppSecret(key))];
  const namings = { secrets: namingOf(secrets, APP_SECRET), others: namingOf(others, project.name) };
  for (const key of inOrder) {
    if (names.has(key.text)) continue;
    const name = freshName(key, isAppSecret(key) ? namings.secrets : namings.others, taken);
    names.set(key.text, name);
    taken.add(name);
  }
  return names;
}

/** The first variable that has each value; one of a name that code cannot read as a member, as WIX-API-KEY, is none. */
export function holdersIn(variables: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...variables].filter(([name]) => isPortableName(name)).reverse().map(([name, value]) => [value, name]));
}

function isAppSecret({ kind }: Key): boolean {
  return kind === 'app-secret';
}

/** The same of the env files beside it, where none has something else under the name. */
function holdersElsewhere(project: NamedProject): readonly (readonly [value: string, name: string])[] {
  return (project.others ?? []).toReversed().flatMap((file) => [...holdersIn(file)]).filter(([value, name]) => !isTaken(name, value, project));
}

function isTaken(name: string, value: string, { variables, others = [] }: NamedProject): boolean {
  return [variables, ...others].some((file) => (file.get(name) ?? '') !== '' && file.get(name) !== value);
}

function namesInUse({ variables, others = [], occurrences }: NamedProject): string[] {
  const filled = [variables, ...others].flatMap((file) => [...file]).filter(([, value]) => value !== '').map(([name]) => name);
  return [...filled, ...occurrences.flatMap(({ own }) => own ?? [])];
}

/** By the text of a key, the first variable that the key alone is a fallback of and that the env file gives no other value. */
function freeOwnNames({ occurrences, variables, others = [] }: NamedProject): ReadonlyMap<string, string> {
  const byOwn = groupBy(occurrences.filter(({ own }) => own !== null), ({ own }) => own ?? '');
  const free = [...byOwn].flatMap(([own, places]) => {
    const texts = new Set(places.map(({ key }) => key.text));
    return texts.size === 1 && [variables, ...others].every((file) => (file.get(own) ?? '') === '' || texts.has(file.get(own) ?? '')) ? [...texts].map((text) => [text, own] as const) : [];
  });
  return new Map(free.sort(([, one], [, other]) => (one < other ? 1 : -1)));
}

interface Naming {
  readonly base: string;
  readonly isOne: boolean;
  /** The keys that claim each id. */
  readonly byFingerprint: ReadonlyMap<string, readonly Key[]>;
}

function namingOf(keys: readonly Key[], base: string): Naming {
  return { base, isOne: keys.length === 1, byFingerprint: groupBy(keys, keyFingerprint) };
}

function freshName(key: Key, { base, isOne, byFingerprint }: Naming, taken: ReadonlySet<string>): string {
  if (isOne && !taken.has(base)) return base;
  const fingerprint = keyFingerprint(key);
  const isShared = (byFingerprint.get(fingerprint)?.length ?? 0) > 1;
  const short = `${base}_${fingerprint.toUpperCase()}`;
  if (!isShared && !taken.has(short)) return short;
  const hash = createHash('sha256').update(key.text).digest('hex').toUpperCase();
  const length = [6, 12, 24].find((each) => !taken.has(`${short}_${hash.slice(0, each)}`));
  return `${short}_${hash.slice(0, length)}`;
}

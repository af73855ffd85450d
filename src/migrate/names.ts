import { createHash } from 'node:crypto';
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
  /** The name of a project's only key. */
  readonly name: string;
}

const APP_SECRET = 'WIX_APP_SECRET';

/** The variable of each key, by the key's text: the one that holds it, its place's own, or one made from its id. */
export function namesOf(project: NamedProject): ReadonlyMap<string, string> {
  const keys = new Map(project.occurrences.map(({ key }) => [key.text, key]));
  const inOrder = [...keys.values()].sort((one, other) => (one.text < other.text ? -1 : 1));
  const names = new Map<string, string>();
  for (const key of inOrder) {
    const held = [...project.variables].find(([, value]) => value === key.text)?.[0] ?? ownName(key, project);
    if (held !== null) names.set(key.text, held);
  }
  const taken = new Set([...names.values(), ...namesInUse(project)]);
  for (const key of inOrder) {
    if (names.has(key.text)) continue;
    const name = freshName(key, { taken, keys: inOrder, base: key.kind === 'app-secret' ? APP_SECRET : project.name });
    names.set(key.text, name);
    taken.add(name);
  }
  return names;
}

function namesInUse({ variables, occurrences }: NamedProject): string[] {
  const filled = [...variables].filter(([, value]) => value !== '').map(([name]) => name);
  return [...filled, ...occurrences.flatMap(({ own }) => own ?? [])];
}

/** The variable that the key alone is a fallback of, where the env file gives it no other value. */
function ownName(key: Key, { occurrences, variables }: NamedProject): string | null {
  const isFree = (own: string): boolean => (variables.get(own) ?? '') === '' && occurrences.every((other) => other.own !== own || other.key.text === key.text);
  const own = occurrences.flatMap((occurrence) => (occurrence.key.text === key.text ? (occurrence.own ?? []) : []));
  return own.sort().find(isFree) ?? null;
}

interface Naming {
  readonly taken: ReadonlySet<string>;
  readonly keys: readonly Key[];
  readonly base: string;
}

function freshName(key: Key, { taken, keys, base }: Naming): string {
  const alike = keys.filter(({ kind }) => (kind === 'app-secret') === (key.kind === 'app-secret'));
  if (alike.length === 1 && !taken.has(base)) return base;
  const fingerprint = keyFingerprint(key);
  const isShared = alike.filter((other) => keyFingerprint(other) === fingerprint).length > 1;
  const short = `${base}_${fingerprint.toUpperCase()}`;
  if (!isShared && !taken.has(short)) return short;
  const hash = createHash('sha256').update(key.text).digest('hex').toUpperCase();
  const lengths = [6, 12, 24, 64];
  return lengths.map((length) => `${short}_${hash.slice(0, length)}`).find((name) => !taken.has(name)) ?? `${short}_${hash}`;
}

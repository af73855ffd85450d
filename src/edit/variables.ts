import type { WrittenKey } from '../analysis/keys.js';
import { groupBy } from '../analysis/group-by.js';
import { keyFingerprint } from '../key/redact.js';
import { readClaims } from '../key/claims.js';

const NAMES = { key: 'WIX_API_KEY', secret: 'WIX_APP_SECRET' } as const;

const known = new WeakMap<readonly WrittenKey[], ReadonlyMap<WrittenKey, string>>();

/** The variable for each key of a file: `WIX_API_KEY` (`WIX_APP_SECRET`) where there is one, else with the eight digits that name each. */
export function variablesFor(keys: readonly WrittenKey[]): ReadonlyMap<WrittenKey, string> {
  const variables = known.get(keys) ?? findVariables(keys);
  known.set(keys, variables);
  return variables;
}

function findVariables(keys: readonly WrittenKey[]): ReadonlyMap<WrittenKey, string> {
  const isSecret = ({ key }: WrittenKey): boolean => key.kind === 'app-secret';
  const named = [...namesIn(keys.filter((key) => !isSecret(key)), NAMES.key), ...namesIn(keys.filter(isSecret), NAMES.secret)];
  const byKey = new Map(named);
  return new Map(keys.map((key) => [key, byKey.get(key) ?? NAMES.key]));
}

function namesIn(keys: readonly WrittenKey[], name: string): [WrittenKey, string][] {
  const texts = new Map(keys.map(({ key }) => [key.text, key]));
  const byFingerprint = groupBy([...texts.values()], keyFingerprint);
  return keys.map((written) => {
    if (texts.size === 1) return [written, name];
    const fingerprint = keyFingerprint(written.key);
    const isShared = (byFingerprint.get(fingerprint)?.length ?? 0) > 1;
    return [written, `${name}_${(isShared ? hashOf(written) : fingerprint).toUpperCase()}`];
  });
}

/** Of keys that claim the same id, the text tells them apart. */
function hashOf({ key }: WrittenKey): string {
  return keyFingerprint({ text: key.text, claims: readClaims('') });
}

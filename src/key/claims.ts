import { prefixAt, runEnd } from './grammar.js';

/** What a key says of itself, unverified; null where it does not say it or says it in a form that must not be printed. */
export interface Claims {
  /** Whether the payload could be decoded. */
  readonly readable: boolean;
  readonly tenantType: string | null;
  readonly identityType: string | null;
  /** The key's public id, a UUID in the keys that Wix makes. */
  readonly keyId: string | null;
  /** Unix seconds. */
  readonly issuedAt: number | null;
  readonly headerKeyId: string | null;
  readonly algorithm: string | null;
}

type JsonObject = Readonly<Record<string, unknown>>;

// A real payload has 330 characters; a value of this size is hostile or no token.
const LONGEST_PART = 64 * 1024;
const PRINTABLE = /^[\w.:@-]{1,64}$/;

/** Decodes header and payload of a key text that begins with its prefix. Never verifies, never throws. */
export function readClaims(keyText: string): Claims {
  const headerStart = prefixAt(keyText, 0)?.prefix.length ?? keyText.length;
  const headerEnd = runEnd(keyText, headerStart);
  const header = decodePart(keyText.slice(headerStart, headerEnd));
  const payload = keyText[headerEnd] === '.' ? decodePart(partAt(keyText, headerEnd + 1)) : null;
  const data = nestedObject(payload, 'data');
  return {
    readable: payload !== null,
    tenantType: printable(nestedObject(data, 'tenant'), 'type'),
    identityType: printable(nestedObject(data, 'identity'), 'type'),
    keyId: printable(data, 'id'),
    issuedAt: unixSeconds(payload, 'iat'),
    headerKeyId: printable(header, 'kid'),
    algorithm: printable(header, 'alg'),
  };
}

/** Whether the claims say that the key belongs to an account and not to one site. */
export function namesAccount(claims: Claims): boolean {
  return claims.tenantType === 'account';
}

/** The JSON object that a base64url part of a token holds; null for anything else, and for a part over 64 KB. */
export function decodePart(part: string): JsonObject | null {
  return part.length > LONGEST_PART ? null : parseObject(Buffer.from(part, 'base64url').toString('utf8'));
}

function partAt(text: string, start: number): string {
  return text.slice(start, runEnd(text, start));
}

function parseObject(json: string): JsonObject | null {
  try {
    return asObject(JSON.parse(json));
  } catch {
    return null;
  }
}

function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

function ownValue(object: JsonObject | null, name: string): unknown {
  return object !== null && Object.hasOwn(object, name) ? object[name] : undefined;
}

// Wix writes `data` as JSON inside JSON.
function nestedObject(object: JsonObject | null, name: string): JsonObject | null {
  const value = ownValue(object, name);
  return typeof value === 'string' ? parseObject(value) : asObject(value);
}

function printable(object: JsonObject | null, name: string): string | null {
  const value = ownValue(object, name);
  return typeof value === 'string' && PRINTABLE.test(value) ? value : null;
}

function unixSeconds(object: JsonObject | null, name: string): number | null {
  const value = ownValue(object, name);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

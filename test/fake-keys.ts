import { createHash } from 'node:crypto';

/** What a made-up key can differ in: the tenant its claims name (none when left out) and everything else by the seed. */
export interface FakeKeyOptions {
  readonly tenant?: 'site' | 'account' | undefined;
  readonly seed?: number;
}

const SLICE = 12;
// Any twelve characters hold an eight-character piece that begins at a multiple of five.
const PIECE = 8;
const STEP = SLICE - PIECE + 1;
const PREFIX = /^(?:OauthNG\.JWS|IST|JWS|OAUTH2)\./;
const SIGNATURE_BYTES = 256;

/** A well-formed `IST.` key in the shape that Wix gives its own, the same for the same options. */
export function istKey({ tenant, seed = 1 }: FakeKeyOptions = {}): string {
  return signedToken('IST', { ...identityOf(seed), ...tenantOf(tenant, seed) }, seed);
}

/** An `IST.` key whose claims name an account. */
export function accountKey(seed = 1): string {
  return istKey({ tenant: 'account', seed });
}

/** An `IST.` token whose claims name a site. */
export function instanceToken(seed = 1): string {
  return istKey({ tenant: 'site', seed });
}

/** A `JWS.` key whose claims name an account. */
export function jwsKey(seed = 1): string {
  return signedToken('JWS', { ...identityOf(seed), ...tenantOf('account', seed) }, seed);
}

/** An `OauthNG.JWS.` access token: its claims hold an instance, no tenant and no id. */
export function oauthKey(seed = 1): string {
  const instance = { instanceId: uuid('instance', seed), appDefId: uuid('app', seed), metaSiteId: uuid('site', seed) };
  return signedToken(['OauthNG', 'JWS'].join('.'), { instance }, seed);
}

/** A legacy `OAUTH2.` token. */
export function oauth2Key(seed = 1): string {
  return signedToken('OAUTH2', identityOf(seed), seed);
}

/** The cut-off key that the project's document shows: a complete header, then three dots. */
export function truncatedSample(): string {
  return ['IST', base64url(JSON.stringify({ kid: 'PozH_AC2', alg: 'RS256' })), '', '', ''].join('.');
}

/** An app secret: a UUID. */
export function appSecret(seed = 1): string {
  return uuid('secret', seed);
}

/** The public id in the claims of a key of that seed. */
export function publicId(seed = 1): string {
  return uuid('key', seed);
}

/** A token of any header and payload text, with the signature of the seed: for keys that are broken on purpose. */
export function tokenOf(prefix: string, parts: { readonly header: string; readonly payload: string }, seed = 1): string {
  const signature = bytes('signature', { seed, length: SIGNATURE_BYTES }).toString('base64url');
  return [prefix, base64url(parts.header), base64url(parts.payload), signature].join('.');
}

/** A key's own text, and the forms it is written in. */
export function writtenForms(key: string): readonly string[] {
  return [key, Buffer.from(key).toString('base64'), Buffer.from(key).toString('hex')];
}

/** Every slice of twelve characters of the key beyond its prefix. */
export function slicesOf(key: string): Set<string> {
  return piecesOf(key, SLICE);
}

/** Whether the text holds twelve characters in a row of the key beyond its prefix. */
export function leaks(text: string, key: string): boolean {
  return leakSearch([key])(text);
}

/** Tells of a text what `leaks` tells, for many keys in one pass. */
export function leakSearch(keys: Iterable<string>): (text: string) => boolean {
  const all = [...keys];
  const slices = new Set(all.flatMap((key) => [...slicesOf(key)]));
  const pieces = new Set(all.flatMap((key) => [...piecesOf(key, PIECE)]));
  return (text) => {
    for (let at = 0; at < text.length; at += STEP) {
      if (!pieces.has(text.slice(at, at + PIECE))) continue;
      for (let start = Math.max(0, at - STEP + 1); start <= at; start += 1) {
        if (slices.has(text.slice(start, start + SLICE))) return true;
      }
    }
    return false;
  };
}

function signedToken(prefix: string, data: object, seed: number): string {
  const header = JSON.stringify({ kid: 'PozH_aC2', alg: 'RS256' });
  return tokenOf(prefix, { header, payload: JSON.stringify({ data: JSON.stringify(data), iat: 1_700_000_000 + seed }) }, seed);
}

function identityOf(seed: number): object {
  return { id: publicId(seed), identity: { type: 'application', id: uuid('identity', seed) } };
}

function tenantOf(type: FakeKeyOptions['tenant'], seed: number): object {
  return type === undefined ? {} : { tenant: { type, id: uuid('tenant', seed) } };
}

function piecesOf(key: string, length: number): Set<string> {
  const secret = key.replace(PREFIX, '');
  return new Set(Array.from({ length: Math.max(0, secret.length - length + 1) }, (_, at) => secret.slice(at, at + length)));
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function uuid(label: string, seed: number): string {
  const digits = bytes(label, { seed, length: 16 }).toString('hex');
  const variant = '89ab'.charAt(parseInt(digits.charAt(16), 16) % 4);
  return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, variant + digits.slice(17, 20), digits.slice(20)].join('-');
}

function bytes(label: string, { seed, length }: { readonly seed: number; readonly length: number }): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
    createHash('sha256').update([label, seed, block].join(':')).digest(),
  );
  return Buffer.concat(blocks, length);
}

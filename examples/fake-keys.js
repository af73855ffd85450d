import { createHash } from 'node:crypto';

/** A made-up `IST.` token whose claims name a site. */
export function instanceToken() {
  return token('site');
}

/** A made-up `IST.` token whose claims name an account. */
export function accountKey() {
  return token('account');
}

/** @param {'account' | 'site'} tenantType */
function token(tenantType) {
  const claims = {
    id: uuid(`${tenantType} key`),
    identity: { type: 'application', id: uuid('application') },
    tenant: { type: tenantType, id: uuid(tenantType) },
  };
  const header = JSON.stringify({ kid: 'PozH_aC2', alg: 'RS256' });
  const payload = JSON.stringify({ data: JSON.stringify(claims), iat: 1_700_000_000 });
  const signature = Buffer.concat(Array.from({ length: 8 }, (_, block) => hash(`${tenantType} ${block}`)));
  return ['IST', ...[Buffer.from(header), Buffer.from(payload), signature].map((part) => part.toString('base64url'))].join('.');
}

/** @param {string} label */
function uuid(label) {
  const digits = hash(label).toString('hex');
  return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}

/** @param {string} text */
function hash(text) {
  return createHash('sha256').update(text).digest();
}

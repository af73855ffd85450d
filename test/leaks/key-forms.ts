import { accountKey, appSecret, instanceToken, istKey, jwsKey, oauth2Key, oauthKey, truncatedSample } from '../fake-keys.js';

/** A key of each kind, whole, cut off and broken. */
export const KEYS_IN_EVERY_FORM: Readonly<Record<string, string>> = {
  'instance token': instanceToken(),
  'account key': accountKey(),
  'key without a tenant': istKey(),
  'JWS token': jwsKey(),
  'OAuth token': oauthKey(),
  'legacy OAuth token': oauth2Key(),
  'app secret': appSecret(),
  'cut-off key': truncatedSample(),
  'key with half its signature': instanceToken().slice(0, -200),
  'key broken in two': instanceToken().replace('.', '.\u0020'),
};

import { files } from '@wix/media';
import { ApiKeyStrategy, createClient } from '@wix/sdk';

const siteId = process.env.WIX_SITE_ID ?? '';

/** The Media Manager of the site. */
export const wix = createClient({
  modules: { files },
  auth: ApiKeyStrategy({ siteId, apiKey: '__ACCOUNT_KEY__' }),
});

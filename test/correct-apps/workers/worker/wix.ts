import { env } from 'cloudflare:workers';
import { files } from '@wix/media';
import { ApiKeyStrategy, createClient } from '@wix/sdk';
import type { Env } from './index';

const client = createClient({
  modules: { files },
  auth: ApiKeyStrategy({ apiKey: env.WIX_API_KEY, siteId: env.WIX_SITE_ID }),
});

export async function listFiles() {
  const { files: found } = await client.files.listFiles({ parentFolderId: 'media-root' });
  return found.map(({ displayName, url }) => ({ displayName, url }));
}

/** An API of the account: it wants the account's id, not the site's. */
export async function listSites({ WIX_API_KEY, WIX_ACCOUNT_ID }: Env) {
  const response = await fetch('https://www.wixapis.com/site-list/v2/sites/query', {
    method: 'POST',
    headers: {
      'Authorization': WIX_API_KEY,
      'wix-account-id': WIX_ACCOUNT_ID,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ query: {} }),
  });
  return response.json();
}

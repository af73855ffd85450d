import { WIX_API_KEY } from '$env/static/private';
import { PUBLIC_WIX_SITE_ID } from '$env/static/public';
import { files } from '@wix/media';
import { ApiKeyStrategy, createClient } from '@wix/sdk';

if (!WIX_API_KEY.startsWith('IST.')) throw new Error('WIX_API_KEY is no Wix API key.');

const client = createClient({
  modules: { files },
  auth: ApiKeyStrategy({ apiKey: WIX_API_KEY, siteId: PUBLIC_WIX_SITE_ID }),
});

export async function listImages() {
  const { files: found } = await client.files.listFiles({ mediaTypes: ['IMAGE'] });
  return found.map(({ _id, displayName, url }) => ({ id: _id, name: displayName, url }));
}

import { files, folders } from '@wix/media';
import { ApiKeyStrategy, createClient } from '@wix/sdk';
import { WIX_API_KEY, WIX_SITE_ID } from 'astro:env/server';

export const wix = createClient({
  modules: { files, folders },
  auth: ApiKeyStrategy({ apiKey: WIX_API_KEY, siteId: WIX_SITE_ID }),
});

export async function uploadFolder() {
  const { folders: found } = await wix.folders.listFolders({ parentFolderId: 'media-root' });
  return found.find(({ displayName }) => displayName === 'Uploads');
}

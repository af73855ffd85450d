import { files } from '@wix/media';
import { ApiKeyStrategy, createClient } from '@wix/sdk';
import type { H3Event } from 'h3';

export function useWix(event: H3Event) {
  const { wixApiKey, wixSiteId } = useRuntimeConfig(event);
  if (!wixApiKey.startsWith('IST.')) throw createError({ statusCode: 500, message: 'NUXT_WIX_API_KEY is no Wix API key.' });
  return createClient({
    modules: { files },
    auth: ApiKeyStrategy({ apiKey: wixApiKey, siteId: wixSiteId }),
  });
}

import 'server-only';
import { files } from '@wix/media';
import { ApiKeyStrategy, createClient } from '@wix/sdk';

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

const apiKey = required('WIX_API_KEY');
if (!apiKey.startsWith('IST.')) {
  throw new Error('WIX_API_KEY has to begin with "IST.": make a key under Account Settings > API Keys.');
}

export const wix = createClient({
  modules: { files },
  auth: ApiKeyStrategy({ apiKey, siteId: required('WIX_SITE_ID') }),
});

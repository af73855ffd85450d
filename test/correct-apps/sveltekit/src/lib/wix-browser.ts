import { browser } from '$app/environment';
import { PUBLIC_WIX_CLIENT_ID } from '$env/static/public';
import { createClient, OAuthStrategy, type Tokens } from '@wix/sdk';

const stored = browser && localStorage.getItem('wixTokens');

export const visitor = createClient({
  auth: OAuthStrategy({
    clientId: PUBLIC_WIX_CLIENT_ID,
    ...(stored ? { tokens: JSON.parse(stored) as Tokens } : {}),
  }),
});

export async function upload(file: File) {
  const body = new FormData();
  body.set('file', file);
  const response = await fetch('/api/files', { method: 'POST', body });
  if (!response.ok) throw new Error('The upload failed.');
}

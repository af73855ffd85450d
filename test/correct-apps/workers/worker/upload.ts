import type { Env } from './index';

const WIX_API = 'https://www.wixapis.com';

/** A call to Wix as the account's key. */
function wixRequest(path: string, init: RequestInit, env: Env): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Authorization', env.WIX_API_KEY);
  headers.set('wix-site-id', env.WIX_SITE_ID);
  return fetch(WIX_API + path, { ...init, headers });
}

export async function upload(file: File, env: Env): Promise<Response> {
  const response = await wixRequest('/site-media/v1/files/generate-upload-url', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ mimeType: file.type, fileName: file.name }),
  }, env);
  if (!response.ok) return new Response('Wix refused the upload.', { status: 502 });

  const { uploadUrl } = await response.json<{ uploadUrl: string }>();
  return fetch(`${uploadUrl}?filename=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    headers: { 'Content-Type': file.type },
    body: file,
  });
}

import { env } from '$env/dynamic/private';
import { PUBLIC_WIX_SITE_ID } from '$env/static/public';
import { listImages } from '$lib/server/wix';
import { error, json, type RequestHandler } from '@sveltejs/kit';

async function generateUploadUrl(file: File): Promise<string> {
  if (!env.WIX_API_KEY) error(500, 'WIX_API_KEY is not set.');
  const headers = new Headers({ 'Content-Type': 'application/json' });
  headers.set('Authorization', env.WIX_API_KEY);
  headers.set('wix-site-id', PUBLIC_WIX_SITE_ID);
  const response = await fetch('https://www.wixapis.com/site-media/v1/files/generate-upload-url', {
    method: 'POST',
    headers,
    body: JSON.stringify({ mimeType: file.type, fileName: file.name }),
  });
  if (!response.ok) error(502, 'Wix refused the upload.');
  return (await response.json()).uploadUrl;
}

export const GET: RequestHandler = async () => json(await listImages());

export const POST: RequestHandler = async ({ request, fetch }) => {
  const file = (await request.formData()).get('file') as File;
  const uploadUrl = await generateUploadUrl(file);
  const response = await fetch(uploadUrl, {
    method: 'PUT',
    headers: { 'Content-Type': file.type },
    body: file,
  });
  return json(await response.json());
};

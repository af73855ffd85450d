import { getSecret } from 'astro:env/server';
import { uploadFolder } from '../../lib/wix.js';

export const prerender = false;

const wixHeaders = () => ({
  Authorization: getSecret('WIX_API_KEY'),
  'wix-site-id': getSecret('WIX_SITE_ID'),
});

export async function POST({ request }) {
  const form = await request.formData();
  const file = form.get('file');
  const folder = await uploadFolder();

  const response = await fetch('https://www.wixapis.com/site-media/v1/files/generate-upload-url', {
    method: 'POST',
    headers: { ...wixHeaders(), 'Content-Type': 'application/json' },
    body: JSON.stringify({ mimeType: file.type, fileName: file.name, parentFolderId: folder?._id }),
  });
  if (!response.ok) return new Response('Wix refused the upload.', { status: 502 });

  const { uploadUrl } = await response.json();
  const url = new URL(uploadUrl);
  url.searchParams.set('filename', file.name);
  return fetch(url, { method: 'PUT', headers: { 'Content-Type': file.type }, body: file });
}

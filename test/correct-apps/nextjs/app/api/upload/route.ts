import { NextResponse, type NextRequest } from 'next/server';

const MEDIA_API = 'https://www.wixapis.com/site-media/v1';

export async function POST(request: NextRequest) {
  const apiKey = process.env.WIX_API_KEY;
  const siteId = process.env.WIX_SITE_ID;
  if (!apiKey || !siteId) {
    return NextResponse.json({ error: 'WIX_API_KEY and WIX_SITE_ID have to be set.' }, { status: 500 });
  }

  const form = await request.formData();
  const file = form.get('file');
  if (!(file instanceof File)) return NextResponse.json({ error: 'No file.' }, { status: 400 });

  const generated = await fetch(`${MEDIA_API}/files/generate-upload-url`, {
    method: 'POST',
    headers: {
      Authorization: apiKey,
      'wix-site-id': siteId,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ mimeType: file.type, fileName: file.name }),
  });
  if (!generated.ok) {
    console.error('Wix answered', generated.status, await generated.text());
    return NextResponse.json({ error: 'Upload failed.' }, { status: 502 });
  }
  const { uploadUrl } = (await generated.json()) as { uploadUrl: string };

  const uploaded = await fetch(`${uploadUrl}?filename=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    headers: { 'Content-Type': file.type },
    body: file,
  });
  return NextResponse.json(await uploaded.json(), { status: uploaded.status });
}

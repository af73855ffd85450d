import { upload } from './upload';
import { listFiles, listSites } from './wix';

export interface Env {
  readonly WIX_API_KEY: string;
  readonly WIX_SITE_ID: string;
  readonly WIX_ACCOUNT_ID: string;
  readonly TURNSTILE_SECRET: string;
}

async function isHuman(form: FormData, env: Env): Promise<boolean> {
  const response = await fetch('https://challenges.cloudflare.com/turnstile/v0/siteverify', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret: env.TURNSTILE_SECRET, response: form.get('cf-turnstile-response') }),
  });
  return ((await response.json()) as { success: boolean }).success;
}

export default {
  async fetch(request, env): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (!env.WIX_API_KEY?.startsWith('IST.')) return new Response('WIX_API_KEY is not set.', { status: 500 });
    if (pathname === '/api/files') return Response.json(await listFiles());
    if (pathname === '/api/sites') return Response.json(await listSites(env));
    if (pathname === '/api/upload' && request.method === 'POST') {
      const form = await request.formData();
      if (!(await isHuman(form, env))) return new Response('Are you a robot?', { status: 403 });
      return upload(form.get('file') as unknown as File, env);
    }
    return new Response('Not found', { status: 404 });
  },
} satisfies ExportedHandler<Env>;

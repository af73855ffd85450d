import { members } from '@wix/members';
import { ApiKeyStrategy, createClient, OAuthStrategy } from '@wix/sdk';
import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';

const admin = createClient({
  modules: { members },
  auth: ApiKeyStrategy({ apiKey: process.env.WIX_API_KEY!, siteId: process.env.WIX_SITE_ID! }),
});

/** Asks our own identity provider, with a token of its own. */
async function currentUser(): Promise<{ email: string } | null> {
  const token = (await cookies()).get('session')?.value;
  if (!token) return null;
  const response = await fetch('https://id.example.com/userinfo', {
    headers: { Authorization: `Bearer ${token}` },
  });
  return response.ok ? ((await response.json()) as { email: string }) : null;
}

// Logs the user of our own identity provider in as a member of the site.
export async function POST() {
  const user = await currentUser();
  if (!user) return NextResponse.json({ error: 'Not logged in.' }, { status: 401 });

  const { items } = await admin.members.queryMembers().eq('loginEmail', user.email).find();
  const memberId = items[0]?._id;
  if (!memberId) return NextResponse.json({ error: 'No such member.' }, { status: 404 });

  const client = createClient({
    auth: OAuthStrategy({ clientId: process.env.NEXT_PUBLIC_WIX_CLIENT_ID! }),
  });
  const tokens = await client.auth.getMemberTokensForExternalLogin(memberId, process.env.WIX_API_KEY!);
  (await cookies()).set('wixSession', JSON.stringify(tokens), { httpOnly: true, secure: true, sameSite: 'lax' });
  return NextResponse.json({ ok: true });
}

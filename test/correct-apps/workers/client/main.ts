import { createClient, OAuthStrategy } from '@wix/sdk';

const visitor = createClient({
  auth: OAuthStrategy({ clientId: import.meta.env.VITE_WIX_CLIENT_ID }),
});

const button = document.querySelector<HTMLButtonElement>('#login');
button?.addEventListener('click', async () => {
  const data = visitor.auth.generateOAuthData(`${location.origin}/callback`);
  sessionStorage.setItem('oauthData', JSON.stringify(data));
  location.href = (await visitor.auth.getAuthUrl(data)).authUrl;
});

const form = document.querySelector<HTMLFormElement>('#upload');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const response = await fetch('/api/upload', { method: 'POST', body: new FormData(form) });
  form.querySelector('output')!.value = response.ok ? 'Uploaded.' : await response.text();
});

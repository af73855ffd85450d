import { createClient, OAuthStrategy } from '@wix/sdk';

const visitor = createClient({
  auth: OAuthStrategy({ clientId: import.meta.env.VITE_WIX_CLIENT_ID }),
});

async function api(path, options = {}) {
  const { accessToken } = visitor.auth.getTokens();
  const response = await fetch(`/api${path}`, {
    ...options,
    headers: { Authorization: `Bearer ${accessToken.value}`, ...options.headers },
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

const list = document.querySelector('#files');

async function show() {
  const found = await (await api('/files')).json();
  list.replaceChildren(...found.map(({ url, displayName }) => Object.assign(new Image(), { src: url, alt: displayName })));
}

document.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  await api('/files', { method: 'POST', body: new FormData(event.target) });
  await show();
});

await show();

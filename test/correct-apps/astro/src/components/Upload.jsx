import { createClient, OAuthStrategy } from '@wix/sdk';
import { useState } from 'react';

const visitor = createClient({
  auth: OAuthStrategy({ clientId: import.meta.env.PUBLIC_WIX_CLIENT_ID }),
});

export function Upload() {
  const [file, setFile] = useState(null);

  async function login() {
    const data = visitor.auth.generateOAuthData(`${location.origin}/callback`, location.href);
    localStorage.setItem('oauthData', JSON.stringify(data));
    const { authUrl } = await visitor.auth.getAuthUrl(data);
    location.href = authUrl;
  }

  async function upload() {
    const body = new FormData();
    body.set('file', file);
    const response = await fetch('/api/upload', { method: 'POST', body });
    if (response.ok) location.reload();
  }

  return (
    <>
      <input type="file" onChange={(event) => setFile(event.target.files[0])} />
      <button onClick={upload} disabled={file === null}>Upload</button>
      <button onClick={login}>Log in</button>
    </>
  );
}

'use client';

import { createClient, OAuthStrategy } from '@wix/sdk';
import { useEffect, useState, type FormEvent } from 'react';

const visitor = createClient({
  auth: OAuthStrategy({ clientId: process.env.NEXT_PUBLIC_WIX_CLIENT_ID! }),
});

export function UploadForm() {
  const [status, setStatus] = useState('');
  const [isMember, setIsMember] = useState(false);

  useEffect(() => {
    setIsMember(visitor.auth.loggedIn());
  }, []);

  async function upload(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const response = await fetch('/api/upload', { method: 'POST', body: new FormData(event.currentTarget) });
    setStatus(response.ok ? 'Uploaded.' : 'Failed.');
  }

  return (
    <form onSubmit={upload}>
      <input type="file" name="file" accept="image/*" disabled={!isMember} required />
      <button>Upload</button>
      <output>{status}</output>
    </form>
  );
}

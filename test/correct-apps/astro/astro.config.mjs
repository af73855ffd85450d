import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig, envField } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  integrations: [react()],
  env: {
    schema: {
      WIX_API_KEY: envField.string({ context: 'server', access: 'secret', startsWith: 'IST.' }),
      WIX_SITE_ID: envField.string({ context: 'server', access: 'public' }),
      WIX_CLIENT_SECRET: envField.string({ context: 'server', access: 'secret', optional: true }),
      PUBLIC_WIX_CLIENT_ID: envField.string({ context: 'client', access: 'public' }),
    },
    validateSecrets: true,
  },
  vite: {
    define: { __BUILD_TIME__: JSON.stringify(new Date().toISOString()) },
  },
});

import { cloudflare } from '@cloudflare/vite-plugin';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [cloudflare()],
  define: {
    __WIX_SITE_NAME__: JSON.stringify('Gallery'),
    __COMMIT__: JSON.stringify(process.env.WORKERS_CI_COMMIT_SHA ?? 'local'),
  },
});

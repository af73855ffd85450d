import { defineConfig } from 'vite';

export default defineConfig({
  root: 'client',
  build: { outDir: '../dist' },
  define: { __WIX_SITE_NAME__: JSON.stringify('Gallery') },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});

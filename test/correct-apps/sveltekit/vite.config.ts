import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, loadEnv } from 'vite';
import { version } from './package.json';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  return {
    plugins: [sveltekit()],
    define: {
      __APP_VERSION__: JSON.stringify(version),
      __WIX_CLIENT_ID__: JSON.stringify(env.PUBLIC_WIX_CLIENT_ID),
    },
    server: { port: Number(env.PORT ?? 5173) },
  };
});

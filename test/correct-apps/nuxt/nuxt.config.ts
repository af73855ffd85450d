export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  runtimeConfig: {
    // On the server alone: NUXT_WIX_API_KEY, NUXT_WIX_SITE_ID
    wixApiKey: '',
    wixSiteId: process.env.WIX_SITE_ID,
    // In the browser too: NUXT_PUBLIC_WIX_CLIENT_ID
    public: {
      wixClientId: '',
      siteName: 'Gallery',
    },
  },
  vite: {
    define: { __DEV_TOOLS__: false },
  },
});

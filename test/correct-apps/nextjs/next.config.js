const { version } = require('./package.json');

/** @type {import('next').NextConfig} */
module.exports = {
  env: {
    APP_VERSION: version,
    WIX_SITE_URL: process.env.WIX_SITE_URL,
  },
  images: {
    remotePatterns: [{ protocol: 'https', hostname: 'static.wixstatic.com' }],
  },
};

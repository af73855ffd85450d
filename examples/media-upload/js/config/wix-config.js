export const wixConfig = {
  clientId: '7c1f0a52-93d4-4f6e-8b1a-5e2d90c4a7f3',
  apiKey: '__INSTANCE_TOKEN__',
};

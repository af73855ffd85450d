/** Velo's media modules: backend code, authenticated by the site, no key. Source: wix-code-docs@273df10b wix-media-manager-backend, wix-media-v2. */
export const VELO_MEDIA_MODULES: readonly string[] = ['wix-media-backend', 'wix-media.v2'];

/** A function that reads a secret by the name in its first argument, always as a promise. */
export interface SecretRead {
  readonly modules: readonly string[];
  /** Members from the module to the function, joined by dots. */
  readonly member: string;
  /** Property of the awaited result that holds the text, or null where the result is the text. */
  readonly property: string | null;
}

/** Wix's Secrets Manager. */
export const SECRET_READS: readonly SecretRead[] = [
  // dev.wix.com/docs/velo/apis/wix-secrets-backend/get-secret; corvid-types@0.4.16
  { modules: ['wix-secrets-backend'], member: 'getSecret', property: null },
  // dev.wix.com/docs/velo/apis/wix-secrets-backend-v2; @wix/secrets@1.0.70
  { modules: ['wix-secrets-backend.v2', '@wix/secrets'], member: 'secrets.getSecretValue', property: 'value' },
  // @wix/auto_sdk_secrets_secrets@1.0.24
  { modules: ['@wix/auto_sdk_secrets_secrets'], member: 'getSecretValue', property: 'value' },
];

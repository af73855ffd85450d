/** The kinds of Wix credential, one row each. Source: Wix packages and documentation, July 2026 (rules/no-instance-token-for-rest.md). */
export interface KindFacts {
  /** What every such string begins with, or null where nothing in the text tells it. */
  readonly prefix: string | null;
  /** What a message calls it. */
  readonly name: string;
}

export const KEY_KINDS = {
  ist: { prefix: 'IST.', name: 'IST. token' },
  jws: { prefix: 'JWS.', name: 'JWS. token' },
  'oauth-ng': { prefix: 'OauthNG.JWS.', name: 'OAuth access token' },
  oauth2: { prefix: 'OAUTH2.', name: 'legacy OAuth token' },
  'app-secret': { prefix: null, name: 'app secret' },
} as const satisfies Readonly<Record<string, KindFacts>>;

/** Which of the kinds a credential is. */
export type KeyKind = keyof typeof KEY_KINDS;

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

/** A kind that its text tells, with the prefix that tells it. */
export interface PrefixedKind {
  readonly kind: KeyKind;
  readonly prefix: string;
}

/** Every kind that has a prefix; no prefix is the beginning of another. */
export const PREFIXED_KINDS: readonly PrefixedKind[] = (Object.keys(KEY_KINDS) as KeyKind[]).flatMap((kind) => {
  const { prefix } = KEY_KINDS[kind];
  return prefix === null ? [] : [{ kind, prefix }];
});

import { createClient, OAuthStrategy, type Tokens } from '@wix/sdk';

export function useVisitor() {
  const { wixClientId } = useRuntimeConfig().public;
  const tokens = useCookie<Tokens | undefined>('wixTokens');
  return createClient({
    auth: OAuthStrategy({ clientId: wixClientId, tokens: tokens.value }),
  });
}

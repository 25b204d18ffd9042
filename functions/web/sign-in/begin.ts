import * as client from 'openid-client';
import { SIGN_IN, setCookie } from '../../../shared/lambda/cookies.ts';
import { keepBegun } from '../../../shared/store/sign-ins.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { identityProvider } from './identity-provider.ts';

/** Only a path of our own: a link in a message can name where to land, never another site. */
export function landingPath(wanted: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : '/home';
}

/** Sends the visitor to the identity provider (OpenID Connect, code flow with PKCE, state and nonce). */
export async function beginSignIn({ query, visitor, services }: WebRequest): Promise<WebAnswer> {
  const to = landingPath(query.get('to'));
  if (visitor) return { redirect: to };
  const { configuration, register, realNow } = services;
  const provider = await identityProvider(configuration);
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  await keepBegun(register.table, state, { verifier, nonce, to }, realNow());
  const address = client.buildAuthorizationUrl(provider, {
    redirect_uri: `${configuration.PUBLIC_ADDRESS}/signed-in`,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  return { redirect: address.href, cookies: [setCookie(configuration.PUBLIC_ADDRESS, SIGN_IN, state, 600)] };
}

import * as client from 'openid-client';
import { dropCookie, SESSION } from '../../../shared/lambda/cookies.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { endSession } from '../../../shared/store/sessions.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { identityProvider } from './identity-provider.ts';

/** Where the provider is told that the session is over: the standard's way, or Cognito's own. */
async function endAtProvider({ services: { configuration } }: WebRequest, idToken: string | null): Promise<string> {
  const after = `${configuration.PUBLIC_ADDRESS}/signed-out`;
  const provider = await identityProvider(configuration);
  if (configuration.SIGN_OUT_STYLE === 'cognito') {
    const authorise = provider.serverMetadata().authorization_endpoint ?? configuration.OIDC_ISSUER;
    const address = new URL('/logout', authorise);
    address.searchParams.set('client_id', configuration.OIDC_CLIENT_ID);
    address.searchParams.set('logout_uri', after);
    return address.href;
  }
  if (!provider.serverMetadata().end_session_endpoint) return after;
  const hint = idToken === null ? {} : { id_token_hint: idToken };
  return client.buildEndSessionUrl(provider, { post_logout_redirect_uri: after, ...hint }).href;
}

/** Ends the session here first, so that it is over whatever the provider does. */
export async function signOut(request: WebRequest): Promise<WebAnswer> {
  const { session } = request.signedIn();
  await endSession(request.services.register.table, session);
  const redirect = await endAtProvider(request, session.idToken);
  return { redirect, cookies: [dropCookie(request.services.configuration.PUBLIC_ADDRESS, SESSION)] };
}

/** Where somebody lands after signing out. */
export async function signedOut(request: WebRequest): Promise<WebAnswer> {
  return { html: render('sign-in/signed-out.njk', { frame: request.frame(say('signIn', 'signedOutTitle')) }) };
}

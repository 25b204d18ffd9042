import { Provider } from 'oidc-provider';
import { CLIENT_ID } from '../environment.ts';
import type { HostStore } from '../host-store.ts';
import type { Secrets } from '../secrets.ts';
import { sqliteAdapter } from './adapter.ts';
import { claimsOf, type SignIn, subjectOf } from './sign-in-list.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

export type IdentityOptions = {
  readonly publicAddress: string;
  readonly store: HostStore;
  readonly secrets: Secrets;
  readonly signInList: readonly SignIn[];
  /** Also give the claims, and take the way of signing out, of Amazon Cognito. */
  readonly cognito: boolean;
};

/** Where a browser may be sent after signing in and out. */
export function registeredAddresses(publicAddress: string): { signedIn: string; signedOut: string } {
  return { signedIn: `${publicAddress}/signed-in`, signedOut: `${publicAddress}/signed-out` };
}

const clientOf = ({ publicAddress, secrets }: IdentityOptions) => {
  const { signedIn, signedOut } = registeredAddresses(publicAddress);
  return {
    client_id: CLIENT_ID,
    client_secret: secrets.clientSecret,
    redirect_uris: [signedIn],
    post_logout_redirect_uris: [signedOut],
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
  };
};

/**
 * The identity provider of the demonstration, at `/identity` of the same origin. Its keys and cookies are this data
 * folder's own; who signs in is chosen from a list, without a password, which is why it is for demonstration only.
 */
export function openProvider(options: IdentityOptions): Provider {
  const people = new Map(options.signInList.map((person) => [subjectOf(person), person]));
  const provider = new Provider(`${options.publicAddress}/identity`, {
    adapter: sqliteAdapter(options.store),
    clients: [clientOf(options)],
    jwks: { keys: [options.secrets.signingKey] },
    cookies: { keys: [options.secrets.cookieKey] },
    scopes: ['openid', 'email', 'profile'],
    claims: {
      openid: ['sub', ...(options.cognito ? ['cognito:username', 'cognito:groups', 'token_use'] : [])],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    // The claims travel in the ID token, as Cognito's do, so that signing in needs no further call.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_, interaction) => `/identity/interaction/${interaction.uid}` },
    ttl: {
      Session: 14 * DAY,
      Interaction: HOUR,
      Grant: 14 * DAY,
      IdToken: HOUR,
      AccessToken: HOUR,
      AuthorizationCode: 60,
    },
    findAccount: (_, sub) => {
      const person = people.get(sub);
      return person && { accountId: sub, claims: () => claimsOf(person, options.cognito) };
    },
    // There is one client, our own: nobody is asked whether it may know who they are.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  return provider;
}

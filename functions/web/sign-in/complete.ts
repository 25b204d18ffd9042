import * as client from 'openid-client';
import * as z from 'zod';
import { hasLeft } from '../../../shared/domain/people/person.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { people, personIdByEmail } from '../../../shared/store/people.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { beginSession } from '../../../shared/store/sessions.ts';
import { type Begun, bindPerson, boundPerson, takeBegun } from '../../../shared/store/sign-ins.ts';
import { cookieOf, dropCookie, SESSION, SIGN_IN, setCookie } from '../cookies.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { identityProvider } from './identity-provider.ts';

const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  email: z.string().optional(),
  // Cognito gives the word, others the truth value.
  email_verified: z.union([z.boolean(), z.literal('true'), z.literal('false')]).optional(),
});
type Claims = z.infer<typeof claims>;

const refused = (request: WebRequest, key: 'notKnown' | 'notCompleted'): WebAnswer => ({
  status: 403,
  html: render('sign-in/refused.njk', {
    frame: request.frame(say('signIn', 'refusedTitle')),
    reason: say('signIn', key),
  }),
});

/** The person an identity stands for: bound before, or bound now by an invited address that the provider has verified. */
async function personFor({ iss, sub, email, email_verified: verified }: Claims, { services, today }: WebRequest) {
  const { register } = services;
  const bound = await boundPerson(register.table, iss, sub);
  const invited =
    bound === undefined && email && String(verified) === 'true' ? await personIdByEmail(register, email) : undefined;
  const personId = bound ?? invited;
  const person = personId === undefined ? undefined : await find(register, people, personId);
  if (!person || person.record.accountless || hasLeft(person.record, today)) return undefined;
  if (bound === undefined) await bindPerson(register.table, iss, sub, person.record.id);
  return person.record;
}

async function redeem(request: WebRequest, begun: Begun, state: string) {
  const { configuration } = request.services;
  const provider = await identityProvider(configuration);
  const came = new URL(`${configuration.PUBLIC_ADDRESS}/signed-in`);
  for (const name of request.query.names()) came.searchParams.set(name, request.query.get(name));
  const tokens = await client.authorizationCodeGrant(provider, came, {
    pkceCodeVerifier: begun.verifier,
    expectedState: state,
    expectedNonce: begun.nonce,
    idTokenExpected: true,
  });
  return { claims: claims.parse(tokens.claims()), idToken: tokens.id_token ?? null };
}

const isProviders = (fault: unknown): boolean =>
  fault instanceof client.ResponseBodyError ||
  fault instanceof client.AuthorizationResponseError ||
  fault instanceof client.ClientError;

/** The visitor comes back from the identity provider: checks everything, begins a session, lands where they wanted. */
export async function completeSignIn(request: WebRequest): Promise<WebAnswer> {
  const { configuration, register, realNow } = request.services;
  const address = configuration.PUBLIC_ADDRESS;
  const state = request.query.get('state');
  // The state must be the one this browser was given: somebody else's link signs nobody in.
  const begun =
    state !== '' && state === cookieOf(request.cookies, address, SIGN_IN)
      ? await takeBegun(register.table, state, realNow())
      : undefined;
  if (!begun) return refused(request, 'notCompleted');
  const redeemed = await redeem(request, begun, state).catch((fault: unknown) => {
    if (isProviders(fault)) return undefined;
    throw fault;
  });
  if (!redeemed) return refused(request, 'notCompleted');
  const person = await personFor(redeemed.claims, request);
  if (!person) return refused(request, 'notKnown');
  const secret = await beginSession(register.table, {
    personId: person.id,
    idToken: redeemed.idToken,
    realNow: realNow(),
  });
  return { redirect: begun.to, cookies: [setCookie(address, SESSION, secret), dropCookie(address, SIGN_IN)] };
}

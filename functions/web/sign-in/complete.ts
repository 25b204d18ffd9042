import * as client from 'openid-client';
import * as z from 'zod';
import { hasLeft } from '../../../shared/domain/people/person.ts';
import { cookieOf, dropCookie, SESSION, SIGN_IN, setCookie } from '../../../shared/lambda/cookies.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { enterFirstAdministrator } from '../../../shared/store/first-administrator.ts';
import { people, personIdByEmail } from '../../../shared/store/people.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { beginSession } from '../../../shared/store/sessions.ts';
import { type Begun, bindPerson, boundPerson, takeBegun } from '../../../shared/store/sign-ins.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { identityProvider } from './identity-provider.ts';

const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  email: z.string().optional(),
  name: z.string().optional(),
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

/** Whom a verified address belongs to: an invited person, or the first administrator that the deployment names. */
async function invitedAs({ email, email_verified: verified, name }: Claims, { services, today }: WebRequest) {
  if (!email || String(verified) !== 'true') return undefined;
  const { register, configuration, clock } = services;
  const invited = await personIdByEmail(register, email);
  if (invited !== undefined || email.toLowerCase() !== configuration.FIRST_ADMINISTRATOR.toLowerCase()) return invited;
  return enterFirstAdministrator(register, { email, name: name ?? email, at: clock.now(), today });
}

/** The person an identity stands for: bound before, or bound now by an invited address that the provider has verified. */
async function personFor(claimed: Claims, request: WebRequest) {
  const { register } = request.services;
  const bound = await boundPerson(register.table, claimed.iss, claimed.sub);
  const personId = bound ?? (await invitedAs(claimed, request));
  const person = personId === undefined ? undefined : await find(register, people, personId);
  if (!person || person.record.accountless || hasLeft(person.record, request.today)) return undefined;
  if (bound === undefined) await bindPerson(register.table, claimed.iss, claimed.sub, person.record.id);
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

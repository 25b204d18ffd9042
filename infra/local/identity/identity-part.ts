import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { CLIENT_ID } from '../environment.ts';
import type { FormGuard } from '../form-guard.ts';
import type { LocalPart } from '../gateway/gateway.ts';
import { html, type LocalSite, type Markup, sendOn, sendPage } from '../pages/local-page.ts';
import { type IdentityOptions, openProvider, registeredAddresses } from './provider.ts';
import { type SignIn, subjectOf } from './sign-in-list.ts';

const MOUNT = '/identity';

const offer = (person: SignIn, action: string, token: string): Markup =>
  html`<form method="post" action="${action}" class="q-sign-in"><input type="hidden" name="token" value="${token}"><input type="hidden" name="person" value="${person.personId}">
<h2 class="govuk-heading-s">${person.name}</h2><p class="govuk-body">${person.role}<br>${person.firstThing}</p>
<button class="govuk-button govuk-button--secondary" type="submit">Sign in as ${person.name}</button></form>`;

const signInPage = (people: readonly SignIn[], action: string, token: string) => ({
  title: 'Sign in as',
  content: html`<p class="govuk-body">This is a demonstration: choose who to be. There are no passwords, and everybody here is invented. This version shows the promise, the agenda and the decision by form; papers and their clearance come later, so some people have little to see yet. <a class="govuk-link" href="/local/tour">Take the five-minute tour</a></p>
${people.map((person) => offer(person, action, token))}`,
});

const expired = {
  title: 'Start again',
  status: 400,
  content: html`<p class="govuk-body">This sign-in has been used or is too old. <a class="govuk-link" href="/">Go to the first page</a> and sign in from there.</p>`,
};

type Parts = IdentityOptions & { readonly site: LocalSite; readonly guard: FormGuard };

const interactions = (provider: Provider, { site, guard, signInList }: Parts) => {
  const details = (request: IncomingMessage, response: ServerResponse) =>
    provider.interactionDetails(request, response).catch(() => undefined);

  return async (request: IncomingMessage, response: ServerResponse, uid: string): Promise<void> => {
    const interaction = await details(request, response);
    if (interaction?.uid !== uid) return sendPage(response, site, expired);
    const purpose = `sign-in ${uid}`;
    if (request.method !== 'POST')
      return sendPage(response, site, signInPage(signInList, `${MOUNT}/interaction/${uid}`, guard.token(purpose)));
    const posted = await guard.fields(request, purpose);
    const person = signInList.find(({ personId }) => personId === posted?.get('person'));
    if (!person) return sendPage(response, site, expired);
    const result = { login: { accountId: subjectOf(person), remember: true } };
    sendOn(response, await provider.interactionResult(request, response, result));
  };
};

// Where a sign-out may lead on, in the standard's way or in Cognito's; undefined for any other request. Only an address that
// is registered is gone to, and only when no other site sent the browser here.
const signedOutTo = (request: IncomingMessage, url: URL, cognito: boolean): string | undefined => {
  const standard = url.pathname === `${MOUNT}/session/end` ? url.searchParams.get('post_logout_redirect_uri') : null;
  const cognitos =
    cognito && url.pathname === `${MOUNT}/logout` && url.searchParams.get('client_id') === CLIENT_ID
      ? url.searchParams.get('logout_uri')
      : null;
  const { signedOut } = registeredAddresses(url.origin);
  if ((standard ?? cognitos) !== signedOut || request.headers['sec-fetch-site'] === 'cross-site') return undefined;
  const state = url.searchParams.get('state');
  return state === null ? signedOut : `${signedOut}?state=${encodeURIComponent(state)}`;
};

// Signing out was asked for by a form of ours: it is done, and not asked for again.
const signOut = async (provider: Provider, request: IncomingMessage, response: ServerResponse, to: string) => {
  const session = await provider.Session.get(provider.createContext(request, response));
  await session.destroy();
  const cookies = ['_session', '_session.sig'].map((name) => `${name}=; path=/; max-age=0`);
  response.writeHead(302, { location: to, 'set-cookie': cookies }).end();
};

/** The identity provider with its sign-in list, mounted at `/identity`. */
export function identityPart(options: Parts): LocalPart {
  const provider = openProvider(options);
  const callback = provider.callback();
  const interaction = interactions(provider, options);
  const handle: LocalPart['handle'] = async (request, response, url) => {
    const [, uid] = /^\/identity\/interaction\/([\w-]+)$/.exec(url.pathname) ?? [];
    if (uid !== undefined) return interaction(request, response, uid);
    const to = signedOutTo(request, url, options.cognito);
    if (to !== undefined) return signOut(provider, request, response, to);
    // The provider works out its own addresses from what it was mounted under.
    Object.assign(request, { originalUrl: request.url });
    request.url = request.url?.slice(MOUNT.length) || '/';
    await callback(request, response);
  };
  return { prefix: `${MOUNT}/`, handle };
}

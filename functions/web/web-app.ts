import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Asker, may } from '../../shared/domain/access/access.ts';
import { cookieOf, dropCookie, FLASH, SESSION, setCookie } from '../../shared/lambda/cookies.ts';
import { isOurOwnPost } from '../../shared/lambda/own-post.ts';
import { securityHeaders } from '../../shared/lambda/security-headers.ts';
import { readCookies, visitorOf } from '../../shared/lambda/visitor.ts';
import { readOnce } from '../../shared/store/read-once.ts';
import { answerToFault, staleForm } from './answer-to-fault.ts';
import { areaRouter } from './area-router.ts';
import { fieldsOf } from './fields.ts';
import { frameFor } from './frame.ts';
import { readBody } from './read-event.ts';
import {
  type Area,
  NotAllowed,
  type Route,
  SignInNeeded,
  type WebAnswer,
  type WebRequest,
  type WebServices,
} from './route.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

/** A cookie is whatever the browser sends: one that is not ours says nothing. */
function flashOf(cookie: string): string {
  try {
    return decodeURIComponent(cookie);
  } catch {
    return '';
  }
}

const methodOf = (event: Event): 'GET' | 'POST' => (event.requestContext.http.method === 'POST' ? 'POST' : 'GET');

const paramsOf = ({ pathParameters = {} }: Event): Record<string, string> =>
  Object.fromEntries(Object.entries(pathParameters).map(([name, value]) => [name, value ?? '']));

/** A page that is shown reads a thing once, however many of its parts want it. */
const servicesFor = (event: Event, services: WebServices): WebServices => {
  const { register } = services;
  return methodOf(event) === 'POST'
    ? services
    : { ...services, register: { ...register, table: readOnce(register.table) } };
};

/** Reads what a page reads first, for whoever may be signed in. What goes wrong is told where the page asks for it. */
async function readAhead(route: Route | null, event: Event, { register, configuration }: WebServices): Promise<void> {
  if (!route?.ahead || cookieOf(readCookies(event), configuration.PUBLIC_ADDRESS, SESSION) === '') return;
  await Promise.allSettled(route.ahead(register, paramsOf(event)));
}

/** Reads an event into what pages are given; nothing of it is trusted further than its own meaning. */
async function requestOf(event: Event, services: WebServices): Promise<WebRequest> {
  const cookies = readCookies(event);
  const [visitor, { form, files }] = await Promise.all([visitorOf(cookies, services), readBody(event)]);
  const now = services.clock.now();
  const today = services.clock.today();
  const asker: Asker | null = visitor && { personId: visitor.person.id, memberships: visitor.memberships, today };
  const path = event.rawPath;
  const flash = flashOf(cookieOf(cookies, services.configuration.PUBLIC_ADDRESS, FLASH));
  const signedIn = () => {
    if (!visitor) throw new SignInNeeded();
    return visitor;
  };
  return {
    method: methodOf(event),
    path,
    params: paramsOf(event),
    query: fieldsOf(event.rawQueryString),
    form,
    files,
    cookies,
    visitor,
    today,
    signedIn,
    may: (action, subject = {}) => may(asker, action, subject),
    require: (action, subject = {}) => {
      if (may(asker, action, subject)) return;
      if (asker === null) throw new SignInNeeded();
      throw new NotAllowed();
    },
    command: (suffix = '') => ({
      // The prefix keeps a form from taking the name of a command that the system gives itself.
      commandId: `form-${commandIdOf(form.get('commandId')) ?? services.newId()}${suffix}`,
      actor: { sort: 'person', personId: signedIn().person.id, onBehalfOf: null },
      at: now,
      today,
    }),
    frame: (title, more = {}) => ({ ...frameFor({ title, path, visitor, today, flash, services }), ...more }),
    services,
  };
}

/** A form's command id, if it is one: letters, digits and hyphens of our own making. */
const commandIdOf = (text: string): string | undefined => (/^[a-z0-9-]{8,64}$/.test(text) ? text : undefined);

/** The result that goes over the wire. Signed-in pages are never stored. */
function toResult(answer: WebAnswer, { visitor, cookies, services }: WebRequest): Result {
  const address = services.configuration.PUBLIC_ADDRESS;
  const hadFlash = cookieOf(cookies, address, FLASH) !== '';
  if ('redirect' in answer) {
    const flash = answer.flash === undefined ? [] : [setCookie(address, FLASH, encodeURIComponent(answer.flash), 60)];
    return {
      statusCode: 303,
      headers: { location: answer.redirect, 'cache-control': 'no-store' },
      cookies: [...(answer.cookies ?? []), ...flash],
    };
  }
  if ('download' in answer) {
    const headers = {
      'content-type': answer.type,
      'content-disposition': `attachment; filename="${answer.fileName}"`,
      'cache-control': 'no-store',
    };
    return { statusCode: 200, headers, body: answer.download };
  }
  return {
    statusCode: answer.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...securityHeaders(services.configuration.IDENTITY_ORIGIN).page,
      'cache-control': visitor || hadFlash ? 'no-store' : 'no-cache',
      ...answer.headers,
    },
    cookies: [...(answer.cookies ?? []), ...(hadFlash ? [dropCookie(address, FLASH)] : [])],
    body: answer.html,
  };
}

async function answer(route: Route, request: WebRequest, event: Event): Promise<WebAnswer> {
  const { visitor, form, services } = request;
  if (route.method === 'POST' && !isOurOwnPost(event, services.configuration.PUBLIC_ADDRESS)) return staleForm(request);
  if (route.method === 'POST' && visitor && form.get('csrf') !== visitor.session.csrf) return staleForm(request);
  // Whether this person may do it to that record is asked by the page, which knows the record.
  if (route.action !== 'public.read') request.signedIn();
  return route.page(request);
}

/** Builds the web application from its areas and services. It does not know its host. */
export function webApp(areas: readonly Area[], services: WebServices) {
  const serve =
    (route: Route | null) =>
    async (event: Event): Promise<Result> => {
      const own = servicesFor(event, services);
      const [request] = await Promise.all([requestOf(event, own), readAhead(route, event, own)]);
      const given = route === null ? Promise.reject(new NotAllowed('no such page')) : answer(route, request, event);
      const outcome = await given.catch((fault: unknown) => answerToFault(route === null ? null : fault, request));
      return toResult(outcome, request);
    };
  const router = areaRouter(areas, serve);
  const headers = securityHeaders();
  const nowhere = serve(null);
  return middy<Event, Result>()
    .use(headers.others)
    .handler(async (event, context) => (await router(event, context)) ?? nowhere(event));
}

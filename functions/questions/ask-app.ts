import { randomUUID } from 'node:crypto';
import middy from '@middy/core';
import httpRouterHandler from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { logFault } from '../../shared/lambda/log.ts';
import { isOurOwnPost } from '../../shared/lambda/own-post.ts';
import { securityHeaders } from '../../shared/lambda/security-headers.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { StoreBusy } from '../../shared/store/errors.ts';
import type { AskAnswer, AskPage, AskRequest, AskServices } from './ask-page.ts';
import { askFrame, contactOf } from './frame.ts';
import { askRoutes } from './routes.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

function formIn(event: Event): URLSearchParams {
  const type = event.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams();
  return new URLSearchParams(Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString('utf8'));
}

function requestOf(event: Event, services: AskServices): AskRequest {
  const params = Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']);
  return {
    params: Object.fromEntries(params),
    query: new URLSearchParams(event.rawQueryString),
    form: formIn(event),
    now: services.now(),
    today: services.today(),
    services,
    frame: (title, more = {}) => ({ ...askFrame(title, services), ...more }),
  };
}

const nothingHere = ({ frame, services }: AskRequest): AskAnswer => ({
  status: 404,
  html: render('ask/nothing-here.njk', { frame: frame(say('ask', 'nothingTitle')), contact: contactOf(services) }),
});

/** A form that was not sent from a page of ours: nothing is done with it. */
const notOurs = ({ frame, services }: AskRequest): AskAnswer => ({
  status: 403,
  html: render('ask/not-ours.njk', { frame: frame(say('ask', 'notOursTitle')), contact: contactOf(services) }),
});

/** What somebody typed into a form that could not be taken, to be copied: nothing is lost. */
const kept = ({ form }: AskRequest) =>
  [...form.entries()]
    .filter(([name, value]) => name !== 'commandId' && value !== '')
    .map(([name, value]) => ({ name, value, label: name }));

function goneWrong(fault: unknown, request: AskRequest): AskAnswer {
  const { frame } = request;
  const reference = randomUUID().slice(0, 8);
  logFault(fault, { reference });
  const status = fault instanceof StoreBusy ? 503 : 500;
  return {
    status,
    html: render('errors/gone-wrong.njk', {
      frame: frame(say('errors', 'goneWrongTitle')),
      reference,
      fields: kept(request),
    }),
  };
}

const isResult = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && 'statusCode' in value;

/** Builds the public's own forms from what they are told. They do not know their host, and they know nobody. */
export function askApp(services: AskServices) {
  const headers = securityHeaders();
  const result = (answer: AskAnswer): Result => {
    // What somebody typed is kept by no browser and no edge.
    const kept = { 'cache-control': 'no-store' };
    if (answer === undefined || 'redirect' in answer)
      return { statusCode: 303, headers: { ...kept, location: answer?.redirect ?? '/' } };
    return {
      statusCode: answer.status ?? 200,
      headers: { ...kept, 'content-type': 'text/html; charset=utf-8', ...headers.page },
      body: answer.html,
    };
  };
  const serve =
    (page: AskPage, isPost = false) =>
    async (event: Event): Promise<Result> => {
      const request = requestOf(event, services);
      try {
        if (isPost && !isOurOwnPost(event, services.publicAddress)) return result(notOurs(request));
        return result((await page(request)) ?? nothingHere(request));
      } catch (fault) {
        return result(goneWrong(fault, request));
      }
    };
  const nowhere = serve(async () => undefined);
  const router = httpRouterHandler<Event, Result>({
    routes: askRoutes.map(({ method, path, page }) => ({ method, path, handler: serve(page, method === 'POST') })),
    notFoundResponse: () => undefined,
  });
  return middy<Event, Result>()
    .use(headers.others)
    .handler(async (event, context) => {
      const found: unknown = await router(event, context);
      return isResult(found) ? found : nowhere(event);
    });
}

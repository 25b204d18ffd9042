import { randomUUID } from 'node:crypto';
import middy from '@middy/core';
import httpRouterHandler from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { logFault } from '../../shared/lambda/log.ts';
import { securityHeaders } from '../../shared/lambda/security-headers.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { publicFrame } from './frame.ts';
import type { PublicPage, PublicRequest, PublicServices } from './public-page.ts';
import { routes } from './routes.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

/** Seconds that a browser and the edge may keep a page: what is published shows within a minute. */
const KEPT_SECONDS = 60;

function requestOf(event: Event, services: PublicServices): PublicRequest {
  const params = Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']);
  return {
    params: Object.fromEntries(params),
    today: services.today(),
    services,
    frame: (title, more = {}) => ({ ...publicFrame(title, event.rawPath, services), ...more }),
  };
}

/** Said alike of what is not there and of what is not published. */
const notFound = ({ frame }: PublicRequest): string =>
  render('public/not-found.njk', { frame: frame(say('public', 'notFoundTitle')) });

function goneWrong(fault: unknown, { frame }: PublicRequest): string {
  const reference = randomUUID().slice(0, 8);
  logFault(fault, { reference });
  return render('errors/gone-wrong.njk', { frame: frame(say('errors', 'goneWrongTitle')), reference });
}

/** Builds the public site from what it is told. It does not know its host, and it knows nobody. */
export function publicApp(services: PublicServices) {
  const headers = securityHeaders();
  const result = (statusCode: number, body: string, kept: string): Result => ({
    statusCode,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers.page, 'cache-control': kept },
    body,
  });
  const serve =
    (page: PublicPage) =>
    async (event: Event): Promise<Result> => {
      const request = requestOf(event, services);
      try {
        const html = await page(request);
        if (html === undefined) return result(404, notFound(request), 'no-cache');
        return result(200, html, `public, max-age=${KEPT_SECONDS}`);
      } catch (fault) {
        return result(500, goneWrong(fault, request), 'no-store');
      }
    };
  const nowhere = serve(async () => undefined);
  const router = httpRouterHandler<Event, Result>({
    routes: routes.flatMap(({ path, page }) => [
      { method: 'GET' as const, path, handler: serve(page) },
      { method: 'HEAD' as const, path, handler: serve(page) },
    ]),
    notFoundResponse: () => undefined,
  });
  return middy<Event, Result>()
    .use(headers.others)
    .handler(async (event, context) => {
      const found: unknown = await router(event, context);
      return isResult(found) ? found : nowhere(event);
    });
}

const isResult = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && 'statusCode' in value;

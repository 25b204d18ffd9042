import { createHash, randomUUID } from 'node:crypto';
import middy from '@middy/core';
import httpRouterHandler from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { logFault } from '../../shared/lambda/log.ts';
import { securityHeaders } from '../../shared/lambda/security-headers.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { publicFrame } from './frame.ts';
import type { PublicElsewhere, PublicFile, PublicPage, PublicRequest, PublicServices } from './public-page.ts';
import { routes } from './routes.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

/**
 * Seconds that the edge may keep a page: what is published, and what is withdrawn, shows within a minute. A browser asks
 * each time, and is sent nothing that it has.
 */
const KEPT_SECONDS = 60;
const HTML = 'text/html; charset=utf-8';

/** Does whoever asks have it already? Then it is not sent again. RFC 9110 section 13.1.2: compared weakly, or any. */
function hasIt({ headers }: Event, etag: string): boolean {
  const asked = (headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return asked.includes(etag) || asked.includes('*');
}

function requestOf(event: Event, services: PublicServices): PublicRequest {
  const params = Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']);
  return {
    params: Object.fromEntries(params),
    today: services.today(),
    services,
    frame: (title, more = {}) => ({ ...publicFrame(title, event.rawPath, services), ...more }),
  };
}

function goneWrong(fault: unknown, { frame }: PublicRequest): string {
  const reference = randomUUID().slice(0, 8);
  logFault(fault, { reference });
  return render('errors/gone-wrong.njk', { frame: frame(say('errors', 'goneWrongTitle')), reference });
}

/** Builds the public site from what it is told. It does not know its host, and it knows nobody. */
export function publicApp(services: PublicServices) {
  const headers = securityHeaders();
  const result = (statusCode: number, body: string, kept: string, type = HTML): Result => ({
    statusCode,
    headers: { 'content-type': type, ...headers.page, 'cache-control': kept },
    body,
  });
  const found = (answer: string | PublicFile | PublicElsewhere, event: Event): Result => {
    // Not kept anywhere: where it leads is good for a minute.
    if (typeof answer === 'object' && 'redirect' in answer)
      return { statusCode: 302, headers: { location: answer.redirect, 'cache-control': 'no-store' } };
    const file = typeof answer === 'string' ? { body: answer, type: HTML } : answer;
    const etag = `"${createHash('sha256').update(file.body).digest('base64url').slice(0, 24)}"`;
    const changed = file.changedAt === undefined ? {} : { 'last-modified': new Date(file.changedAt).toUTCString() };
    const whole = result(200, file.body, `public, max-age=0, s-maxage=${KEPT_SECONDS}, must-revalidate`, file.type);
    const marked = { ...whole, headers: { ...whole.headers, etag, ...changed } };
    return hasIt(event, etag) ? { statusCode: 304, headers: marked.headers } : marked;
  };
  const serve =
    (load: () => Promise<PublicPage>) =>
    async (event: Event): Promise<Result> => {
      const request = requestOf(event, services);
      try {
        const page = await load();
        const answer = await page(request);
        if (answer !== undefined) return found(answer, event);
        const { notFoundPage } = await import('./not-found-page.ts');
        return result(404, notFoundPage(request), 'no-cache');
      } catch (fault) {
        return result(500, goneWrong(fault, request), 'no-store');
      }
    };
  const nowhere = serve(async () => async () => undefined);
  const router = httpRouterHandler<Event, Result>({
    routes: routes.flatMap(({ path, load }) => [
      { method: 'GET' as const, path, handler: serve(load) },
      { method: 'HEAD' as const, path, handler: serve(load) },
    ]),
    notFoundResponse: () => undefined,
  });
  return middy<Event, Result>()
    .use(headers.others)
    .handler(async (event, context) => {
      const answer: unknown = await router(event, context);
      return isResult(answer) ? answer : nowhere(event);
    });
}

const isResult = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && 'statusCode' in value;

import { randomUUID } from 'node:crypto';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { logFault } from '../../shared/lambda/log.ts';
import { securityHeaders } from '../../shared/lambda/security-headers.ts';
import type { PublishedTable } from '../../shared/store/published.ts';
import { openCursors } from './cursors.ts';
import type { DocsServices } from './docs/docs-services.ts';
import { BASE } from './find-operation.ts';
import { jsonApi } from './json-api.ts';
import type { Line } from './operation.ts';
import { publishedOperations } from './operations/published.ts';
import { isProblem } from './problems.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

/** What the public part is told. There is no token, no session and no person. */
export type PublicApiServices = {
  publicAddress: string;
  organisationName: string;
  demonstration: { readonly moveTimeHref: string } | null;
  table: PublishedTable;
  today: () => string;
};

/** Seconds that anybody may keep an answer: what is published shows within a minute. */
const KEPT = 'public, max-age=60';
// Every web page may read what is public; there is nothing here that a browser's cookies could open.
const common = { 'cache-control': KEPT, 'access-control-allow-origin': '*' };

const everyLine = async (): Promise<readonly Line[]> => [
  ...(await (await import('./areas.ts')).everyOperation()),
  ...publishedOperations,
];

function docsServices({ demonstration, publicAddress, organisationName, today }: PublicApiServices): DocsServices {
  return {
    publicAddress,
    organisationName,
    demonstration: demonstration && { today: today(), moveTimeHref: demonstration.moveTimeHref },
  };
}

/** Builds the public part of the API, and the pages on which all of it is read. */
export function publicApiApp(services: PublicApiServices) {
  const headers = securityHeaders();
  const answer = jsonApi({
    operationsAt: async () => publishedOperations,
    enter: async () => ({
      table: services.table,
      publicAddress: services.publicAddress,
      today: services.today(),
      cursors: openCursors,
    }),
    publicAddress: services.publicAddress,
    headers: common,
  });
  const html = (statusCode: number, body: string): Result => ({
    statusCode,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...headers.page,
      'cache-control': statusCode === 200 ? KEPT : 'no-cache',
    },
    body,
  });
  // Both are the same until the next release, but for the day on the demonstration's banner: made once.
  let described: string | undefined;
  let docs: { today: string; html: string } | undefined;
  const document = async (): Promise<Result> => {
    const { openApiOf } = await import('./open-api.ts');
    described ??= JSON.stringify(openApiOf(await everyLine(), services));
    const body = described;
    return { statusCode: 200, headers: { ...common, 'content-type': 'application/json; charset=utf-8' }, body };
  };
  const page = async (path: string): Promise<Result> => {
    const { docsPage, groupPage, noSuchDocs, problemPage } = await import('./docs/docs-page.ts');
    const told = docsServices(services);
    if (path === '/api' || path === '/api/docs') {
      const today = services.today();
      if (docs?.today !== today) docs = { today, html: docsPage(await everyLine(), told) };
      return html(200, docs.html);
    }
    const [, group] = /^\/api\/docs\/of\/([a-z-]+)$/.exec(path) ?? [];
    const ofGroup = group === undefined ? undefined : groupPage(group, await everyLine(), told);
    if (ofGroup !== undefined) return html(200, ofGroup);
    const [, name = ''] = /^\/api\/docs\/problems\/([a-z-]+)$/.exec(path) ?? [];
    return isProblem(name) ? html(200, problemPage(name, told)) : html(404, noSuchDocs(told));
  };
  const goneWrong = async (fault: unknown): Promise<Result> => {
    const reference = randomUUID().slice(0, 8);
    logFault(fault, { reference });
    // Templates and words are for those who read about the API: programs that read it never load them.
    const { goneWrongPage } = await import('./docs/docs-page.ts');
    return html(500, goneWrongPage(reference, docsServices(services)));
  };
  return middy<Event, Result>()
    .use(headers.others)
    .handler(async (event) => {
      const { method } = event.requestContext.http;
      const reads = method === 'GET' || method === 'HEAD';
      if (!reads || event.rawPath.startsWith(`${BASE}/public/`)) return answer(event);
      const shown = event.rawPath === `${BASE}/openapi.json` ? document() : page(event.rawPath);
      const result = await shown.catch(goneWrong);
      return method === 'HEAD' ? { ...result, body: '' } : result;
    });
}

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { publicApp } from '../../functions/public/public-app.ts';
import { startTableProxy } from '../../infra/local/table/proxy.ts';
import { allowsPublished } from '../../infra/local/table/published-only.ts';
import { openTable } from '../../shared/store/table.ts';

const eventFor = (method: string, rawPath: string, headers: Record<string, string> = {}): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: 'GET /committees/{proxy+}',
  rawPath,
  rawQueryString: '',
  headers,
  // Whoever sends a session is answered like everybody else.
  cookies: ['quorate-session=of-somebody'],
  requestContext: {
    accountId: '0',
    apiId: 'test',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    requestId: 'test',
    routeKey: 'GET /committees/{proxy+}',
    stage: '$default',
    time: '',
    timeEpoch: 0,
    http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
  },
  isBase64Encoded: false,
});

/** One page of the public site, as a browser without a session asks for it. */
export async function askPublic(app: ReturnType<typeof publicApp>, path: string) {
  const result = await app(eventFor('GET', path), {} as Context);
  return { status: result.statusCode ?? 0, html: String(result.body ?? '') };
}

/** The public site over a real table, behind the guard of the one-machine host: every other key is refused. */
export async function publicSite(
  endpoint: string,
  { today = '2019-04-15', contactEmail = 'governance@brackenford.example' } = {},
) {
  const refused: string[] = [];
  const guard = await startTableProxy({
    target: endpoint,
    faultFor: ({ operation, body }) => {
      if (allowsPublished(operation, body)) return undefined;
      refused.push(operation);
      return 'refuse';
    },
  });
  const dynamo = new DynamoDBClient({
    endpoint: guard.address,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'public', secretAccessKey: 'public' },
  });
  const app = publicApp({
    organisationName: 'Brackenford City Council',
    contactEmail,
    publicAddress: 'https://quorate.brackenford.example',
    demonstration: { moveTimeHref: '/local/time', tourHref: '/local/tour' },
    table: openTable('quorate', DynamoDBDocumentClient.from(dynamo)),
    files: { link: async (key) => `https://files.brackenford.example/${key}` },
    today: () => today,
  });
  const ask = async (method: 'GET' | 'HEAD' | 'POST', path: string, sent: Record<string, string> = {}) => {
    const result = await app(eventFor(method, path, sent), {} as Context);
    return {
      status: result.statusCode ?? 0,
      html: String(result.body ?? ''),
      headers: Object.fromEntries(
        Object.entries(result.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
      ),
      cookies: result.cookies ?? [],
    };
  };
  return {
    ask,
    get: (path: string, sent?: Record<string, string>) => ask('GET', path, sent),
    /** What the guard had to refuse: nothing is right. */
    refused,
    close: async () => {
      dynamo.destroy();
      await guard.close();
    },
  };
}

/** Every page of the public site that can be reached by its own links, from the list of committees. */
export async function everyPublicPage(get: (path: string) => Promise<{ status: number; html: string }>) {
  const pages = new Map<string, string>();
  const waiting = ['/committees', '/about/help', '/about/privacy', '/about/accessibility', '/about/open-data'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (pages.has(path)) continue;
    const { status, html } = await get(path);
    // A file is read from storage, where it leads; what is in it is looked at by itself.
    if (path.endsWith('.pdf') && status === 302) continue;
    if (status !== 200) throw new Error(`${path} is linked and answers ${status}`);
    pages.set(path, html);
    for (const [, href = ''] of html.matchAll(/href="(\/(?:committees|about)[^"#]*)/g)) waiting.push(href);
  }
  return pages;
}

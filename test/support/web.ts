import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { firstPartOf } from '../../functions/web/area-router.ts';
import type { Area, Route } from '../../functions/web/route.ts';
import { webApp } from '../../functions/web/web-app.ts';
import { readConfiguration } from '../../shared/lambda/configuration.ts';
import type { Files } from '../../shared/store/files.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import { beginSession } from '../../shared/store/sessions.ts';

const ADDRESS = 'http://localhost:3000';

/** A form as it goes over the wire: text as it stands, files in Base64. */
async function encoded(form: URLSearchParams | FormData | undefined) {
  if (!form) return { headers: {}, body: { isBase64Encoded: false } };
  const sent = new Response(form);
  const headers = { 'content-type': sent.headers.get('content-type') ?? '' };
  const bytes = Buffer.from(await sent.arrayBuffer());
  const isBase64Encoded = form instanceof FormData;
  return { headers, body: { body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded } };
}

const asAreas = (routes: readonly Route[]): readonly Area[] => [
  { firstParts: [...new Set(routes.map(({ path }) => firstPartOf(path)))], load: async () => routes },
];

type Seen = { personId: string | null; today?: string; files?: Files };

const noFile = () => Promise.reject(new Error('This test keeps no files'));
const noFiles: Files = {
  uploadForm: noFile,
  sizeOf: noFile,
  read: noFile,
  put: noFile,
  copy: noFile,
  remove: noFile,
  link: noFile,
};

/** The web application of some routes over a test register, as one person sees it. */
export function webFor(register: Register, routes: readonly Route[], seen: Seen) {
  return webForAreas(register, asAreas(routes), seen);
}

/** The same of some areas. `get` and `post` speak the HTTP API's own events. */
export async function webForAreas(
  register: Register,
  areas: readonly Area[],
  { personId, today = '2019-04-15', files = noFiles }: Seen,
) {
  let ids = 0;
  const realNow = () => Date.parse('2026-01-05T10:00:00Z');
  const app = webApp(areas, {
    configuration: readConfiguration({
      TABLE_NAME: 'quorate',
      PUBLIC_ADDRESS: ADDRESS,
      ORGANISATION_NAME: 'Brackenford City Council',
    }),
    register,
    files,
    clock: { now: () => `${today}T09:00:00.000Z`, today: () => today },
    realNow,
    newId: () => {
      ids += 1;
      return `test-id-${personId ?? 'nobody'}-${String(ids).padStart(4, '0')}`;
    },
  });
  const secret =
    personId === null ? null : await beginSession(register.table, { personId, idToken: null, realNow: realNow() });
  let csrf = '';
  const call = async (
    method: 'GET' | 'POST',
    address: string,
    body?: URLSearchParams | FormData,
    headers: Record<string, string> = {},
  ) => {
    const sent = await encoded(body);
    const [rawPath = '/', rawQueryString = ''] = address.split('?');
    const event: APIGatewayProxyEventV2 = {
      version: '2.0',
      routeKey: '$default',
      rawPath,
      rawQueryString,
      headers: {
        origin: ADDRESS,
        ...sent.headers,
        ...headers,
      },
      ...(secret === null ? {} : { cookies: [`quorate-session=${secret}`] }),
      requestContext: {
        accountId: '0',
        apiId: 'test',
        domainName: 'localhost',
        domainPrefix: 'localhost',
        requestId: 'test',
        routeKey: '$default',
        stage: '$default',
        time: '',
        timeEpoch: 0,
        http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      },
      ...sent.body,
    };
    const result = await app(event, {} as Context);
    const html = typeof result.body === 'string' ? result.body : '';
    csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? csrf;
    return {
      status: result.statusCode ?? 0,
      html,
      location: String(result.headers?.['location'] ?? ''),
      headers: result.headers ?? {},
    };
  };
  return {
    get: (address: string) => call('GET', address),
    /** Posts with the session's token, as the last page shown would. Fields may be lists. */
    post: async (address: string, fields: Record<string, string | readonly string[]>, { token = true } = {}) => {
      if (token && csrf === '') await call('GET', '/');
      const form = new URLSearchParams(token ? { csrf } : {});
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
      return call('POST', address, form);
    },
    /** Posts a form with files, as a browser sends one. */
    send: async (address: string, fields: Record<string, string | File>) => {
      if (csrf === '') await call('GET', '/');
      const form = new FormData();
      form.append('csrf', csrf);
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      return call('POST', address, form);
    },
  };
}

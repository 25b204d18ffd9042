import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as z from 'zod';
import { apiApp } from '../../functions/api/api-app.ts';
import { publicApiApp } from '../../functions/api/public-app.ts';
import type { ApiScope } from '../../shared/domain/api-tokens/api-token.ts';
import { readConfiguration } from '../../shared/lambda/configuration.ts';
import { makeApiToken } from '../../shared/store/api-token-acts.ts';
import { newTokenSecret, spelledToken } from '../../shared/store/api-tokens.ts';
import type { Files } from '../../shared/store/files.ts';
import type { PublishedTable } from '../../shared/store/published.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import { aCommand } from './command.ts';

export const ADDRESS = 'http://localhost:3000';
export const REAL_NOW = Date.parse('2026-01-05T10:00:00Z');

type Sent = {
  token?: string;
  /** JSON, or text as it stands. */
  body?: unknown;
  headers?: Record<string, string>;
};

const eventFor = (method: string, address: string, { token, body, headers = {} }: Sent): APIGatewayProxyEventV2 => {
  const [rawPath = '/', rawQueryString = ''] = address.split('?');
  return {
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath,
    rawQueryString,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    requestContext: {
      accountId: '0',
      apiId: 'test',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      requestId: 'test',
      routeKey: 'ANY /api/{proxy+}',
      stage: '$default',
      time: '',
      timeEpoch: 0,
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
  };
};

const refuse = () => Promise.reject(new Error('This test has no files'));
const noFiles: Files = {
  uploadForm: refuse,
  sizeOf: refuse,
  read: refuse,
  put: refuse,
  copy: refuse,
  remove: refuse,
  link: refuse,
};

/** The whole API over a test register: what the two functions answer, to payload 2.0 events. `now` moves security time. */
export function apiOver(
  register: Register,
  {
    today = '2019-04-15',
    published,
    files = noFiles,
  }: { today?: string; published?: PublishedTable; files?: Files } = {},
) {
  const clock = { now: () => `${today}T09:00:00.000Z`, today: () => today };
  const time = { now: REAL_NOW };
  const realNow = () => time.now;
  const configuration = readConfiguration({
    TABLE_NAME: 'quorate',
    PUBLIC_ADDRESS: ADDRESS,
    ORGANISATION_NAME: 'Brackenford City Council',
  });
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `api-id-${String(ids).padStart(4, '0')}`;
  };
  const own = apiApp({ configuration, register, files, clock, realNow, newId });
  const open = publicApiApp({
    publicAddress: ADDRESS,
    organisationName: 'Brackenford City Council',
    demonstration: null,
    table: published ?? register.table,
    today: () => today,
  });
  const tokens = new Map<string, string>();
  const call = async (method: string, address: string, sent: Sent = {}) => {
    const isOpen = /^\/api($|\/docs|\/v1\/(openapi\.json|public\/))/.test(address);
    const result = await (isOpen ? open : own)(eventFor(method, address, sent), {} as Context);
    const headers = Object.fromEntries(
      Object.entries(result.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    const text = String(result.body ?? '');
    const isJson = (headers['content-type'] ?? '').includes('json') && text !== '';
    return { status: result.statusCode ?? 0, headers, text, json: isJson ? JSON.parse(text) : undefined };
  };
  return {
    time,
    call,
    get: (address: string, sent: Sent = {}) => call('GET', address, sent),
    post: (address: string, body: unknown, sent: Sent = {}) => call('POST', address, { body, ...sent }),
    /** A token of that person, as it would be shown to them; one for each person and scope. */
    tokenFor: async (personId: string, scopes: ApiScope[] = ['read', 'write'], days = 30) => {
      const id = `token-${personId}-${scopes.join('-')}-${days}`;
      const known = tokens.get(id);
      if (known !== undefined) return known;
      const secret = newTokenSecret();
      const wanted = { id, personId, name: 'A test', scopes, secret, days };
      await makeApiToken(register, aCommand(`make-${id}`), wanted, REAL_NOW);
      tokens.set(id, spelledToken(id, secret));
      return spelledToken(id, secret);
    },
  };
}

type Json = Record<string, unknown>;

/** A reader of answers made from the OpenAPI document itself, so that what it says is what is checked. */
export function schemaOf(document: Json, schema: unknown): z.ZodType {
  const { components } = document as { components: { schemas: Json } };
  const text = JSON.stringify({ ...(schema as Json), $defs: components.schemas });
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')));
}

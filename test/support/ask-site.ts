import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { askApp } from '../../functions/questions/ask-app.ts';
import { startTableProxy, type TableFault } from '../../infra/local/table/proxy.ts';
import { openTable } from '../../shared/store/table.ts';
import { askedKeys } from '../../shared/store/table-definition.ts';
import { testBlobs } from './blobs.ts';

const ADDRESS = 'http://localhost:3000';

/** Every partition key that a request names, wherever it stands. */
function partitionsIn(body: unknown): string[] {
  const found = JSON.stringify(body).matchAll(/"(?:pk|:p)":\{"S":"([^"]*)"\}/g);
  return [...found].map(([, key = '']) => key);
}

/** Its grant on AWS, said again: keys that begin so, no index, and no key means no. */
export function allowsAsked(operation: string, body: unknown, isWrite: boolean): boolean {
  const text = JSON.stringify(body);
  if (operation === 'Scan' || text.includes('"IndexName"')) return false;
  const keys = partitionsIn(body);
  const allowed: readonly string[] = isWrite ? askedKeys.write : askedKeys.read;
  return keys.length > 0 && keys.every((key) => allowed.some((prefix) => key.startsWith(prefix)));
}

/** The public's own forms over a real table, behind a guard that refuses what their grant does not name. */
export async function askSite(
  endpoint: string,
  start = '2019-04-15T09:00:00.000Z',
  faultFor: (operation: string) => TableFault | undefined = () => undefined,
) {
  const refused: string[] = [];
  const guard = await startTableProxy({
    target: endpoint,
    faultFor: ({ operation, body, isWrite }) => {
      if (allowsAsked(operation, body, isWrite)) return faultFor(operation);
      refused.push(`${operation} ${partitionsIn(body).join(' ')}`);
      return 'refuse';
    },
  });
  const dynamo = new DynamoDBClient({
    endpoint: guard.address,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'ask', secretAccessKey: 'ask' },
  });
  let now = start;
  let realNow = Date.parse('2026-11-22T09:00:00Z');
  let ids = 0;
  const app = askApp({
    organisationName: 'Brackenford City Council',
    contactEmail: 'governance@brackenford.example',
    publicAddress: ADDRESS,
    moveTimeHref: '/local/time',
    register: {
      table: openTable(
        'quorate',
        DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } }),
      ),
      blobs: testBlobs(),
    },
    now: () => now,
    today: () => now.slice(0, 10),
    realNow: () => realNow,
    newId: () => {
      ids += 1;
      return `asked-${String(ids).padStart(4, '0')}`;
    },
  });
  const ask = async (method: 'GET' | 'POST', address: string, fields?: Record<string, string>, origin = ADDRESS) => {
    const [rawPath = '/', rawQueryString = ''] = address.split('?');
    const event: APIGatewayProxyEventV2 = {
      version: '2.0',
      routeKey: `${method} /ask/{proxy+}`,
      rawPath,
      rawQueryString,
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      requestContext: {
        accountId: '0',
        apiId: 'test',
        domainName: 'localhost',
        domainPrefix: 'localhost',
        requestId: 'test',
        routeKey: '',
        stage: '$default',
        time: '',
        timeEpoch: 0,
        http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      },
      isBase64Encoded: false,
      ...(fields ? { body: new URLSearchParams(fields).toString() } : {}),
    };
    const result = await app(event, {} as Context);
    return {
      status: result.statusCode ?? 0,
      html: String(result.body ?? ''),
      location: String(result.headers?.['location'] ?? ''),
      headers: result.headers ?? {},
    };
  };
  return {
    get: (address: string) => ask('GET', address),
    post: (address: string, fields: Record<string, string>, origin?: string) => ask('POST', address, fields, origin),
    /** Moves business time, and real time with it. */
    moveTo: (to: string) => {
      realNow += Math.max(0, Date.parse(to) - Date.parse(now));
      now = to;
    },
    refused,
    close: async () => {
      dynamo.destroy();
      await guard.close();
    },
  };
}

import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { crashPointFrom } from '../../../infra/local/crash-points.ts';
import { assetsPart } from '../../../infra/local/gateway/assets.ts';
import { type Gateway, type GatewayOptions, startGateway } from '../../../infra/local/gateway/gateway.ts';
import { routeTable } from '../../../infra/local/gateway/route-table.ts';
import { openFunctions } from '../../../infra/local/invoke-functions.ts';
import { troublePages } from '../../../infra/local/pages/trouble-page.ts';
import { StartRefused } from '../../../infra/local/start-refused.ts';
import { testRegistry } from '../../support/local/test-registry.ts';
import { ownPort } from '../../support/ports.ts';

const site = { organisationName: 'Brackenford', today: () => '2019-04-15' };
const functions = openFunctions(testRegistry, {});
let address = '';
let gateway: Gateway;

const optionsAt = (port: number): GatewayOptions => ({
  port,
  publicAddress: `http://localhost:${port}`,
  parts: [assetsPart(join(import.meta.dirname, '../../../dist/assets'))],
  route: routeTable(testRegistry.functions),
  invoke: functions.invoke,
  troublePage: troublePages(site, `http://localhost:${port}`),
  crashPoint: crashPointFrom(''),
  say: () => {},
  timeoutMilliseconds: 300,
});

beforeAll(async () => {
  const port = await ownPort();
  gateway = await startGateway(optionsAt(port));
  address = `http://localhost:${port}`;
});
afterAll(() => gateway.close());

const get = (path: string, init: RequestInit = {}) => fetch(`${address}${path}`, { redirect: 'manual', ...init });

test('a function is given a payload 2.0 event with its cookies, query and headers as API Gateway gives them', async () => {
  const answer = await get('/plan/a%20b?x=1&x=2&y=%26', { headers: { cookie: 'a=1; b=2', 'X-Test': 'One' } });
  const event = await answer.json();
  expect(event).toMatchObject({
    version: '2.0',
    routeKey: '$default',
    rawPath: '/plan/a b',
    rawQueryString: 'x=1&x=2&y=%26',
    cookies: ['a=1', 'b=2'],
    queryStringParameters: { x: '1,2', y: '&' },
    headers: { 'x-test': 'One', 'x-forwarded-proto': 'http' },
    isBase64Encoded: false,
    requestContext: { http: { method: 'GET', path: '/plan/a b' }, stage: '$default' },
  });
  expect(event).not.toHaveProperty('headers.cookie');
  expect(event).not.toHaveProperty('body');
});

test('a form arrives as text and a file in base64', async () => {
  const form = await (await get('/x', { method: 'POST', body: new URLSearchParams({ a: 'é' }) })).json();
  expect(form).toMatchObject({ body: 'a=%C3%A9', isBase64Encoded: false });
  const file = await (
    await get('/x', { method: 'POST', body: new Uint8Array([0, 255]), headers: { 'content-type': 'application/pdf' } })
  ).json();
  expect(file).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
});

test('each cookie that a function sets reaches the browser', async () => {
  const answer = await get('/cookies');
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
});

test('a body over 6 MB is answered with a page that says the limit and leads back', async () => {
  const body = 'x'.repeat(6 * 1024 * 1024 + 1);
  const headers = { 'content-type': 'text/plain', referer: `${address}/minutes/read` };
  const answer = await get('/minutes/read', { method: 'POST', body, headers });
  const page = await answer.text();
  expect(answer.status).toBe(413);
  expect(page).toContain('6 MB');
  expect(page).toContain('href="/minutes/read"');
  expect(page).toContain('That is too large');
});

test('a file of 20 MB is answered too, and not cut off', async () => {
  const answer = await get('/x', { method: 'POST', body: new Uint8Array(20 * 1024 * 1024) });
  expect(answer.status).toBe(413);
});

test('a binary body that fits, but not as base64 in the event, is too large', async () => {
  const body = new Uint8Array(5 * 1024 * 1024);
  expect((await get('/x', { method: 'POST', body })).status).toBe(413);
});

test('below /api a body that is too large is answered in JSON', async () => {
  const answer = await get('/api/minutes', { method: 'POST', body: 'x'.repeat(6 * 1024 * 1024 + 1) });
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(await answer.json()).toEqual({ message: 'Request body is larger than 6 MB' });
});

test('10,240 bytes of request line and headers are the limit', async () => {
  expect((await get('/x', { headers: { 'x-long': 'a'.repeat(9_000) } })).status).toBe(200);
  expect((await get('/x', { headers: { 'x-long': 'a'.repeat(10_240) } })).status).toBe(431);
  expect((await get(`/x?${'a'.repeat(10_240)}`)).status).toBe(414);
});

test('a function that is too slow is answered for, and one that fails shows nothing of why', async () => {
  expect((await get('/slow')).status).toBe(503);
  const failed = await get('/throws');
  expect(failed.status).toBe(500);
  expect(await failed.text()).not.toContain('Thrown by the test');
  expect((await get('/malformed')).status).toBe(500);
});

const withHost = (host: string, method: string): Promise<{ status: number; location: string | undefined }> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(address);
    const asked = request({ host: '127.0.0.1', port, path: '/home?a=1', method, headers: { host } }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
    });
    asked.on('error', reject).end();
  });

test('another spelling of the host is sent to the public address and takes no post', async () => {
  expect(await withHost('127.0.0.1:3000', 'GET')).toEqual({ status: 307, location: `${address}/home?a=1` });
  expect((await withHost('evil.example', 'POST')).status).toBe(421);
});

test('assets are kept for ever and nothing outside their folder is served', async () => {
  const answer = await get('/assets/0123abcd/quorate.css');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  for (const path of ['/assets/a/..%2f..%2fpackage.json', '/assets/a/inputs.txt', '/assets/a/b/quorate.css'])
    expect((await get(path)).status).toBe(404);
});

test('a port that is taken is refused with the way to choose another', async () => {
  await expect(startGateway(optionsAt(Number(new URL(address).port)))).rejects.toThrow(StartRefused);
  await expect(startGateway(optionsAt(Number(new URL(address).port)))).rejects.toThrow(/PORT=\d+ npm start/);
});

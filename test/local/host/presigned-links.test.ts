import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startObjectEndpoint } from '../../../infra/local/files/object-endpoint.ts';
import { openObjectFiles } from '../../../infra/local/files/object-files.ts';
import type { LoopbackServer } from '../../../infra/local/loopback.ts';
import { temporaryFolder } from '../../support/local/temporary-folder.ts';

// The signature is written out here from AWS's description of it, so that the endpoint is not checked against itself.
const SECRET = 'secret of functions';
const folder = temporaryFolder();
let endpoint: LoopbackServer;
let now = Date.parse('2026-11-22T02:00:00Z');

beforeAll(async () => {
  const files = openObjectFiles(folder.path);
  files.put('papers/a b.txt', Buffer.from('Paper'), { 'content-type': 'text/plain' });
  endpoint = await startObjectEndpoint({
    files,
    bucket: 'quorate-files',
    users: [{ accessKeyId: 'functions', secretAccessKey: SECRET, allows: () => true }],
    port: 0,
    crashPoint: () => {},
    now: () => now,
  });
});
afterAll(async () => {
  await endpoint.close();
  folder.remove();
});

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const presigned = (path: string, expires = 300, extra: Record<string, string> = {}): string => {
  const query = new Map(
    Object.entries({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': 'functions/20261122/eu-west-2/s3/aws4_request',
      'X-Amz-Date': '20261122T020000Z',
      'X-Amz-Expires': String(expires),
      'X-Amz-SignedHeaders': 'host',
      ...extra,
    }),
  );
  const pairs = [...query]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const host = new URL(endpoint.address).host;
  const canonical = ['GET', path, pairs, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const scope = '20261122/eu-west-2/s3/aws4_request';
  const text = [
    'AWS4-HMAC-SHA256',
    '20261122T020000Z',
    scope,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${SECRET}`, '20261122'), 'eu-west-2'), 's3'), 'aws4_request');
  return `${endpoint.address}${path}?${pairs}&X-Amz-Signature=${hmac(key, text).toString('hex')}`;
};

const PATH = '/quorate-files/papers/a%20b.txt';
const statusOf = async (url: string, init: RequestInit = {}) => (await fetch(url, init)).status;

test('a presigned link opens its object, with the name asked for', async () => {
  const answer = await fetch(presigned(PATH, 300, { 'response-content-disposition': 'attachment; filename="a.txt"' }));
  expect(await answer.text()).toBe('Paper');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a.txt"');
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
});

test('a presigned link ends when it says, and cannot be made to last longer', async () => {
  const url = presigned(PATH);
  now += 301_000;
  expect(await statusOf(url)).toBe(403);
  expect(await statusOf(url.replace('X-Amz-Expires=300', 'X-Amz-Expires=900'))).toBe(403);
  now -= 301_000;
  expect(await statusOf(presigned(PATH, 8 * 24 * 3600))).toBe(400);
});

test('a presigned link is for one object and one method', async () => {
  const url = presigned(PATH);
  expect(await statusOf(url.replace('a%20b', 'c'))).toBe(403);
  expect(await statusOf(url, { method: 'DELETE' })).toBe(403);
  expect(await statusOf(`${url}&response-content-type=text/html`)).toBe(403);
  expect(await statusOf(`${url}&X-Amz-Expires=300`)).toBe(400);
});

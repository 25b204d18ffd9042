import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { revealSecret } from '../../../shared/lambda/secret.ts';

const asked: string[] = [];
let answers: (string | null)[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked.push((JSON.parse(Buffer.concat(parts).toString()) as { Name: string }).Name);
      const value = answers.shift() ?? null;
      const body = value === null ? { __type: 'ParameterNotFound' } : { Parameter: { Value: value } };
      response.writeHead(value === null ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  process.env['AWS_ENDPOINT_URL_SSM'] = `http://127.0.0.1:${port}`;
  process.env['AWS_REGION'] = 'eu-west-2';
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  for (const name of ['AWS_ENDPOINT_URL_SSM', 'AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])
    delete process.env[name];
});

beforeEach(() => {
  asked.length = 0;
  answers = [];
});

test('A setting that is no reference is the value itself, and nothing is asked', async () => {
  expect(await revealSecret('xoxb-plain')).toBe('xoxb-plain');
  expect(await revealSecret('')).toBe('');
  expect(asked).toEqual([]);
});

test('A reference is read by its name, once in five minutes, so that a new secret counts within minutes', async () => {
  answers = ['first', 'second'];
  const noon = Date.UTC(2026, 10, 22, 12);
  expect(await revealSecret('ssm:/quorate/a', noon)).toBe('first');
  expect(await revealSecret('ssm:/quorate/a', noon + 4 * 60_000)).toBe('first');
  expect(await revealSecret('ssm:/quorate/a', noon + 6 * 60_000)).toBe('second');
  expect(asked).toEqual(['/quorate/a', '/quorate/a']);
});

test('A secret that could not be read is asked for again by the next request', async () => {
  answers = [null, 'there now'];
  await expect(revealSecret('ssm:/quorate/b')).rejects.toThrow();
  expect(await revealSecret('ssm:/quorate/b')).toBe('there now');
});

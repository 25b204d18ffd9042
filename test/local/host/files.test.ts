import { readdirSync } from 'node:fs';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startObjectEndpoint } from '../../../infra/local/files/object-endpoint.ts';
import { openObjectFiles } from '../../../infra/local/files/object-files.ts';
import type { LoopbackServer } from '../../../infra/local/loopback.ts';
import { temporaryFolder } from '../../support/local/temporary-folder.ts';

const Bucket = 'quorate-files';
const folder = temporaryFolder();
let endpoint: LoopbackServer;
let ahead = 0;

const clientOf = (accessKeyId: string, secretAccessKey: string) =>
  new S3Client({
    endpoint: endpoint.address,
    region: 'eu-west-2',
    forcePathStyle: true,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials: { accessKeyId, secretAccessKey },
  });
const all = () => clientOf('functions', 'secret of functions');
const publicOnly = () => clientOf('public', 'secret of public');
const nameOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error) => error.name,
  );

beforeAll(async () => {
  endpoint = await startObjectEndpoint({
    files: openObjectFiles(folder.path),
    bucket: Bucket,
    users: [
      { accessKeyId: 'functions', secretAccessKey: 'secret of functions', allows: () => true },
      {
        accessKeyId: 'public',
        secretAccessKey: 'secret of public',
        allows: (action, key) => action === 'read' && key.startsWith('published/'),
      },
    ],
    port: 0,
    crashPoint: () => {},
    now: () => Date.now() + ahead,
  });
});
afterAll(async () => {
  await endpoint.close();
  folder.remove();
});

test('what is put is got again, with its type, and may run nothing in a browser', async () => {
  const Key = 'papers/a paper (1) é.html';
  await all().send(
    new PutObjectCommand({ Bucket, Key, Body: '<p>Paper</p>', ContentType: 'text/html', Metadata: { by: 'maya' } }),
  );
  const got = await all().send(new GetObjectCommand({ Bucket, Key }));
  expect(await got.Body?.transformToString()).toBe('<p>Paper</p>');
  expect(got.ContentType).toBe('text/html');
  expect(got.Metadata).toEqual({ by: 'maya' });
  const head = await all().send(new HeadObjectCommand({ Bucket, Key }));
  expect(head.ContentLength).toBe(12);
});

test('objects are copied, listed in order page by page, and deleted', async () => {
  for (const key of ['list/b', 'list/a', 'list/c'])
    await all().send(new PutObjectCommand({ Bucket, Key: key, Body: key }));
  await all().send(new CopyObjectCommand({ Bucket, Key: 'list/d', CopySource: `${Bucket}/list/a` }));
  const first = await all().send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', MaxKeys: 3 }));
  expect(first.Contents?.map(({ Key }) => Key)).toEqual(['list/a', 'list/b', 'list/c']);
  const rest = await all().send(
    new ListObjectsV2Command({ Bucket, Prefix: 'list/', ContinuationToken: first.NextContinuationToken }),
  );
  expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['list/d']);
  await all().send(new DeleteObjectCommand({ Bucket, Key: 'list/a' }));
  expect(await nameOf(all().send(new GetObjectCommand({ Bucket, Key: 'list/a' })))).toBe('NoSuchKey');
});

test('a key that climbs out of the folder is only a key', async () => {
  await all().send(new PutObjectCommand({ Bucket, Key: '../../climbs', Body: 'x' }));
  const got = await all().send(new GetObjectCommand({ Bucket, Key: '../../climbs' }));
  expect(await got.Body?.transformToString()).toBe('x');
  expect(readdirSync(folder.path).every((name) => /^[0-9a-f]{2}$/.test(name))).toBe(true);
});

test('a second version replaces the first and leaves no file behind', async () => {
  const files = openObjectFiles(temporaryFolder().path);
  files.put('k', Buffer.from('one'), {});
  const first = files.find('k');
  files.put('k', Buffer.from('two'), {});
  expect(files.read(files.find('k') ?? raise()).toString()).toBe('two');
  expect(() => files.read(first ?? raise())).toThrow();
});

const raise = (): never => {
  throw new Error('missing');
};

test('a wrong secret, an unknown key id and no signature are refused', async () => {
  const put = new PutObjectCommand({ Bucket, Key: 'x', Body: 'x' });
  expect(await nameOf(clientOf('functions', 'another secret').send(put))).toBe('SignatureDoesNotMatch');
  expect(await nameOf(clientOf('nobody', 'secret of functions').send(put))).toBe('InvalidAccessKeyId');
  expect((await fetch(`${endpoint.address}/${Bucket}/x`)).status).toBe(403);
});

test('a request signed more than a quarter of an hour ago is refused', async () => {
  ahead = 16 * 60 * 1000;
  const word = await nameOf(all().send(new HeadObjectCommand({ Bucket, Key: 'x' })));
  ahead = 0;
  expect(word).not.toBe('done');
});

test('the public function reads what is published and nothing else', async () => {
  await all().send(new PutObjectCommand({ Bucket, Key: 'published/a', Body: 'a' }));
  await all().send(new PutObjectCommand({ Bucket, Key: 'quarantine/a', Body: 'a' }));
  expect(await nameOf(publicOnly().send(new GetObjectCommand({ Bucket, Key: 'published/a' })))).toBe('done');
  expect(await nameOf(publicOnly().send(new GetObjectCommand({ Bucket, Key: 'quarantine/a' })))).toBe('AccessDenied');
  expect(await nameOf(publicOnly().send(new PutObjectCommand({ Bucket, Key: 'published/b', Body: 'b' })))).toBe(
    'AccessDenied',
  );
  expect(await nameOf(publicOnly().send(new ListObjectsV2Command({ Bucket, Prefix: 'published/' })))).toBe(
    'AccessDenied',
  );
});

test('what the endpoint does not have it refuses by name', async () => {
  expect(await nameOf(all().send(new GetObjectAclCommand({ Bucket, Key: 'published/a' })))).toBe('NotImplemented');
});

const offer = (options: Partial<PresignedPostOptions> = {}) =>
  createPresignedPost(all(), {
    Bucket,
    Key: 'quarantine/0198-random',
    Conditions: [
      ['content-length-range', 1, 1000],
      ['starts-with', '$Content-Type', 'text/'],
    ],
    Fields: { success_action_redirect: 'http://localhost:3000/minutes/uploaded' },
    Expires: 600,
    ...options,
  });
type Offer = Awaited<ReturnType<typeof offer>>;

const post = async (
  { url, fields }: Offer,
  file: { content?: string; type?: string } = {},
  change: Record<string, string> = {},
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, 'Content-Type': file.type ?? 'text/plain', ...change }))
    form.set(name, value);
  form.set('file', new File([file.content ?? 'Minutes'], 'minutes.txt', { type: 'text/plain' }));
  const answer = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  const [, code] = /<Code>(\w+)<\/Code>/.exec(await answer.text()) ?? [];
  return { status: answer.status, code, location: answer.headers.get('location') };
};

test('a presigned form takes a file into quarantine and sends the browser back', async () => {
  const answer = await post(await offer());
  expect(answer.status).toBe(303);
  expect(answer.location).toContain(
    'http://localhost:3000/minutes/uploaded?bucket=quorate-files&key=quarantine%2F0198-random',
  );
  const got = await all().send(new GetObjectCommand({ Bucket, Key: 'quarantine/0198-random' }));
  expect(await got.Body?.transformToString()).toBe('Minutes');
  expect(got.ContentType).toBe('text/plain');
});

test('a presigned form refuses what its policy does not allow', async () => {
  expect(await post(await offer(), { content: 'x'.repeat(1001) })).toMatchObject({
    status: 400,
    code: 'EntityTooLarge',
  });
  expect(await post(await offer(), { content: '' })).toMatchObject({ status: 400, code: 'EntityTooSmall' });
  expect(await post(await offer(), { type: 'application/x-msdownload' })).toMatchObject({
    status: 403,
    code: 'AccessDenied',
  });
  expect(await post(await offer(), {}, { key: 'published/forged' })).toMatchObject({
    status: 403,
    code: 'AccessDenied',
  });
  expect(await post(await offer(), {}, { success_action_redirect: 'http://evil.example/' })).toMatchObject({
    status: 403,
  });
  expect(await post(await offer(), {}, { 'x-amz-meta-extra': '1' })).toMatchObject({
    status: 403,
    code: 'AccessDenied',
  });
});

test('a presigned form that has expired or was altered is refused', async () => {
  const offered = await offer();
  ahead = 601 * 1000;
  const late = await post(offered);
  ahead = 0;
  expect(late).toMatchObject({ status: 403, code: 'AccessDenied' });
  const policy = JSON.parse(Buffer.from(offered.fields['Policy'] ?? '', 'base64').toString());
  policy.expiration = '2099-01-01T00:00:00Z';
  const Policy = Buffer.from(JSON.stringify(policy)).toString('base64');
  expect(await post(offered, {}, { Policy })).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
});

test('a form signed for another bucket is not taken in this one', async () => {
  const offered = await offer({ Bucket: 'another-bucket' });
  expect(await post({ ...offered, url: `${endpoint.address}/${Bucket}` })).toMatchObject({ status: 403 });
});

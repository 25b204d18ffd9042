import { createHash } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import { LONG_TEXTS_PREFIX } from './table-definition.ts';

/** Text too long for a table item, kept in object storage under the hash of its content; written once, never changed. */
export type Blobs = { put(text: string): Promise<string>; get(hash: string): Promise<string> };

const keyOf = (hash: string): string => `${LONG_TEXTS_PREFIX}${hash.slice(0, 2)}/${hash}`;

// Evaluated when a long text is first met: most calls of most functions meet none, and it is a large part of a cold start.
const storage = () => import('@aws-sdk/client-s3');

const s3Client = async (): Promise<S3Client> => {
  const { S3Client } = await storage();
  return new S3Client({ forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' });
};

/** Opens the blobs of a bucket. `get` throws when the content does not have the hash asked for. */
export function openBlobs(bucket: string, client: () => Promise<S3Client> | S3Client = s3Client): Blobs {
  let made: Promise<S3Client> | undefined;
  const s3 = (): Promise<S3Client> => {
    made ??= Promise.resolve(client());
    return made;
  };
  return {
    async put(text) {
      const hash = createHash('sha256').update(text).digest('hex');
      const { PutObjectCommand } = await storage();
      const object = { Bucket: bucket, Key: keyOf(hash), Body: text, ContentType: 'application/json' };
      await (await s3()).send(new PutObjectCommand(object));
      return hash;
    },
    async get(hash) {
      const { GetObjectCommand } = await storage();
      const { Body } = await (await s3()).send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(hash) }));
      const text = (await Body?.transformToString()) ?? '';
      if (createHash('sha256').update(text).digest('hex') !== hash)
        throw new Error('A stored text does not match its hash');
      return text;
    },
  };
}

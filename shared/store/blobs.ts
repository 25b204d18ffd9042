import { createHash } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { LONG_TEXTS_PREFIX } from './table-definition.ts';

/** Text too long for a table item, kept in object storage under the hash of its content; written once, never changed. */
export type Blobs = { put(text: string): Promise<string>; get(hash: string): Promise<string> };

const keyOf = (hash: string): string => `${LONG_TEXTS_PREFIX}${hash.slice(0, 2)}/${hash}`;

/** Opens the blobs of a bucket. `get` throws when the content does not have the hash asked for. */
export function openBlobs(bucket: string, client: () => S3Client = s3Client): Blobs {
  let made: S3Client | undefined;
  const s3 = () => {
    made ??= client();
    return made;
  };
  return {
    async put(text) {
      const hash = createHash('sha256').update(text).digest('hex');
      await s3().send(
        new PutObjectCommand({ Bucket: bucket, Key: keyOf(hash), Body: text, ContentType: 'application/json' }),
      );
      return hash;
    },
    async get(hash) {
      const { Body } = await s3().send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(hash) }));
      const text = (await Body?.transformToString()) ?? '';
      if (createHash('sha256').update(text).digest('hex') !== hash)
        throw new Error('A stored text does not match its hash');
      return text;
    },
  };
}

const s3Client = () => new S3Client({ forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' });

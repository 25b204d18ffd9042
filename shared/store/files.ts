import type { S3Client } from '@aws-sdk/client-s3';
import { QUARANTINE_PREFIX } from './table-definition.ts';

/** A form that a browser sends straight to storage: its address, and the fields that come before the file. */
export type UploadForm = { readonly action: string; readonly fields: Readonly<Record<string, string>> };

type Upload = {
  /** A key that nobody can guess, under `quarantine/`. */
  readonly key: string;
  /** The only media type that it takes. */
  readonly type: string;
  readonly mostBytes: number;
  /** The page of ours that the browser is sent to afterwards; null answers 201 and sends nobody anywhere. */
  readonly returnTo: string | null;
};

type Shown = { readonly type: string; readonly fileName: string };

/** The port to object storage for whole files. Keys say what a file is and who may read it: see architecture, "Files". */
export type Files = {
  /** A form for one file into quarantine, good for an hour. Throws when the key is not one of quarantine. */
  uploadForm(upload: Upload): Promise<UploadForm>;
  /** Bytes; undefined when there is no such file. */
  sizeOf(key: string): Promise<number | undefined>;
  read(key: string): Promise<Uint8Array>;
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /** Copies within storage. */
  copy(from: string, to: string): Promise<void>;
  /** Takes a file away; one that is not there is taken away already. */
  remove(key: string): Promise<void>;
  /** An address at which a browser may read the file for a minute. */
  link(key: string, shown: Shown): Promise<string>;
};

const FORM_SECONDS = 3600;
const LINK_SECONDS = 60;

// Evaluated when a file is first met: most calls of most functions meet none, and it is a large part of a cold start.
const storage = () => import('@aws-sdk/client-s3');

const s3Client = async (): Promise<S3Client> => {
  const { S3Client } = await storage();
  return new S3Client({ forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' });
};

const isAbsent = (fault: unknown): boolean =>
  // Whoever may not list a bucket is told 403 of what is not there.
  fault instanceof Error && ['NotFound', 'NoSuchKey', 'Forbidden', 'AccessDenied', '403'].includes(fault.name);

async function postFormOf(client: S3Client, Bucket: string, { key, type, mostBytes, returnTo }: Upload) {
  const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post');
  const { url, fields } = await createPresignedPost(client, {
    Bucket,
    Key: key,
    Expires: FORM_SECONDS,
    Fields: {
      'Content-Type': type,
      ...(returnTo === null ? { success_action_status: '201' } : { success_action_redirect: returnTo }),
    },
    Conditions: [['content-length-range', 0, mostBytes]],
  });
  return { action: url, fields };
}

/** Signs a GET by hand: the SDK's own helper for it would be one more dependency. */
async function presigned(client: S3Client, Bucket: string, key: string, { type, fileName }: Shown): Promise<string> {
  const [{ createPresignedPost }, { SignatureV4 }] = await Promise.all([
    import('@aws-sdk/s3-presigned-post'),
    import('@smithy/signature-v4'),
  ]);
  // The address of a form is the bucket's, worked out from the SDK's own rules of endpoints.
  const bucket = new URL((await createPresignedPost(client, { Bucket, Key: key })).url);
  const { region, credentials, sha256 } = client.config;
  const signer = new SignatureV4({
    service: 's3',
    region: await region(),
    credentials,
    sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
  const path = `${bucket.pathname.replace(/\/$/, '')}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const request = {
    method: 'GET',
    protocol: bucket.protocol,
    hostname: bucket.hostname,
    ...(bucket.port === '' ? {} : { port: Number(bucket.port) }),
    path,
    query: {
      'response-content-type': type,
      'response-content-disposition': `inline; filename="${fileName.replaceAll(/[^\w. -]/g, '')}"`,
    },
    headers: { host: bucket.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
  };
  const { query = {} } = await signer.presign(request, { expiresIn: LINK_SECONDS });
  const pairs = Object.entries(query).map(([name, value]) => `${escapeQuery(name)}=${escapeQuery(String(value))}`);
  return `${bucket.origin}${path}?${pairs.join('&')}`;
}

const escapeQuery = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Opens the files of a bucket. */
export function openFiles(bucket: string, client: () => Promise<S3Client> | S3Client = s3Client): Files {
  let made: Promise<S3Client> | undefined;
  const s3 = (): Promise<S3Client> => {
    made ??= Promise.resolve(client());
    return made;
  };
  return {
    async uploadForm(upload) {
      if (!upload.key.startsWith(QUARANTINE_PREFIX)) throw new Error('A form may only send files into quarantine');
      return postFormOf(await s3(), bucket, upload);
    },
    async sizeOf(key) {
      const { HeadObjectCommand } = await storage();
      const head = new HeadObjectCommand({ Bucket: bucket, Key: key });
      return (await s3()).send(head).then(
        ({ ContentLength }) => ContentLength ?? 0,
        (fault: unknown) => {
          if (isAbsent(fault)) return undefined;
          throw fault;
        },
      );
    },
    async read(key) {
      const { GetObjectCommand } = await storage();
      const { Body } = await (await s3()).send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },
    async put(key, bytes, type) {
      const { PutObjectCommand } = await storage();
      await (await s3()).send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: type }));
    },
    async copy(from, to) {
      const { CopyObjectCommand } = await storage();
      await (await s3()).send(new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: `${bucket}/${from}` }));
    },
    async remove(key) {
      const { DeleteObjectCommand } = await storage();
      await (await s3()).send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    link: async (key, shown) => presigned(await s3(), bucket, key, shown),
  };
}

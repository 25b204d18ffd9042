import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ObjectFiles, StoredObject } from './object-files.ts';
import { notImplemented, S3Refusal } from './s3-error.ts';

/** What goes back: a status, headers and a body. */
export type FileAnswer = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: Buffer | string;
};

/** A request whose sender is known and allowed. */
export type FileCall = {
  readonly files: ObjectFiles;
  readonly bucket: string;
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  readonly payloadHash: string;
};

const MOST_KEYS = 1000;
const KEPT_HEADERS = ['content-type', 'content-disposition', 'cache-control', 'content-language'];
const XML = { 'content-type': 'application/xml' };

/** Text made safe inside an element of XML. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const present = ({ files, key }: FileCall): StoredObject => {
  const found = files.find(key);
  if (!found) throw new S3Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
  return found;
};

const keptHeaders = (headers: FileCall['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value !== undefined && (KEPT_HEADERS.includes(name) || name.startsWith('x-amz-meta-')) ? [[name, value]] : [],
    ),
  );

const checkContent = ({ headers, body, payloadHash }: FileCall): void => {
  if (payloadHash.startsWith('STREAMING') || headers['content-encoding']?.includes('aws-chunked'))
    throw notImplemented('chunked upload');
  if (payloadHash !== 'UNSIGNED-PAYLOAD' && createHash('sha256').update(body).digest('hex') !== payloadHash)
    throw new S3Refusal(400, 'XAmzContentSHA256Mismatch');
  const sum = headers['x-amz-checksum-crc32'];
  if (sum === undefined) return;
  const right = Buffer.alloc(4);
  right.writeUInt32BE(crc32(body));
  if (right.toString('base64') !== sum) throw new S3Refusal(400, 'BadDigest');
};

/** PutObject. `if-none-match: *` refuses to replace. */
export function putObject(call: FileCall): FileAnswer {
  checkContent(call);
  const { files, key, headers, body } = call;
  if (headers['if-none-match'] === '*' && files.find(key)) throw new S3Refusal(412, 'PreconditionFailed');
  const { etag } = files.put(key, body, keptHeaders(headers));
  return { status: 200, headers: { etag: `"${etag}"` } };
}

/** Where a copy comes from: `bucket/key`, of this bucket only. */
export function copySource({ headers, bucket }: Pick<FileCall, 'headers' | 'bucket'>): string | undefined {
  const source = headers['x-amz-copy-source'];
  if (source === undefined) return undefined;
  const [from, ...key] = decodeURIComponent(source).replace(/^\//, '').split('/');
  if (from !== bucket || source.includes('?')) throw notImplemented('copy from another bucket or version');
  return key.join('/');
}

/** CopyObject within the bucket, with the source's headers unless `x-amz-metadata-directive` says REPLACE. */
export function copyObject(call: FileCall, from: string): FileAnswer {
  const source = present({ ...call, key: from });
  const headers = call.headers['x-amz-metadata-directive'] === 'REPLACE' ? keptHeaders(call.headers) : source.headers;
  const { etag, at } = call.files.put(call.key, call.files.read(source), headers);
  const result = `<CopyObjectResult><ETag>"${etag}"</ETag><LastModified>${at}</LastModified></CopyObjectResult>`;
  return { status: 200, headers: XML, body: `<?xml version="1.0" encoding="UTF-8"?>${result}` };
}

const rangeOf = (header: string | undefined, size: number): { start: number; end: number } | undefined => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end) throw new S3Refusal(416, 'InvalidRange');
  return { start, end };
};

/** What is said of an object with its content. What a browser opens from here may run nothing. */
const headersOf = (object: StoredObject, query: FileCall['query']): Record<string, string> => {
  const asked = (name: string) => query.get(`response-${name}`);
  const disposition = asked('content-disposition') ?? object.headers['content-disposition'];
  const type = asked('content-type') ?? object.headers['content-type'] ?? 'binary/octet-stream';
  return {
    ...object.headers,
    'content-type': type,
    ...(disposition === undefined ? {} : { 'content-disposition': disposition }),
    'accept-ranges': 'bytes',
    etag: `"${object.etag}"`,
    'last-modified': new Date(object.at).toUTCString(),
    'x-content-type-options': 'nosniff',
    // A browser's own reader of PDFs opens nothing that is in a sandbox, and runs nothing of it that we keep.
    ...(type === 'application/pdf' ? {} : { 'content-security-policy': "default-src 'none'; sandbox" }),
  };
};

/** HeadObject: nothing of the content is read, which may be larger than memory. */
export function headObject(call: FileCall): FileAnswer {
  const object = present(call);
  return { status: 200, headers: { ...headersOf(object, call.query), 'content-length': String(object.size) } };
}

/** GetObject. */
export function getObject(call: FileCall): FileAnswer {
  const object = present(call);
  const range = rangeOf(call.headers['range'], object.size);
  const bytes = call.files.read(object);
  return {
    status: range ? 206 : 200,
    headers: {
      ...headersOf(object, call.query),
      ...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${object.size}` } : {}),
    },
    body: range ? bytes.subarray(range.start, range.end + 1) : bytes,
  };
}

export function deleteObject({ files, key }: FileCall): FileAnswer {
  files.remove(key);
  return { status: 204, headers: {} };
}

/** ListObjectsV2: by key, at most 1,000 at a time. */
export function listObjects({ files, bucket, query }: FileCall): FileAnswer {
  const prefix = query.get('prefix') ?? '';
  const most = Math.min(Number(query.get('max-keys') ?? MOST_KEYS), MOST_KEYS);
  const all = files.list(prefix, query.get('continuation-token') ?? query.get('start-after') ?? '');
  const page = all.slice(0, most);
  const last = all.length > page.length ? page.at(-1)?.key : undefined;
  const contents = page.map(
    ({ key, size, etag, at }) =>
      `<Contents><Key>${escapeXml(key)}</Key><LastModified>${at}</LastModified><ETag>"${etag}"</ETag><Size>${size}</Size></Contents>`,
  );
  const next = last === undefined ? '' : `<NextContinuationToken>${escapeXml(last)}</NextContinuationToken>`;
  const head = `<Name>${escapeXml(bucket)}</Name><Prefix>${escapeXml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${last !== undefined}</IsTruncated>`;
  const body = `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult>${head}${next}${contents.join('')}</ListBucketResult>`;
  return { status: 200, headers: XML, body };
}

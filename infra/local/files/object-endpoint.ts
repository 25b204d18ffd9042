import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { CrashPoint } from '../crash-points.ts';
import { readBody } from '../gateway/request-body.ts';
import { type LoopbackServer, listenOnLoopback } from '../loopback.ts';
import type { FileAction, FileUser } from './access.ts';
import { authenticate } from './authenticate.ts';
import type { ObjectFiles } from './object-files.ts';
import * as operations from './object-operations.ts';
import { postObject } from './post-object.ts';
import { notImplemented, S3Refusal } from './s3-error.ts';

/** The largest file that a function may keep, in bytes: nothing of ours is near it. What a browser sends by a form is not held in memory. */
const BODY_BYTES = 130 * 1024 * 1024;

export type ObjectEndpointOptions = {
  readonly files: ObjectFiles;
  readonly bucket: string;
  readonly users: readonly FileUser[];
  readonly port: number;
  readonly crashPoint: CrashPoint;
  readonly now?: () => number;
};

const KNOWN = new Set([
  ...['list-type', 'prefix', 'max-keys', 'start-after', 'continuation-token', 'x-id'],
  ...['response-content-type', 'response-content-disposition'],
]);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Refusal(400, 'InvalidURI');
  }
};

const queryOf = (text: string): Map<string, string> => {
  const query = new Map<string, string>();
  for (const pair of text.split('&').filter((one) => one !== '')) {
    const at = pair.indexOf('=');
    const name = decoded(at < 0 ? pair : pair.slice(0, at));
    // A parameter twice could mean one thing to the signature and another to the operation.
    if (query.has(name)) throw new S3Refusal(400, 'InvalidArgument', `Twice in the address: ${name}`);
    query.set(name, at < 0 ? '' : decoded(pair.slice(at + 1)));
  }
  return query;
};

type Target = {
  readonly path: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: Map<string, string>;
};

// What a request is about. A sub-resource that is not known would change what the request means: it is refused.
const targetOf = (url: string): Target => {
  const [path = '/', search = ''] = url.split('?');
  const query = queryOf(search);
  const unknown = [...query.keys()].find((name) => !KNOWN.has(name) && !/^X-Amz-/i.test(name));
  if (unknown !== undefined) throw notImplemented(`sub-resource "${unknown}"`);
  const [, bucket = '', ...rest] = path.split('/').map(decoded);
  return { path, bucket, key: rest.join('/'), query };
};

const headersOf = (request: IncomingMessage): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );

const actionOf = (method: string, key: string): FileAction => {
  if (key === '' && method === 'GET') return 'list';
  if (key !== '' && (method === 'GET' || method === 'HEAD')) return 'read';
  if (key !== '' && method === 'PUT') return 'write';
  if (key !== '' && method === 'DELETE') return 'delete';
  throw notImplemented(`${method} on ${key === '' ? 'a bucket' : 'an object'}`);
};

const allow = (user: FileUser, action: FileAction, key: string): void => {
  if (!user.allows(action, key)) throw new S3Refusal(403, 'AccessDenied');
};

const perform = (
  { action, method }: { action: FileAction; method: string },
  call: operations.FileCall,
  user: FileUser,
): operations.FileAnswer => {
  switch (action) {
    case 'list':
      if (call.query.get('list-type') !== '2') throw notImplemented('list but ListObjectsV2');
      return operations.listObjects(call);
    case 'read':
      return method === 'HEAD' ? operations.headObject(call) : operations.getObject(call);
    case 'delete':
      return operations.deleteObject(call);
    case 'write': {
      const from = operations.copySource(call);
      if (from === undefined) return operations.putObject(call);
      allow(user, 'read', from);
      return operations.copyObject(call, from);
    }
  }
};

const refused = (error: unknown): operations.FileAnswer => {
  const { status, code, message } =
    error instanceof S3Refusal ? error : new S3Refusal(500, 'InternalError', 'We encountered an internal error.');
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${operations.escapeXml(message)}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
};

const send = (
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body = '' }: operations.FileAnswer,
): void => {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
};

/**
 * Starts the endpoint that stands for S3, on the loopback: the operations that Quorate uses, on one bucket, each request's
 * signature made again and compared. What it does not have it refuses with `NotImplemented`.
 */
export async function startObjectEndpoint(options: ObjectEndpointOptions): Promise<LoopbackServer> {
  const { files, bucket, users, crashPoint, now = Date.now } = options;

  const post = async (request: IncomingMessage): Promise<operations.FileAnswer> => {
    crashPoint('files:before-put');
    const address = `http://${request.headers.host ?? ''}`;
    const done = await postObject({ files, bucket, users, now: now(), address }, request);
    crashPoint('files:after-put');
    return done;
  };

  const signed = async (target: Target, request: IncomingMessage, body: Buffer): Promise<operations.FileAnswer> => {
    const { path, key, query } = target;
    const headers = headersOf(request);
    const method = request.method ?? 'GET';
    const { user, payloadHash } = await authenticate({ method, path, query, headers }, users, now());
    const action = actionOf(method, key);
    allow(user, action, action === 'list' ? (query.get('prefix') ?? '') : key);
    if (action === 'write') crashPoint('files:before-put');
    const done = perform({ action, method }, { files, bucket, key, query, headers, body, payloadHash }, user);
    if (action === 'write') crashPoint('files:after-put');
    return done;
  };

  const answer = async (request: IncomingMessage): Promise<operations.FileAnswer> => {
    const target = targetOf(request.url ?? '/');
    const isForm = request.method === 'POST' && target.key === '' && target.bucket === bucket;
    if (isForm) return post(request);
    const body = await readBody(request, BODY_BYTES);
    if (!Buffer.isBuffer(body)) throw new S3Refusal(400, 'EntityTooLarge', `More than ${BODY_BYTES} bytes`);
    if (target.bucket !== bucket) throw new S3Refusal(404, 'NoSuchBucket');
    return signed(target, request, body);
  };
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request).then(
      (done) => send(request, response, done),
      (error: unknown) => {
        // What is still on its way is read and thrown away, so that a browser shows the answer and not a broken line.
        request.resume();
        send(request, response, refused(error));
      },
    );
  };
  return listenOnLoopback(createServer(serve), options.port);
}

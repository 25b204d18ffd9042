import { checkExpiry, checkSkew, credentialOf, type FileUser } from './access.ts';
import { S3Refusal } from './s3-error.ts';
import { sameSignature, signatureOf } from './signature.ts';

/** A request as it came in, headers by lower-case name. */
export type IncomingFileRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/** Who asks, and the hash that the body must have; `UNSIGNED-PAYLOAD` when none was promised. */
export type Authenticated = { readonly user: FileUser; readonly payloadHash: string };

const UNSIGNED = 'UNSIGNED-PAYLOAD';
const HEADER = /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;

type Claim = {
  readonly credential: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly longDate: string;
  readonly payloadHash: string;
};

const fromQuery = ({ query }: IncomingFileRequest, now: number): Claim => {
  const get = (name: string): string => query.get(name) ?? '';
  if (get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') throw new S3Refusal(400, 'AuthorizationQueryParametersError');
  checkExpiry(get('X-Amz-Date'), get('X-Amz-Expires'), now);
  return {
    credential: get('X-Amz-Credential'),
    signedHeaders: get('X-Amz-SignedHeaders').split(';'),
    signature: get('X-Amz-Signature'),
    longDate: get('X-Amz-Date'),
    payloadHash: UNSIGNED,
  };
};

const fromHeader = ({ headers }: IncomingFileRequest, now: number): Claim => {
  const [, credential, names, signature] = HEADER.exec(headers['authorization'] ?? '') ?? [];
  const longDate = headers['x-amz-date'];
  const payloadHash = headers['x-amz-content-sha256'];
  if (!credential || !names || !signature || !longDate || !payloadHash) throw new S3Refusal(403, 'AccessDenied');
  checkSkew(longDate, now);
  return { credential, signedHeaders: names.split(';'), signature, longDate, payloadHash };
};

// What is not signed could have been changed on the way: S3 wants the host and every x-amz header among what is signed.
const checkSigned = ({ headers }: IncomingFileRequest, signed: readonly string[]): void => {
  const must = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))];
  const missing = must.find((name) => !signed.includes(name));
  if (missing)
    throw new S3Refusal(
      403,
      'AccessDenied',
      `There were headers present in the request which were not signed: ${missing}`,
    );
};

const compact = (value: string): string => value.trim().replace(/\s+/g, ' ');

/** Makes the request's signature again and compares. Throws `S3Refusal` for anything but the right one, in time. */
export async function authenticate(
  request: IncomingFileRequest,
  users: readonly FileUser[],
  now: number,
): Promise<Authenticated> {
  const claim = request.query.has('X-Amz-Signature') ? fromQuery(request, now) : fromHeader(request, now);
  const { user, shortDate, region } = credentialOf(users, claim.credential, claim.longDate);
  checkSigned(request, claim.signedHeaders);
  const headers = Object.fromEntries(claim.signedHeaders.map((name) => [name, compact(request.headers[name] ?? '')]));
  const query = Object.fromEntries([...request.query].filter(([name]) => name !== 'X-Amz-Signature'));
  const { method, path } = request;
  const signed = { method, path, query, headers, payloadHash: claim.payloadHash };
  const right = await signatureOf(user, signed, claim.longDate, { shortDate, region });
  if (!sameSignature(claim.signature, right)) throw new S3Refusal(403, 'SignatureDoesNotMatch');
  return { user, payloadHash: claim.payloadHash };
}

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ALGORITHM_IDENTIFIER, getSigningKey, SignatureV4 } from '@smithy/signature-v4';

type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };
type Bytes = string | ArrayBuffer | ArrayBufferView;

const buffer = (data: Bytes): Buffer => {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
};

/** SHA-256 and its HMAC in the shape that the signer asks for. */
class Sha256 {
  readonly #secret: Bytes | undefined;
  #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;
  constructor(secret?: Bytes) {
    this.#secret = secret;
    this.#hash = this.#begin();
  }
  #begin() {
    return this.#secret === undefined ? createHash('sha256') : createHmac('sha256', buffer(this.#secret));
  }
  update(data: Bytes): void {
    this.#hash.update(buffer(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {
    this.#hash = this.#begin();
  }
}

/** A request as far as its signature goes. `payloadHash` is what the client says of its body. */
export type SignedRequest = {
  readonly method: string;
  /** As it came, still encoded. */
  readonly path: string;
  readonly query: Record<string, string | string[]>;
  /** Only the headers that were signed, by lower-case name. */
  readonly headers: Record<string, string>;
  readonly payloadHash: string;
};

export type Scope = { readonly shortDate: string; readonly region: string };

const scopeText = ({ shortDate, region }: Scope): string => `${shortDate}/${region}/s3/aws4_request`;

const hex = (key: Uint8Array, text: string): string => createHmac('sha256', key).update(text).digest('hex');

class Resigner extends SignatureV4 {
  async stringFor(request: SignedRequest, longDate: string, scope: Scope): Promise<string> {
    const { method, path, query, headers, payloadHash } = request;
    const canonical = this.createCanonicalRequest(
      { method, path, query, headers, protocol: 'http:', hostname: 'localhost' },
      headers,
      payloadHash,
    );
    return this.createStringToSign(longDate, scopeText(scope), canonical, ALGORITHM_IDENTIFIER);
  }
}

/** The signature that a request should have: made again with the SDK's own signer. */
export async function signatureOf(
  credentials: Credentials,
  request: SignedRequest,
  longDate: string,
  scope: Scope,
): Promise<string> {
  const signer = new Resigner({
    service: 's3',
    region: scope.region,
    credentials,
    sha256: Sha256,
    uriEscapePath: false,
  });
  return signText(credentials, await signer.stringFor(request, longDate, scope), scope);
}

/** The signature of a text, such as the policy of a POST form. */
export async function signText(credentials: Credentials, text: string, { shortDate, region }: Scope): Promise<string> {
  return hex(await getSigningKey(Sha256, credentials, shortDate, region, 's3'), text);
}

/** Compares two signatures without telling by its time how much of them agrees. */
export function sameSignature(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

import { S3Refusal } from './s3-error.ts';

/** What is done to an object, as far as permission goes. */
export type FileAction = 'read' | 'write' | 'delete' | 'list';

/** Who may use the endpoint, and for what. `key` is an object's key, or the prefix of a list. */
export type FileUser = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly allows: (action: FileAction, key: string) => boolean;
};

const SKEW_MILLISECONDS = 15 * 60 * 1000;
const LONGEST_EXPIRY_SECONDS = 7 * 24 * 3600;

// The instant of a date such as 20190415T080000Z, in epoch milliseconds.
function instantOf(longDate: string): number {
  const instant = Date.parse(longDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (Number.isNaN(instant)) throw new S3Refusal(403, 'AccessDenied', 'The date of the signature is not a date');
  return instant;
}

/** Refuses a signed request whose date is far from now. */
export function checkSkew(longDate: string, now: number): void {
  if (Math.abs(now - instantOf(longDate)) > SKEW_MILLISECONDS) throw new S3Refusal(403, 'RequestTimeTooSkewed');
}

/** Refuses a presigned address that is not valid yet, no longer, or for longer than S3 allows. */
export function checkExpiry(longDate: string, seconds: string, now: number): void {
  const from = instantOf(longDate);
  const expires = Number(seconds);
  if (!Number.isInteger(expires) || expires < 1 || expires > LONGEST_EXPIRY_SECONDS)
    throw new S3Refusal(400, 'AuthorizationQueryParametersError');
  if (now > from + expires * 1000 || now < from - SKEW_MILLISECONDS)
    throw new S3Refusal(403, 'AccessDenied', 'Request has expired');
}

export type Credential = { readonly user: FileUser; readonly shortDate: string; readonly region: string };

/** Reads `KEY/DAY/REGION/s3/aws4_request`; its day must be that of the signature. */
export function credentialOf(users: readonly FileUser[], text: string, longDate: string): Credential {
  const [accessKeyId, shortDate = '', region = '', service, end] = text.split('/');
  const user = users.find((one) => one.accessKeyId === accessKeyId);
  if (!user) throw new S3Refusal(403, 'InvalidAccessKeyId');
  if (service !== 's3' || end !== 'aws4_request' || !longDate.startsWith(`${shortDate}T`) || shortDate === '')
    throw new S3Refusal(403, 'AuthorizationHeaderMalformed');
  return { user, shortDate, region };
}

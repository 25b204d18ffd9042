/** An answer that S3 would give instead of what was asked, with its code. */
export class S3Refusal extends Error {
  override name = 'S3Refusal';
  readonly code: string;
  readonly status: number;
  constructor(status: number, code: string, message: string = code) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** A part of S3 that this endpoint does not have: said, never passed over. */
export function notImplemented(what: string): S3Refusal {
  return new S3Refusal(501, 'NotImplemented', `The files endpoint of this host has no ${what}`);
}

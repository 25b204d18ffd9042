import type { IncomingMessage } from 'node:http';

/** API Gateway's limit on the request line and all headers together, in bytes. */
export const HEAD_BYTES = 10_240;

/** What Node itself reads before it gives up; above ours, so that our own answer can be given. */
export const NODE_HEAD_BYTES = 65_536;

/** The longest an HTTP API waits for its function, in milliseconds. */
export const TIMEOUT_MILLISECONDS = 30_000;

/** The status for a head that is over the limit: 414 if the address alone is, 431 otherwise; undefined within it. */
export function headStatus(request: IncomingMessage): 414 | 431 | undefined {
  const line = `${request.method} ${request.url} HTTP/1.1\r\n`.length;
  if (line > HEAD_BYTES) return 414;
  let total = line;
  for (const part of request.rawHeaders) total += Buffer.byteLength(part, 'latin1') + 2;
  return total > HEAD_BYTES ? 431 : undefined;
}

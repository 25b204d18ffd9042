import type { IncomingMessage } from 'node:http';

/** How much beyond the limit is still read of a body (and thrown away), so that a browser shows the answer and not a broken line. */
const DRAIN_BYTES = 64 * 1024 * 1024;

/** A request's body; 'too large' when it is over the limit and 'abandoned' when it is so large that the line is cut. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too large' | 'abandoned'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > limit + DRAIN_BYTES) return 'abandoned';
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > limit ? 'too large' : Buffer.concat(chunks);
}

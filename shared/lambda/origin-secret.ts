import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/** The header in which the edge proves itself to the API. Only the edge and the origin check know it. */
export const ORIGIN_HEADER = 'x-quorate-origin';

const originSecret = z.object({ current: z.string().min(32), previous: z.string() });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * True when the header holds the current value or the one before it, which is still accepted so that a new value can be
 * put in before the edge has it everywhere. `stored` is JSON `{current, previous}`; an empty previous value opens nothing.
 */
export function comesFromEdge(header: string | undefined, stored: string): boolean {
  if (!header) return false;
  const { current, previous } = originSecret.parse(JSON.parse(stored));
  const given = digest(header);
  return [current, previous].some((value) => value !== '' && timingSafeEqual(given, digest(value)));
}

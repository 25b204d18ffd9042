import { z } from 'zod';
import { RequestRefused } from './faults.ts';

/** Reads JSON that a request carries; what is none is refused under the given name. */
export function json(text: string, exception: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestRefused(exception, 'not JSON');
  }
}

const sealedPlace = z.tuple([z.string(), z.number()]);

/** A page's end, bound to the query it belongs to, so that it cannot be used with another. */
export function seal(query: string, at: number): string {
  return Buffer.from(JSON.stringify([query, at])).toString('base64url');
}

/** Where the next page begins; undefined for the first. Throws `InvalidToken` for the token of another query. */
export function unseal(query: string, token: string | undefined): number | undefined {
  if (token === undefined) return undefined;
  const place = sealedPlace.safeParse(json(Buffer.from(token, 'base64url').toString(), 'InvalidToken'));
  if (!place.success || place.data[0] !== query) throw new RequestRefused('InvalidToken', 'Invalid Token: nextToken');
  return place.data[1];
}

/** Cuts a page from what was found; one more than the page holds was asked for, to know whether there is a next. */
export function paged<T>(found: readonly T[], limit: number, next: (last: T) => string) {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last !== undefined ? { nextToken: next(last) } : {}) };
}

/** The fields by which a request asks for a page. */
export const page = {
  maxResults: z.number().int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
};

/** AWS takes 0, and nothing, for 100. */
export function pageSize(maxResults: number | undefined): number {
  return maxResults || 100;
}

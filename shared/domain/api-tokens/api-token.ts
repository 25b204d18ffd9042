import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { recordId, TransitionRefused } from '../record.ts';

/** What a token may be used for: never more than its person may do that day. */
export const apiScope = z.enum(['read', 'write']);
export type ApiScope = z.infer<typeof apiScope>;

/** How long a token may last, in days of real time: a year at most. */
export const tokenLives = [30, 90, 365] as const;

/** As many live tokens as one person may have. */
export const MOST_TOKENS = 20;

/**
 * A token with which a program acts as its person. Of the secret only the SHA-256 is kept. Its times are security time:
 * real UTC moments, whatever business time does.
 */
export const apiToken = strictObjectLater(() => ({
  id: recordId,
  personId: recordId,
  /** What it is for, in the person's words. */
  name: z.string().trim().min(1).max(80),
  scopes: z.array(apiScope).min(1).max(2),
  secretHash: z.string().regex(/^[0-9a-f]{64}$/),
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revoked: z.strictObject({ at: z.iso.datetime(), by: recordId }).nullable(),
}));
export type ApiToken = z.infer<typeof apiToken>;

type Life = Pick<ApiToken, 'expiresAt' | 'revoked'>;

/** Does it let anybody in at that real moment (milliseconds)? */
export function isLive({ expiresAt, revoked }: Life, realNow: number): boolean {
  return revoked === null && realNow < Date.parse(expiresAt);
}

/** How a token stands, in one word. */
export function standingOfToken(token: Life, realNow: number): 'live' | 'expired' | 'revoked' {
  if (token.revoked !== null) return 'revoked';
  return isLive(token, realNow) ? 'live' : 'expired';
}

/** The token once somebody has ended it: for good. Throws `TransitionRefused` where it was ended before. */
export function revoke(token: ApiToken, by: string, at: string): ApiToken {
  if (token.revoked !== null) throw new TransitionRefused('revoked', 'revoke');
  return { ...token, revoked: { at, by } };
}

import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { recordId } from '../domain/record.ts';
import type { Table } from './table.ts';

/** A session lasts a working day of real time, whatever business time does: 12 hours, in seconds. */
const LASTS = 12 * 3600;

const stored = z.object({
  personId: z.string(),
  csrf: z.string(),
  expiresAt: z.number(),
  idToken: z.string().nullable(),
});
export type Session = z.infer<typeof stored> & { key: string };

const keyFor = (secret: string) => ({
  pk: `SESSION#${createHash('sha256').update(secret).digest('hex')}`,
  sk: 'SESSION',
});

/**
 * Begins a session; returns what the cookie holds: a secret, which is stored nowhere, and the id of the person, so that they
 * can be read beside their session. `realNow` in milliseconds.
 */
export async function beginSession(
  table: Table,
  { personId, idToken, realNow }: { personId: string; idToken: string | null; realNow: number },
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const csrf = randomBytes(24).toString('base64url');
  await table.put({ ...keyFor(secret), personId, csrf, idToken, expiresAt: Math.floor(realNow / 1000) + LASTS });
  return `${secret}.${personId}`;
}

/** Whom a cookie names. It proves nothing: whose session it is says the session. */
export function personNamedBy(cookie: string): string | undefined {
  return recordId.safeParse(cookie.split('.')[1]).data;
}

/** The session behind a cookie, or undefined when it is forged, ended or expired. */
export async function sessionOf(table: Table, cookie: string, realNow: number): Promise<Session | undefined> {
  const [secret = ''] = cookie.split('.');
  if (secret.length < 40 || secret.length > 64) return undefined;
  const item = await table.get(keyFor(secret));
  if (!item) return undefined;
  const session = stored.parse(item);
  return session.expiresAt * 1000 > realNow ? { ...session, key: item.pk } : undefined;
}

/** Ends a session for good: a copy of its cookie is worth nothing afterwards. */
export async function endSession(table: Table, session: Session): Promise<void> {
  await table.remove({ pk: session.key, sk: 'SESSION' });
}

import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Table } from './table.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What one begun sign-in must come back with; kept ten minutes of real time, used once. */
const begun = z.object({ verifier: z.string(), nonce: z.string(), to: z.string(), expiresAt: z.number() });
export type Begun = z.infer<typeof begun>;

const TEN_MINUTES = 600;

const begunKey = (state: string) => ({ pk: `SIGNING-IN#${hash(state)}`, sk: 'BEGUN' });

/** Keeps what a sign-in begun with this state must come back with. */
export async function keepBegun(
  table: Table,
  state: string,
  kept: Omit<Begun, 'expiresAt'>,
  realNow: number,
): Promise<void> {
  await table.put({ ...begunKey(state), ...kept, expiresAt: Math.floor(realNow / 1000) + TEN_MINUTES });
}

/** Takes it back: a second return with the same state finds nothing. */
export async function takeBegun(table: Table, state: string, realNow: number): Promise<Begun | undefined> {
  const item = await table.get(begunKey(state));
  if (!item) return undefined;
  await table.remove(begunKey(state));
  const kept = begun.parse(item);
  return kept.expiresAt * 1000 > realNow ? kept : undefined;
}

const boundKey = (issuer: string, subject: string) => ({
  pk: `SIGN-IN#${hash(`${issuer}\n${subject}`)}`,
  sk: 'PERSON',
});

/** Whom an identity belongs to since its first sign-in; after that only the pair of issuer and subject counts. */
export async function boundPerson(table: Table, issuer: string, subject: string): Promise<string | undefined> {
  const id = (await table.get(boundKey(issuer, subject)))?.['personId'];
  return typeof id === 'string' ? id : undefined;
}

/** Binds an identity to a person, once; two first sign-ins at the same time bind the same person. */
export async function bindPerson(table: Table, issuer: string, subject: string, personId: string): Promise<void> {
  await table.put({ ...boundKey(issuer, subject), personId });
}

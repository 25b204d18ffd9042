import { createHash, randomBytes, randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { type Asking, asking } from '../domain/questions/submission.ts';
import { StoreBusy } from './errors.ts';
import { type OutboxEntry, outboxItem } from './outbox.ts';
import type { Key, Table, Write } from './table.ts';
import { ASKED_PREFIX } from './table-definition.ts';

/** How long what nobody has confirmed is kept: seven days of real time, in seconds. */
const KEPT = 7 * 24 * 3600;
/** How long the counts of a day are kept, in seconds: the day itself and one more. */
const COUNTS_KEPT = 2 * 24 * 3600;

/** How many one address, and one body, may have sent to it in a day before any is confirmed. */
export const MOST_A_DAY = { address: 3, body: 200 } as const;

const askingKey = (id: string): Key => ({ pk: `${ASKED_PREFIX}${id}`, sk: 'ASKING' });
const dayKey = (day: string, sk: string): Key => ({ pk: `${ASKED_PREFIX}DAY#${day}`, sk });

const MOST_ATTEMPTS = 4;

/** Another got there first, or the store is busy for a moment: it is looked at again. */
const isPassing = (fault: unknown): boolean =>
  fault instanceof Error &&
  ['TransactionCanceledException', 'ThrottlingException', 'ProvisionedThroughputExceededException'].includes(
    fault.name,
  );

const failedConditionally = (fault: unknown): boolean =>
  fault instanceof Error && ['ConditionalCheckFailedException', 'TransactionCanceledException'].includes(fault.name);

/** An address as it is counted: never itself, and not to be guessed back without the salt, which goes when the counts go. */
export function pseudonym(salt: string, email: string): string {
  return createHash('sha256').update(`${salt}\n${email.trim().toLowerCase()}`).digest('hex').slice(0, 32);
}

/** A salt, and the secret of a link. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

const expiry = (realNow: number, seconds: number): number => Math.floor(realNow / 1000) + seconds;

async function saltOf(table: Table, day: string, realNow: number): Promise<string> {
  const key = dayKey(day, 'SALT');
  const fresh = { ...key, salt: newSecret(), expiresAt: expiry(realNow, COUNTS_KEPT) };
  try {
    await table.put(fresh, { ConditionExpression: 'attribute_not_exists(pk)' });
    return fresh.salt;
  } catch (fault) {
    if (!failedConditionally(fault)) throw fault;
    return z.string().parse((await table.get(key))?.['salt']);
  }
}

/** One more of what is counted under a key; false when there are as many as there may be. */
async function countOne(table: Table, key: Key, most: number, expiresAt: number): Promise<boolean> {
  try {
    await table.update(key, {
      UpdateExpression: 'SET #n = if_not_exists(#n, :none) + :one, expiresAt = :at',
      ConditionExpression: 'attribute_not_exists(#n) OR #n < :most',
      ExpressionAttributeNames: { '#n': 'number' },
      ExpressionAttributeValues: { ':none': 0, ':one': 1, ':most': most, ':at': expiresAt },
    });
    return true;
  } catch (fault) {
    if (failedConditionally(fault)) return false;
    throw fault;
  }
}

/**
 * Counts one more sending of an address and to a body on a real day (UTC). `too-many` when either has had as many as it
 * may: nobody can fill the committee's list, or somebody else's inbox.
 */
async function countSending(table: Table, one: Asking, realNow: number): Promise<'counted' | 'too-many'> {
  const day = new Date(realNow).toISOString().slice(0, 10);
  const salt = await saltOf(table, day, realNow);
  const until = expiry(realNow, COUNTS_KEPT);
  const address = dayKey(day, `ADDRESS#${pseudonym(salt, one.said.email)}`);
  if (!(await countOne(table, address, MOST_A_DAY.address, until))) return 'too-many';
  return (await countOne(table, dayKey(day, `BODY#${one.asked.bodyId}`), MOST_A_DAY.body, until))
    ? 'counted'
    : 'too-many';
}

/**
 * Keeps what somebody has sent until its address is confirmed or seven days have passed, and has the mail with the link
 * sent. `already` when the same form was sent before. Nothing of it is in the register yet.
 */
export async function keepAsking(table: Table, one: Asking, realNow: number): Promise<'kept' | 'already' | 'too-many'> {
  if (await table.get(askingKey(one.id))) return 'already';
  if ((await countSending(table, one, realNow)) === 'too-many') return 'too-many';
  const wanted: OutboxEntry = { topic: 'asking-sent', recordId: one.id, word: 'confirm' };
  const item = { ...askingKey(one.id), asking: asking.parse(one), expiresAt: expiry(realNow, KEPT) };
  const writes: Write[] = [
    { put: item, when: { ConditionExpression: 'attribute_not_exists(pk)' } },
    { put: outboxItem(wanted, `asking-${one.id}`, one.sentAt) },
  ];
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    try {
      await table.transact(writes);
      return 'kept';
    } catch (fault) {
      if (!isPassing(fault)) throw fault;
      if (await table.get(askingKey(one.id))) return 'already';
    }
    await wait(randomInt(5, 20 * 2 ** attempt));
  }
  throw new StoreBusy('The store is busy; nothing was kept');
}

/** What waits for its address to be confirmed; undefined once it was, or when its seven days are over. */
export async function findAsking(table: Table, id: string, realNow: number): Promise<Asking | undefined> {
  const item = await table.get(askingKey(id));
  // The table removes what is over when it has time to; until then it is over all the same.
  if (!item || Number(item['expiresAt']) * 1000 <= realNow) return undefined;
  return asking.parse(item['asking']);
}

/** The write that ends the wait; fails when another has. */
export function endAsking(id: string): Write {
  return { remove: askingKey(id), when: { ConditionExpression: 'attribute_exists(pk)' } };
}

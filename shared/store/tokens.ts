import * as z from 'zod';
import type { Key, Table } from './table.ts';

/** A workflow's task token lies in an item of its own: no history, no log, no API. */
const stored = z.object({ recordId: z.string(), token: z.string(), executionArn: z.string(), checkOn: z.string() });
export type WaitingToken = z.infer<typeof stored>;

const tokenKey = (recordId: string): Key => ({ pk: `TOKEN#${recordId}`, sk: 'TASK' });
const WAITING = 'WAITING-TOKENS';

const gone = (fault: unknown): void => {
  if (!(fault instanceof Error && fault.name === 'ConditionalCheckFailedException')) throw fault;
};

/** Keeps the token of the task that waits for an answer about this record; a newer one takes its place. */
export async function keepToken(table: Table, waiting: WaitingToken): Promise<void> {
  const { recordId, checkOn } = waiting;
  await table.put({ ...tokenKey(recordId), ...waiting, gsi3pk: WAITING, gsi3sk: `${checkOn}#${recordId}` });
}

/** The token that waits, or undefined. */
export async function waitingToken(table: Table, recordId: string): Promise<WaitingToken | undefined> {
  const item = await table.get(tokenKey(recordId));
  return item && stored.parse(item);
}

/** Tokens whose execution is to be looked at up to that day: a page of 50, those waiting longest first. */
export async function tokensToCheck(table: Table, today: string): Promise<WaitingToken[]> {
  const { items } = await table.query({ index: 'gsi3', partition: WAITING, upTo: `${today}#~`, limit: 50 });
  return items.map((item) => stored.parse(item));
}

/** Deletes the token once it has been answered; not a newer one that came in the meantime. */
export async function dropToken(table: Table, recordId: string, token: string): Promise<void> {
  await table
    .remove(tokenKey(recordId), {
      ConditionExpression: '#t = :t',
      ExpressionAttributeNames: { '#t': 'token' },
      ExpressionAttributeValues: { ':t': token },
    })
    .catch(gone);
}

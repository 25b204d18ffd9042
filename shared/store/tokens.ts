import * as z from 'zod';
import type { Key, Table } from './table.ts';

/** A workflow's task token lies in an item of its own: no history, no log, no API. */
const stored = z.object({ token: z.string(), executionArn: z.string() });

const tokenKey = (recordId: string): Key => ({ pk: `TOKEN#${recordId}`, sk: 'TASK' });

/** Keeps the token of the task that waits for an answer about this record; a newer one takes its place. */
export async function keepToken(table: Table, recordId: string, token: string, executionArn: string): Promise<void> {
  await table.put({ ...tokenKey(recordId), token, executionArn });
}

/** The token that waits, or undefined. */
export async function waitingToken(table: Table, recordId: string) {
  const item = await table.get(tokenKey(recordId));
  return item && stored.parse(item);
}

/** Deletes the token once it has been answered; not a newer one that came in the meantime. */
export async function dropToken(table: Table, recordId: string, token: string): Promise<void> {
  await table
    .remove(tokenKey(recordId), {
      ConditionExpression: '#t = :t',
      ExpressionAttributeNames: { '#t': 'token' },
      ExpressionAttributeValues: { ':t': token },
    })
    .catch((fault: unknown) => {
      if (!(fault instanceof Error && fault.name === 'ConditionalCheckFailedException')) throw fault;
    });
}

import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type AttributeValue, DeleteItemCommand, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { timeToLive } from '../../../shared/store/table-definition.ts';

/** More pages than any table of this host has; a bound, not an expectation. */
const MOST_PAGES = 10_000;

/**
 * Removes what the relay has had from the stream: the server trims none, and the file would grow for ever. Only while
 * no server runs over the file. The last record stays, since the next one's number follows from it.
 */
export function trimStream(file: string, relayedUpTo: string | undefined): void {
  if (relayedUpTo === undefined || !existsSync(file)) return;
  const table = new DatabaseSync(file);
  try {
    const known = table.prepare(
      "SELECT 1 FROM sqlite_master WHERE name = '_stream_records' AND sql LIKE '%sequence_number%'",
    );
    if (known.get() === undefined) return;
    table
      .prepare('DELETE FROM _stream_records WHERE CAST(sequence_number AS INTEGER) < CAST(? AS INTEGER)')
      .run(relayedUpTo);
  } finally {
    table.close();
  }
}

/**
 * Gives the stream an index by its numbers: the server looks for the last one at each write, and would read the whole
 * stream to find it, so that every write would cost more the longer a host runs. The server may be running.
 */
export function indexStream(file: string): void {
  const table = new DatabaseSync(file, { timeout: 5000 });
  try {
    table.exec(
      'CREATE INDEX IF NOT EXISTS quorate_stream ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
  } finally {
    table.close();
  }
}

/** Removes items whose time is over, as DynamoDB does by itself. `now` is real time in milliseconds. Answers how many. */
export async function removeExpired(client: DynamoDBClient, tableName: string, now: number): Promise<number> {
  const seconds = String(Math.floor(now / 1000));
  const names = { '#end': timeToLive };
  const values = { ':now': { N: seconds } };
  let removed = 0;
  let from: Record<string, AttributeValue> | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await client.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: '#end < :now',
        ProjectionExpression: 'pk, sk',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    for (const { pk, sk } of answer.Items ?? []) {
      if (!pk || !sk) continue;
      const condition = {
        ConditionExpression: '#end < :now',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
      };
      // Between the look and the removal it may have been given more time: then it stays.
      const gone = await client
        .send(new DeleteItemCommand({ TableName: tableName, Key: { pk, sk }, ...condition }))
        .then(
          () => 1,
          () => 0,
        );
      removed += gone;
    }
    from = answer.LastEvaluatedKey;
    if (!from) return removed;
  }
  return removed;
}

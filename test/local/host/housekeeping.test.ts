import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { expect, test } from '@jest/globals';
import { openHostStore } from '../../../infra/local/host-store.ts';
import { startOutboxStream, streamCheckpoints } from '../../../infra/local/stream/outbox-stream.ts';
import { createTable } from '../../../infra/local/table/create-table.ts';
import { indexStream, removeExpired, trimStream } from '../../../infra/local/table/housekeeping.ts';
import { startTableServer } from '../../../infra/local/table/server.ts';
import { temporaryFolder } from '../../support/local/temporary-folder.ts';
import { localSettings, serverOptions, startTestTable } from '../../support/local/test-table.ts';

const outboxItem = (sk: string) =>
  new PutItemCommand({ TableName: 'quorate', Item: { pk: { S: 'OUTBOX#1' }, sk: { S: sk } } });

test('items whose time is over go, and others stay', async () => {
  const table = await startTestTable();
  const put = (sk: string, expiresAt?: string) =>
    table.client.send(
      new PutItemCommand({
        TableName: 'quorate',
        Item: { pk: { S: 'SESSION' }, sk: { S: sk }, ...(expiresAt ? { expiresAt: { N: expiresAt } } : {}) },
      }),
    );
  await put('over', '1000');
  await put('not over', '3000');
  await put('for ever');
  expect(await removeExpired(table.client, 'quorate', 2_000_000)).toBe(1);
  const { Items } = await table.client.send(new ScanCommand({ TableName: 'quorate' }));
  expect(Items?.map(({ sk }) => sk?.S).sort()).toEqual(['for ever', 'not over']);
  await table.stop();
});

test('the server finds the last number of its stream without reading the whole stream', async () => {
  const table = await startTestTable();
  const path = join(table.folder, 'table.sqlite');
  indexStream(path);
  indexStream(path);
  const file = new DatabaseSync(path);
  // As the server asks at each write.
  const plan = file
    .prepare(
      'EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?1',
    )
    .all('quorate');
  file.close();
  expect(plan).toEqual([expect.objectContaining({ detail: expect.stringContaining('quorate_stream') })]);
  await table.client.send(outboxItem('written with the index'));
  await table.stop();
});

test('what the relay has had is trimmed from the stream, and it misses nothing afterwards', async () => {
  const folder = temporaryFolder();
  const store = openHostStore(join(folder.path, 'host.sqlite'));
  const seen: string[] = [];
  const run = async (...keys: string[]): Promise<void> => {
    const server = await startTableServer(serverOptions(folder.path));
    const client = new DynamoDBClient(localSettings(server.address));
    await createTable(client, 'quorate');
    const stream = await startOutboxStream({
      client: new DynamoDBStreamsClient(localSettings(server.address)),
      tableName: 'quorate',
      store,
      relay: async ({ Records }) => void seen.push(...Records.map((one) => one.dynamodb?.Keys?.['sk']?.S ?? '')),
      crashPoint: () => {},
      say: () => {},
    });
    for (const key of keys) await client.send(outboxItem(key));
    await stream.drained(10_000);
    await stream.stop();
    await server.stop();
  };
  await run('one', 'two', 'three');
  trimStream(join(folder.path, 'table.sqlite'), streamCheckpoints(store).read()?.sequence);
  const file = new DatabaseSync(join(folder.path, 'table.sqlite'));
  expect(file.prepare('SELECT count(*) AS count FROM _stream_records').get()).toEqual({ count: 1 });
  file.close();
  await run('four');
  expect(seen).toEqual(['one', 'two', 'three', 'four']);
  store.close();
  folder.remove();
});

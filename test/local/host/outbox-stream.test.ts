import { join } from 'node:path';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DynamoDBRecord } from 'aws-lambda';
import { openHostStore } from '../../../infra/local/host-store.ts';
import { startOutboxStream } from '../../../infra/local/stream/outbox-stream.ts';
import { startTestTable } from '../../support/local/test-table.ts';

let table: Awaited<ReturnType<typeof startTestTable>>;
beforeAll(async () => {
  table = await startTestTable();
});
afterAll(() => table.stop());

const put = (pk: string, sk: string) =>
  table.client.send(
    new PutItemCommand({ TableName: 'quorate', Item: { pk: { S: pk }, sk: { S: sk }, n: { N: '1' } } }),
  );

const open = async (relay: (records: readonly DynamoDBRecord[]) => unknown, said: string[] = []) => {
  const store = openHostStore(join(table.folder, 'host.sqlite'));
  const stream = await startOutboxStream({
    client: table.streams,
    tableName: 'quorate',
    store,
    relay: async ({ Records }) => relay(Records),
    crashPoint: () => {},
    say: (line) => said.push(line),
  });
  const stop = async (): Promise<void> => {
    await stream.stop();
    store.close();
  };
  return { stream, stop };
};
const skOf = (record: DynamoDBRecord): string => record.dynamodb?.Keys?.['sk']?.S ?? '';

test('the relay is given inserts of the outbox, in Lambda’s shape, and goes on after a restart where it was', async () => {
  const seen: DynamoDBRecord[] = [];
  const first = await open((records) => void seen.push(...records));
  await put('OUTBOX#1', 'one');
  await put('COMMITMENT#1', 'not for the relay');
  await table.client.send(
    new DeleteItemCommand({ TableName: 'quorate', Key: { pk: { S: 'OUTBOX#1' }, sk: { S: 'one' } } }),
  );
  await first.stream.drained(10_000);
  await first.stop();
  expect(seen.map(skOf)).toEqual(['one']);
  expect(seen[0]).toMatchObject({
    eventName: 'INSERT',
    eventSource: 'aws:dynamodb',
    dynamodb: { NewImage: { n: { N: '1' } }, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });

  await put('OUTBOX#1', 'two');
  const again: string[] = [];
  const second = await open((records) => void again.push(...records.map(skOf)));
  await second.stream.drained(10_000);
  await second.stop();
  expect(again).toEqual(['two']);
});

test('an item that the relay cannot do is set aside loudly and the next ones go on', async () => {
  const said: string[] = [];
  const done: string[] = [];
  const opened = await open((records) => {
    if (records.some((record) => skOf(record) === 'bad')) throw new Error('The relay broke');
    done.push(...records.map(skOf));
  }, said);
  await put('OUTBOX#2', 'bad');
  await put('OUTBOX#2', 'good');
  await opened.stream.drained(30_000);
  expect(done).toEqual(['good']);
  expect(opened.stream.deadLetters()).toBe(1);
  expect(said.join()).toContain('DEAD LETTER');
  await opened.stop();
}, 40_000);

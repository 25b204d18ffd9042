import { DynamoDBClient, PutItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTableProxy, type TableProxyOptions } from '../../../infra/local/table/proxy.ts';
import { staleIndexes } from '../../../infra/local/table/stale-indexes.ts';
import { localSettings, startTestTable } from '../../support/local/test-table.ts';

let table: Awaited<ReturnType<typeof startTestTable>>;
beforeAll(async () => {
  table = await startTestTable();
});
afterAll(() => table.stop());

const through = async <Result>(
  options: Partial<TableProxyOptions>,
  use: (client: DynamoDBClient) => Promise<Result>,
) => {
  const proxy = await startTableProxy({ target: table.server.address, ...options });
  const client = new DynamoDBClient(localSettings(proxy.address));
  try {
    return await use(client);
  } finally {
    client.destroy();
    await proxy.close();
  }
};
const put = (sk: string) => new PutItemCommand({ TableName: 'quorate', Item: { pk: { S: 'p' }, sk: { S: sk } } });
const transact = (sk: string) =>
  new TransactWriteItemsCommand({
    TransactItems: [{ Put: { TableName: 'quorate', Item: { pk: { S: 'p' }, sk: { S: sk } } } }],
  });
const nameOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error) => error.name,
  );

test('each crash point stands before and after every write and no read', async () => {
  const passed: string[] = [];
  await through({ crashPoint: (name) => passed.push(name) }, async (client) => {
    await client.send(put('a'));
    await client.send(transact('b'));
    const asked = { ':p': { S: 'p' } };
    const { Items } = await client.send(
      new QueryCommand({ TableName: 'quorate', KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: asked }),
    );
    expect(Items).toHaveLength(2);
  });
  expect(passed).toEqual(['table:before-write', 'table:after-write', 'table:before-write', 'table:after-write']);
});

test('faults look to the SDK as the table’s own', async () => {
  const names = await through(
    { faultFor: ({ operation }) => (operation === 'PutItem' ? 'throttle' : 'conflict') },
    async (client) => [await nameOf(client.send(put('c'))), await nameOf(client.send(transact('c')))],
  );
  expect(names).toEqual(['ProvisionedThroughputExceededException', 'TransactionCanceledException']);
  const reasons = await through({ faultFor: () => 'conflict' }, (client) =>
    client
      .send(transact('c'))
      .catch((error: { CancellationReasons?: { Code?: string }[] }) => error.CancellationReasons),
  );
  expect(reasons).toMatchObject([{ Code: 'TransactionConflict' }]);
});

const listed = async (client: DynamoDBClient, partition: string): Promise<(string | undefined)[]> => {
  const asked = { ':p': { S: partition } };
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: 'quorate',
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :p',
      ExpressionAttributeValues: asked,
    }),
  );
  return Items.map(({ sk }) => sk?.S);
};
const putInList = (sk: string, list: string) =>
  new PutItemCommand({
    TableName: 'quorate',
    Item: { pk: { S: 'stale' }, sk: { S: sk }, gsi1pk: { S: list }, gsi1sk: { S: sk } },
  });

test('an index can be made to show the table as it was, and shows it as it is when the delay is over', async () => {
  let now = 0;
  await table.client.send(putInList('moves', 'list-a'));
  await through({ around: staleIndexes(table.client, 1000, () => now) }, async (client) => {
    await client.send(putInList('new', 'list-a'));
    await client.send(putInList('moves', 'list-b'));
    expect(await listed(client, 'list-a')).toEqual(['moves']);
    expect(await listed(client, 'list-b')).toEqual([]);
    now = 1001;
    expect(await listed(client, 'list-a')).toEqual(['new']);
    expect(await listed(client, 'list-b')).toEqual(['moves']);
  });
});

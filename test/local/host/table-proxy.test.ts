import { DynamoDBClient, PutItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTableProxy, type TableProxyOptions } from '../../../infra/local/table/proxy.ts';
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

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { indexStream } from '../../infra/local/table/housekeeping.ts';
import type { Blobs } from '../../shared/store/blobs.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import { openTable } from '../../shared/store/table.ts';
import { tableIndexes, tableKeys } from '../../shared/store/table-definition.ts';
import { ownPort } from './ports.ts';

const client = (port: number) =>
  new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

const until = async (ready: () => Promise<unknown>) => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (
      await ready().then(
        () => true,
        () => false,
      )
    )
      return;
    await wait(25);
  }
  throw new Error('The test table did not start');
};

const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const keys = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

/** A real table in a folder of its own; `close` ends it and removes the folder. */
export async function testRegister(blobs?: Blobs): Promise<{ register: Register; endpoint: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-table-'));
  const port = await ownPort();
  const server = spawn(
    'node_modules/@dynoxide/linux-x64/dynoxide',
    ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', join(folder, 'table.db')],
    { stdio: 'ignore' },
  );
  const dynamo = client(port);
  await until(() => dynamo.send(new ListTablesCommand({})));
  await dynamo.send(
    new CreateTableCommand({
      TableName: 'quorate',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        attribute(tableKeys.partition),
        attribute(tableKeys.sort),
        ...tableIndexes.flatMap((index) => [attribute(index.partition), attribute(index.sort)]),
      ],
      KeySchema: keys(tableKeys.partition, tableKeys.sort),
      GlobalSecondaryIndexes: tableIndexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keys(index.partition, index.sort),
        Projection: { ProjectionType: 'ALL' },
      })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  indexStream(join(folder, 'table.db'));
  const table = openTable(
    'quorate',
    DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } }),
  );
  const none: Blobs = {
    put: () => Promise.reject(new Error('This test keeps no long texts')),
    get: () => Promise.reject(new Error('This test keeps no long texts')),
  };
  return {
    register: { table, blobs: blobs ?? none },
    endpoint: `http://127.0.0.1:${port}`,
    close: () => {
      dynamo.destroy();
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
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

const toCreate = new CreateTableCommand({
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
});

const FILE = 'table.db';

async function startServer(folder: string): Promise<{ server: ChildProcess; port: number; dynamo: DynamoDBClient }> {
  const port = await ownPort();
  const server = spawn(
    'node_modules/@dynoxide/linux-x64/dynoxide',
    ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', join(folder, FILE)],
    { stdio: 'ignore' },
  );
  const dynamo = client(port);
  await until(() => dynamo.send(new ListTablesCommand({})));
  return { server, port, dynamo };
}

const noBlobs: Blobs = {
  put: () => Promise.reject(new Error('This test keeps no long texts')),
  get: () => Promise.reject(new Error('This test keeps no long texts')),
};

export type TestRegister = { register: Register; endpoint: string; close(): void };

/** The table of a folder, made where there is none. `stop` ends it as it should end, and leaves the folder. */
export async function openRegister(
  folder: string,
  blobs: Blobs = noBlobs,
): Promise<TestRegister & { stop(): Promise<void> }> {
  const isNew = !existsSync(join(folder, FILE));
  const { server, port, dynamo } = await startServer(folder);
  if (isNew) {
    await dynamo.send(toCreate);
    indexStream(join(folder, FILE));
  }
  const documents = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  return {
    register: { table: openTable('quorate', documents), blobs },
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      dynamo.destroy();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    },
    close: () => {
      dynamo.destroy();
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder for a table. */
export const registerFolder = (): string => mkdtempSync(join(tmpdir(), 'quorate-table-'));

/** A real table in a folder of its own; `close` ends it and removes the folder. */
export function testRegister(blobs?: Blobs): Promise<TestRegister> {
  return openRegister(registerFolder(), blobs);
}

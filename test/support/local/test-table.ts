import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { createTable } from '../../../infra/local/table/create-table.ts';
import { startTableServer, type TableServerOptions } from '../../../infra/local/table/server.ts';
import { temporaryFolder } from './temporary-folder.ts';

const tableProgram = join(
  dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')),
  'dynoxide',
);

export const localSettings = (endpoint: string) => ({
  endpoint,
  region: 'eu-west-2',
  maxAttempts: 1,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

export const serverOptions = (folder: string, rest: Partial<TableServerOptions> = {}): TableServerOptions => ({
  binary: tableProgram,
  file: join(folder, 'table.sqlite'),
  pidFile: join(folder, 'table.pid'),
  say: () => {},
  onLost: () => {},
  ...rest,
});

/** The project's table on a server of its own, for one test file. */
export async function startTestTable() {
  const folder = temporaryFolder();
  const server = await startTableServer(serverOptions(folder.path));
  const client = new DynamoDBClient(localSettings(server.address));
  const streams = new DynamoDBStreamsClient(localSettings(server.address));
  await createTable(client, 'quorate');
  const stop = async (): Promise<void> => {
    client.destroy();
    streams.destroy();
    await server.stop();
    folder.remove();
  };
  return { folder: folder.path, server, client, streams, stop };
}

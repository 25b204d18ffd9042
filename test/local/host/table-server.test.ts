import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { writeDurably } from '../../../infra/local/data-folder.ts';
import { startTicks } from '../../../infra/local/lock.ts';
import { createTable } from '../../../infra/local/table/create-table.ts';
import { endOrphan, startTableServer } from '../../../infra/local/table/server.ts';
import { temporaryFolder } from '../../support/local/temporary-folder.ts';
import { localSettings, serverOptions } from '../../support/local/test-table.ts';

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let look = 0; look < 400; look += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It never came to hold');
};

test('a server that an earlier host left behind is ended, and what it had acknowledged is there', async () => {
  const folder = temporaryFolder();
  const options = serverOptions(folder.path);
  const first = await startTableServer(options);
  const client = new DynamoDBClient(localSettings(first.address));
  expect(await createTable(client, 'quorate')).toBe(true);
  await client.send(new PutItemCommand({ TableName: 'quorate', Item: { pk: { S: 'a' }, sk: { S: 'b' } } }));
  const orphan = first.pid() ?? 0;

  const second = await startTableServer(options);
  expect(startTicks(orphan)).toBeUndefined();
  const again = new DynamoDBClient(localSettings(second.address));
  expect(await createTable(again, 'quorate')).toBe(false);
  const got = await again.send(new GetItemCommand({ TableName: 'quorate', Key: { pk: { S: 'a' }, sk: { S: 'b' } } }));
  expect(got.Item).toBeDefined();
  await second.stop();
  await first.stop();
  folder.remove();
});

test('a process that merely has the number of an old server is left alone', async () => {
  const folder = temporaryFolder();
  const options = serverOptions(folder.path);
  const other = spawn('sleep', ['30']);
  await once(other, 'spawn');
  const pid = other.pid ?? 0;
  writeDurably(options.pidFile, JSON.stringify({ pid, startTicks: startTicks(pid) }));
  expect(await endOrphan(options)).toBe(false);
  expect(startTicks(pid)).toBeDefined();
  other.kill();
  folder.remove();
});

test('a server that dies is started again at the same address, five times and no more', async () => {
  const folder = temporaryFolder();
  const said: string[] = [];
  let lost = false;
  const server = await startTableServer(
    serverOptions(folder.path, {
      say: (line) => said.push(line),
      onLost: () => {
        lost = true;
      },
    }),
  );
  const answers = () =>
    fetch(server.address).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let death = 1; death <= 5; death += 1) {
    process.kill(server.pid() ?? 0, 'SIGKILL');
    await until(async () => said.length === death && server.pid() !== undefined && (await answers()));
  }
  expect(said.at(-1)).toContain('5 of 5');
  process.kill(server.pid() ?? 0, 'SIGKILL');
  await until(() => lost);
  await server.stop();
  folder.remove();
});

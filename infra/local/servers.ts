import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { REGION } from './environment.ts';
import type { Foundations } from './foundations.ts';
import type { LoopbackServer } from './loopback.ts';
import { streamCheckpoints } from './stream/outbox-stream.ts';
import { indexStream, trimStream } from './table/housekeeping.ts';
import { startTableProxy } from './table/proxy.ts';
import { allowsPublished } from './table/published-only.ts';
import { endOrphan, startTableServer, type TableServerOptions } from './table/server.ts';
import { staleIndexes } from './table/stale-indexes.ts';

/** The program of the table: a single binary that comes with the dependencies. */
export const tableProgram = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')), 'dynoxide');

const credentials = { accessKeyId: 'host', secretAccessKey: 'host' };

/** The table's server and what stands before it: a guard for the public function and, in tests, a proxy for all others. */
export async function startTable({ options, folder, store, crashPoint }: Foundations) {
  const serverOptions: TableServerOptions = {
    binary: tableProgram(),
    file: folder.table,
    pidFile: folder.tablePid,
    say: options.say,
    onLost: () =>
      options.onFatal(
        'the store has died again and again; its file is in the data folder and nothing acknowledged is lost.',
      ),
  };
  await endOrphan(serverOptions);
  trimStream(folder.table, streamCheckpoints(store).read()?.sequence);
  const server = await startTableServer(serverOptions);
  indexStream(folder.table);
  const proxies: LoopbackServer[] = [];
  const published = await startTableProxy({
    target: server.address,
    faultFor: ({ operation, body }) => (allowsPublished(operation, body) ? undefined : 'refuse'),
  });
  proxies.push(published);
  const settings = { endpoint: server.address, region: REGION, credentials };
  const client = new DynamoDBClient(settings);
  const streams = new DynamoDBStreamsClient(settings);
  const { faultFor, staleIndexMilliseconds: delay } = options;
  let address = server.address;
  if (faultFor || delay || options.crashAt?.startsWith('table:')) {
    const watched = await startTableProxy({
      target: server.address,
      crashPoint,
      ...(faultFor ? { faultFor } : {}),
      ...(delay ? { around: staleIndexes(client, delay) } : {}),
    });
    proxies.push(watched);
    address = watched.address;
  }
  const stop = async (): Promise<void> => {
    client.destroy();
    streams.destroy();
    for (const proxy of proxies) await proxy.close();
    await server.stop();
  };
  return { address, publishedAddress: published.address, client, streams, pid: server.pid, stop };
}

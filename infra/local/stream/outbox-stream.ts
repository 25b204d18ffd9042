import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { OUTBOX_PREFIX, tableKeys } from '../../../shared/store/table-definition.ts';
import type { CrashPoint } from '../crash-points.ts';
import type { HostStore } from '../host-store.ts';
import { toLambdaRecord } from './lambda-record.ts';
import { relayBatch } from './relay-batch.ts';
import { openStreamReader } from './stream-reader.ts';

const POLL_MILLISECONDS = 100;
const TROUBLE_MILLISECONDS = 1000;
const BACK_OFF_MILLISECONDS = 100;

export type OutboxStream = {
  /** Resolves when everything written before the call has been given to the relay. Rejects after `milliseconds`. */
  readonly drained: (milliseconds: number) => Promise<void>;
  /** How many outbox items this host has given to the relay. */
  readonly relayed: () => number;
  readonly deadLetters: () => number;
  readonly stop: () => Promise<void>;
};

type OutboxStreamOptions = {
  readonly client: DynamoDBStreamsClient;
  readonly tableName: string;
  readonly store: HostStore;
  readonly relay: (event: { Records: readonly DynamoDBRecord[] }) => Promise<unknown>;
  readonly crashPoint: CrashPoint;
  readonly say: (line: string) => void;
};

const positionSchema = z.object({ shard: z.string(), sequence: z.string() });

/** Where the stream's reader stands, and what the relay could not do, in the host's store. */
export function streamCheckpoints(store: HostStore) {
  store.exec(`CREATE TABLE IF NOT EXISTS stream_checkpoint (id INTEGER PRIMARY KEY CHECK (id = 1), shard TEXT NOT NULL, sequence TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS dead_letter (id INTEGER PRIMARY KEY, at TEXT NOT NULL, reason TEXT NOT NULL, record TEXT NOT NULL) STRICT`);
  return {
    read: () => {
      const row = store.prepare('SELECT shard, sequence FROM stream_checkpoint').get();
      return row && positionSchema.parse(row);
    },
    write: ({ shard, sequence }: z.infer<typeof positionSchema>) =>
      void store
        .prepare('INSERT OR REPLACE INTO stream_checkpoint (id, shard, sequence) VALUES (1, ?, ?)')
        .run(shard, sequence),
    bury: (record: DynamoDBRecord, reason: string) =>
      void store
        .prepare('INSERT INTO dead_letter (at, reason, record) VALUES (?, ?, ?)')
        .run(new Date().toISOString(), reason, JSON.stringify(record)),
    buried: () =>
      z.object({ count: z.number() }).parse(store.prepare('SELECT count(*) AS count FROM dead_letter').get()).count,
  };
}

// The registry's filter on AWS: inserts of items whose partition key begins with the outbox's prefix.
const isOutboxInsert = (record: DynamoDBRecord): boolean =>
  record.eventName === 'INSERT' && (record.dynamodb?.Keys?.[tableKeys.partition]?.S ?? '').startsWith(OUTBOX_PREFIX);

// A pause that can be cut short.
const shortWaits = () => {
  let end = (): void => {};
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return { wait, endWait: () => end() };
};

/**
 * Reads the table's stream and wakes the relay, at least once for each outbox item: the checkpoint is written after the
 * relay has answered. A record that fails too often is set aside, loudly; the sweep finds its outbox item later.
 */
export async function startOutboxStream(options: OutboxStreamOptions): Promise<OutboxStream> {
  const { client, tableName, store, crashPoint, say } = options;
  const kept = streamCheckpoints(store);
  const reader = await openStreamReader(client, tableName, kept.read());
  const stopping = new AbortController();
  const waiting = new Set<() => void>();
  let relayed = 0;

  const relay = {
    call: async (records: readonly DynamoDBRecord[]) => {
      crashPoint('stream:before-relay');
      const answer = await options.relay({ Records: records });
      crashPoint('stream:after-relay');
      return answer;
    },
    backOff: (attempt: number) => pause(BACK_OFF_MILLISECONDS * 2 ** attempt),
  };

  const readOnce = async (): Promise<boolean> => {
    const waitedSince = [...waiting];
    const { records } = await reader.read();
    const last = records.at(-1)?.dynamodb?.SequenceNumber;
    if (last === undefined) {
      for (const tell of waitedSince) tell();
      return false;
    }
    const wanted = records.map((record) => toLambdaRecord(record)).filter(isOutboxInsert);
    const { deadLetters } = await relayBatch(relay, wanted);
    for (const { record, reason } of deadLetters) {
      kept.bury(record, reason);
      say(
        `DEAD LETTER: the relay failed on outbox item ${record.dynamodb?.Keys?.[tableKeys.sort]?.S ?? '?'}: ${reason}`,
      );
    }
    relayed += wanted.length;
    kept.write(reader.took(last));
    crashPoint('stream:after-checkpoint');
    return true;
  };

  const { wait, endWait } = shortWaits();
  // How long to wait before reading again, in milliseconds.
  const readSafely = async (): Promise<number> => {
    try {
      // Whoever began to wait while this was read is told by the next read only.
      return (await readOnce()) || waiting.size > 0 ? 0 : POLL_MILLISECONDS;
    } catch (error) {
      if (!stopping.signal.aborted) say(`The table's stream cannot be read now: ${String(error)}`);
      return TROUBLE_MILLISECONDS;
    }
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const milliseconds = await readSafely();
      if (!stopping.signal.aborted) await wait(milliseconds);
    }
  };
  const running = run();

  const drained = (milliseconds: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(done);
        reject(new Error(`The outbox was not drained in ${milliseconds} ms`));
      }, milliseconds);
      const done = () => {
        clearTimeout(late);
        waiting.delete(done);
        resolve();
      };
      waiting.add(done);
      // Whoever moves time asks several times a day: a poll's pause each time would be most of a day.
      endWait();
    });
  const stop = async (): Promise<void> => {
    stopping.abort();
    endWait();
    await running;
  };
  return { drained, relayed: () => relayed, deadLetters: kept.buried, stop };
}

import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';

const BATCH = 100;

export type StreamPage = { readonly records: readonly _Record[]; readonly shard: string };

/** Where reading stands: the last record seen of a shard. */
export type Position = { readonly shard: string; readonly sequence: string };

/** Reads a table's stream from a position on; the store has one stream with one shard. */
export async function openStreamReader(client: DynamoDBStreamsClient, tableName: string, from: Position | undefined) {
  const { Streams } = await client.send(new ListStreamsCommand({ TableName: tableName }));
  const arn = Streams?.[0]?.StreamArn;
  if (!arn) throw new Error(`The table ${tableName} has no stream`);
  let position = from;
  let iterator: string | undefined;

  const shardId = async (): Promise<string> => {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
    const shard = StreamDescription?.Shards?.at(-1)?.ShardId;
    if (!shard) throw new Error('The stream has no shard');
    return shard;
  };
  const shard = await shardId();
  const freshIterator = async (): Promise<string | undefined> => {
    const after =
      position?.shard === shard
        ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: position.sequence }
        : { ShardIteratorType: 'TRIM_HORIZON' as const };
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({ StreamArn: arn, ShardId: shard, ...after }),
    );
    return ShardIterator;
  };

  /** The next records; empty when there are none. Call `took` when they are done with. */
  const read = async (): Promise<StreamPage> => {
    iterator ??= await freshIterator();
    try {
      const { Records = [], NextShardIterator } = await client.send(
        new GetRecordsCommand({ ShardIterator: iterator, Limit: BATCH }),
      );
      iterator = NextShardIterator;
      return { records: Records, shard };
    } catch (error) {
      iterator = undefined;
      throw error;
    }
  };
  const took = (sequence: string): Position => {
    position = { shard, sequence };
    return position;
  };
  return { read, took };
}

import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';

/** The attempts at one record before it is set aside, as the event source on AWS is configured. */
export const MOST_ATTEMPTS = 5;

const failuresSchema = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) })
  .nullable()
  .catch(null);

export type RelayOutcome = { readonly deadLetters: readonly { record: DynamoDBRecord; reason: string }[] };

type Relay = {
  readonly call: (records: readonly DynamoDBRecord[]) => Promise<unknown>;
  /** Waits before another attempt, longer each time. */
  readonly backOff: (attempt: number) => Promise<void>;
};

const sequenceOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? '';

// Lambda goes on from the lowest failed record of a batch: what came before it is done.
const leftAfter = (records: readonly DynamoDBRecord[], answer: unknown): readonly DynamoDBRecord[] => {
  const failed = new Set(
    failuresSchema.parse(answer)?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) ?? [],
  );
  const first = records.findIndex((record) => failed.has(sequenceOf(record)));
  return first < 0 ? [] : records.slice(first);
};

/**
 * Gives records to the relay until each is done or has failed too often, as Lambda's event source does: from the first
 * failure on, in halves once a whole batch fails. Never throws for a failing relay: what it cannot do becomes a dead letter.
 */
export async function relayBatch(relay: Relay, records: readonly DynamoDBRecord[], attempt = 1): Promise<RelayOutcome> {
  if (records.length === 0) return { deadLetters: [] };
  let left: readonly DynamoDBRecord[] = records;
  let reason = 'the relay named it as failed';
  try {
    left = leftAfter(records, await relay.call(records));
  } catch (error) {
    reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  const [first] = left;
  if (first === undefined) return { deadLetters: [] };
  if (left.length < records.length) return relayBatch(relay, left, 1);
  if (left.length > 1) {
    const half = Math.ceil(left.length / 2);
    const before = await relayBatch(relay, left.slice(0, half), attempt);
    const after = await relayBatch(relay, left.slice(half), attempt);
    return { deadLetters: [...before.deadLetters, ...after.deadLetters] };
  }
  if (attempt >= MOST_ATTEMPTS) return { deadLetters: [{ record: first, reason }] };
  await relay.backOff(attempt);
  return relayBatch(relay, left, attempt + 1);
}

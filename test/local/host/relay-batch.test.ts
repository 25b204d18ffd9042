import { expect, test } from '@jest/globals';
import type { DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { MOST_ATTEMPTS, relayBatch } from '../../../infra/local/stream/relay-batch.ts';

const record = (sequence: number): DynamoDBRecord => ({ dynamodb: { SequenceNumber: String(sequence) } });
const sequenceOf = ({ dynamodb }: DynamoDBRecord): number => Number(dynamodb?.SequenceNumber);
const backOff = async (): Promise<void> => {};

test('a batch that the relay takes is given once', async () => {
  const calls: number[][] = [];
  const call = async (records: readonly DynamoDBRecord[]) => void calls.push(records.map(sequenceOf));
  expect(await relayBatch({ call, backOff }, [record(1), record(2)])).toEqual({ deadLetters: [] });
  expect(calls).toEqual([[1, 2]]);
});

test('what the relay names as failed is given again from there on, and what came before is not', async () => {
  const calls: number[][] = [];
  const call = async (records: readonly DynamoDBRecord[]) => {
    calls.push(records.map(sequenceOf));
    return { batchItemFailures: calls.length === 1 ? [{ itemIdentifier: '2' }] : [] };
  };
  await relayBatch({ call, backOff }, [record(1), record(2), record(3)]);
  expect(calls).toEqual([
    [1, 2, 3],
    [2, 3],
  ]);
});

test('a record that always fails becomes a dead letter after five attempts and holds nobody else up', async () => {
  const done = new Set<number>();
  let attempts = 0;
  const call = async (records: readonly DynamoDBRecord[]) => {
    if (records.some((one) => sequenceOf(one) === 3)) {
      if (records.length === 1) attempts += 1;
      throw new Error('The relay broke');
    }
    for (const one of records) done.add(sequenceOf(one));
    return {};
  };
  const { deadLetters } = await relayBatch({ call, backOff }, [1, 2, 3, 4, 5].map(record));
  expect(deadLetters.map((dead) => sequenceOf(dead.record))).toEqual([3]);
  expect(deadLetters[0]?.reason).toContain('The relay broke');
  expect([...done].sort()).toEqual([1, 2, 4, 5]);
  expect(attempts).toBe(MOST_ATTEMPTS);
});

test('whatever fails and how often, each record is done or a dead letter, never neither', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 12 }), async (failures) => {
      const left = [...failures];
      const done = new Set<number>();
      const call = async (records: readonly DynamoDBRecord[]) => {
        const failed = records.filter((one) => (left[sequenceOf(one)] ?? 0) > 0);
        for (const one of records) {
          const at = sequenceOf(one);
          if (failed.includes(one)) left[at] = (left[at] ?? 0) - 1;
          else done.add(at);
        }
        return { batchItemFailures: failed.map((one) => ({ itemIdentifier: String(sequenceOf(one)) })) };
      };
      const { deadLetters } = await relayBatch(
        { call, backOff },
        failures.map((_, at) => record(at)),
      );
      for (const dead of deadLetters) done.add(sequenceOf(dead.record));
      return done.size === failures.length;
    }),
  );
});
